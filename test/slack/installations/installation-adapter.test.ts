import type { Installation as BoltInstallation } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { createInstallationAdapter } from '../../../src/slack/installations/installation-adapter.ts';
import { REQUIRED_SCOPES } from '../../../src/slack/scopes.ts';

const BOT = { token: 'xoxb-1', id: 'B1', userId: 'UBOT', scopes: [...REQUIRED_SCOPES] };
const FROM_SLACK = {
  ...{ team: { id: 'T1' }, enterprise: { id: 'E1' }, bot: BOT, isEnterpriseInstall: false, authVersion: 'v2' },
  user: { id: 'U01', token: undefined, scopes: undefined },
} as BoltInstallation;

const kept: object[] = [];
const adapter = createInstallationAdapter({
  find: async (workspaceId) =>
    workspaceId === 'T1' ? { workspaceId, botToken: 'xoxb-1', botId: 'B1', botUserId: 'UBOT', scopes: null } : null,
  install: async (installation) => void kept.push(installation),
});

describe('the installation adapter', () => {
  it('keeps what Slack confirms', async () => {
    await adapter.storeInstallation(FROM_SLACK);
    expect(kept).toEqual([
      {
        ...{ workspaceId: 'T1', botToken: 'xoxb-1', botId: 'B1', botUserId: 'UBOT', scopes: REQUIRED_SCOPES },
        ...{ enterpriseId: 'E1', installedById: 'U01' },
      },
    ]);
  });

  it.each<[string, object]>([
    ['organisation', { isEnterpriseInstall: true, team: undefined }],
    ['no bot', { bot: undefined }],
    ['token rotation', { bot: { ...BOT, refreshToken: 'xoxe-1' } }],
    ['lacks scopes that manifest.yml requires: users:read', { bot: { ...BOT, scopes: REQUIRED_SCOPES.slice(0, -1) } }],
  ])('refuses what the app is not made for: %s', async (why, change) => {
    await expect(adapter.storeInstallation({ ...FROM_SLACK, ...change } as BoltInstallation)).rejects.toThrow(why);
    expect(kept).toHaveLength(1);
  });

  it('gives Bolt the token of a workspace, and refuses one without the app', async () => {
    const query = { enterpriseId: undefined, isEnterpriseInstall: false } as const;
    expect(await adapter.fetchInstallation({ ...query, teamId: 'T1' })).toMatchObject({ bot: { token: 'xoxb-1' } });
    await expect(adapter.fetchInstallation({ ...query, teamId: 'T9' })).rejects.toThrow('not installed');
  });
});

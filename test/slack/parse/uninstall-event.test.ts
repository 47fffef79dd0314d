import { describe, expect, it } from 'vitest';
import { parseUninstall } from '../../../src/slack/parse/uninstall-event.ts';

const body = (event: object, more: object = {}) => ({ team_id: 'T1', event_time: 1_772_528_400, event, ...more });
const GONE = { workspaceId: 'T1', at: new Date('2026-03-03T09:00:00Z') };
const revoked = (tokens: object) => body({ type: 'tokens_revoked', tokens });

describe('parseUninstall', () => {
  it.each([
    ['the app that was uninstalled', body({ type: 'app_uninstalled' }), GONE],
    ['a bot’s token', revoked({ bot: ['UBOT'] }), GONE],
    ['tokens of both', revoked({ oauth: ['U01'], bot: ['UBOT'] }), GONE],
    ['tokens of people alone', revoked({ oauth: ['U01'], bot: [] }), null],
    ['tokens of people, and none named of bots', revoked({ oauth: ['U01'] }), null],
    ['another event', body({ type: 'app_home_opened' }), null],
    ['no time', body({ type: 'app_uninstalled' }, { event_time: undefined }), null],
    ['no workspace', body({ type: 'app_uninstalled' }, { team_id: "T1'" }), null],
  ])('reads %s', (_what, given, expected) => {
    expect(parseUninstall(given)).toEqual(expected);
  });
});

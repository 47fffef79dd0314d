import { describe, expect, it } from 'vitest';
import type { Installation } from '../../src/domain/installation.ts';
import type { WorkspaceSide } from '../../src/slack/workspace-side.ts';
import { createWorkspaceSides } from '../../src/slack/workspace-sides.ts';

const installed = (workspaceId: string, change: Partial<Installation> = {}): Installation => ({
  ...{ workspaceId, botToken: 'xoxb-1', botId: 'B1', botUserId: 'UBOT', scopes: ['commands'] },
  ...change,
});

function createCase(size?: number) {
  const made: string[] = [];
  const installations = new Map(['T1', 'T2', 'T3'].map((id) => [id, installed(id)]));
  const find = createWorkspaceSides({
    find: async (workspaceId) => installations.get(workspaceId) ?? null,
    create({ workspaceId, botToken }) {
      made.push(`${workspaceId} ${botToken}`);
      return {} as WorkspaceSide;
    },
    ...(size === undefined ? {} : { size }),
  });
  return { find, made, installations };
}

describe('the sides of workspaces', () => {
  it('are made when first needed, one for all who ask at the same moment', async () => {
    const { find, made } = createCase();
    expect(made).toEqual([]);
    const [first, second] = await Promise.all([find('T1'), find('T1')]);
    expect(second).toBe(first);
    expect(await find('T1')).toBe(first);
    expect(await find('T2')).not.toBe(first);
    expect(made).toEqual(['T1 xoxb-1', 'T2 xoxb-1']);
  });

  it.each([{ botToken: 'xoxb-2' }, { scopes: ['commands', 'files:write'] }, { botUserId: 'UOTHER' }])(
    'are made anew for an installation with %j',
    async (change) => {
      const { find, installations } = createCase();
      const before = await find('T1');
      installations.set('T1', installed('T1', change));
      expect(await find('T1')).not.toBe(before);
    },
  );

  it('go when the app is uninstalled', async () => {
    const { find, made, installations } = createCase();
    await find('T1');
    installations.delete('T1');
    expect(await find('T1')).toBeNull();
    installations.set('T1', installed('T1'));
    await find('T1');
    expect(made).toHaveLength(2);
  });

  it('are not kept without end', async () => {
    const { find, made } = createCase(2);
    for (const id of ['T1', 'T2', 'T1', 'T3', 'T1', 'T2']) await find(id);
    expect(made).toEqual(['T1 xoxb-1', 'T2 xoxb-1', 'T3 xoxb-1', 'T2 xoxb-1']);
  });
});

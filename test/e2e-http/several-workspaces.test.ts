import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translate } from '../../src/i18n/index.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { complaint, startReview } from '../support/http/review.ts';
import { startTwoWorkspaces, type Workspace } from '../support/http/two-workspaces.ts';
import { dumpTables } from '../support/table-dump.ts';

const UNINSTALLED = { type: 'app_uninstalled' };
const REVOKED = { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0PARLEY'] } };

let world: Awaited<ReturnType<typeof startTwoWorkspaces>>;
let halden: Workspace;
let brenner: Workspace;
beforeAll(async () => {
  world = await startTwoWorkspaces();
  ({ first: halden, second: brenner } = world);
});
afterAll(() => world.close());

const list = (of: Workspace) => of.people.command('mara', of.channel, 'list');
/** The next answer to a command in a workspace. */
async function listed(of: Workspace): Promise<string> {
  const before = of.people.replies('mara').length;
  expect(await list(of)).toMatchObject({ status: 200 });
  return JSON.stringify(await of.gateway.waitFor(() => of.people.replies('mara')[before], `a list in ${of.teamId}`));
}
const installations = async () =>
  (
    await world.db.query<{ team: string; hasToken: boolean; isGone: boolean }>(
      `SELECT "workspaceId" AS team, "sealedToken" IS NOT NULL AS "hasToken", "uninstalledAt" IS NOT NULL AS "isGone"
       FROM "Installation" ORDER BY 1`,
    )
  ).rows;

// In the order of a life: each goes on where the one before has left the two workspaces.
/** What every command of Slack has besides. */
const SOMEWHERE = {
  user_id: 'U0NEW',
  channel_id: 'C0NEW',
  trigger_id: 'none',
  response_url: 'http://127.0.0.1:9/none',
};

describe('several workspaces', () => {
  it('are refused before they install the app', async () => {
    expect(await list(halden)).toMatchObject({ status: 401, text: '' });
    expect(halden.gateway.calls()).toEqual([]);
  });

  it('do not install it by a link that began in another browser, or that somebody stopped', async () => {
    const elsewhere = await halden.install(() => 'slack-app-oauth-state=another');
    expect([elsewhere.status, await elsewhere.text()]).toEqual([400, expect.stringContaining('out of date')]);
    const stopped = await halden.install((back, cookie) => {
      back.searchParams.delete('code');
      back.searchParams.set('error', 'access_denied');
      return cookie;
    });
    expect(await stopped.text()).toContain('Nothing was installed');
    expect(await installations()).toEqual([]);
  });

  it('install it over OAuth; its admins and who installed it there manage it, and nobody else', async () => {
    for (const [workspace, by] of [
      [halden, 'mara'],
      [brenner, 'omar'],
    ] as const) {
      const page = await workspace.install(undefined, by);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Parley is installed')]);
    }
    expect((await installations()).map(({ team, hasToken }) => [team, hasToken])).toEqual([
      [halden.teamId, true],
      [brenner.teamId, true],
    ]);
    const { rows } = await world.db.query(`SELECT id, "managerIds" FROM "Workspace" ORDER BY id`);
    expect(rows).toEqual([
      { id: halden.teamId, managerIds: [] },
      { id: brenner.teamId, managerIds: [] },
    ]);
    for (const [workspace, name] of [
      [halden, 'mara'],
      [brenner, 'mara'],
      [brenner, 'omar'],
    ] as const) {
      await workspace.people.command(name, workspace.channel, 'settings');
      await workspace.gateway.waitFor(() => workspace.people.openViews(name).length === 1, `the settings for ${name}`);
    }
    for (const [workspace, name, installer] of [
      [halden, 'omar', 'mara'],
      [brenner, 'tom', 'omar'],
    ] as const) {
      await workspace.people.command(name, workspace.channel, 'settings');
      const [refusal] = await workspace.gateway.waitFor(() => {
        const replies = workspace.people.replies(name);
        return replies.length > 0 && replies;
      }, `a refusal for ${name}`);
      expect(JSON.stringify(refusal)).toContain(
        translate('en').refusals.notManager([], workspace.emulator.idOf(installer)),
      );
    }
  });

  it('review a client of the same name at the same time, and see nothing of each other', async () => {
    const words = new Map([
      [halden, 'Halden waits for its money'],
      [brenner, 'Brenner is called at night'],
    ]);
    const reviews = await Promise.all(
      [...words].map(async ([workspace, text]) => {
        const review = await startReview(workspace, { client: 'Northwind', values: { [FIELDS.mode]: 'open' } });
        await review.fill('mara', complaint(text));
        await review.posted((said) => said.includes(text), `the complaint in ${workspace.teamId}`);
        return review;
      }),
    );
    for (const [i, [workspace, text]] of [...words].entries()) {
      const other = workspace === halden ? brenner : halden;
      expect(await reviews[i]?.threadWords()).toContain(text);
      const foreign = [text, workspace.channel, workspace.emulator.idOf('mara')];
      expect(foreign.filter((one) => other.said().includes(one))).toEqual([]);
      expect(foreign.filter((one) => !workspace.said().includes(one))).toEqual([]);
      expect(await listed(workspace)).toContain('Northwind');
    }
    const dump = await dumpTables(world.db as never);
    for (const table of ['Client', 'Review', 'Answer', 'AuditEntry', 'Post'])
      for (const [workspace, text] of words) {
        const rows = (dump[table] ?? []).filter((row) => row.workspaceId === workspace.teamId);
        expect(rows.length, `${table} of ${workspace.teamId}`).toBeGreaterThan(0);
        const others = [...words.values()].filter((one) => one !== text);
        for (const foreign of others) expect(JSON.stringify(rows)).not.toContain(foreign);
      }
    expect(dump.Review).toHaveLength(2);
  });

  it('cannot reach each other with a button, nor with the name of a third', async () => {
    const [card] = await halden.emulator.history(halden.channel);
    if (!card) throw new Error('there is no card to press on');
    const opened = brenner.gateway.calls('views.open').length;
    const elsewhere = halden.gateway.calls('views.open').length;
    await brenner.people.press('mara', { channel: brenner.channel, message: card }, ACTIONS.answer);
    await brenner.gateway.waitFor(() => brenner.people.ephemerals('mara')[0], 'an answer to the press');
    expect(brenner.gateway.calls('views.open')).toHaveLength(opened);
    expect(halden.gateway.calls('views.open')).toHaveLength(elsewhere);
    // A form that was opened in the one, sent by somebody of the other: possible in a channel that they share.
    const mara = { id: brenner.emulator.idOf('mara'), team_id: brenner.teamId };
    const view = {
      ...{ id: 'V0FOREIGN', type: 'modal', callback_id: VIEWS.settings, blocks: [] },
      app_installed_team_id: halden.teamId,
    };
    const sent = { type: 'view_submission', team: { id: brenner.teamId }, user: mara, view };
    expect(await world.sender.interaction(sent)).toMatchObject({ status: 401, text: '' });
    const forged = await world.sender.command({
      ...{ command: '/client-review', text: 'list', ...SOMEWHERE, channel_id: halden.channel },
      team_id: 'T0ELSEWHERE',
      user_id: halden.emulator.idOf('mara'),
    });
    expect(forged).toMatchObject({ status: 401, text: '' });
  });

  it('do not wait for a store that does not answer', async () => {
    const locked = await world.db.connect();
    await locked.query('BEGIN');
    await locked.query('LOCK TABLE "Installation" IN ACCESS EXCLUSIVE MODE');
    try {
      // Older than what is used without a look at the store.
      world.advance({ minutes: 2 });
      for (const workspace of [halden, brenner]) expect(await listed(workspace)).toContain('Northwind');
      const event = { type: 'user_change', user: { id: halden.emulator.idOf('tom'), team_id: halden.teamId } };
      expect(await halden.tell(event, world.clock())).toMatchObject({ status: 200 });
      // Not remembered: it is waited for, but not until Slack gives up, and Slack may ask again.
      const unknown = { command: '/client-review', text: 'list', team_id: 'T0NEW', ...SOMEWHERE };
      expect(await world.sender.command(unknown)).toMatchObject({ status: 401 });
    } finally {
      await locked.query('ROLLBACK');
      locked.release();
    }
  });

  it('go on after a restart', async () => {
    await world.restart();
    for (const workspace of [halden, brenner]) expect(await listed(workspace)).toContain('Northwind');
  });

  it.each([
    { title: 'the token first', events: [REVOKED, UNINSTALLED] },
    { title: 'the app first, each told twice', events: [UNINSTALLED, REVOKED, UNINSTALLED, REVOKED] },
  ])('can uninstall it and install it again: $title', async ({ events }) => {
    world.advance({ minutes: 1 });
    // What a start or a tick began before may still ask this Slack something; it is over when the next tick is.
    await world.tick();
    const goneAt = world.clock();
    for (const event of events) expect(await brenner.tell(event, goneAt)).toMatchObject({ status: 200 });
    await expect.poll(installations).toMatchObject([
      { hasToken: true, isGone: false },
      { hasToken: false, isGone: true },
    ]);
    await expect.poll(async () => (await list(brenner)).status).toBe(401);
    await world.tick();
    const calls = brenner.gateway.calls().length;
    world.advance({ minutes: 60 * 24 });
    await world.tick();
    expect(await listed(halden)).toContain('Northwind');
    expect(brenner.gateway.calls()).toHaveLength(calls);

    expect((await brenner.install()).status).toBe(200);
    expect(await listed(brenner)).toContain('Northwind');
    // Late news of what was before.
    await brenner.tell(UNINSTALLED, goneAt);
    await brenner.tell(REVOKED, goneAt);
    expect(await listed(brenner)).toContain('Northwind');
    expect(await installations()).toMatchObject([{ hasToken: true }, { hasToken: true }]);
  });

  it('leave no token in the database or in the log', async () => {
    const tokens = world.router.tokens();
    expect(tokens).toHaveLength(4);
    const dump = JSON.stringify(await dumpTables(world.db as never));
    for (const token of tokens) {
      for (const spelled of [token, Buffer.from(token).toString('hex'), Buffer.from(token).toString('base64')])
        expect(dump).not.toContain(spelled);
      expect(world.logs()).not.toContain(token);
    }
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { translate } from '../../src/i18n/index.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, FACILITATOR, SAID, START, WORKSPACE } from '../support/usecase-world.ts';
import { aUser } from './guard/sample-people.ts';
import { createListenerWorld, type ListenerWorld } from './listeners/listener-world.ts';
import { limited, refuse } from './outbox/scripted-slack.ts';

const en = translate('en');

let world: ListenerWorld;
beforeAll(async () => {
  world = await createListenerWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
  await world.stores.workspace.save({ ...world.deps.defaults, daysOff: [] });
  world.reset();
  world.slack.on('views.publish', (_, call) => ({ ok: true, view: { hash: `h${call}` } }));
});

const homeOf = (userId: string) => ({ workspaceId: WORKSPACE, userId });
const open = (userId: string, shown: string | null = null) => world.ctx.homes.open({ ...homeOf(userId), shown });
const refresh = (userId: string) => world.ctx.homes.refresh(homeOf(userId));
const published = () => world.slack.callsOf('views.publish');
const opened = async () => (await world.pool.query('SELECT "userId", "isManager" FROM "HomeView" ORDER BY 1')).rows;

describe('a Home that is opened', () => {
  it('takes one look at the database and one call of Slack, and is noted once a day', async () => {
    await world.start({ team: aTeam(3) });
    await open('U01');
    world.reset();
    let statements = 0;
    const count = () => {
      statements += 1;
    };
    world.pool.on('acquire', count);
    expect(await open('U01')).toEqual({ kind: 'published' });
    world.pool.off('acquire', count);
    // The second one notes that it was opened; nobody waits for it to see their Home.
    expect(statements).toBe(2);
    expect(world.slack.calls.map(({ method }) => method)).toEqual(['views.publish']);
    await open(FACILITATOR);
    expect(await opened()).toEqual([
      { userId: 'U01', isManager: false },
      { userId: FACILITATOR, isManager: true },
    ]);
  });

  it('speaks the language of its reader', async () => {
    await open('U02');
    expect(published()[0]?.view).toContain('Доброе утро');
    await world.stores.memberSettings.saveLanguage('U02', 'en');
    await open('U02');
    expect(published()[1]?.view).toContain('Good morning');
  });

  it('makes a workspace that is seen for the first time', async () => {
    await emptyTables(world.pool);
    expect(await open(FACILITATOR)).toEqual({ kind: 'published' });
    expect(published()[0]?.view).toContain('No clients yet');
  });

  it.each([
    ['a guest', { is_restricted: true }],
    ['somebody who was deactivated', { deleted: true }],
    ['somebody from outside', { team_id: 'T0OTHER' }],
  ])('says politely that there is nothing for %s', async (_, user) => {
    await world.start({ team: aTeam(3) });
    world.slack.on('users.info', ({ user: id = '' }) => ({ ok: true, user: aUser({ id, ...user }) }));
    world.ctx.directory.forget('U03');
    await open('U03');
    const said = published()[0]?.view ?? '';
    expect(said).toContain(JSON.stringify(en.home.refused.notOurs).slice(1, -1));
    expect(said).not.toContain('Client');
    expect(await opened()).toEqual([]);
    world.ctx.directory.forget('U03');
    world.slack.on('users.info', ({ user: id = '' }) => ({
      ok: true,
      user: aUser({ id, is_admin: id === FACILITATOR }),
    }));
  });
});

describe('a Home that is looked at again', () => {
  it('is shown anew only when it says something else, with the hash of what is there', async () => {
    const { id } = await world.start({ mode: 'open', team: aTeam(3) });
    await open('U01');
    expect(await refresh('U01')).toEqual({ kind: 'unchanged' });
    await world.answer(id, 'U01', SAID.noComplaint);
    expect(await refresh('U01')).toEqual({ kind: 'published' });
    expect(published().map(({ hash }) => hash)).toEqual([undefined, 'h1']);
    expect(published()[1]?.view).toContain(en.home.nothingWaits);
  });

  it('is read anew when another one was shown meanwhile', async () => {
    const { id } = await world.start({ mode: 'open', team: aTeam(3) });
    await open('U01');
    world.slack.on('views.publish', async ({ hash }) => {
      if (hash === undefined) return { ok: true, view: { hash: 'mine' } };
      await world.answer(id, 'U01', SAID.noComplaint);
      return refuse('hash_conflict');
    });
    expect(await open('U01', 'old')).toEqual({ kind: 'published' });
    expect(published().at(-1)).toMatchObject({ user_id: 'U01' });
    expect(published().at(-1)?.view).toContain(en.home.nothingWaits);
  });

  it('comes later when Slack says so, and is given up with a word in the log when the Home tab is off', async () => {
    world.slack.on('views.publish', () => limited(7));
    expect(await open('U01')).toEqual({ kind: 'later', afterMs: 7_000 });
    world.slack.on('views.publish', () => refuse('not_enabled'));
    expect(await refresh('U01')).toEqual({ kind: 'unchanged' });
    expect(world.lines.join()).toContain('the Home tab is off');
  });

  it('stays as it is while Slack cannot say who its reader is', async () => {
    await open('U01');
    world.slack.on('users.info', () => ({ status: 503 }));
    world.ctx.directory.forget('U01');
    expect(await refresh('U01')).toEqual({ kind: 'unchanged' });
    world.slack.on('users.info', ({ user: id = '' }) => ({ ok: true, user: aUser({ id }) }));
  });
});

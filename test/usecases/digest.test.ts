import { afterEach, describe, expect, it } from 'vitest';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { savePulseAnswer } from '../../src/usecases/answer-pulse.ts';
import { closeHealthWeek, closePulses } from '../../src/usecases/close-pulses.ts';
import { followChannel } from '../../src/usecases/follow-channel.ts';
import { readDigest } from '../../src/usecases/read-digest.ts';
import { saveDigestChannel } from '../../src/usecases/save-digest-channel.ts';
import { sendDigest } from '../../src/usecases/send-digest.ts';
import { sendPulses } from '../../src/usecases/send-pulses.ts';
import { tellDigestRefused } from '../../src/usecases/tell-digest-refused.ts';
import { anItem } from '../support/follow-up.ts';
import { createPulseWorld, type Person, type PulseWorld, THURSDAY } from '../support/pulse-world.ts';
import { WORKSPACE } from '../support/usecase-world.ts';

const LONDON = { timeZone: 'Europe/London' };
const THREE = { U1: LONDON, U2: LONDON, U3: LONDON };
const WEEK = weekOf('2026-11-05');
const FRIDAY_EVENING = '2026-11-06T18:00:00Z';
const CHANNEL = 'CDIGEST';

let world: PulseWorld;
afterEach(() => world.close());

async function start(people: Record<string, Person | null>) {
  world = await createPulseWorld(people);
  await save(CHANNEL);
  world.setNow(THURSDAY);
}

const save = (channelId: string | null) =>
  saveDigestChannel(world.deps, { workspaceId: WORKSPACE, userId: 'UBOSS', channelId });
const send = (week = WEEK) => sendDigest(world.deps, { workspaceId: WORKSPACE, week });
const due = () => world.storage.sweep.findDueDigests(WEEK - 8);
const read = (week = WEEK) => readDigest(world.deps, { workspaceId: WORKSPACE, week });
const ask = () => sendPulses(world.deps, WORKSPACE);
const digests = async () =>
  (await world.postsOf(CHANNEL)).map(({ purpose, message, revision }) => [
    purpose,
    (message as { kind: string }).kind,
    revision,
  ]);

async function answer(userId: string, clientId: string, rating: 1 | 3 | 5, comment: string | null = null, week = WEEK) {
  const given = { clientId, rating, signals: ['off_hours' as const], comment };
  const saved = await savePulseAnswer(world.deps, { workspaceId: WORKSPACE, week, userId, answer: given });
  if (!saved.ok) throw new Error(`an answer was refused: ${saved.reason}`);
}

async function closeEverything(): Promise<void> {
  await closePulses(world.deps, WORKSPACE);
  for (const ref of await world.storage.sweep.findClosableWeeks(WEEK - 8)) await closeHealthWeek(world.deps, ref);
}

describe('the digest of a week', () => {
  it('is owed once, by whichever of two replicas comes first, when every client’s week has closed', async () => {
    await start(THREE);
    const acme = await world.aClient('Acme', ['U1', 'U2']);
    const bolt = await world.aClient('Bolt', ['U3']);
    await ask();
    await answer('U1', acme, 5);
    expect(await due()).toEqual([]);
    world.setNow(FRIDAY_EVENING);
    await closePulses(world.deps, WORKSPACE);
    expect(await due()).toEqual([{ workspaceId: WORKSPACE, week: WEEK }]);
    await closeHealthWeek(world.deps, { workspaceId: WORKSPACE, clientId: acme, week: WEEK });
    expect(await send()).toEqual({ kind: 'not_over' });
    await closeHealthWeek(world.deps, { workspaceId: WORKSPACE, clientId: bolt, week: WEEK });
    const kinds = (await Promise.all([send(), send()])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['sent', 'sent_before']);
    expect(await due()).toEqual([]);
    expect(await digests()).toEqual([[`digest:${WEEK}`, 'digest', 1]]);
  });

  it('waits for somebody whom Slack cannot tell, until the window has closed in the last zone on earth', async () => {
    await start({ U1: LONDON, U2: null });
    await world.aClient('Acme', ['U1']);
    await world.aClient('Bolt', ['U2']);
    await ask();
    world.setNow(FRIDAY_EVENING);
    await closeEverything();
    expect(await send()).toEqual({ kind: 'not_over' });
    world.setNow('2026-11-07T06:00:00Z');
    await closeEverything();
    expect(await send()).toMatchObject({ kind: 'sent' });
  });

  it('is not posted without a channel or without clients', async () => {
    await start(THREE);
    const acme = await world.aClient('Acme', ['U1']);
    await ask();
    world.setNow(FRIDAY_EVENING);
    await closeEverything();
    await save(null);
    expect([await due(), await send()]).toEqual([[], { kind: 'no_channel' }]);
    await save(CHANNEL);
    await world.stores.clients.setArchived(acme, new Date(FRIDAY_EVENING));
    expect([await send(), (await read()).clients]).toEqual([{ kind: 'no_clients' }, []]);
    expect(await digests()).toEqual([]);
  });

  it('is only that of the newest week when earlier ones could not be sent', async () => {
    await start(THREE);
    await world.aClient('Acme', ['U1']);
    const thursdays = ['2026-11-05T15:00:00Z', '2026-11-12T15:00:00Z', '2026-11-19T15:00:00Z'];
    for (const [i, thursday] of thursdays.entries()) {
      world.setNow(thursday);
      await ask();
      world.setNow(new Date(Date.parse(thursday) + 27 * 3_600_000));
      await closeEverything();
      // The first was owed and held back in Slack, the second never asked for.
      if (i === 0) await send();
    }
    expect(await due()).toEqual([{ workspaceId: WORKSPACE, week: WEEK + 2 }]);
    expect(await send(WEEK + 2)).toEqual({ kind: 'sent', skippedWeeks: [WEEK, WEEK + 1] });
    expect(await digests()).toEqual([
      [`digest:${WEEK}`, 'retracted', 2],
      [`digest:${WEEK + 2}`, 'digest', 1],
    ]);
    expect(await due()).toEqual([]);
  });

  it('goes to the new channel while it is not in Slack, and follows its channel to a new id', async () => {
    await start(THREE);
    await world.aClient('Acme', ['U1']);
    await ask();
    world.setNow(FRIDAY_EVENING);
    await closeEverything();
    await send();
    await save('CNEW');
    expect(await digests()).toEqual([]);
    expect((await world.postsOf('CNEW')).map(({ purpose }) => purpose)).toEqual([`digest:${WEEK}`]);
    await followChannel(world.deps, { workspaceId: WORKSPACE, oldId: 'CNEW', newId: CHANNEL });
    expect((await world.stores.pulses.findSettings())?.digestChannelId).toBe(CHANNEL);
    await save(null);
    expect(await digests()).toEqual([[`digest:${WEEK}`, 'retracted', 3]]);
    const log = (await world.stores.audit.list()).filter(({ action }) => action === 'digest_channel_changed');
    expect(log.map(({ details }) => details?.channelId).sort()).toEqual([CHANNEL, 'CNEW', null].sort());
  });

  it('that may not be seen in its channel is told to managers, once each for a reason', async () => {
    await start(THREE);
    const tell = (channelId = CHANNEL) =>
      tellDigestRefused(world.deps, { workspaceId: WORKSPACE, week: WEEK, channelId, reason: 'external' });
    await tell();
    await tell();
    await tell('CELSEWHERE');
    const toBoss = await world.postsOf('UBOSS');
    expect(toBoss.map(({ purpose, revision }) => [purpose, revision])).toEqual([
      [`digest-refused:${WEEK}:external:UBOSS`, 1],
    ]);
    const settings = await world.stores.workspace.findOrCreate(world.deps.defaults);
    await world.stores.workspace.save({ ...settings, managerIds: ['U1', 'U2'] });
    await tell();
    expect([(await world.postsOf('U1')).length, (await world.postsOf('U2')).length]).toEqual([1, 1]);
  });
});

describe('what a digest says', () => {
  it('is how many answered, with comments in no order and without names where three answered', async () => {
    await start({ ...THREE, U4: LONDON });
    const acme = await world.aClient('Acme', ['U1', 'U2', 'U3', 'U4']);
    const bolt = await world.aClient('Bolt', ['U1', 'U2']);
    await world.aClient('Quiet', ['U1'], { hasPulse: false });
    await ask();
    for (const userId of ['U1', 'U2', 'U3']) await answer(userId, acme, 1, `Calls ${userId}`);
    await answer('U1', bolt, 5, 'Lovely');
    world.setNow(FRIDAY_EVENING);
    await closeEverything();
    const digest = await read();
    expect(digest).toMatchObject({ week: WEEK, asked: 4, answered: 3 });
    expect(digest.clients).toMatchObject([
      {
        ...{ name: 'Acme', need: 'critical', answers: { asked: 4, respondents: 3, areFew: false } },
        ...{ signals: [{ id: 'off_hours', respondents: 3 }], alerts: ['critical'] },
      },
      {
        ...{ name: 'Bolt', answers: { asked: 2, respondents: 1, areFew: true } },
        ...{ signals: [], comments: { texts: [], withheld: 1 } },
      },
    ]);
    expect([...(digest.clients[0]?.comments.texts ?? [])].sort()).toEqual(['Calls U1', 'Calls U2', 'Calls U3']);
    expect(JSON.stringify(digest)).not.toContain('Lovely');
  });

  it('has no score in a week in which nobody answered, and says who is in a review', async () => {
    await start(THREE);
    const acme = await world.aClient('Acme', ['U1', 'U2']);
    await ask();
    world.setNow(FRIDAY_EVENING);
    await closeEverything();
    await world.start({ client: { id: acme } });
    expect(await read()).toMatchObject({
      ...{ asked: 2, answered: 0 },
      clients: [{ need: 'no_data', health: null, answers: { asked: 2, respondents: 0 }, hasOpenReview: true }],
    });
  });

  it('counts open items of plans, and those whose day is over, but not of a client we part with', async () => {
    await start(THREE);
    const [acme, bolt] = [await world.aClient('Acme', ['U1']), await world.aClient('Bolt', ['U1'])];
    await ask();
    world.setNow(FRIDAY_EVENING);
    await closeEverything();
    for (const clientId of [acme, bolt]) {
      const { id: reviewId } = await world.start({ client: { id: clientId } });
      const { suggestionId, text, isFirst, ownerId, givenById, givenAt } = anItem();
      const item = { clientId, reviewId, suggestionId, text, isFirst, ownerId, givenById, givenAt };
      const due = ['2026-11-05', '2026-12-04'];
      await world.stores.plans.addItems(due.map((dueOn) => ({ ...item, dueOn, submitKey: `${clientId} ${dueOn}` })));
    }
    await world.stores.clients.setStatus(bolt, 'parting');
    expect((await read()).clients).toMatchObject([
      { name: 'Acme', items: { open: 2, overdue: 1 } },
      { name: 'Bolt', items: { open: 0, overdue: 0 } },
    ]);
  });

  it('is every one of 200 clients, and what was known of them before', async () => {
    await start(THREE);
    const ids: string[] = [];
    for (let i = 0; i < 200; i += 1) ids.push(await world.aClient(`Client ${i}`, ['U1']));
    await ask();
    await answer('U1', ids[7] ?? '', 1);
    world.setNow(FRIDAY_EVENING);
    await closePulses(world.deps, WORKSPACE);
    await closeHealthWeek(world.deps, { workspaceId: WORKSPACE, clientId: ids[7] ?? '', week: WEEK });
    const now = await read();
    expect(now.clients).toHaveLength(200);
    expect(now.clients[0]).toMatchObject({ name: 'Client 7', need: 'critical' });
    const next = await read(WEEK + 1);
    expect(next.clients.find(({ id }) => id === ids[7])).toMatchObject({ health: null, last: { week: WEEK } });
    expect(next.clients.every(({ answers }) => answers === null)).toBe(true);
  });
});

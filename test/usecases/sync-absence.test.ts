import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '../../src/domain/member.ts';
import { afterAnswer } from '../../src/usecases/after-answer.ts';
import { readCard } from '../../src/usecases/read-card.ts';
import { readWhoAnswered } from '../../src/usecases/read-who-answered.ts';
import { isReminderDue } from '../../src/usecases/remind-participants.ts';
import { endOwnPause, saveDaysOff } from '../../src/usecases/save-days-off.ts';
import { type PresenceDeps, syncAbsence } from '../../src/usecases/sync-absence.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, FACILITATOR, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
/** What Slack says: people it does not answer for, who is different, and who is not in the channel. */
let slack: { silent: string[]; changed: Record<string, Partial<Member>>; gone: string[] | null };
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  slack = { silent: [], changed: {}, gone: [] };
  await emptyTables(world.pool);
});

const memberOf = (id: string): Member => ({
  ...{ id, name: id, isDeactivated: false, isBot: false, isGuest: false, isOutside: false, isAdmin: false },
  ...{ locale: 'en-US', timeZone: 'Europe/Berlin', ...slack.changed[id] },
});

const findPresence: PresenceDeps['findPresence'] = async ({ userIds }) => ({
  members: userIds.map((id) => (slack.silent.includes(id) ? null : memberOf(id))),
  inChannel: slack.gone && userIds.filter((id) => !slack.gone?.includes(id)),
});
const sync = (reviewId: string) => syncAbsence({ ...world.deps, findPresence }, { workspaceId: WORKSPACE, reviewId });
const ref = (reviewId: string) => ({ workspaceId: WORKSPACE, reviewId });
const absences = async (reviewId: string) =>
  Object.fromEntries(
    (await world.stores.participants.list(reviewId)).flatMap(({ userId, absence }) =>
      absence === null ? [] : [[userId, absence]],
    ),
  );
const takeOff = (userId: string, from: string, to = from) =>
  saveDaysOff(world.deps, { workspaceId: WORKSPACE, userId, timeZone: 'UTC', add: { from, to }, remove: [] });

describe.each(['private', 'open'] as const)('a %s review', (mode) => {
  it('notes for whom it does not wait, with a trace, and waits again for who comes back', async () => {
    const { id } = await world.start({ mode, team: aTeam(6) });
    await takeOff('U04', '2026-11-02', '2026-11-06');
    slack.changed = { U01: { isDeactivated: true }, U02: { isGuest: true } };
    slack.gone = ['U02', 'U03'];
    expect(await sync(id)).toBe(true);
    const expected = { U01: 'deactivated', U02: 'guest', U03: 'left_channel', U04: 'away' };
    expect(await absences(id)).toEqual(expected);
    expect((await world.stores.outbox.find(`card:${id}`))?.revision).toBe(2);
    expect(await sync(id)).toBe(false);
    slack = { silent: [], changed: {}, gone: [] };
    await saveDaysOff(world.deps, {
      ...{ workspaceId: WORKSPACE, userId: 'U04', timeZone: 'UTC', add: null },
      remove: [{ from: '2026-11-02', to: '2026-11-06' }],
    });
    expect(await sync(id)).toBe(true);
    expect(await absences(id)).toEqual({});
    const trace = (await world.stores.audit.list()).filter(({ action }) => action === 'absence_changed');
    expect(trace).toHaveLength(8);
    expect(trace).toContainEqual({
      ...{ actorId: null, action: 'absence_changed', subject: id, at: START },
      details: { userId: 'U03', from: null, to: 'left_channel' },
    });
  });

  it('ends a step without those it does not wait for', async () => {
    const { id } = await world.start({ mode, team: aTeam(4) });
    for (const userId of ['U01', 'U02', 'U03']) await world.answer(id, userId, SAID.noComplaint);
    slack.gone = ['U04'];
    await sync(id);
    expect(await world.stateOf(id)).toBe('positives');
    for (const userId of ['U01', 'U02']) await world.answer(id, userId, SAID.positive(null));
    expect(await afterAnswer(world.deps, { ...ref(id), phase: 'positives' })).toBe(false);
    await world.answer(id, 'U03', SAID.positive(null));
    expect(await afterAnswer(world.deps, { ...ref(id), phase: 'positives' })).toBe(true);
    expect(await world.stateOf(id)).toBe('lessons');
  });

  it('does not take the answer of somebody it does not wait for in place of one it waits for', async () => {
    const { id } = await world.start({ mode, team: aTeam(3) });
    slack.gone = ['U03'];
    await sync(id);
    for (const userId of ['U01', 'U03'])
      expect(await world.answer(id, userId, SAID.noComplaint)).toMatchObject({ ok: true });
    expect(await afterAnswer(world.deps, { ...ref(id), phase: 'complaints' })).toBe(false);
    expect(await world.stateOf(id)).toBe('complaints');
  });

  it('does not rush when nobody is left to wait for', async () => {
    const { id } = await world.start({ mode, team: aTeam(3) });
    slack.gone = ['U01', 'U02', 'U03'];
    await sync(id);
    expect(await world.storage.sweep.findCompleteReviews()).toEqual([]);
    expect(await world.advance(id, 'everyone_answered', null)).toEqual({ ok: false, reason: 'not_due' });
    world.setNow(new Date('2026-11-03T09:00:00Z'));
    expect(await world.advance(id, 'time_up', null)).toMatchObject({ ok: true });
  });

  it('is found complete by the clock when only absent people are missing', async () => {
    const { id } = await world.start({ mode, team: aTeam(3) });
    await world.answer(id, 'U01', SAID.noComplaint);
    await world.answer(id, 'U02', SAID.noComplaint);
    expect(await world.storage.sweep.findCompleteReviews()).toEqual([]);
    await world.stores.presence.setAbsence(id, { userId: 'U03', from: null, to: 'away' });
    expect(await world.storage.sweep.findCompleteReviews()).toEqual([ref(id)]);
  });

  it('says on its card and to the facilitator for whom it does not wait', async () => {
    const { id } = await world.start({ mode, team: aTeam(4) });
    await world.answer(id, 'U01', SAID.noComplaint);
    slack.gone = ['U01', 'U02'];
    await sync(id);
    const absent = [
      { userId: 'U01', absence: 'left_channel' },
      { userId: 'U02', absence: 'left_channel' },
    ];
    expect(await readCard(world.deps, ref(id))).toMatchObject({ invited: 4, answered: 1, notWaitedFor: absent });
    expect(await readWhoAnswered(world.deps, { ...ref(id), userId: FACILITATOR })).toEqual({
      ...{ ok: true, answered: ['U01'], waiting: ['U03', 'U04'], absent: absent.slice(1) },
    });
    const due = (userId: string) => isReminderDue(world.deps, { ...ref(id), userId, phase: 'complaints' });
    expect([await due('U02'), await due('U03')]).toEqual([false, true]);
  });

  it('comes to a verdict as if those who could not answer had not been invited', async () => {
    const { id } = await world.start({ mode, team: aTeam(8) });
    for (const userId of ['U01', 'U02', 'U03', 'U08']) await world.answer(id, userId, SAID.noComplaint);
    slack.gone = ['U04', 'U05', 'U06', 'U07', 'U08'];
    await sync(id);
    // U01 to U03 were all it waited for.
    expect(await world.stateOf(id)).toBe('positives');
    for (const event of ['next_phase', 'next_phase', 'next_phase'] as const) await world.advance(id, event);
    expect(await world.stateOf(id)).toBe('closed');
    const figures = (await world.stores.records.findVerdict(id))?.figures;
    expect(figures).toMatchObject({ invited: 4, voices: 4, tookPart: 4 });
    const post = await world.stores.outbox.find(`summary:${id}:1`);
    expect(post?.message).toMatchObject({ summary: { notHeard: ['support', 'finance'] } });
  });
});

describe('what waits for voices', () => {
  it('needs as many as those who could answer make necessary, on the card and in the rule', async () => {
    const { id } = await world.start({ team: aTeam(8) });
    await world.answer(id, 'U01', SAID.noComplaint);
    for (let step = 0; step < 4; step += 1) await world.advance(id);
    expect(await readCard(world.deps, ref(id))).toMatchObject({ voices: { have: 1, need: 4 } });
    slack.gone = ['U01', 'U08', 'U07', 'U06'];
    await sync(id);
    expect(await readCard(world.deps, ref(id))).toMatchObject({ invited: 8, voices: { have: 1, need: 3 } });
  });
});

describe('syncAbsence', () => {
  it('changes nothing where Slack did not answer', async () => {
    const { id } = await world.start({ team: aTeam(4) });
    slack.changed = { U01: { isGuest: true } };
    slack.gone = ['U02'];
    await sync(id);
    slack = { silent: ['U01'], changed: { U03: { isDeactivated: true } }, gone: null };
    await sync(id);
    expect(await absences(id)).toEqual({ U01: 'guest', U02: 'left_channel', U03: 'deactivated' });
  });

  it('leaves who was taken off the list', async () => {
    const { id } = await world.start({ team: aTeam(4) });
    await world.stores.presence.setAbsence(id, { userId: 'U01', from: null, to: 'removed' });
    slack.gone = ['U01'];
    expect(await sync(id)).toBe(false);
    expect(await absences(id)).toEqual({ U01: 'removed' });
  });

  it('keeps its hands off a review that moved on while it looked', async () => {
    const { id } = await world.start({ team: aTeam(4) });
    slack.gone = ['U01'];
    const moving: PresenceDeps['findPresence'] = async (asked) => {
      await world.advance(id);
      return findPresence(asked);
    };
    expect(await syncAbsence({ ...world.deps, findPresence: moving }, ref(id))).toBe(false);
    expect(await absences(id)).toEqual({});
  });

  it('does nothing to a review that has closed or is not there', async () => {
    const { id } = await world.start({ team: aTeam(3), preset: 'live' });
    for (let step = 0; step < 5; step += 1) await world.advance(id);
    slack.gone = ['U01'];
    expect(await sync(id)).toBe(false);
    expect(await sync('4c5f6b0e-8f0e-4a53-9c2c-2d1f6f0f7a11')).toBe(false);
  });

  it('does not ask Slack for the voices of a rehearsal', async () => {
    const { id } = await world.start({ team: aTeam(3) });
    await world.pool.query('UPDATE "Review" SET "isRehearsal" = true WHERE id = $1', [id]);
    slack.gone = ['U01'];
    expect(await sync(id)).toBe(false);
  });

  it('waits for nobody in a meeting who is off today', async () => {
    const { id } = await world.start({ team: aTeam(3), preset: 'live' });
    await takeOff('U02', '2026-11-02');
    await sync(id);
    expect(await absences(id)).toEqual({ U02: 'away' });
  });

  it('waits for somebody who is back before the step ends', async () => {
    const { id } = await world.start({ team: aTeam(3) });
    await takeOff('U02', '2026-11-02');
    expect(await sync(id)).toBe(false);
  });
});

describe('an answer of somebody who is not waited for', () => {
  it.each([
    ['away', true],
    ['left_channel', true],
    ['deactivated', false],
    ['guest', false],
    ['outside', false],
    ['removed', false],
  ] as const)('%s: is taken, %s', async (absence, isTaken) => {
    const { id } = await world.start({ team: aTeam(3) });
    await world.stores.presence.setAbsence(id, { userId: 'U01', from: null, to: absence });
    const result = await world.answer(id, 'U01', SAID.complaint('Late again'));
    expect(result).toMatchObject(isTaken ? { ok: true } : { ok: false, reason: 'not_invited' });
  });
});

describe('saveDaysOff', () => {
  it('stores them, and leaves a trace without the days', async () => {
    expect(await takeOff('U01', '2026-12-24', '2026-12-31')).toMatchObject({ ok: true });
    expect(await takeOff('U01', '2026-12-20', '2026-12-23')).toMatchObject({ ok: true });
    const daysOff = await world.stores.memberSettings.findDaysOff(['U01', 'U02']);
    expect([...daysOff]).toEqual([['U01', [{ from: '2026-12-20', to: '2026-12-31' }]]]);
    const [entry] = await world.stores.audit.list();
    expect(entry).toEqual({
      ...{ actorId: 'U01', action: 'days_off_changed', subject: 'U01', details: null, at: START },
    });
  });

  it('keeps a pause, leaves it when nothing is said of it, and ends it', async () => {
    const pauses = async () => [...(await world.stores.memberSettings.findPauses(['U01']))];
    const save = (more: { pausedUntil?: string | null }) =>
      saveDaysOff(world.deps, {
        workspaceId: WORKSPACE,
        userId: 'U01',
        timeZone: 'UTC',
        add: null,
        remove: [],
        ...more,
      });
    await save({ pausedUntil: '2026-11-02' });
    await save({});
    expect(await pauses()).toEqual([['U01', '2026-11-02']]);
    expect(await save({ pausedUntil: '2026-11-01' })).toEqual({ ok: false, reason: 'pause_past' });
    expect(await save({ pausedUntil: '2028-11-01' })).toEqual({ ok: false, reason: 'pause_too_long' });
    expect(await pauses()).toHaveLength(1);
    await endOwnPause(world.deps, { workspaceId: WORKSPACE, userId: 'U01' });
    expect(await pauses()).toEqual([]);
  });

  it('refuses what is over, and stores nothing', async () => {
    expect(await takeOff('U01', '2026-11-01')).toEqual({ ok: false, reason: 'is_past' });
    expect(await world.stores.audit.list()).toEqual([]);
  });
});

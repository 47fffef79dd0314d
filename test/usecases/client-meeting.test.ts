import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { DecisionInput } from '../../src/domain/decision.ts';
import type { TypedRecord } from '../../src/domain/meeting/client-meeting.ts';
import type { ReviewMode } from '../../src/domain/review.ts';
import { answerReadiness } from '../../src/usecases/answer-readiness.ts';
import { askReadiness } from '../../src/usecases/ask-readiness.ts';
import { cancelClientMeeting } from '../../src/usecases/cancel-client-meeting.ts';
import { decideReview } from '../../src/usecases/decide-review.ts';
import { readReadiness } from '../../src/usecases/read-readiness.ts';
import { recordClientMeeting } from '../../src/usecases/record-client-meeting.ts';
import { remindMeeting } from '../../src/usecases/remind-meeting.ts';
import { saveClientMeeting } from '../../src/usecases/save-client-meeting.ts';
import { saveReadinessFigures, settleBeforeDeciding } from '../../src/usecases/save-readiness-figures.ts';
import { aComplaint } from '../support/answers.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, FACILITATOR, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

const TEAM = aTeam(5).map(({ userId }) => userId);
const HURT: Answer = {
  phase: 'complaints',
  complaints: [aComplaint({ signals: ['scope_creep'], severity: 3, frequency: 'sometimes' })],
};
/** Thursday of the same week. */
const THURSDAY = new Date('2026-11-05T13:00:00Z');
const RECORD: TypedRecord = {
  ...{ theirView: 'We pay for flexibility', ourView: '', heardUs: 'partly', willingToMend: 'no', agreed: '' },
};
const PART: DecisionInput = { choice: 'part', rationale: 'Enough', hardStop: null };
const REPAIR: DecisionInput = { choice: 'keep_and_repair', rationale: 'One more try', hardStop: null };
const by = { workspaceId: WORKSPACE, userId: FACILITATOR };

/** Everybody reports the same trouble and something good: keep and repair. Without anything good: part. */
async function closedReview({ isGood = true, mode = 'private' }: { isGood?: boolean; mode?: ReviewMode } = {}) {
  const review = await world.start({ team: aTeam(5), mode });
  await world.play(review.id, [
    ...TEAM.map((userId): [string, Answer] => [userId, HURT]),
    ...TEAM.map((userId): [string, Answer] => [userId, SAID.positive(isGood ? 'They thank us' : null)]),
  ]);
  return review;
}

async function plannedMeeting(reviewId: string, meetingId = randomUUID()) {
  const typed = { startsAt: THURSDAY, place: 'Their office', attendeeIds: ['U01'], prepSheet: 'Invoices' };
  const result = await saveClientMeeting(world.deps, { ...by, reviewId, meetingId, typed });
  return { meetingId, result };
}

const record = (meetingId: string, typed = RECORD, userId = FACILITATOR) =>
  recordClientMeeting(world.deps, { workspaceId: WORKSPACE, userId, meetingId, typed });
const decide = (reviewId: string, input: DecisionInput, more = {}) =>
  decideReview(world.deps, { ...by, reviewId, ...input, ...more });
const versionOf = async (reviewId: string) => (await world.stores.records.findVerdict(reviewId))?.version;
const purposes = async (reviewId: string) => (await world.stores.outbox.listOf(reviewId)).map(({ purpose }) => purpose);

describe('a client meeting', () => {
  it('is planned once, however often its form is sent, and no second one beside it', async () => {
    const { id } = await closedReview();
    const { meetingId } = await plannedMeeting(id);
    expect(await plannedMeeting(id, meetingId)).toMatchObject({ result: { ok: true } });
    expect(await plannedMeeting(id)).toMatchObject({ result: { ok: false, reason: 'planned_already' } });
    expect(await world.stores.meetings.listOf(id)).toHaveLength(1);
    expect(JSON.stringify(await world.stores.outbox.find(`meeting:${meetingId}`))).not.toContain('Invoices');
  });

  it('is not recorded once the client was parted with, and is when it was opened again', async () => {
    const { id, clientId } = await closedReview();
    const { meetingId } = await plannedMeeting(id);
    world.setNow('2026-11-05T15:00:00Z');
    await world.stores.clients.setStatus(clientId, 'parted');
    expect(await record(meetingId)).toEqual({ ok: false, reason: 'client_parted' });
    expect(await versionOf(id)).toBe(1);
    await world.stores.clients.setStatus(clientId, 'active');
    expect(await record(meetingId)).toEqual({ ok: true });
    await world.stores.clients.setStatus(clientId, 'parted');
    expect(await record(meetingId)).toEqual({ ok: true });
    expect(await versionOf(id)).toBe(2);
  });

  it('takes back the messages of the old time when it is moved, and of whoever comes no longer', async () => {
    const { id } = await closedReview();
    const { meetingId } = await plannedMeeting(id);
    const typed = { startsAt: new Date('2026-11-06T13:00:00Z'), attendeeIds: [] };
    expect(await saveClientMeeting(world.deps, { ...by, reviewId: id, meetingId, typed })).toEqual({ ok: true });
    const old = await world.stores.outbox.find(`meeting:${meetingId}:${THURSDAY.getTime()}:U01`);
    expect(old?.message).toEqual({ kind: 'retracted' });
    const now = await world.stores.outbox.find(`meeting:${meetingId}:${typed.startsAt.getTime()}:${FACILITATOR}`);
    expect(now?.message).toMatchObject({ kind: 'meeting' });
    expect(await world.stores.meetings.find(meetingId)).toMatchObject({ prepSheet: 'Invoices', version: 1 });
  });

  it('reminds each who comes once, the working day before, also when two replicas look at once', async () => {
    const { id } = await closedReview();
    const { meetingId } = await plannedMeeting(id);
    const member = { isDeactivated: false, isBot: false, isOutside: false, isAdmin: false, locale: null };
    const findMembers = async (ids: readonly string[]) =>
      ids.map((one) => ({ ...member, id: one, name: one, isGuest: one === 'U01', timeZone: 'UTC' }));
    const deps = { ...world.deps, findMembers };
    const remind = () => remindMeeting(deps, { workspaceId: WORKSPACE, meetingId });
    world.setNow('2026-11-03T10:00:00Z');
    expect(await remind()).toBe(0);
    world.setNow('2026-11-04T10:00:00Z');
    await Promise.all([remind(), remind()]);
    expect(await remind()).toBe(0);
    const reminders = (await world.stores.outbox.listOf(id)).filter(
      ({ message }) => message?.kind === 'meeting_reminder',
    );
    expect(reminders).toMatchObject([{ channelId: FACILITATOR, revision: 1 }]);
  });

  it.each([
    ['no', 'planned', 'closed'],
    ['yes', 'repair', 'decided'],
  ] as const)('that ends with willing to mend: %s gives version 2, %s, and leaves the review %s', async (...row) => {
    const [willingToMend, mode, state] = row;
    const { id, clientId } = await closedReview();
    await decide(id, REPAIR);
    const { meetingId } = await plannedMeeting(id);
    world.setNow(THURSDAY);
    expect(await record(meetingId, { ...RECORD, willingToMend })).toEqual({ ok: true });
    expect(await world.stores.records.findVerdict(id)).toMatchObject({ version: 2, verdict: { mode } });
    expect(await world.stores.records.findVerdict(id, 1)).toMatchObject({ verdict: { mode: 'repair' } });
    expect(await world.stateOf(id)).toBe(state);
    expect(await world.stores.clients.find(clientId)).toMatchObject({ status: 'repairing' });
    expect(await purposes(id)).toContain(`verdict:${id}:2`);
    const again = await decide(id, REPAIR);
    expect(again).toMatchObject({ ok: true, decision: { differs: mode === 'planned' } });
    expect(await decide(id, REPAIR)).toMatchObject({ reason: 'already_decided' });
  });

  it('is recorded once: two at once and the same form twice make one version', async () => {
    const { id } = await closedReview();
    const { meetingId } = await plannedMeeting(id);
    expect(await record(meetingId)).toEqual({ ok: false, reason: 'not_held_yet' });
    world.setNow(THURSDAY);
    const other = { ...RECORD, theirView: 'Something else' };
    const results = await Promise.all([record(meetingId), record(meetingId, other, 'UOTHER')]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const stored = await world.stores.meetings.find(meetingId);
    const typed = { ...RECORD, theirView: stored?.record?.theirView ?? '' };
    expect(await record(meetingId, typed, stored?.recordedById ?? '')).toEqual({ ok: true });
    expect(await versionOf(id)).toBe(2);
    expect(await cancelClientMeeting(world.deps, { ...by, meetingId })).toMatchObject({ reason: 'already_recorded' });
  });

  it('is not decided upon by somebody who saw the version before', async () => {
    const { id } = await closedReview();
    const { meetingId } = await plannedMeeting(id);
    world.setNow(THURSDAY);
    await record(meetingId);
    expect(await decide(id, REPAIR, { seenVersion: 1 })).toEqual({ ok: false, reason: 'verdict_newer' });
    expect(await decide(id, REPAIR, { seenVersion: 2 })).toMatchObject({ ok: true });
  });

  it('of a review from before contexts were kept gives the verdict that it would have given', async () => {
    const { id } = await closedReview();
    await world.pool.query(`UPDATE "Verdict" SET context = NULL`);
    const { meetingId } = await plannedMeeting(id);
    world.setNow(THURSDAY);
    await record(meetingId);
    const stored = await world.stores.records.findVerdict(id);
    expect(stored).toMatchObject({ verdict: { mode: 'planned' }, context: { previousPressure: null } });
  });
});

describe('readiness', () => {
  const ask = (reviewId: string) => askReadiness(world.deps, { ...by, reviewId, userIds: TEAM });
  const say = (reviewId: string, userId: string, level: 'ready' | 'worried' | 'not_ready', comment?: string) =>
    answerReadiness(world.deps, { workspaceId: WORKSPACE, reviewId, userId, level, ...(comment ? { comment } : {}) });
  const figures = (reviewId: string, revenueShare: number | null) =>
    saveReadinessFigures(world.deps, {
      ...{ ...by, reviewId },
      figures: { revenueShare, dependentPay: null, costsToCut: null, replacementIncome: null },
    });

  it('stops a parting until it is answered or skipped, and nothing else', async () => {
    const { id } = await closedReview({ isGood: false });
    expect(await decide(id, PART)).toEqual({ ok: false, reason: 'readiness_not_asked' });
    await ask(id);
    expect(await decide(id, PART)).toEqual({ ok: false, reason: 'readiness_team_silent' });
    await say(id, 'U01', 'ready');
    expect(await decide(id, PART)).toEqual({ ok: false, reason: 'readiness_no_share' });
    expect(await world.stores.records.findDecision(id)).toBeNull();
    await figures(id, 0.1);
    expect(await decide(id, PART)).toMatchObject({ ok: true });
    expect(await say(id, 'U01', 'worried')).toEqual({ ok: false, reason: 'parting_decided' });
  });

  it('is skipped with a reason, which leaves a trace', async () => {
    const { id } = await closedReview({ isGood: false });
    expect(await decide(id, PART, { skipReadiness: 'We asked in person' })).toMatchObject({ ok: true });
    expect(await world.stores.readiness.find(id)).toMatchObject({ skippedReason: 'We asked in person' });
    const actions = (await world.stores.audit.list()).map(({ action }) => action);
    expect(actions).toContain('readiness_skipped');
  });

  it('never delays a confirmed hard stop, nor keeping', async () => {
    const hard: Answer = { phase: 'complaints', complaints: [aComplaint({ signals: ['harassment'] })] };
    const stopped = await world.start({ team: aTeam(3) });
    await world.play(stopped.id, [['U01', hard]]);
    const partNow = { choice: 'part_now', rationale: null, hardStop: 'confirmed' } as const;
    expect(await decide(stopped.id, partNow)).toMatchObject({ ok: true });
    const kept = await closedReview({ isGood: false });
    expect(await decide(kept.id, REPAIR)).toMatchObject({ ok: true });
    const forged = await closedReview({ isGood: false });
    expect(await decide(forged.id, { ...PART, hardStop: 'confirmed' })).toMatchObject({ ok: false });
  });

  it('adjusts the verdict once everybody has answered, and posts nothing where it says the same', async () => {
    const { id } = await closedReview({ isGood: false });
    await ask(id);
    await figures(id, 0.3);
    for (const userId of TEAM.slice(1)) await say(id, userId, 'not_ready');
    expect(await versionOf(id)).toBe(1);
    await say(id, 'U01', 'not_ready');
    expect(await world.stores.records.findVerdict(id)).toMatchObject({
      ...{ version: 2, verdict: { mode: 'repair', adjusted: { revenueShare: 0.3, readiness: 0 } } },
    });
    await say(id, 'U01', 'worried');
    expect(await versionOf(id)).toBe(2);
  });

  it.each([
    ['private', 2, 1],
    ['private', 3, 2],
    ['open', 1, 2],
  ] as const)(
    'of a review that is %s, after %i answers, leaves version %i to decide on',
    async (mode, answers, version) => {
      const { id } = await closedReview({ isGood: false, mode });
      await ask(id);
      await figures(id, 0.3);
      for (const userId of TEAM.slice(0, answers)) await say(id, userId, 'not_ready');
      await settleBeforeDeciding(world.deps, { workspaceId: WORKSPACE, reviewId: id });
      expect(await versionOf(id)).toBe(version);
    },
  );

  it('asks each person once, and takes answers only of who was asked', async () => {
    const { id } = await closedReview({ isGood: false });
    expect(await ask(id)).toEqual({ ok: true, asked: 5 });
    expect(await ask(id)).toEqual({ ok: true, asked: 0 });
    expect(await say(id, 'USTRANGER', 'ready')).toEqual({ ok: false, reason: 'not_asked' });
    expect(await world.stores.outbox.find(`readiness:${id}:U01`)).toMatchObject({ revision: 1 });
  });

  it('shows managers neither who said what, nor how many while fewer than three have answered', async () => {
    const { id } = await closedReview({ isGood: false });
    await ask(id);
    const page = async () => {
      const read = await readReadiness(world.deps, { workspaceId: WORKSPACE, reviewId: id });
      return read.ok ? read.page : null;
    };
    await say(id, 'U01', 'ready', 'We have the pipeline');
    await say(id, 'U02', 'not_ready');
    expect((await page())?.shown).toMatchObject({ answered: 2, readiness: null, counts: null });
    await say(id, 'U03', 'worried');
    expect((await page())?.shown).toMatchObject({ readiness: 50, counts: { ready: 1, worried: 1, not_ready: 1 } });
    expect(JSON.stringify(await page())).not.toMatch(/U0\d/);
    const trace = JSON.stringify([await world.stores.audit.list(), await world.stores.outbox.listOf(id)]);
    expect(trace).not.toMatch(/not_ready|worried|pipeline/);
  });

  it('is not asked in a rehearsal, nor while the review is open', async () => {
    const open = await world.start({ team: aTeam(5) });
    expect(await ask(open.id)).toEqual({ ok: false, reason: 'still_open' });
    await world.pool.query(`UPDATE "Review" SET state = 'closed', "isRehearsal" = true`);
    expect(await ask(open.id)).toEqual({ ok: false, reason: 'review_not_found' });
  });
});

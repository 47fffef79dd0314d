import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Facilitating } from '../../src/usecases/as-facilitator.ts';
import { cancelReview } from '../../src/usecases/cancel-review.ts';
import { changePeople } from '../../src/usecases/change-people.ts';
import { changeTimes } from '../../src/usecases/change-times.ts';
import { endCompleteSteps } from '../../src/usecases/end-complete-steps.ts';
import { moveReview } from '../../src/usecases/move-review.ts';
import { pauseReview } from '../../src/usecases/pause-review.ts';
import { readDesk } from '../../src/usecases/read-desk.ts';
import { remindNow } from '../../src/usecases/remind-now.ts';
import { reopenPhase } from '../../src/usecases/reopen-phase.ts';
import { startRehearsal } from '../../src/usecases/start-rehearsal.ts';
import { type PresenceDeps, syncAbsence } from '../../src/usecases/sync-absence.ts';
import { takeOver } from '../../src/usecases/take-over.ts';
import { takeReply } from '../../src/usecases/take-reply.ts';
import { dumpTables, emptyTables } from '../support/table-dump.ts';
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

const boss = (reviewId: string): Facilitating => ({ workspaceId: WORKSPACE, reviewId, userId: FACILITATOR });
const reminding = () => ({ ...world.deps, findTimeZones: async (ids: readonly string[]) => ids.map(() => 'UTC') });
const pause = (reviewId: string) =>
  pauseReview(world.deps, { workspaceId: WORKSPACE, reviewId, channelId: 'C1', reason: 'external' });
const stateOf = async (reviewId: string) => (await world.stores.reviews.find(reviewId))?.state;
const everything = (text: string) => [SAID.complaint(text), SAID.positive(text), SAID.lesson(text), SAID.vote('keep')];

describe('a paused review', () => {
  it('does not move when its facilitator presses, and loses nothing', async () => {
    const { id } = await world.start();
    await world.advance(id);
    await pause(id);
    const before = await dumpTables(world.pool);
    const end = new Date('2026-11-05T09:00:00Z');
    const refused = { ok: false, reason: 'paused' };
    expect(await remindNow(reminding(), boss(id))).toEqual(refused);
    expect(await reopenPhase(world.deps, { ...boss(id), phase: 'complaints' })).toEqual(refused);
    expect(await changeTimes(world.deps, { ...boss(id), phaseEndsAt: end, deadlineDate: null })).toEqual(refused);
    expect(await dumpTables(world.pool)).toEqual(before);
  });

  it('can be cancelled, and its words are taken out of the channel', async () => {
    const { id } = await world.start({ mode: 'open' });
    await world.answer(id, 'U01', SAID.complaint('They pay late.'));
    await pause(id);
    expect(await cancelReview(world.deps, boss(id))).toEqual({ ok: true });
    expect(JSON.stringify(await dumpTables(world.pool))).not.toContain('They pay late.');
    const post = await world.stores.outbox.find(`answer:${id}:complaints:U01`);
    expect(post?.message).toEqual({ kind: 'retracted' });
  });
});

describe('a review that moves', () => {
  it('says in the new thread what was typed in the old one, and not what was said ahead', async () => {
    const { id, channelId } = await world.start({ mode: 'open', team: aTeam(3) });
    const typed = { messageTs: '1795424400.000001', userId: 'U01', text: 'They pay late.' };
    await takeReply(world.deps, { workspaceId: WORKSPACE, reviewId: id, channelId, ...typed });
    for (const said of everything('Said in one go.')) await world.answer(id, 'U02', said);
    expect(await world.stores.outbox.find(`answer:${id}:complaints:U01`)).toBeNull();
    await moveReview(world.deps, { ...boss(id), isManager: true, channelId: 'C2' });
    const posts = (await world.stores.outbox.listOf(id)).filter((post) => post.channelId === 'C2');
    const answers = posts.flatMap(({ message }) => (message?.kind === 'answer' ? [message.answer] : []));
    expect(answers.map(({ phase }) => phase)).toEqual(['complaints', 'complaints']);
    expect(JSON.stringify(answers)).toContain('They pay late.');
  });
});

describe('somebody who leaves', () => {
  it.each(['private', 'open'] as const)(
    'lets a %s review go to its end when all others have said everything',
    async (mode) => {
      const { id } = await world.start({ mode, team: aTeam(4) });
      for (const userId of ['U01', 'U02', 'U03'])
        for (const said of everything(`by ${userId}`)) await world.answer(id, userId, said);
      expect(await endCompleteSteps(world.deps, boss(id))).toEqual([]);
      const findPresence: PresenceDeps['findPresence'] = async ({ userIds }) => ({
        members: userIds.map((userId) => ({
          ...{ id: userId, name: userId, isDeactivated: false, isBot: false, isGuest: false, isOutside: false },
          ...{ isAdmin: false, locale: null, timeZone: 'UTC' },
        })),
        inChannel: ['U01', 'U02', 'U03'],
      });
      await syncAbsence({ ...world.deps, findPresence }, boss(id));
      expect(await stateOf(id)).toBe('closed');
      expect((await world.stores.records.findVerdict(id))?.figures).toMatchObject({ invited: 3, voices: 3 });
    },
  );
});

describe('a step that is opened again', () => {
  it('waits for its time though everybody, but for one who is not waited for, has answered all of it', async () => {
    const { id } = await world.start({ team: aTeam(4) });
    await world.advance(id);
    await changePeople(world.deps, { ...boss(id), add: [], remove: ['U04'] });
    for (const userId of ['U01', 'U02', 'U03'])
      for (const said of everything(`by ${userId}`)) await world.answer(id, userId, said);
    expect(await reopenPhase(world.deps, { ...boss(id), phase: 'complaints' })).toMatchObject({ ok: true });
    expect(await endCompleteSteps(world.deps, boss(id))).toEqual([]);
    expect(await stateOf(id)).toBe('complaints');
    await world.advance(id);
    expect(await endCompleteSteps(world.deps, boss(id))).toEqual(['lessons', 'vote', 'closed']);
  });
});

describe('a rehearsal', () => {
  it('is nobody’s to take over, has no people to change, to remind or to move', async () => {
    const input = { workspaceId: WORKSPACE, userId: FACILITATOR, mode: 'private', language: 'en' } as const;
    const { id } = await startRehearsal(world.deps, input);
    const gone = { ok: false, reason: 'review_not_found' };
    expect(await takeOver(world.deps, { ...boss(id), userId: 'U77', isManager: true })).toEqual(gone);
    expect(
      await changePeople(world.deps, { ...boss(id), add: [{ userId: 'U77', role: 'sales' }], remove: [] }),
    ).toEqual(gone);
    expect(await remindNow(reminding(), boss(id))).toEqual(gone);
    expect(await moveReview(world.deps, { ...boss(id), isManager: true, channelId: 'C2' })).toEqual(gone);
    const seen = await readDesk(world.deps, { ...boss(id), userId: 'U77', isManager: true, isOpening: true });
    expect(seen).toEqual({ ...gone, review: null });
  });
});

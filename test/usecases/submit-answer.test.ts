import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Complaint, MAX_COMPLAINTS } from '../../src/domain/answer.ts';
import { complaintMark } from '../../src/domain/complaint-mark.ts';
import { digestOfWords } from '../../src/privacy/words-digest.ts';
import { readOwnAnswers } from '../../src/usecases/read-own-answers.ts';
import { submitComplaint } from '../../src/usecases/submit-complaint.ts';
import { withdrawAnswer } from '../../src/usecases/withdraw-answer.ts';
import { aComplaint } from '../support/answers.ts';
import { dumpTables, emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, FACILITATOR, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

const rowsOf = async (table: string) => (await dumpTables(world.pool))[table] ?? [];
const postsOf = async (kind: string) =>
  (await rowsOf('Post')).filter(({ purpose }) => String(purpose).startsWith(kind));
const auditOf = async (action: string) => (await world.stores.audit.list()).filter((entry) => entry.action === action);

async function ownOf(reviewId: string, userId: string) {
  const own = await readOwnAnswers(world.deps, { workspaceId: WORKSPACE, reviewId, userId });
  if (!own.ok) throw new Error(own.reason);
  return own.answers;
}

function withdraw(reviewId: string, userId: string, phase: 'complaints' | 'positives' | 'vote' = 'complaints') {
  return withdrawAnswer(world.deps, { workspaceId: WORKSPACE, reviewId, userId, phase });
}

describe('submitAnswer', () => {
  it.each(['open', 'private'] as const)('keeps what a person said last in a review that is %s', async (mode) => {
    const { id } = await world.start({ mode });
    expect(await world.answer(id, 'U01', SAID.complaint('They pay late'))).toMatchObject({ ok: true, isLate: false });
    await world.answer(id, 'U02', SAID.noComplaint);
    await world.answer(id, 'U01', SAID.complaint('They never pay'));
    expect(await ownOf(id, 'U01')).toEqual({ complaints: SAID.complaint('They never pay') });
    expect(await ownOf(id, 'U02')).toEqual({ complaints: SAID.noComplaint });
    expect(await rowsOf('Answer')).toHaveLength(2);
  });

  it.each([false, true])(
    'takes what many say at one moment, with what it owes the thread (hidden: %s)',
    async (isHidden) => {
      const team = aTeam(12);
      const reviews = [await world.start({ mode: 'open', team }), await world.start({ mode: 'open', team })];
      const [{ id } = { id: '' }] = reviews;
      const digest = digestOfWords(id, { kind: 'complaint', text: 'late, says U03' });
      if (isHidden)
        await world.stores.hiddenWords.add(id, { digest, reason: 'unfair', hiddenById: FACILITATOR, at: START });
      const said = reviews.flatMap((review) => team.map(({ userId }) => ({ reviewId: review.id, userId })));
      const results = await Promise.all(
        said.map(({ reviewId, userId }) => world.answer(reviewId, userId, SAID.complaint(`late, says ${userId}`))),
      );
      expect(results.filter(({ ok }) => !ok)).toEqual([]);
      const texts = (await postsOf('answer:')).map(({ message }) => JSON.stringify(message));
      expect(texts).toHaveLength(24);
      expect(texts.filter((text) => text.includes('late, says U03'))).toHaveLength(isHidden ? 1 : 2);
      expect(texts.filter((text) => text.includes('unfair'))).toHaveLength(isHidden ? 1 : 0);
      expect(await auditOf('answer_saved')).toHaveLength(24);
      expect(await rowsOf('Answer')).toHaveLength(24);
      const jobs = await world.pool.query(
        `SELECT 1 FROM graphile_worker._private_jobs WHERE key LIKE 'post:%:answer:%' AND is_available`,
      );
      expect(jobs.rowCount).toBe(24);
    },
  );

  it('takes an answer to an earlier question as late', async () => {
    const { id } = await world.start();
    await world.advance(id);
    expect(await world.answer(id, 'U01', SAID.noComplaint)).toMatchObject({ ok: true, isLate: true });
    expect(await world.answer(id, 'U01', SAID.positive('They thank us'))).toMatchObject({ ok: true, isLate: false });
  });

  it.each(['open', 'private'] as const)('refuses in a review that is %s', async (mode) => {
    const { id } = await world.start({ mode });
    const said = SAID.noComplaint;
    expect(await world.answer(NOBODY, 'U01', said)).toEqual({ ok: false, reason: 'review_not_found', review: null });
    expect(await world.answer(id, 'U99', said)).toMatchObject({ ok: false, reason: 'not_invited', review: { id } });
    expect(await world.answer(id, 'U01', SAID.vote('keep'))).toMatchObject({ ok: false, reason: 'not_open_yet' });
    for (let step = 0; step < 5; step += 1) await world.advance(id);
    expect(await world.stateOf(id)).toBe('closed');
    expect(await world.answer(id, 'U01', said)).toMatchObject({ ok: false, reason: 'review_closed' });
    expect(await auditOf('answer_saved')).toEqual([]);
    expect(await rowsOf('Answer')).toEqual([]);
  });

  it('owes an open answer to the thread in its newest words, a vote not', async () => {
    const { id } = await world.start({ mode: 'open', team: openTeam });
    await world.answer(id, 'U01', SAID.complaint('They pay late'));
    await world.answer(id, 'U01', SAID.complaint('They never pay'));
    expect(await postsOf('answer:')).toMatchObject([
      {
        ...{ purpose: `answer:${id}:complaints:U01`, parentPurpose: `card:${id}`, revision: 2 },
        message: { userId: 'U01', role: 'sales', answer: SAID.complaint('They never pay'), isLate: false },
      },
    ]);
    for (let step = 0; step < 3; step += 1) await world.advance(id);
    await world.answer(id, 'U01', SAID.vote('part'));
    expect(await postsOf('answer:')).toHaveLength(1);
  });

  it('leaves neither post nor job nor name of a private answer', async () => {
    const { id } = await world.start();
    const before = await dumpTables(world.pool);
    await world.answer(id, 'U01', SAID.complaint('They pay late'));
    const after = await dumpTables(world.pool);
    for (const table of Object.keys(after).filter((name) => !['Answer', 'AuditEntry'].includes(name)))
      expect(after[table], table).toEqual(before[table]);
    const added = { answers: after.Answer, audit: after.AuditEntry?.slice(before.AuditEntry?.length) };
    expect(added).toMatchObject({ answers: [{}], audit: [{ action: 'answer_saved' }] });
    expect(JSON.stringify(added)).not.toContain('U01');
  });
});

const openTeam = [
  { userId: 'U01', role: 'sales' },
  { userId: 'U02', role: 'account' },
  { userId: 'U03', role: 'delivery' },
] as const;

describe('the trace of an answer', () => {
  it('names the person and the time of an open one', async () => {
    const { id } = await world.start({ mode: 'open' });
    world.passMinutes(5);
    await world.answer(id, 'U01', SAID.noComplaint);
    await withdraw(id, 'U01');
    const trace = { actorId: 'U01', subject: id, details: { phase: 'complaints' }, at: world.deps.clock() };
    expect(await auditOf('answer_saved')).toEqual([{ ...trace, action: 'answer_saved' }]);
    expect(await auditOf('answer_withdrawn')).toEqual([{ ...trace, action: 'answer_withdrawn' }]);
  });

  it('names neither person nor time of a private one', async () => {
    const { id } = await world.start();
    world.passMinutes(5);
    await world.answer(id, 'U01', SAID.noComplaint);
    await withdraw(id, 'U01');
    const trace = { actorId: null, subject: id, details: { phase: 'complaints' }, at: START };
    expect(await auditOf('answer_saved')).toEqual([{ ...trace, action: 'answer_saved' }]);
    expect(await auditOf('answer_withdrawn')).toEqual([{ ...trace, action: 'answer_withdrawn' }]);
  });

  it('is stored with an open answer or not at all', async () => {
    const { id } = await world.start({ mode: 'open' });
    await world.pool.query('ALTER TABLE "AuditEntry" RENAME TO "AuditEntryAway"');
    await expect(world.answer(id, 'U01', SAID.noComplaint)).rejects.toMatchObject({ code: '42P01' });
    await world.pool.query('ALTER TABLE "AuditEntryAway" RENAME TO "AuditEntry"');
    expect(await rowsOf('Answer')).toEqual([]);
    expect(await postsOf('answer:')).toEqual([]);
  });
});

describe('submitComplaint', () => {
  const complaints = (text: string): Complaint => aComplaint({ text });
  const submit = (reviewId: string, seen: string | null, complaint: Complaint | null, userId = 'U01') => {
    const mark = seen === null ? null : complaintMark({ text: seen });
    return submitComplaint(world.deps, { workspaceId: WORKSPACE, reviewId, userId, seen: mark, complaint });
  };
  const textsOf = async (reviewId: string) =>
    (await ownOf(reviewId, 'U01')).complaints?.complaints.map(({ text }) => text);

  it('adds complaints beside each other and changes the one that the form showed', async () => {
    const { id } = await world.start();
    expect(await submit(id, null, complaints('one'))).toMatchObject({ ok: true, count: 1 });
    expect(await submit(id, null, complaints('two'))).toMatchObject({ ok: true, count: 2 });
    expect(await submit(id, null, complaints('three'))).toMatchObject({ ok: true, count: 3 });
    await submit(id, 'two', complaints('two, and worse'));
    expect(await textsOf(id)).toEqual(['one', 'two, and worse', 'three']);
  });

  it('changes nothing when the same form is sent twice', async () => {
    const { id } = await world.start();
    await submit(id, null, complaints('one'));
    await submit(id, null, complaints('one'));
    await submit(id, 'one', complaints('one, and worse'));
    await submit(id, 'one', complaints('one, and worse'));
    expect(await textsOf(id)).toEqual(['one, and worse']);
  });

  it('keeps both where two windows showed the same one', async () => {
    const { id } = await world.start();
    await submit(id, null, complaints('one'));
    await submit(id, 'one', complaints('on the phone'));
    await submit(id, 'one', complaints('on the desktop'));
    expect(await textsOf(id)).toEqual(['on the phone', 'on the desktop']);
  });

  it.each(['open', 'private'] as const)(
    'loses nothing that two windows send at once in a review that is %s',
    async (mode) => {
      const { id } = await world.start({ mode });
      const texts = ['one', 'two', 'three', 'four'];
      const results = await Promise.all(texts.map((text) => submit(id, null, complaints(text))));
      expect(results.every(({ ok }) => ok)).toBe(true);
      expect((await textsOf(id))?.toSorted()).toEqual(texts.toSorted());
    },
  );

  it('refuses a ninth, and loses none of the eight', async () => {
    const { id } = await world.start();
    for (let i = 0; i < MAX_COMPLAINTS; i += 1) await submit(id, null, complaints(`number ${i}`));
    expect(await submit(id, null, complaints('one more'))).toMatchObject({ ok: false, reason: 'too_many_complaints' });
    expect(await textsOf(id)).toHaveLength(MAX_COMPLAINTS);
  });

  it('takes one back and keeps the others; with the last one goes the answer', async () => {
    const { id } = await world.start();
    await submit(id, null, complaints('one'));
    await submit(id, null, complaints('two'));
    expect(await submit(id, 'one', null)).toMatchObject({ ok: true, count: 1 });
    expect(await textsOf(id)).toEqual(['two']);
    expect(await submit(id, 'two', null)).toMatchObject({ ok: true, count: 0 });
    expect(await textsOf(id)).toBeUndefined();
    expect(await submit(id, 'two', null)).toMatchObject({ ok: true, count: 0 });
  });

  it('refuses what submitAnswer refuses', async () => {
    const { id } = await world.start();
    expect(await submit(id, null, complaints('one'), 'U99')).toMatchObject({ ok: false, reason: 'not_invited' });
    expect(await submit(NOBODY, null, complaints('one'))).toMatchObject({ ok: false, reason: 'review_not_found' });
    for (let step = 0; step < 5; step += 1) await world.advance(id);
    expect(await submit(id, null, complaints('one'))).toMatchObject({ ok: false, reason: 'review_closed' });
  });
});

describe('withdrawAnswer', () => {
  it.each(['open', 'private'] as const)(
    'makes the person one who has not answered in a review that is %s',
    async (mode) => {
      const { id } = await world.start({ mode });
      await world.answer(id, 'U01', SAID.noComplaint);
      expect(await withdraw(id, 'U01')).toEqual({ ok: true });
      expect(await ownOf(id, 'U01')).toEqual({});
      expect(await withdraw(id, 'U01')).toEqual({ ok: false, reason: 'nothing_to_withdraw' });
    },
  );

  it('takes an open answer out of the thread', async () => {
    const { id } = await world.start({ mode: 'open' });
    await world.answer(id, 'U01', SAID.complaint('They pay late'));
    await withdraw(id, 'U01');
    const message = { kind: 'withdrawn', userId: 'U01', phase: 'complaints' };
    expect(await postsOf('answer:')).toMatchObject([{ revision: 2, message }]);
    expect(JSON.stringify(await rowsOf('Post'))).not.toContain('They pay late');
  });

  it('touches nobody else’s answer', async () => {
    const { id } = await world.start();
    await world.answer(id, 'U02', SAID.complaint('They pay late'));
    expect(await withdraw(id, 'U01')).toEqual({ ok: false, reason: 'nothing_to_withdraw' });
    expect(await ownOf(id, 'U02')).toEqual({ complaints: SAID.complaint('They pay late') });
  });

  it.each(['open', 'private'] as const)('is refused once a review that was %s has closed', async (mode) => {
    const { id } = await world.start({ mode });
    await world.answer(id, 'U01', SAID.noComplaint);
    for (let step = 0; step < 5; step += 1) await world.advance(id);
    expect(await withdraw(id, 'U01')).toEqual({ ok: false, reason: 'review_closed' });
    expect(await withdraw(NOBODY, 'U01')).toEqual({ ok: false, reason: 'review_not_found' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_COMPLAINTS } from '../../src/domain/answer.ts';
import { complaintMark } from '../../src/domain/complaint-mark.ts';
import type { Review } from '../../src/domain/review-record.ts';
import { UNTAGGED } from '../../src/domain/typed-reply.ts';
import { changeReply } from '../../src/usecases/change-reply.ts';
import { followChannel } from '../../src/usecases/follow-channel.ts';
import { submitComplaint } from '../../src/usecases/submit-complaint.ts';
import { takeReply } from '../../src/usecases/take-reply.ts';
import { withdrawAnswer } from '../../src/usecases/withdraw-answer.ts';
import { withdrawReply } from '../../src/usecases/withdraw-reply.ts';
import { aComplaint } from '../support/answers.ts';
import { dumpTables } from '../support/table-dump.ts';
import { aTeam, createWorld, SAID, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

let messages = 0;
function nextTs(): string {
  messages += 1;
  return `1795424400.${String(messages).padStart(6, '0')}`;
}
const start = (overrides: Parameters<World['start']>[0] = {}) =>
  world.start({ mode: 'open', team: aTeam(4), ...overrides });

type Typed = { text?: string; userId?: string; messageTs?: string };
const messageOf = (review: Review, { text = 'They pay late.', userId = 'U01', messageTs = nextTs() }: Typed) => ({
  ...{ workspaceId: WORKSPACE, reviewId: review.id, channelId: review.channelId, messageTs, userId, text },
});
const take = (review: Review, typed: Typed = {}) => takeReply(world.deps, messageOf(review, typed));
const change = (review: Review, typed: Typed) => changeReply(world.deps, messageOf(review, typed));
const withdraw = (review: Review, messageTs: string) =>
  withdrawReply(world.deps, { workspaceId: WORKSPACE, reviewId: review.id, channelId: review.channelId, messageTs });
const answerOf = (review: Review, phase: 'complaints' | 'positives' | 'lessons' = 'complaints', userId = 'U01') =>
  world.stores.answers.find(review.id, phase, userId);
const postOf = async (review: Review, phase: 'complaints' | 'positives' = 'complaints') =>
  (await world.stores.outbox.find(`answer:${review.id}:${phase}:U01`))?.message ?? null;
const outcome = ({ kind, ...rest }: Awaited<ReturnType<typeof take>>) =>
  'reason' in rest ? `${kind} ${rest.reason}${rest.isNews ? '' : ', told before'}` : kind;

describe('a typed reply', () => {
  it('is one more complaint, as mild as can be, without a post that repeats it', async () => {
    const review = await start();
    expect(outcome(await take(review))).toBe('done');
    expect(outcome(await take(review, { text: 'They call at night.' }))).toBe('done');
    const complaints = ['They pay late.', 'They call at night.'].map((text) => ({ text, ...UNTAGGED }));
    expect(await answerOf(review)).toEqual({ phase: 'complaints', complaints });
    expect(await postOf(review)).toBeNull();
  });

  it('is one answer when it is delivered again, also at the same time', async () => {
    const review = await start();
    const messageTs = nextTs();
    const outcomes = await Promise.all([1, 2, 3].map(async () => outcome(await take(review, { messageTs }))));
    expect(outcomes.sort()).toEqual(['done', 'ignored', 'ignored']);
    expect(await answerOf(review)).toMatchObject({ complaints: [{ text: 'They pay late.' }] });
  });

  it('adds up with another one of the same moment', async () => {
    const review = await start();
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => take(review, { text })));
    const answer = await answerOf(review);
    expect(answer?.phase === 'complaints' && answer.complaints.map(({ text }) => text).sort()).toEqual([...'abcd']);
  });

  it('joins what was said in the form, in the post of that', async () => {
    const review = await start();
    await world.answer(review.id, 'U01', SAID.complaint('From the form.'));
    await take(review);
    expect(JSON.stringify(await postOf(review))).toMatch(/From the form.*They pay late/);
  });

  it('gets its post once its author says what kind of trouble it is', async () => {
    const review = await start();
    await take(review);
    const complaint = aComplaint({ text: 'They pay late.', signals: ['late_payment'] });
    const person = { workspaceId: WORKSPACE, reviewId: review.id, userId: 'U01' };
    await submitComplaint(world.deps, { ...person, seen: complaintMark({ text: 'They pay late.' }), complaint });
    expect(await postOf(review)).toMatchObject({ kind: 'answer', answer: { complaints: [complaint] } });
  });

  it('answers the question asked now, and the first one while voices are missing', async () => {
    const review = await start();
    await world.advance(review.id);
    await take(review, { text: 'They thank us.' });
    expect(await answerOf(review, 'positives')).toEqual({ phase: 'positives', text: 'They thank us.' });
    await world.advance(review.id);
    await take(review, { text: 'Ask first.' });
    expect(await answerOf(review, 'lessons')).toMatchObject({ learned: 'Ask first.', relationship: null });
    await world.advance(review.id);
    expect(outcome(await take(review))).toBe('refused vote_by_button');
    await world.advance(review.id);
    expect(await world.stateOf(review.id)).toBe('short_of_voices');
    expect(outcome(await take(review))).toBe('done');
    const [late] = await world.stores.answers.list(review.id);
    expect(late).toMatchObject({ phase: 'complaints', isLate: true });
  });

  it('leaves an audit entry without its words', async () => {
    const review = await start();
    await take(review, { text: 'Umbrella.' });
    const entries = (await world.stores.audit.list()).filter(({ subject }) => subject === review.id);
    expect(entries).toContainEqual(expect.objectContaining({ action: 'answer_saved', actorId: 'U01' }));
    expect(JSON.stringify(entries)).not.toContain('Umbrella');
  });

  it.each<[string, Typed, string]>([
    ['of somebody who was not invited', { userId: 'U99' }, 'refused not_invited'],
    ['without words', { text: '' }, 'refused no_words'],
    ['that is too long', { text: 'x'.repeat(3001) }, 'refused too_long'],
  ])('%s is not taken, and that is said once', async (_, typed, expected) => {
    const review = await start();
    expect(outcome(await take(review, typed))).toBe(expected);
    expect(outcome(await take(review, typed))).toBe(`${expected}, told before`);
    expect(await world.stores.answers.list(review.id)).toEqual([]);
    expect((await dumpTables(world.pool)).TypedReply?.filter((row) => row.reviewId === review.id)).toEqual([]);
  });

  it('is not taken as a ninth complaint', async () => {
    const review = await start();
    for (let i = 0; i < MAX_COMPLAINTS; i += 1) expect(outcome(await take(review, { text: `${i}` }))).toBe('done');
    expect(outcome(await take(review))).toBe('refused too_many');
  });

  it('is passed over in silence while the review is paused', async () => {
    const review = await start();
    await world.prisma.review.updateMany({ where: { id: review.id }, data: { pausedReason: 'external' } });
    expect(outcome(await take(review))).toBe('ignored');
    expect(outcome(await take(review, { userId: 'U99' }))).toBe('ignored');
    expect(await answerOf(review)).toBeNull();
  });
});

describe('a reply in a private review', () => {
  it('is never taken, and said so for each message once; no word of it is kept', async () => {
    const review = await start({ mode: 'private' });
    const messageTs = nextTs();
    const text = 'Zebra crossing.';
    expect(outcome(await take(review, { messageTs, text }))).toBe('refused private');
    expect(outcome(await take(review, { messageTs, text }))).toBe('refused private, told before');
    expect(outcome(await take(review, { text }))).toBe('refused private');
    expect(await world.stores.answers.list(review.id)).toEqual([]);
    expect(JSON.stringify(await dumpTables(world.pool))).not.toContain('Zebra');
  });
});

describe('an edited message', () => {
  it('changes its words in the answer, and keeps what else was said about them', async () => {
    const review = await start();
    const messageTs = nextTs();
    await take(review, { messageTs });
    const person = { workspaceId: WORKSPACE, reviewId: review.id, userId: 'U01' };
    const tagged = aComplaint({ text: 'They pay late.', severity: 3 });
    await submitComplaint(world.deps, {
      ...person,
      seen: complaintMark({ text: 'They pay late.' }),
      complaint: tagged,
    });
    expect(outcome(await change(review, { messageTs, text: 'They hardly pay.' }))).toBe('done');
    expect(await answerOf(review)).toMatchObject({ complaints: [{ ...tagged, text: 'They hardly pay.' }] });
    expect(JSON.stringify(await postOf(review))).toContain('They hardly pay.');
    expect(outcome(await change(review, { messageTs, text: 'They hardly pay.' }))).toBe('ignored');
  });

  it('changes an answer to an earlier question in its place, not late', async () => {
    const review = await start();
    const messageTs = nextTs();
    await take(review, { messageTs });
    await world.advance(review.id);
    await change(review, { messageTs, text: 'Changed.' });
    const [answer] = await world.stores.answers.list(review.id);
    expect(answer).toMatchObject({
      phase: 'complaints',
      isLate: false,
      answer: { complaints: [{ text: 'Changed.' }] },
    });
  });

  it('that has no words left takes them back', async () => {
    const review = await start();
    const messageTs = nextTs();
    await take(review, { messageTs });
    expect(outcome(await change(review, { messageTs, text: '' }))).toBe('done');
    expect(await answerOf(review)).toBeNull();
  });

  it.each<[string, string, string]>([
    ['is too long now', 'x'.repeat(3001), 'refused edit_too_long'],
    ['says what the form has changed since', 'New words.', 'refused changed_in_form'],
  ])('that %s changes nothing, and that is said once', async (_, text, expected) => {
    const review = await start();
    const messageTs = nextTs();
    await take(review, { messageTs });
    if (expected.endsWith('form')) await world.answer(review.id, 'U01', SAID.complaint('From the form.'));
    const before = await answerOf(review);
    expect(outcome(await change(review, { messageTs, text }))).toBe(expected);
    expect(outcome(await change(review, { messageTs, text }))).toBe(`${expected}, told before`);
    expect(await answerOf(review)).toEqual(before);
  });

  it('that was never an answer is unknown', async () => {
    expect(outcome(await change(await start(), {}))).toBe('unknown');
  });

  it('is found after its channel got another id', async () => {
    const review = await start({ channelId: 'C0BEFORE' });
    const messageTs = nextTs();
    await take(review, { messageTs });
    await followChannel(world.deps, { workspaceId: WORKSPACE, oldId: 'C0BEFORE', newId: 'C0AFTER' });
    expect(outcome(await change({ ...review, channelId: 'C0AFTER' }, { messageTs, text: 'New.' }))).toBe('done');
  });
});

describe('a deleted message', () => {
  it('takes its words out of the answer, then the answer, without a word in the thread', async () => {
    const review = await start();
    const [first, second] = [nextTs(), nextTs()];
    await take(review, { messageTs: first, text: 'One.' });
    await take(review, { messageTs: second, text: 'Two.' });
    expect(outcome(await withdraw(review, first))).toBe('done');
    expect(await answerOf(review)).toMatchObject({ complaints: [{ text: 'Two.' }] });
    expect(outcome(await withdraw(review, second))).toBe('done');
    expect(await answerOf(review)).toBeNull();
    expect(await postOf(review)).toBeNull();
    expect(outcome(await withdraw(review, second))).toBe('unknown');
  });

  it('withdraws a post that repeats it', async () => {
    const review = await start();
    const messageTs = nextTs();
    await world.advance(review.id);
    await world.answer(review.id, 'U01', SAID.positive(null));
    await take(review, { messageTs, text: 'They thank us.' });
    expect(await postOf(review, 'positives')).toMatchObject({ kind: 'answer', answer: { text: 'They thank us.' } });
    await withdraw(review, messageTs);
    expect(await postOf(review, 'positives')).toMatchObject({ kind: 'withdrawn' });
  });

  it('changes nothing that the form has changed since, and that is said once', async () => {
    const review = await start();
    const messageTs = nextTs();
    await take(review, { messageTs });
    await world.answer(review.id, 'U01', SAID.complaint('From the form.'));
    expect(outcome(await withdraw(review, messageTs))).toBe('refused changed_in_form');
    expect(await answerOf(review)).toMatchObject({ complaints: [{ text: 'From the form.' }] });
  });

  it('of an answer that was taken back already says nothing', async () => {
    const review = await start();
    const messageTs = nextTs();
    await take(review, { messageTs });
    const person = { workspaceId: WORKSPACE, reviewId: review.id, userId: 'U01' };
    await withdrawAnswer(world.deps, { ...person, phase: 'complaints' });
    expect(outcome(await withdraw(review, messageTs))).toBe('ignored');
  });
});

describe('once the review has closed', () => {
  it('no message is kept, and none changes anything: its author is told once', async () => {
    const review = await start();
    const messageTs = nextTs();
    await take(review, { messageTs });
    await take(review, { userId: 'U02', text: '' });
    for (let step = 0; step < 5; step += 1) await world.advance(review.id);
    expect(await world.stateOf(review.id)).toBe('closed');
    const { TypedReply = [], ReplyNotice = [] } = await dumpTables(world.pool);
    expect([...TypedReply, ...ReplyNotice].filter((row) => row.reviewId === review.id)).toEqual([]);
    const kept = await world.stores.records.listStatements(review.id);
    expect(outcome(await change(review, { messageTs, text: 'New.' }))).toBe('refused review_closed');
    expect(outcome(await take(review))).toBe('refused review_closed, told before');
    expect(outcome(await withdraw(review, messageTs))).toBe('ignored');
    expect(outcome(await take(review, { userId: 'U99' }))).toBe('ignored');
    expect(outcome(await change(review, { userId: 'U99' }))).toBe('ignored');
    expect(await world.stores.records.listStatements(review.id)).toEqual(kept);
  });
});

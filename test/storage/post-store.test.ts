import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewPost } from '../../src/storage/owe-posts.ts';
import { createPostStore, enqueueOwedPosts } from '../../src/storage/post-store.ts';
import { createScope } from '../../src/storage/scope.ts';
import { runInTransaction, runOnPool } from '../../src/storage/statement.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { storeReview } from '../support/stored-review.ts';

const REVIEW = '3f0e9b1c-0000-4000-8000-000000000001';
const NOW = new Date('2026-11-02T09:00:00.123Z');
const CARD: NewPost = {
  ...{ purpose: `card:${REVIEW}`, channelId: 'C1', reviewId: REVIEW, parentPurpose: null },
  message: { kind: 'card' },
};
const INVITATION: NewPost = {
  ...{ purpose: `invitation:${REVIEW}:U1`, channelId: 'U1', reviewId: REVIEW, parentPurpose: null },
  message: { kind: 'invitation', userId: 'U1' },
};

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await storeReview(db.database.prisma, { id: REVIEW, workspaceIds: ['T1', 'T2'] });
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.database.prisma.post.deleteMany();
  await db.database.pool.query('DELETE FROM graphile_worker._private_jobs');
});

const storeOf = (workspaceId = 'T1') =>
  createPostStore({ ...createScope(db.database.prisma, workspaceId), run: runOnPool(db.database.pool) });

async function listJobs() {
  const { rows } = await db.database.pool.query(
    `SELECT j.key, j.run_at, j.payload, j.priority, q.queue_name FROM graphile_worker._private_jobs j
     LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id ORDER BY j.key`,
  );
  return rows as { key: string; run_at: Date; payload: unknown; priority: number; queue_name: string }[];
}

describe('findReviewOfCard', () => {
  it('finds the review by the place of its card and by no other message', async () => {
    const store = storeOf();
    for (const [post, place] of [
      [CARD, '17.01'],
      [{ ...INVITATION, channelId: 'C1' }, '17.02'],
    ] as const) {
      await store.put(post);
      await store.claim(post, 0, NOW);
      await store.confirm(post.purpose, { part: 0, claimedAt: NOW, place });
    }
    expect(await store.findReviewOfCard('C1', '17.01')).toBe(REVIEW);
    expect(await store.findReviewOfCard('C1', '17.02')).toBeNull();
    expect(await store.findReviewOfCard('C2', '17.01')).toBeNull();
    expect(await store.findReviewOfCard('C1', '17.03')).toBeNull();
  });
});

describe('put', () => {
  it('makes an owed post and one job in the queue of its channel', async () => {
    await storeOf().put(CARD);
    expect(await storeOf().find(CARD.purpose)).toMatchObject({ revision: 1, deliveredRevision: 0, sentTs: [] });
    const payload = { workspaceId: 'T1', purpose: CARD.purpose };
    expect(await listJobs()).toMatchObject([{ key: `post:T1:${CARD.purpose}`, queue_name: 'T1:C1', payload }]);
  });

  it('leaves neither post nor job when the transaction fails', async () => {
    const work = db.database.prisma.$transaction(async (tx) => {
      await createPostStore({ ...createScope(tx, 'T1'), run: runInTransaction(tx) }).put(CARD);
      throw new Error('later in the use case');
    });
    await expect(work).rejects.toThrow('later in the use case');
    expect([await storeOf().find(CARD.purpose), await listJobs()]).toEqual([null, []]);
  });

  it('raises the revision of a card every time, with one job for all', async () => {
    for (let times = 0; times < 3; times++) await storeOf().put(CARD);
    expect(await storeOf().find(CARD.purpose)).toMatchObject({ revision: 3 });
    expect(await listJobs()).toHaveLength(1);
  });

  it('takes the same words asked for twice as one message', async () => {
    await storeOf().put(INVITATION);
    await storeOf().put(INVITATION);
    expect(await storeOf().find(INVITATION.purpose)).toMatchObject({ revision: 1 });
  });

  it('begins anew in another channel', async () => {
    await storeOf().put(CARD);
    await storeOf().claim(CARD, 0, NOW);
    await storeOf().confirm(CARD.purpose, { part: 0, claimedAt: NOW, place: '17.01' });
    await storeOf().put(CARD);
    expect(await storeOf().find(CARD.purpose)).toMatchObject({ sentTs: ['17.01'] });
    await storeOf().put({ ...CARD, channelId: 'C2' });
    expect(await storeOf().find(CARD.purpose)).toMatchObject({ channelId: 'C2', sentTs: [], revision: 3 });
  });

  it('gives a failed post another chance, and a held one not', async () => {
    await storeOf().put(CARD);
    await storeOf().hold(CARD.purpose, 'guests');
    await storeOf().put(CARD);
    expect(await storeOf().find(CARD.purpose)).toMatchObject({ holdReason: 'guests' });
    await storeOf().hold(CARD.purpose, 'failed');
    await storeOf().put(CARD);
    expect(await storeOf().find(CARD.purpose)).toMatchObject({ holdReason: null });
  });
});

describe('claim', () => {
  beforeEach(() => storeOf().put(CARD));

  it('is given to one of many at once', async () => {
    const claims = Array.from({ length: 8 }, (_, ms) => storeOf().claim(CARD, 0, new Date(NOW.getTime() + ms)));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
  });

  it('ends with the place, and is not given again for that part', async () => {
    await storeOf().claim(CARD, 0, NOW);
    expect(await storeOf().find(CARD.purpose)).toMatchObject({ sendingPart: 0, sendingSince: NOW });
    expect(await storeOf().confirm(CARD.purpose, { part: 0, claimedAt: NOW, place: '17.01' })).toBe(true);
    expect(await storeOf().find(CARD.purpose)).toMatchObject({ sendingPart: null, sentTs: ['17.01'] });
    expect(await storeOf().claim(CARD, 0, NOW)).toBe(false);
    expect(await storeOf().claim(CARD, 1, NOW)).toBe(true);
  });

  it('cannot be confirmed or released by somebody with an older one', async () => {
    const later = new Date(NOW.getTime() + 60_000);
    await storeOf().claim(CARD, 0, NOW);
    expect(await storeOf().release(CARD.purpose, NOW)).toBe(true);
    await storeOf().claim(CARD, 0, later);
    expect(await storeOf().confirm(CARD.purpose, { part: 0, claimedAt: NOW, place: '17.01' })).toBe(false);
    expect(await storeOf().release(CARD.purpose, NOW)).toBe(false);
    expect(await storeOf().find(CARD.purpose)).toMatchObject({ sendingSince: later, sentTs: [] });
  });

  it('is given anew for a part that was forgotten', async () => {
    for (const [part, place] of ['17.01', '17.02'].entries()) {
      await storeOf().claim(CARD, part, NOW);
      await storeOf().confirm(CARD.purpose, { part, claimedAt: NOW, place });
    }
    await storeOf().forgetPart(CARD.purpose, 0);
    expect(await storeOf().find(CARD.purpose)).toMatchObject({ sentTs: ['', '17.02'] });
    expect(await storeOf().claim(CARD, 0, NOW)).toBe(true);
    await storeOf().keepParts(CARD.purpose, 1);
    expect(await storeOf().find(CARD.purpose)).toMatchObject({ sentTs: [''] });
  });
});

describe('finish', () => {
  it('leaves a newer revision owed', async () => {
    await storeOf().put(CARD);
    await storeOf().put(CARD);
    await storeOf().finish(CARD.purpose, { revision: 1, isFinal: false });
    expect(await storeOf().find(CARD.purpose)).toMatchObject({ revision: 2, deliveredRevision: 1 });
  });

  it('never goes back', async () => {
    await storeOf().put(CARD);
    await storeOf().put(CARD);
    await storeOf().finish(CARD.purpose, { revision: 2, isFinal: false });
    await storeOf().finish(CARD.purpose, { revision: 1, isFinal: false });
    expect(await storeOf().find(CARD.purpose)).toMatchObject({ deliveredRevision: 2 });
  });

  it('drops the words of a final message, and not those of a newer revision', async () => {
    await storeOf().put(INVITATION);
    await storeOf().put({ ...INVITATION, message: { kind: 'invitation', userId: 'U2' } });
    await storeOf().finish(INVITATION.purpose, { revision: 1, isFinal: true });
    expect(await storeOf().find(INVITATION.purpose)).toMatchObject({ message: { userId: 'U2' } });
    await storeOf().finish(INVITATION.purpose, { revision: 2, isFinal: true });
    expect(await storeOf().find(INVITATION.purpose)).toMatchObject({ message: null });
  });
});

describe('the workspace of a store', () => {
  it('hides the posts of another one from every function', async () => {
    await storeOf('T1').put(CARD);
    const other = storeOf('T2');
    expect(await other.find(CARD.purpose)).toBeNull();
    expect(await other.claim(CARD, 0, NOW)).toBe(false);
    await other.hold(CARD.purpose, 'failed');
    await other.finish(CARD.purpose, { revision: 1, isFinal: true });
    await other.enqueue(CARD.purpose, 0);
    const untouched = { holdReason: null, deliveredRevision: 0, message: { kind: 'card' } };
    expect(await storeOf('T1').find(CARD.purpose)).toMatchObject(untouched);
    expect(await listJobs()).toHaveLength(1);
  });
});

describe('putMany', () => {
  const pulseOf = (userId: string) => ({
    ...{ purpose: `pulse:2967:${userId}`, reviewId: null, channelId: userId, parentPurpose: null },
    message: { kind: 'pulse' as const, week: 2967, userId },
  });

  it('owes many messages behind everything that somebody waits for', async () => {
    await storeOf().putMany(['U1', 'U2'].map(pulseOf));
    await storeOf().put(pulseOf('U3'));
    await storeOf().put(CARD);
    const posts = await Promise.all(['U1', 'U2'].map((id) => storeOf().find(pulseOf(id).purpose)));
    expect(posts).toMatchObject([
      { revision: 1, message: { userId: 'U1' } },
      { revision: 1, message: { userId: 'U2' } },
    ]);
    const jobs = (await listJobs()).map(({ key, priority }) => [key, priority > 0]);
    expect(jobs).toEqual([
      [`post:T1:${CARD.purpose}`, false],
      ['post:T1:pulse:2967:U1', true],
      ['post:T1:pulse:2967:U2', true],
      ['post:T1:pulse:2967:U3', false],
    ]);
  });

  it('asked for again is the next revision, and a click comes before it', async () => {
    await storeOf().putMany([pulseOf('U1')]);
    await storeOf().put(pulseOf('U1'));
    expect(await storeOf().find(pulseOf('U1').purpose)).toMatchObject({ revision: 2 });
    expect(await listJobs()).toMatchObject([{ priority: 0 }]);
  });

  it('spreads those past the first over time', async () => {
    const pace = { atOnce: 2, everyMs: 60_000, after: 1 };
    await storeOf().putMany(['U1', 'U2', 'U3', 'U4'].map(pulseOf), pace);
    const [first, ...others] = (await listJobs()).map(({ run_at: at }) => at.getTime());
    const minutesLater = others.map((at) => Math.round((at - (first ?? 0)) / 60_000));
    expect(minutesLater).toEqual([0, 1, 2]);
  });

  it('gives direct messages few queues, a person always the same, and each channel its own', async () => {
    const people = Array.from({ length: 40 }, (_, i) => `U${i}`);
    await storeOf().putMany(people.map(pulseOf));
    for (const channelId of ['C1', 'C2', 'C3'])
      await storeOf().put({ ...CARD, purpose: `card:${channelId}`, channelId });
    const before = await listJobs();
    const queues = new Set(before.map(({ queue_name: queue }) => queue));
    expect([...queues].filter((queue) => queue.startsWith('T1:direct:'))).toHaveLength(4);
    expect([...queues].filter((queue) => queue.startsWith('T1:C'))).toHaveLength(3);
    await storeOf().putMany(people.map(pulseOf));
    expect((await listJobs()).map(({ queue_name: queue }) => queue)).toEqual(before.map((job) => job.queue_name));
  });
});

describe('enqueueOwedPosts', () => {
  it('leaves alone what has a job that waits, and asks again for what failed', async () => {
    await storeOf().put({ ...CARD, purpose: 'waits' });
    await storeOf().put({ ...CARD, purpose: 'failed before' });
    await db.database.pool.query(
      `UPDATE graphile_worker._private_jobs SET attempts = 3, run_at = now() + interval '1 day' WHERE key LIKE '%before'`,
    );
    expect(await enqueueOwedPosts(db.database.prisma, { limit: 10 })).toBe(1);
    const jobs = await listJobs();
    expect(jobs.map(({ run_at: at }) => at.getTime() < Date.now() + 60_000)).toEqual([true, true]);
  });

  it('adds the jobs of what is owed or held, and not of what is delivered or failed', async () => {
    for (const name of ['owed', 'held', 'failed', 'delivered']) await storeOf().put({ ...CARD, purpose: name });
    await storeOf('T2').put({ ...CARD, purpose: 'elsewhere' });
    await storeOf().hold('held', 'guests');
    await storeOf().hold('failed', 'failed');
    await storeOf().finish('delivered', { revision: 1, isFinal: false });
    await db.database.pool.query('DELETE FROM graphile_worker._private_jobs');
    expect(await enqueueOwedPosts(db.database.prisma, { limit: 10 })).toBe(3);
    const keys = (await listJobs()).map(({ key }) => key);
    expect(keys).toEqual(['post:T1:held', 'post:T1:owed', 'post:T2:elsewhere']);
  });

  it('keeps the time of a job that waits', async () => {
    await storeOf().put(CARD);
    await storeOf().enqueue(CARD.purpose, 3_600_000);
    const before = await listJobs();
    await enqueueOwedPosts(db.database.prisma, { limit: 10 });
    expect(await listJobs()).toEqual(before);
    expect(before[0]?.run_at.getTime()).toBeGreaterThan(Date.now() + 1_800_000);
  });

  it('serves those that are not held first', async () => {
    await storeOf().put({ ...CARD, purpose: 'held' });
    await storeOf().hold('held', 'guests');
    await storeOf().put({ ...CARD, purpose: 'owed' });
    await db.database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await enqueueOwedPosts(db.database.prisma, { limit: 1 });
    expect((await listJobs()).map(({ key }) => key)).toEqual(['post:T1:owed']);
  });
});

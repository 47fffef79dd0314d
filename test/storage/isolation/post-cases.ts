import type pg from 'pg';
import type { WorkspaceStorage } from '../../../src/storage/storage.ts';
import { dumpTables } from '../../support/table-dump.ts';
import { type Cases, nothing } from './case.ts';
import { AT, CARD, DIGEST } from './filling.ts';

/** What comes of the stores of messages with the ids of another workspace. */
export const POST_CASES = {
  'outbox.find': { run: (stores) => stores.outbox.find(CARD.purpose), gives: null },
  'outbox.findReviewOfCard': {
    run: (stores, { first, reviewId }) => cardAfterSending(stores, first, reviewId),
    gives: null,
  },
  'outbox.put': { run: (stores) => stores.outbox.put(CARD), gives: nothing },
  'outbox.putMany': { run: (stores) => stores.outbox.putMany([CARD]), gives: nothing },
  'outbox.listOf': {
    run: async (stores, { reviewId, first }) => {
      await first.outbox.put({ ...CARD, purpose: 'card:of a review', reviewId });
      return (await stores.outbox.listOf(reviewId)).length;
    },
    gives: 0,
  },
  'outbox.enqueue': {
    run: (stores, { pool }) => jobsAfter(pool, (purpose) => stores.outbox.enqueue(purpose, 0)),
    gives: 0,
  },
  'outbox.listOwed': { run: (stores) => stores.outbox.listOwed('card:'), gives: [] },
  'outbox.setPicture': {
    run: (stores) => stores.outbox.setPicture(DIGEST.purpose, { fileId: 'F2', at: AT.toISOString() }),
    gives: nothing,
  },
  'outbox.changeChannel': { run: (stores) => stores.outbox.changeChannel('C1', 'C2'), gives: nothing },
  'outbox.claim': {
    run: async (stores, { first }) => {
      await first.outbox.release(CARD.purpose, AT);
      return stores.outbox.claim(CARD, 0, AT);
    },
    gives: false,
  },
  'outbox.confirm': {
    run: (stores) => stores.outbox.confirm(CARD.purpose, { part: 0, claimedAt: AT, place: '17.01' }),
    gives: false,
  },
  'outbox.release': { run: (stores) => stores.outbox.release(CARD.purpose, AT), gives: false },
  'outbox.forgetPart': {
    run: (stores, { first }) => afterSending(first, (purpose) => stores.outbox.forgetPart(purpose, 0)),
    gives: ['17.01'],
  },
  'outbox.keepParts': {
    run: (stores, { first }) => afterSending(first, (purpose) => stores.outbox.keepParts(purpose, 0)),
    gives: ['17.01'],
  },
  'outbox.hold': { run: (stores) => stores.outbox.hold(CARD.purpose, 'failed'), gives: nothing },
  'outbox.finish': {
    run: (stores) => stores.outbox.finish(CARD.purpose, { revision: 1, isFinal: true }),
    gives: nothing,
  },
  'movedPosts.takeBack': {
    run: async (stores, { reviewId, first, pool }) => {
      await ownCard(first, reviewId);
      return jobsAfter(pool, () => stores.movedPosts.takeBack({ reviewId, channelId: 'C1', movedAt: AT }));
    },
    gives: 0,
  },
  'movedPosts.dropOwed': {
    run: async (stores, { reviewId, first }) => {
      await ownCard(first, reviewId);
      await stores.movedPosts.dropOwed({ reviewId, channelId: 'C1' });
      return (await first.outbox.find('card:own'))?.purpose;
    },
    gives: 'card:own',
  },
  'movedPosts.releaseHeld': {
    run: async (stores, { reviewId, first }) => {
      await ownCard(first, reviewId);
      await first.outbox.hold('card:own', 'external');
      await stores.movedPosts.releaseHeld(reviewId);
      return (await first.outbox.find('card:own'))?.holdReason;
    },
    gives: 'external',
  },
  'movedPosts.renewInvitations': {
    run: async (stores, { reviewId, first }) => {
      await first.outbox.put({ ...CARD, purpose: 'card:own', reviewId, message: { kind: 'invitation', userId: 'U1' } });
      await stores.movedPosts.renewInvitations(reviewId);
      return (await first.outbox.find('card:own'))?.revision;
    },
    gives: 1,
  },
} satisfies Cases;

/** A card of T1's own review, which may be on its way. */
async function ownCard({ outbox }: WorkspaceStorage, reviewId: string): Promise<void> {
  const post = { ...CARD, purpose: 'card:own', reviewId };
  await outbox.put(post);
  await outbox.claim(post, 0, AT);
}

/** The number of jobs there are afterwards, when there was none before. */
async function jobsAfter(pool: pg.Pool, work: (purpose: string) => Promise<void>): Promise<number> {
  await pool.query('DELETE FROM graphile_worker._private_jobs');
  await work(CARD.purpose);
  return (await dumpTables(pool)).jobs?.length ?? 0;
}

/** The review found by the place of its card, which T1 alone has. */
async function cardAfterSending(stores: WorkspaceStorage, first: WorkspaceStorage, reviewId: string): Promise<unknown> {
  await first.outbox.put({ ...CARD, purpose: 'card:sent', reviewId });
  await first.outbox.claim({ ...CARD, purpose: 'card:sent' }, 0, AT);
  await first.outbox.confirm('card:sent', { part: 0, claimedAt: AT, place: '17.01' });
  return stores.outbox.findReviewOfCard('C1', '17.01');
}

/** The places of T1's card afterwards, when its first part was sent before. */
async function afterSending({ outbox }: WorkspaceStorage, work: (purpose: string) => Promise<void>): Promise<unknown> {
  await outbox.confirm(CARD.purpose, { part: 0, claimedAt: AT, place: '17.01' });
  await work(CARD.purpose);
  return (await outbox.find(CARD.purpose))?.sentTs;
}

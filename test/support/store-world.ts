import type { Invitee, Review } from '../../src/domain/review-record.ts';
import type { NewReview } from '../../src/storage/review-store.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { createTestDatabase } from './database.ts';

export const AT = new Date('2026-11-02T09:00:00Z');

export type StoreWorld = Awaited<ReturnType<typeof createStoreWorld>>;

/** The stores of workspace T1 on a database of their own. */
export async function createStoreWorld() {
  const db = await createTestDatabase();
  const storage = createStorage(db.database);
  const stores = storage.forWorkspace('T1');
  let clients = 0;

  /** A client that no other test has. */
  function aClient(name = 'Client') {
    clients += 1;
    return stores.clients.findOrCreate({ name, nameKey: `${name.toLowerCase()} ${clients}` });
  }

  /** An open review of a new client, with two people unless told otherwise. */
  async function aReview(overrides: Partial<NewReview> = {}, people: readonly Invitee[] = TEAM): Promise<Review> {
    const clientId = overrides.clientId ?? (await aClient()).id;
    const review = await stores.reviews.create(newReview({ ...overrides, clientId }), people);
    if (!review) throw new Error('the client has an open review already');
    return review;
  }

  return { ...{ db, storage, stores, aClient, aReview, pool: db.database.pool }, close: db.drop };
}

export const TEAM: readonly Invitee[] = [
  { userId: 'U2', role: 'delivery' },
  { userId: 'U1', role: 'sales' },
];

export function newReview(overrides: Partial<NewReview> & Pick<NewReview, 'clientId'>): NewReview {
  return {
    ...{ channelId: 'C1', facilitatorId: 'U9', mode: 'open', preset: 'async', language: 'en' },
    ...{ question: null, deadline: null, phaseEndsAt: AT, startedAt: AT },
    ...overrides,
  };
}

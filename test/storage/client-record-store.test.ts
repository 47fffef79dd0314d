import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStorage, type WorkspaceStorage } from '../../src/storage/storage.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { fill, type Ids } from './isolation/index.ts';

let db: TestDatabase;
let stores: WorkspaceStorage;
let ids: Ids;
beforeAll(async () => {
  db = await createTestDatabase();
  stores = createStorage(db.database).forWorkspace('T1');
  ids = await fill(stores);
});
afterAll(() => db.drop());

describe('the record of a client', () => {
  it('has a review with everything that came of it, as the other stores give it', async () => {
    const { reviewId, clientId } = ids;
    const [review, ...more] = await stores.clientRecords.listReviews(clientId);
    expect(more).toEqual([]);
    expect(review).toMatchObject({ id: reviewId, mode: 'open', state: 'complaints', closedAt: null });
    expect(review?.said).toEqual(await stores.records.listStatements(reviewId));
    expect(review?.decisions).toEqual([await stores.records.findDecision(reviewId)]);
    expect(review?.items).toEqual(await stores.plans.listOfReview(reviewId));
    expect(review?.meetings).toEqual(await stores.meetings.listOf(reviewId));
    expect(review?.plan).toMatchObject({ madeById: 'U9', words: { keep_pros: 'They thank us' } });
    expect(review?.verdicts).toMatchObject([{ version: 1, verdict: { stance: 'keep' }, figures: { invited: 9 } }]);
    // Asked, and not answered yet.
    expect(review?.outcomes).toEqual([]);
  });

  it('has a parting with steps and notices', async () => {
    const { reviewId, clientId } = ids;
    const [parting] = await stores.clientRecords.listPartings(clientId);
    expect(parting?.playbook).toEqual(await stores.partings.find(reviewId));
    expect(parting?.steps).toEqual(await stores.partings.listSteps(reviewId));
    expect(parting?.notices).toMatchObject([{ channel: 'email', text: 'We part', savedById: 'U9' }]);
  });

  it('is empty for what is no id', async () => {
    expect(await stores.clientRecords.listReviews('x')).toEqual([]);
    expect(await stores.clientRecords.listPartings('x')).toEqual([]);
  });
});

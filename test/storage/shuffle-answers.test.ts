import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shuffleNewAnswers } from '../../src/jobs/shuffle-answers.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, SAID, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => emptyTables(world.pool));

/** The answers as they lie in the file, with the number of the transaction that wrote each. */
async function onDisk(reviewId: string) {
  const { rows } = await world.pool.query<{ row: string; xmin: string }>(
    `SELECT to_jsonb(a)::text AS row, xmin::text FROM "Answer" a WHERE "reviewId" = $1 ORDER BY ctid`,
    [reviewId],
  );
  return { rows: rows.map(({ row }) => row), transactions: new Set(rows.map(({ xmin }) => xmin)).size };
}

async function aWalk(mode: 'private' | 'open'): Promise<string> {
  const { id } = await world.start({ team: aTeam(5), mode });
  const said = [SAID.complaint('late'), SAID.positive('kind'), SAID.lesson('ask'), SAID.vote('keep')];
  for (const userId of ['U01', 'U02', 'U03'])
    for (const answer of said) expect(await world.answer(id, userId, answer)).toMatchObject({ ok: true });
  return id;
}

async function shuffle() {
  const { sweep } = world.storage;
  return sweep.shuffleAnswers(await sweep.findUnshuffledReviews());
}

describe('shuffling the answers of private reviews', () => {
  it('keeps every answer, and nothing of the order in which they came', async () => {
    const id = await aWalk('private');
    const before = await onDisk(id);
    expect(before.transactions).toBe(12);
    const seen = new Set<string>();
    for (let i = 0; i < 10; i += 1) {
      expect(await shuffle()).toBe(1);
      const after = await onDisk(id);
      expect(after.transactions).toBe(1);
      expect([...after.rows].sort()).toEqual([...before.rows].sort());
      seen.add(after.rows.join());
      await world.answer(id, 'U02', SAID.complaint('late'));
    }
    // Of 479,001,600 orders.
    expect(seen.size).toBeGreaterThan(5);
  });

  it('is done once for what came after the last time, of each review', async () => {
    const ids = [await aWalk('private'), await aWalk('private')];
    expect(await shuffle()).toBe(2);
    expect(await shuffle()).toBe(0);
    await world.answer(ids[1] ?? '', 'U02', SAID.complaint('later'));
    const other = await onDisk(ids[0] ?? '');
    expect(await shuffle()).toBe(1);
    expect(await onDisk(ids[0] ?? '')).toEqual(other);
  });

  it('comes to every review, a few at a time', async () => {
    const ids = await Promise.all(Array.from({ length: 11 }, () => aWalk('private')));
    await shuffleNewAnswers(world.storage.sweep);
    for (const id of ids) expect((await onDisk(id)).transactions).toBe(1);
  });

  it('leaves a review alone that has closed since it was found', async () => {
    const id = await aWalk('private');
    const found = await world.storage.sweep.findUnshuffledReviews();
    expect(found).toEqual([{ workspaceId: WORKSPACE, reviewId: id }]);
    await world.pool.query('UPDATE "Review" SET "openClientId" = NULL WHERE id = $1', [id]);
    expect(await world.storage.sweep.shuffleAnswers(found)).toBe(0);
  });

  it('leaves open reviews alone, whose answers have names anyway', async () => {
    const id = await aWalk('open');
    const before = await onDisk(id);
    expect(await shuffle()).toBe(0);
    expect(await onDisk(id)).toEqual(before);
  });

  it('waits for nobody who holds a review, and takes it the next time', async () => {
    const id = await aWalk('private');
    await world.storage.forWorkspace(WORKSPACE).transaction(async (stores) => {
      await stores.reviews.lock(id);
      expect(await shuffle()).toBe(0);
    });
    expect(await shuffle()).toBe(1);
  });

  it('loses no answer that comes at the same time', async () => {
    const { id } = await world.start({ team: aTeam(7) });
    await Promise.all(
      aTeam(7).flatMap(({ userId }) => [world.answer(id, userId, SAID.complaint(`of ${userId}`)), shuffle()]),
    );
    await Promise.all([world.answer(id, 'U01', SAID.complaint('changed')), shuffle(), shuffle()]);
    const { rows } = await onDisk(id);
    expect(rows).toHaveLength(7);
    expect(rows.join()).toContain('changed');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shuffleAnswers } from '../../src/usecases/shuffle-answers.ts';
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

const toShuffle = () => world.storage.sweep.findReviewsToShuffle();
const shuffle = (reviewId: string) => shuffleAnswers(world.deps, { workspaceId: WORKSPACE, reviewId });

describe('shuffling the answers of a private review', () => {
  it('keeps every answer, and nothing of the order in which they came', async () => {
    const id = await aWalk('private');
    const before = await onDisk(id);
    expect(before.transactions).toBe(12);
    const seen = new Set<string>();
    for (let i = 0; i < 10; i += 1) {
      await shuffle(id);
      const after = await onDisk(id);
      expect(after.transactions).toBe(1);
      expect([...after.rows].sort()).toEqual([...before.rows].sort());
      seen.add(after.rows.join());
    }
    // Of 479,001,600 orders.
    expect(seen.size).toBeGreaterThan(5);
  });

  it('is due once something came after the last time', async () => {
    const id = await aWalk('private');
    expect(await toShuffle()).toEqual([{ workspaceId: WORKSPACE, reviewId: id }]);
    await shuffle(id);
    expect(await toShuffle()).toEqual([]);
    await world.answer(id, 'U02', SAID.complaint('later'));
    expect(await toShuffle()).toEqual([{ workspaceId: WORKSPACE, reviewId: id }]);
  });

  it('leaves open reviews alone, whose answers have names anyway', async () => {
    const id = await aWalk('open');
    const before = await onDisk(id);
    expect(await toShuffle()).toEqual([]);
    await shuffle(id);
    expect(await onDisk(id)).toEqual(before);
  });

  it('loses no answer that comes at the same time', async () => {
    const { id } = await world.start({ team: aTeam(7) });
    await Promise.all(
      aTeam(7).flatMap(({ userId }) => [world.answer(id, userId, SAID.complaint(`of ${userId}`)), shuffle(id)]),
    );
    await Promise.all([world.answer(id, 'U01', SAID.complaint('changed')), shuffle(id), shuffle(id)]);
    const { rows } = await onDisk(id);
    expect(rows).toHaveLength(7);
    expect(rows.join()).toContain('changed');
  });
});

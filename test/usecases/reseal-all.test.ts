import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/ops/logging.ts';
import { createVault } from '../../src/privacy/vault.ts';
import { createSealedColumn } from '../../src/storage/sealed-column.ts';
import { readOwnAnswers } from '../../src/usecases/read-own-answers.ts';
import { requireRightKey, resealAll } from '../../src/usecases/reseal-all.ts';
import { SEALED } from '../../src/usecases/sealed.ts';
import { startReview } from '../../src/usecases/start-review.ts';
import { submitAnswer } from '../../src/usecases/submit-answer.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aStart, aTeam, createWorld, SAID, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => emptyTables(world.pool));

const [old, current] = [randomBytes(32), randomBytes(32)];
const columns = () => SEALED.map((spec) => createSealedColumn(world.pool, spec));
const lines: string[] = [];
const logger = createLogger({ level: 'trace', destination: { write: (line: string) => void lines.push(line) } });

/** A private review under this key, with one answer in it. */
async function aReviewUnder(key: Uint8Array): Promise<string> {
  const started = await startReview({ ...world.deps, vault: createVault(key) }, aStart({ team: aTeam(3) }));
  if (!started.ok) throw new Error(started.reason);
  expect(await answerUnder([key], started.review.id, 'U01')).toMatchObject({ ok: true });
  return started.review.id;
}

function answerUnder([key, ...previous]: readonly Uint8Array[], reviewId: string, userId: string) {
  const vault = createVault(key ?? new Uint8Array(), previous);
  const answer = SAID.complaint(`of ${userId}`);
  return submitAnswer({ ...world.deps, vault }, { workspaceId: WORKSPACE, reviewId, userId, answer });
}

const rotate = (batch?: number) =>
  resealAll({ columns: columns(), vault: createVault(current, [old]), logger, ...(batch ? { batch } : {}) });

describe('a change of the encryption key', () => {
  it('leaves nothing that the old key opens, in batches of any size', async () => {
    for (let i = 0; i < 7; i += 1) await aReviewUnder(old);
    await aReviewUnder(current);
    expect(await rotate(3)).toEqual({ resealed: 7, kept: 1, unreadable: 0 });
    expect(lines.at(-1)).toContain('"column":"ReviewSecret.sealed","resealed":7,"kept":1,"unreadable":0');
    const rows = await Promise.all(columns().map((column) => column.list(null, 100)));
    expect(rows.flat()).toHaveLength(8);
    for (const { sealed, context } of rows.flat()) {
      expect(() => createVault(old).open(sealed, context)).toThrow('cannot be opened');
      expect(createVault(current).open(sealed, context)).toHaveLength(32);
    }
    expect(await rotate(3)).toEqual({ resealed: 0, kept: 8, unreadable: 0 });
  });

  it('lets an open private review go on: the same people under the same keys', async () => {
    const id = await aReviewUnder(old);
    await rotate();
    const deps = { ...world.deps, vault: createVault(current) };
    const own = await readOwnAnswers(deps, { workspaceId: WORKSPACE, reviewId: id, userId: 'U01' });
    expect(own).toMatchObject({ ok: true, answers: { complaints: { complaints: [{ text: 'of U01' }] } } });
    for (const userId of ['U01', 'U02']) expect(await answerUnder([current], id, userId)).toMatchObject({ ok: true });
    expect(await world.stores.answers.listKeys(id, 'complaints')).toHaveLength(2);
    await expect(answerUnder([old], id, 'U03')).rejects.toThrow('cannot be opened');
  });

  it('takes answers under either key while replicas are restarted', async () => {
    const id = await aReviewUnder(old);
    expect(await answerUnder([current, old], id, 'U02')).toMatchObject({ ok: true });
    await rotate();
    expect(await answerUnder([old, current], id, 'U03')).toMatchObject({ ok: true });
  });

  it('leaves what no key opens as it is, and says what to do', async () => {
    const id = await aReviewUnder(randomBytes(32));
    const before = await world.stores.secrets.find(id);
    expect(await rotate()).toEqual({ resealed: 0, kept: 0, unreadable: 1 });
    expect(await world.stores.secrets.find(id)).toEqual(before);
    expect(lines.at(-1)).toMatch(/"level":"error".*ENCRYPTION_KEY_PREVIOUS/);
  });

  it.each([
    { total: { resealed: 0, kept: 0, unreadable: 0 }, isRight: true },
    { total: { resealed: 0, kept: 1, unreadable: 2 }, isRight: true },
    { total: { resealed: 1, kept: 0, unreadable: 2 }, isRight: true },
    { total: { resealed: 0, kept: 0, unreadable: 2 }, isRight: false },
  ])('refuses a key that opens nothing of what is there, and no other: $total', ({ total, isRight }) => {
    const require = () => requireRightKey(total);
    if (isRight) expect(require).not.toThrow();
    else expect(require).toThrow(/ENCRYPTION_KEY opens nothing .*2 sealed values.*ENCRYPTION_KEY_PREVIOUS/);
  });

  it('does not bring back the secret of a review that closed meanwhile', async () => {
    const id = await aReviewUnder(old);
    const [column] = columns();
    const [row] = (await column?.list(null, 1)) ?? [];
    if (!column || !row) throw new Error('there is no secret');
    await world.stores.secrets.destroy(id);
    expect(await column.replace(row, row.sealed)).toBe(false);
    expect(await world.stores.secrets.find(id)).toBeNull();
  });

  it('knows every column of the database that holds bytes', async () => {
    const { rows } = await world.pool.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type = 'bytea' ORDER BY 1`,
    );
    expect(SEALED.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(rows.map(({ name }) => name));
  });
});

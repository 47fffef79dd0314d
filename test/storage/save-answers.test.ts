import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, PHASES, type Phase } from '../../src/domain/answer.ts';
import { takenBack } from '../../src/domain/taken-back.ts';
import { type AnswerToSave, saveAnswer } from '../../src/storage/save-answer.ts';
import { createSaveAnswer } from '../../src/storage/save-answers.ts';
import { runOnPool } from '../../src/storage/statement.ts';
import { acceptingStates } from '../../src/usecases/submit-answer.ts';
import { createStoreWorld, type StoreWorld } from '../support/store-world.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());
beforeEach(() => world.pool.query('DELETE FROM "Answer"'));

const PEOPLE = ['U1', 'U2', 'U3', 'U4'] as const;
const said = (phase: Phase, text: string): Answer => ({ phase, text }) as Answer;

function toSave(reviewId: string, userId: string, { phase = 'positives' as Phase, text = `of ${userId}` } = {}) {
  return { reviewId, userId, personKey: `key of ${userId}`, answer: said(phase, text), ...acceptingStates(phase) };
}

async function rows(): Promise<string[]> {
  const found = await world.pool.query<{ row: string }>('SELECT to_jsonb(a)::text AS row FROM "Answer" a');
  return found.rows.map(({ row }) => row).sort();
}

/** A private review at its second step, whose first words were shown; U3 is a guest by now, U4 was never asked. */
async function aReview(state: 'complaints' | 'positives' | 'closed'): Promise<string> {
  const team = PEOPLE.slice(0, 3).map((userId) => ({ userId, role: 'delivery' as const }));
  const { id } = await world.aReview({ mode: 'private' }, team);
  await world.pool.query(`UPDATE "Participant" SET absence = 'guest' WHERE "reviewId" = $1 AND "userId" = 'U3'`, [id]);
  await world.pool.query(`UPDATE "Review" SET state = $2, revealed = '{complaints}' WHERE id = $1`, [id, state]);
  return id;
}

describe('answers that share a statement', () => {
  it('are saved as each by itself would be, and come out the same', async () => {
    const reviews = [await aReview('complaints'), await aReview('positives'), await aReview('closed')];
    const one = fc.record({
      review: fc.constantFrom(...reviews),
      userId: fc.constantFrom(...PEOPLE),
      phase: fc.constantFrom(...PHASES),
      isOverAny: fc.boolean(),
    });
    // Of two of one person to one question it is open which comes first.
    const many = fc.uniqueArray(one, {
      selector: ({ review, userId, phase }) => `${review} ${userId} ${phase}`,
      minLength: 2,
      maxLength: 12,
    });
    const stands = fc.subarray(
      reviews.flatMap((review) => PHASES.map((phase) => ({ review, phase }))),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(many, stands, fc.boolean(), async (all, before, wereTakenBack) => {
        const given = all.map(({ review, userId, phase, isOverAny }): AnswerToSave => {
          const answer = toSave(review, userId, { phase, text: 'new' });
          return isOverAny ? answer : { ...answer, replaces: null };
        });
        const play = async (save: (one: AnswerToSave) => Promise<unknown>) => {
          await world.pool.query('DELETE FROM "Answer"');
          for (const { review, phase } of before)
            await world.pool.query(
              `INSERT INTO "Answer" ("workspaceId", "reviewId", phase, "personKey", content) VALUES ('T1', $1, $2, 'key of U1', $3)`,
              [review, phase, wereTakenBack && phase !== 'vote' ? takenBack(phase) : said(phase, 'old')],
            );
          return { results: await Promise.all(given.map(save)), rows: await rows() };
        };
        const run = runOnPool(world.pool);
        const alone = await play((answer) => saveAnswer(run, 'T1', answer));
        // More than may be under way at once, so that most share a statement.
        const save = createSaveAnswer(run, 'T1');
        const others = Array.from({ length: 8 }, () => save(toSave('00000000-0000-4000-8000-000000000000', 'U1')));
        expect(await play(save)).toEqual(alone);
        expect(await Promise.all(others)).toEqual(others.map(() => null));
      }),
      { numRuns: 40 },
    );
  });

  it('do not wait for a review that somebody holds, which gets its own in the end', async () => {
    const [held, free] = [await aReview('positives'), await aReview('positives')];
    const save = createSaveAnswer(runOnPool(world.pool), 'T1');
    let late: Promise<unknown>[] = [];
    await world.stores.transaction(async (stores) => {
      await stores.reviews.lock(held);
      const all = Array.from({ length: 6 }, () => save(toSave('00000000-0000-4000-8000-000000000000', 'U1')));
      late = [save(toSave(held, 'U1')), save(toSave(held, 'U2'))];
      expect(await Promise.all([save(toSave(free, 'U1')), ...all])).toMatchObject([
        { isNew: true },
        ...all.map(() => null),
      ]);
      expect(await rows()).toHaveLength(1);
    });
    expect(await Promise.all(late)).toMatchObject([{ isNew: true }, { isNew: true }]);
    expect(await rows()).toHaveLength(3);
  });

  it('keep one of many of one person, and lose nobody else’s', async () => {
    const id = await aReview('positives');
    const save = createSaveAnswer(runOnPool(world.pool), 'T1');
    const texts = Array.from({ length: 12 }, (_, i) => `version ${i}`);
    const saved = await Promise.all([
      ...texts.map((text) => save(toSave(id, 'U1', { text }))),
      save({ ...toSave(id, 'U2'), answer: said('positives', 'bad \u0000') }).catch(() => 'refused'),
      save(toSave(id, 'U2')),
    ]);
    expect(saved.filter((one) => one === 'refused')).toHaveLength(1);
    expect(saved.filter((one) => one !== null && typeof one === 'object' && one.isNew)).toHaveLength(2);
    expect(await rows()).toHaveLength(2);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { ReviewState } from '../../src/domain/review.ts';
import { takenBack } from '../../src/domain/taken-back.ts';
import { acceptingStates } from '../../src/usecases/submit-answer.ts';
import { aComplaint } from '../support/answers.ts';
import { AT, createStoreWorld, type StoreWorld } from '../support/store-world.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const complaining = (text: string): Answer => ({ phase: 'complaints', complaints: [aComplaint({ text })] });

function save(reviewId: string, { userId = 'U1', answer = complaining('They pay late') } = {}) {
  const states = acceptingStates(answer.phase);
  return world.stores.answers.save({ reviewId, userId, personKey: `key of ${userId}`, answer, ...states });
}

function withdraw(reviewId: string, userId = 'U1') {
  const { openStates } = acceptingStates('complaints');
  return world.stores.answers.withdraw({ reviewId, phase: 'complaints', personKey: `key of ${userId}`, openStates });
}

const move = (id: string, state: ReviewState) => world.stores.reviews.moveTo(id, { state, phaseEndsAt: null, now: AT });

describe('save', () => {
  it('stores an answer under its key, with the role of who gave it', async () => {
    const { id } = await world.aReview();
    expect(await save(id)).toEqual({ role: 'sales', isLate: false, isNew: true, state: 'complaints', channelId: 'C1' });
    const stored = { personKey: 'key of U1', phase: 'complaints', answer: complaining('They pay late'), isLate: false };
    expect(await world.stores.answers.list(id)).toEqual([stored]);
    expect(await world.stores.answers.find(id, 'complaints', 'key of U1')).toEqual(stored.answer);
  });

  it('puts a second answer in place of the first', async () => {
    const { id } = await world.aReview();
    await save(id);
    expect(await save(id, { answer: complaining('They never pay') })).toMatchObject({ isNew: false });
    expect((await world.stores.answers.list(id)).map(({ answer }) => answer)).toEqual([complaining('They never pay')]);
  });

  it('keeps one of many that come at once', async () => {
    const { id } = await world.aReview();
    const texts = Array.from({ length: 8 }, (_, i) => `version ${i}`);
    const saved = await Promise.all(texts.map((text) => save(id, { answer: complaining(text) })));
    expect(saved.filter((row) => row?.isNew)).toHaveLength(1);
    expect(await world.stores.answers.listKeys(id, 'complaints')).toHaveLength(1);
  });

  it('calls an answer late when its step is over, and an edit of one in time not', async () => {
    const { id } = await world.aReview();
    await save(id);
    await move(id, 'positives');
    expect(await save(id, { userId: 'U2' })).toMatchObject({ isLate: true, isNew: true });
    expect(await save(id, { userId: 'U1' })).toMatchObject({ isLate: false, isNew: false });
  });

  it('takes an answer ahead from somebody who may give one, and says where the review stood', async () => {
    const { id } = await world.aReview();
    const answer: Answer = { phase: 'positives', text: 'They thank us' };
    const states = acceptingStates('positives', { answered: ['complaints'] });
    const ahead = { reviewId: id, userId: 'U1', personKey: 'key of U1', answer, ...states };
    expect(await world.stores.answers.save(ahead)).toMatchObject({ isLate: false, state: 'complaints' });
    await move(id, 'lessons');
    expect(await world.stores.answers.save(ahead)).toMatchObject({ isLate: false, isNew: false, state: 'lessons' });
  });

  it.each([
    ['somebody who was not invited', 'U7', 'complaints', complaining('x')],
    ['an answer to a question that was not asked yet', 'U1', 'complaints', { phase: 'positives', text: 'x' }],
    ['an answer to a review that has closed', 'U1', 'closed', complaining('x')],
    ['an answer to a review that was decided', 'U1', 'decided', complaining('x')],
  ] as const)('refuses %s', async (_title, userId, state, answer) => {
    const { id } = await world.aReview();
    await move(id, state);
    expect(await save(id, { userId, answer })).toBeNull();
    expect(await world.stores.answers.list(id)).toEqual([]);
  });

  it('waits for a move that is under way, and is refused when it closed the review', async () => {
    const { id } = await world.aReview();
    let saving: Promise<unknown> = Promise.resolve();
    await world.stores.transaction(async (stores) => {
      await stores.reviews.lock(id);
      saving = save(id);
      await untilSomebodyWaits();
      await stores.reviews.moveTo(id, { state: 'closed', phaseEndsAt: null, now: AT });
    });
    expect(await saving).toBeNull();
    expect(await world.stores.answers.list(id)).toEqual([]);
  });
});

/** Asks the database until a statement waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  const sql = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await world.pool.query(sql)).rows.length === 0);
}

describe('withdraw', () => {
  it('takes an answer back once', async () => {
    const { id } = await world.aReview();
    await save(id);
    expect(await withdraw(id)).toBe(true);
    expect(await withdraw(id)).toBe(false);
    expect(await world.stores.answers.find(id, 'complaints', 'key of U1')).toBeNull();
  });

  it('leaves the answers of others, and everything once the review has closed', async () => {
    const { id } = await world.aReview();
    await save(id, { userId: 'U2' });
    expect(await withdraw(id, 'U1')).toBe(false);
    await move(id, 'closed');
    expect(await withdraw(id, 'U2')).toBe(false);
    expect(await world.stores.answers.listKeys(id, 'complaints')).toEqual(['key of U2']);
  });
});

describe('withdraw, once the words of the question were shown', () => {
  const shownReview = async (mode: 'private' | 'open') => {
    const { id } = await world.aReview({ mode });
    await save(id);
    await world.stores.reviews.addRevealed(id, 'complaints');
    return id;
  };

  it('empties a private answer, once, and leaves its key where it was', async () => {
    const id = await shownReview('private');
    expect(await withdraw(id)).toBe(true);
    expect(await withdraw(id)).toBe(false);
    expect(await world.stores.answers.list(id)).toEqual([
      { personKey: 'key of U1', phase: 'complaints', answer: takenBack('complaints'), isLate: false },
    ]);
  });

  it('is saved over by an answer that replaces none', async () => {
    const id = await shownReview('private');
    const states = acceptingStates('complaints');
    const again = { reviewId: id, userId: 'U1', personKey: 'key of U1', answer: complaining('anew'), ...states };
    expect(await world.stores.answers.save({ ...again, replaces: null })).toBeNull();
    await withdraw(id);
    expect(await world.stores.answers.save({ ...again, replaces: null })).toMatchObject({ isLate: false });
    expect(await world.stores.answers.find(id, 'complaints', 'key of U1')).toEqual(complaining('anew'));
  });

  it('takes an open one away, which everybody has seen under its name', async () => {
    const id = await shownReview('open');
    expect(await withdraw(id)).toBe(true);
    expect(await world.stores.answers.list(id)).toEqual([]);
  });

  it('waits for a move that is under way, and empties what that has shown', async () => {
    const { id } = await world.aReview({ mode: 'private' });
    await save(id);
    let withdrawing: Promise<unknown> = Promise.resolve();
    await world.stores.transaction(async (stores) => {
      await stores.reviews.lock(id);
      withdrawing = withdraw(id);
      await untilSomebodyWaits();
      await stores.reviews.moveTo(id, { state: 'positives', phaseEndsAt: null, now: AT });
      await stores.reviews.addRevealed(id, 'complaints');
      await world.pool.query(`UPDATE "Answer" SET "isLate" = true WHERE "reviewId" = $1`, [id]);
      await stores.answers.clearLate(id, 'complaints');
    });
    expect(await withdrawing).toBe(true);
    expect(await world.stores.answers.listKeys(id, 'complaints')).toEqual(['key of U1']);
    expect(await world.stores.answers.find(id, 'complaints', 'key of U1')).toEqual(takenBack('complaints'));
  });
});

describe('the lists of answers', () => {
  it('are in the order of the keys, whoever answered first', async () => {
    const { id } = await world.aReview();
    await save(id, { userId: 'U2' });
    await save(id, { userId: 'U1' });
    expect((await world.stores.answers.list(id)).map(({ personKey }) => personKey)).toEqual(['key of U1', 'key of U2']);
    expect(await world.stores.answers.listKeys(id, 'complaints')).toHaveLength(2);
    expect(await world.stores.answers.listKeys(id, 'vote')).toHaveLength(0);
  });

  it('are empty after deleteAll, of this review only', async () => {
    const [one, other] = [await world.aReview(), await world.aReview()];
    for (const { id } of [one, other]) await save(id);
    await world.stores.answers.deleteAll(one.id);
    expect(await world.stores.answers.list(one.id)).toEqual([]);
    expect(await world.stores.answers.list(other.id)).toHaveLength(1);
  });
});

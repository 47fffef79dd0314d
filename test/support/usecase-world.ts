import { randomUUID } from 'node:crypto';
import type { Answer, Role } from '../../src/domain/answer.ts';
import type { Review } from '../../src/domain/review-record.ts';
import type { RandomInt } from '../../src/domain/shuffle.ts';
import type { WorkspaceDefaults } from '../../src/domain/workspace.ts';
import { createVault } from '../../src/privacy/vault.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { type AdvanceEvent, advanceReview } from '../../src/usecases/advance-review.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { type StartReview, startReview } from '../../src/usecases/start-review.ts';
import { type SubmitResult, submitAnswer } from '../../src/usecases/submit-answer.ts';
import { aComplaint } from './answers.ts';
import { createTestDatabase } from './database.ts';

export const WORKSPACE = 'T1';
export const FACILITATOR = 'UBOSS';

/** A Monday morning. */
export const START = new Date('2026-11-02T09:00:00.000Z');

const ROLES_IN_TURN: readonly Role[] = ['sales', 'account', 'delivery', 'support', 'finance'];

/** People U01, U02, … with the roles of an agency's team in turn. */
export function aTeam(count: number): { userId: string; role: Role }[] {
  return Array.from({ length: count }, (_, i) => ({
    userId: `U${String(i + 1).padStart(2, '0')}`,
    role: ROLES_IN_TURN[i % ROLES_IN_TURN.length] ?? 'other',
  }));
}

/** One answer to each question; the test states the difference. */
export const SAID = {
  complaint: (text: string): Answer => ({ phase: 'complaints', complaints: [aComplaint({ text })] }),
  noComplaint: { phase: 'complaints', complaints: [] },
  positive: (text: string | null): Answer => ({ phase: 'positives', text }),
  lesson: (learned: string | null): Answer => ({ phase: 'lessons', relationship: null, learned, elsewhere: null }),
  vote: (vote: 'keep' | 'part' | 'unsure', hoursPerWeek: number | null = null): Answer => ({
    phase: 'vote',
    vote,
    hoursPerWeek,
  }),
} as const satisfies Record<string, Answer | ((...args: never[]) => Answer)>;

/** Random enough to shuffle and the same in every run (mulberry32). */
export function seededRandomInt(seed: number): RandomInt {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const DEFAULTS: WorkspaceDefaults = {
  language: 'en',
  timeZone: 'UTC',
  managerIds: [],
  hourlyCost: null,
  currency: 'EUR',
};

export type World = Awaited<ReturnType<typeof createWorld>>;

/** The use cases on a database of their own, with a clock that stands still until the test moves it. */
export async function createWorld() {
  const db = await createTestDatabase();
  const storage = createStorage(db.database);
  let now = START;
  const deps: Deps = {
    storage,
    clock: () => now,
    randomInt: seededRandomInt(1),
    vault: createVault(new Uint8Array(32).fill(7)),
    defaults: DEFAULTS,
  };
  const stores = storage.forWorkspace(WORKSPACE);

  /** Starts a private review of a new client with seven people, unless told otherwise; throws when it is refused. */
  async function start(overrides: Partial<StartReview> = {}): Promise<Review> {
    const result = await startReview(deps, aStart(overrides));
    if (!result.ok) throw new Error(`the review was not started: ${result.reason}`);
    return result.review;
  }

  function answer(reviewId: string, userId: string, said: Answer): Promise<SubmitResult> {
    return submitAnswer(deps, { workspaceId: WORKSPACE, reviewId, userId, answer: said });
  }

  function advance(reviewId: string, event: AdvanceEvent = 'next_phase', actorId: string | null = FACILITATOR) {
    return advanceReview(deps, { workspaceId: WORKSPACE, reviewId, event, actorId });
  }

  /** Plays a review to its end: every answer in its own phase, in the order given, then the next step. */
  async function play(reviewId: string, said: readonly (readonly [userId: string, answer: Answer])[]): Promise<void> {
    for (const phase of ['complaints', 'positives', 'lessons', 'vote'] as const) {
      for (const [userId, given] of said.filter((one) => one[1].phase === phase)) {
        const result = await answer(reviewId, userId, given);
        if (!result.ok) throw new Error(`an answer to ${phase} was refused: ${result.reason}`);
      }
      await advance(reviewId);
    }
  }

  return {
    ...{ deps, storage, stores, start, answer, advance, play, pool: db.database.pool, prisma: db.database.prisma },
    stateOf: async (reviewId: string) => (await stores.reviews.find(reviewId))?.state,
    setNow: (at: Date | string) => {
      now = new Date(at);
    },
    passMinutes: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    close: db.drop,
  };
}

/** What the start form says when nothing in it is unusual. */
export function aStart(overrides: Partial<StartReview> = {}): StartReview {
  return {
    workspaceId: WORKSPACE,
    userId: FACILITATOR,
    channelId: 'C1',
    client: { newName: `Client ${randomUUID()}` },
    team: aTeam(7),
    mode: 'private',
    preset: 'async',
    deadlineDate: null,
    question: null,
    ...overrides,
  };
}

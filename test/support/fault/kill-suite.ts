import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findDifferences,
  findToldWords,
  findViolations,
  findWrongCounts,
  type Outcome,
  type PostCount,
} from './kill-checks.ts';
import { noteFigures } from './kill-figures.ts';
import { planDisturbance, planReview } from './kill-plan.ts';
import { countPosts, findStrangers, readThread } from './kill-posts.ts';
import { type PlayedReview, playReview } from './kill-run.ts';
import type { DatabaseKind } from './kill-servers.ts';
import { type KillWorld, startKillWorld } from './kill-world.ts';

const KILLS = Number(process.env.FAULT_KILLS ?? 5);
const KILLS_IN_A_REVIEW = 8;
/** A review may end before its last kill: then there is one more. */
const MOST_REVIEWS = 2 + KILLS;
const A_REVIEW_MS = 60_000;

export type KillSuite = {
  readonly title: string;
  readonly kind: DatabaseKind;
  /** The seed of the first review unless FAULT_SEED names one. */
  readonly seed: number;
};

/** Reviews on one kind of database, disturbed by kills until there were enough of them. */
export function describeKills({ title, kind, seed }: KillSuite): void {
  const firstSeed = Number(process.env.FAULT_SEED ?? seed);
  describe(title, () => {
    let world: KillWorld;
    beforeAll(async () => {
      world = await startKillWorld(kind);
    });
    afterAll(() => world.close());

    it('lose no answer, say nothing twice and end with the verdict of an undisturbed review', {
      timeout: KILLS * A_REVIEW_MS,
    }, async () => {
      let kills = 0;
      for (let number = 0; kills < KILLS && number < MOST_REVIEWS; number += 1)
        kills += await disturbOne(world, firstSeed + number, Math.min(KILLS - kills, KILLS_IN_A_REVIEW));
      expect(kills).toBe(KILLS);
    });
  });
}

async function disturbOne(world: KillWorld, seed: number, killCount: number): Promise<number> {
  try {
    const mode = seed % 2 === 0 ? 'open' : 'private';
    const disturbance = planDisturbance(seed, killCount);
    const calm = await playReview(world, {
      client: `Calm ${seed}`,
      plan: planReview({ seed, mode, run: `calm${seed}` }),
    });
    const disturbed = await playReview(world, {
      client: `Disturbed ${seed}`,
      plan: planReview({ seed, mode, run: `wild${seed}` }),
      disturbance,
    });
    const counts = await compare(world, calm, disturbed);
    await noteFigures(world, {
      app: 'hurried',
      seed,
      mode,
      isFromTheStart: disturbance.isFromTheStart,
      disturbed,
      counts,
    });
    return disturbed.kills.length;
  } catch (cause) {
    const killed = world.disarm().join(', ') || 'nothing';
    const log = world.logs.slice(-40).join('\n');
    const what = `the review of FAULT_SEED=${seed}, killed: ${killed}: ${(cause as Error).message}`;
    throw new Error(`${what}\nThe app's log ends with:\n${log}`, { cause });
  }
}

async function compare(world: KillWorld, calm: PlayedReview, disturbed: PlayedReview): Promise<readonly PostCount[]> {
  const outcomes = { calm: await readOutcome(world, calm), disturbed: await readOutcome(world, disturbed) };
  const { acknowledged } = disturbed;
  expect([
    ...findWrongCounts(outcomes.calm),
    ...findWrongCounts(outcomes.disturbed),
    ...findDifferences(outcomes, acknowledged, (word) => word.replace('wild', 'calm')),
    ...findToldWords(world.logs, acknowledged),
    ...findViolations(world.standIn.violations()),
  ]).toEqual([]);
  return outcomes.disturbed.counts;
}

async function readOutcome(world: KillWorld, played: PlayedReview): Promise<Outcome> {
  return {
    counts: await countPosts(world, played.id),
    strangers: await findStrangers(world, played),
    verdict: await readVerdict(world, played),
    shown: readThread(world, played),
  };
}

async function readVerdict(world: KillWorld, { id }: PlayedReview) {
  const sql = 'SELECT version, stance, mode, pressure, figures, context, verdict FROM "Verdict" WHERE "reviewId" = $1';
  return world.query(sql, [id]);
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findToldWords, findViolations, findWrongCounts } from '../support/fault/kill-checks.ts';
import { noteFigures } from '../support/fault/kill-figures.ts';
import { realApp } from '../support/fault/kill-main.ts';
import { planDisturbance, planReview } from '../support/fault/kill-plan.ts';
import { countPosts, findStrangers } from '../support/fault/kill-posts.ts';
import { playReview } from '../support/fault/kill-run.ts';
import { type KillWorld, startKillWorld } from '../support/fault/kill-world.ts';

/** A step takes some ten seconds at Slack's pace, and each unknown outcome twenty more. */
const isLong = process.env.FAULT_KILLS !== undefined;
const SEED = Number(process.env.FAULT_SEED ?? 3);
const KILLS = isLong ? 8 : 3;
const STEPS = isLong ? 4 : 1;

describe('kills of what npm start runs', () => {
  let world: KillWorld;
  beforeAll(async () => {
    world = await startKillWorld('embedded', realApp());
  });
  afterAll(() => world.close());

  it('lose no answer and say nothing twice, with its own clock and at its own pace', { timeout: 600_000 }, async () => {
    // Nobody can wait for the end of a working day: everybody answers.
    const { mode, steps } = planReview({ seed: SEED, mode: 'private', run: 'real', isTimed: false });
    const disturbance = planDisturbance(SEED, KILLS);
    const { isFromTheStart } = disturbance;
    const played = await playReview(world, {
      client: 'Real',
      plan: { mode, steps: steps.slice(0, STEPS) },
      disturbance,
    });
    const counts = await countPosts(world, played.id);
    expect([
      ...findWrongCounts({ counts, strangers: await findStrangers(world, played) }),
      ...findToldWords(world.logs, played.acknowledged),
      ...findViolations(world.standIn.violations()),
    ]).toEqual([]);
    expect(played.kills).toHaveLength(KILLS);
    expect(played.acknowledged.length).toBeGreaterThanOrEqual(4);
    await noteFigures(world, { app: 'npm start', seed: SEED, mode, isFromTheStart, disturbed: played, counts });
  });
});

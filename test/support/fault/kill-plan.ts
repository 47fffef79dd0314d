import type { FormValues } from '../../../demo/stand-in/driver.ts';
import { PHASES, type Phase, VOTES, type Vote } from '../../../src/domain/answer.ts';
import { SIGNAL_IDS } from '../../../src/domain/signals.ts';
import { FIELDS } from '../../../src/slack/ids.ts';
import { type Kill, TEAM, type Teammate } from './kill-world.ts';
import { createRandom, type Random } from './seeded-random.ts';

/** What one person does in one step. `word` stands in their answer and nowhere else. */
export type Deed =
  | { readonly kind: 'form'; readonly name: Teammate; readonly word: string; readonly values: FormValues }
  | { readonly kind: 'nothing'; readonly name: Teammate }
  | { readonly kind: 'vote'; readonly name: Teammate; readonly vote: Vote };

export type PlannedStep = { readonly phase: Phase; readonly deeds: readonly Deed[]; readonly endsByTimer: boolean };
export type ReviewPlan = { readonly mode: 'private' | 'open'; readonly steps: readonly PlannedStep[] };

export type ReviewChoice = {
  readonly seed: number;
  readonly mode: ReviewPlan['mode'];
  /** Stands in the words of all answers. */
  readonly run: string;
  /** Whether somebody stays silent in a step or two, which then end by their time. */
  readonly isTimed?: boolean;
};

/** What everybody does in one review: the same for the same seed, but for the word of this run in their answers. */
export function planReview({ seed, mode, run, isTimed = true }: ReviewChoice): ReviewPlan {
  const random = createRandom(seed);
  // One or two steps, in which somebody stays silent; the others end when everybody has answered.
  const byTimer = new Set([random.pick(PHASES), random.pick(PHASES)]);
  const steps = PHASES.map((phase): PlannedStep => {
    const endsByTimer = isTimed && byTimer.has(phase);
    const silent = random.pick(TEAM);
    const wordless = random.pick(TEAM);
    const answering = TEAM.filter((name) => !endsByTimer || name !== silent);
    const deeds = answering.map((name): Deed => {
      if (phase === 'vote') return { kind: 'vote', name, vote: random.pick(VOTES) };
      // One at most, so that the words of three or more are shown in a private review as well.
      if (name === wordless) return { kind: 'nothing', name };
      const word = `${phase}${run}${name}`;
      return { kind: 'form', name, word, values: formOf(phase, word, random) };
    });
    return { phase, deeds, endsByTimer };
  });
  return { mode, steps };
}

function formOf(phase: Exclude<Phase, 'vote'>, word: string, random: Random): FormValues {
  if (phase === 'positives') return { [FIELDS.text]: `What works: ${word}.` };
  if (phase === 'lessons') return { [FIELDS.learned]: `What I learned: ${word}.` };
  return {
    [FIELDS.text]: `It hurts: ${word}.`,
    [FIELDS.signals]: [random.pick(SIGNAL_IDS)],
    [FIELDS.severity]: String(random.whole(1, 3)),
    [FIELDS.frequency]: random.pick(['once', 'sometimes', 'constantly']),
  };
}

/** What is killed in one review, in this order, and whether that begins while it is being started or only when it is there. */
export type Disturbance = { readonly kills: readonly Kill[]; readonly isFromTheStart: boolean };

export function planDisturbance(seed: number, count: number): Disturbance {
  const random = createRandom(seed + 1_000_003);
  // With the modes in turn, every four seeds have both kinds of both.
  return { kills: planKills(random, count), isFromTheStart: seed % 4 >= 2 };
}

function planKills(random: Random, count: number): Kill[] {
  const first = random.pick(['app', 'database'] as const);
  return Array.from({ length: count }, (_, i): Kill => {
    const what = (i % 2 === 0) === (first === 'app') ? 'app' : 'database';
    const delayMs = random.pick([0, 0, 0, random.whole(1, 30)]);
    return random.pick([true, false])
      ? { what, counting: 'posts', after: random.whole(1, 3), delayMs }
      : { what, counting: 'traffic', after: random.whole(1, 24), delayMs };
  });
}

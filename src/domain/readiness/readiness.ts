import type { ReviewMode } from '../review.ts';
import { type RandomInt, shuffled } from '../shuffle.ts';
import { MIN_PEOPLE_FOR_WORDS } from '../statement.ts';

/** How somebody of the account team feels about losing the client (method 6). */
export const READINESS_LEVELS = ['ready', 'worried', 'not_ready'] as const;
export type ReadinessLevel = (typeof READINESS_LEVELS)[number];

const POINTS: Readonly<Record<ReadinessLevel, number>> = { ready: 100, worried: 50, not_ready: 0 };

/** So that the comments of fifty people fit one view of Slack, whatever they are made of. */
export const MAX_READINESS_COMMENT_LENGTH = 700;

/** One person's answer; of several by one person, only the last is kept. */
export type ReadinessAnswer = {
  readonly userId: string;
  readonly level: ReadinessLevel;
  readonly comment: string | null;
};

/** What the team said, in numbers. */
export type TeamReadiness = {
  /** The mean, 0..100 with one decimal; null until somebody has answered. */
  readonly readiness: number | null;
  readonly counts: Readonly<Record<ReadinessLevel, number>>;
  readonly answered: number;
  readonly asked: number;
};

/** Readiness is the mean of ready (100), worried (50) and not ready (0); the order of the answers does not matter (method 6). */
export function teamReadiness(answers: readonly ReadinessAnswer[], asked: number): TeamReadiness {
  const count = (level: ReadinessLevel) => answers.filter((answer) => answer.level === level).length;
  const counts = { ready: count('ready'), worried: count('worried'), not_ready: count('not_ready') };
  const sum = answers.reduce((total, { level }) => total + POINTS[level], 0);
  const readiness = answers.length === 0 ? null : Math.round((sum / answers.length) * 10) / 10;
  return { readiness, counts, answered: answers.length, asked: Math.max(asked, answers.length) };
}

/** What the manager may see of a team's answers. */
export type ShownReadiness = Omit<TeamReadiness, 'counts' | 'readiness'> & {
  /** Null until somebody has answered, and while it is withheld. */
  readonly readiness: number | null;
  /** Null where fewer than three answered: one and one is a list of names. */
  readonly counts: TeamReadiness['counts'] | null;
  /** Without names, apart from the levels and in no order. */
  readonly comments: readonly string[];
};

/**
 * Whether the mean of so many answers may be known, and the verdict rest on it: in a private review from three on, since one or two
 * levels can be read off it and off a verdict that it changes; in an open one from the first.
 */
export function isMeanShown(answered: number, mode: ReviewMode): boolean {
  return mode === 'private' ? answered >= MIN_PEOPLE_FOR_WORDS : answered > 0;
}

/**
 * What the manager sees: the mean, how many said what, and the comments, which stand beside neither a name nor a level. With fewer
 * than three answers, how many said what is left out, and in a private review the mean too.
 */
export function shownReadiness(
  answers: readonly ReadinessAnswer[],
  { asked, mode }: { readonly asked: number; readonly mode: ReviewMode },
  randomInt: RandomInt,
): ShownReadiness {
  const team = teamReadiness(answers, asked);
  const comments = answers.flatMap(({ comment }) => (comment === null || comment.trim() === '' ? [] : [comment]));
  return {
    ...team,
    readiness: isMeanShown(team.answered, mode) ? team.readiness : null,
    counts: team.answered < MIN_PEOPLE_FOR_WORDS ? null : team.counts,
    comments: shuffled(comments, randomInt),
  };
}

import { nothingToSay, saysSomething } from '../domain/nothing-to-say.ts';
import type { WordPhase } from '../domain/statement.ts';
import type { Deps } from './deps.ts';
import { readOwnAnswers } from './read-own-answers.ts';
import { type SubmitResult, submitAnswer } from './submit-answer.ts';

export type SubmitNothing = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly userId: string;
  readonly phase: WordPhase;
};

/** Commits that a person has nothing to say to one question. Words they gave meanwhile, in another form, are kept instead. */
export async function submitNothing(
  deps: Deps,
  { workspaceId, reviewId, userId, phase }: SubmitNothing,
): Promise<SubmitResult> {
  const own = await readOwnAnswers(deps, { workspaceId, reviewId, userId });
  if (!own.ok) return own;
  const earlier = own.answers[phase];
  if (earlier && saysSomething(earlier)) return { ok: true, isLate: false, review: own.review };
  return submitAnswer(deps, { workspaceId, reviewId, userId, answer: nothingToSay(phase) });
}

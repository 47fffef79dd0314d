import { shownWords } from '../domain/hidden-words.ts';
import { phaseOfStatement, type Said } from '../domain/statement.ts';
import { digestOfWords } from '../privacy/words-digest.ts';
import type { Stores } from '../storage/storage.ts';
import { asFacilitator, type Facilitating, type FacilitationRefused } from './as-facilitator.ts';
import type { Deps } from './deps.ts';
import { type OpenReviewFacts, readOpenReview } from './open-review-facts.ts';
import { oweOpenAnswer } from './owe-open-answer.ts';
import { askedPhases } from './reopened-step.ts';
import { revealAfresh } from './reveal-phase.ts';

export type HideAnswer = Facilitating & {
  /** Which words, as `readShownWords` names them. */
  readonly digest: string;
  readonly reason: string;
};

export type HideResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'words_gone' | 'hidden_already' }
  | FacilitationRefused;

/**
 * Hides one thing that was said (product: fair): the reason stands in its place in the thread, and it is neither in the summary nor
 * kept. Nobody learns whose it was: the hidden thing is known by a digest of its words. What it reports stays in the figures.
 * `words_gone` when the author has changed or taken it back meanwhile.
 */
export async function hideAnswer(deps: Deps, request: HideAnswer): Promise<HideResult> {
  const { digest, reason, userId } = request;
  return asFacilitator(
    deps,
    { ...request, whilePaused: true },
    async ({ stores, review, now }): Promise<HideResult> => {
      const { answers } = await readOpenReview(deps, stores, review);
      const asked = await askedPhases(stores, review);
      const words = shownWords({ ...review, asked }, answers).find((said) => digestOfWords(review.id, said) === digest);
      if (!words) return { ok: false, reason: 'words_gone' };
      if (!(await stores.hiddenWords.add(review.id, { digest, reason, hiddenById: userId, at: now })))
        return { ok: false, reason: 'hidden_already' };
      await sayAfresh(deps, stores, { facts: await readOpenReview(deps, stores, review), words });
      await stores.audit.add({
        actorId: userId,
        action: 'answer_hidden',
        subject: review.id,
        details: { phase: phaseOfStatement(words.kind), reason },
        at: now,
      });
      return { ok: true };
    },
  );
}

type Saying = { readonly facts: OpenReviewFacts; readonly words: Said };

/** The messages of the thread that have these words: in an open review those of everybody who said the same. */
async function sayAfresh(deps: Deps, stores: Stores, { facts, words }: Saying): Promise<void> {
  const { review, participants, answers } = facts;
  const phase = phaseOfStatement(words.kind);
  if (review.mode === 'private') return revealAfresh({ deps, stores, facts }, phase);
  for (const { personKey: userId, answer, isLate } of answers.filter((one) => one.phase === phase)) {
    const said = shownWords({ ...review, asked: [phase] }, [{ phase, personKey: userId, answer, isLate }]);
    if (!said.some(({ kind, text }) => kind === words.kind && text === words.text)) continue;
    const role = participants.find((person) => person.userId === userId)?.role ?? 'other';
    await oweOpenAnswer(stores, { review, userId, role, answer, isLate });
  }
}

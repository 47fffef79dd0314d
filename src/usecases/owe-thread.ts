import { PHASES, type Phase } from '../domain/answer.ts';
import { purposeOf } from '../domain/post.ts';
import { planReveal } from '../domain/reveal.ts';
import type { Review } from '../domain/review-record.ts';
import { WORD_PHASES, type WordPhase } from '../domain/statement.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { reasonsOfHiding } from './hidden-reasons.ts';
import { oweCurrentStep } from './owe-current-step.ts';
import { oweOpenAnswers } from './owe-open-answer.ts';
import { cardPostOf } from './refresh-card.ts';
import { wasAsked } from './reopened-step.ts';
import { revealPostOf } from './reveal-phase.ts';

type Thread = {
  readonly deps: Deps;
  readonly stores: Stores;
  /** The review as it is in its new channel. */
  readonly review: Review;
  readonly fromChannelId: string;
  readonly now: Date;
};

/**
 * Owes the whole thread of an open review in its new channel: the card, where the review was before, what has been said so far, and
 * the question that is asked now.
 */
export async function oweThread(thread: Thread): Promise<void> {
  const { stores, review, fromChannelId, now } = thread;
  await stores.outbox.put(cardPostOf(review));
  await stores.outbox.put({
    ...inThread(review),
    purpose: purposeOf.moved(review.id, now),
    message: { kind: 'moved', fromChannelId },
  });
  if (review.mode === 'open') await oweAnswersAgain(thread);
  else await oweReveals(thread);
  await oweCurrentStep(stores, review);
}

function inThread({ id, channelId }: Review) {
  return { reviewId: id, channelId, parentPurpose: purposeOf.card(id) };
}

/** Under their authors' names, question by question, as far as the questions were asked; votes wait for the summary. */
async function oweAnswersAgain({ stores, review }: Thread): Promise<void> {
  const roles = new Map((await stores.participants.list(review.id)).map(({ userId, role }) => [userId, role]));
  const answers = await stores.answers.list(review.id);
  for (const phase of WORD_PHASES) {
    if (!(await wasAsked(stores, review, phase))) continue;
    const given = answers
      .filter((one) => one.phase === phase)
      .map(({ personKey, answer, isLate }) => ({
        userId: personKey,
        role: roles.get(personKey) ?? 'other',
        answer,
        isLate,
      }));
    await oweOpenAnswers(stores, { review, phase, answers: given });
  }
}

/**
 * The questions of a private review that have closed, as they were shown: from the answers that were given in time, without what is
 * hidden. Words of a question that was only counted stay unseen, and so do words of fewer than three (method 3).
 */
async function oweReveals({ deps, stores, review }: Thread): Promise<void> {
  const inTime = (await stores.answers.list(review.id)).filter(({ isLate }) => !isLate);
  const reasonOf = await reasonsOfHiding(stores, review.id);
  for (const phase of WORD_PHASES.filter((one) => hasClosed(review, one))) {
    const reveal = planReveal(phase, inTime, deps.randomInt);
    const shown = review.revealed.includes(phase) ? reveal : { ...reveal, said: [] };
    await stores.outbox.put(revealPostOf({ review, reasonOf }, purposeOf.reveal(review.id, phase), shown));
  }
}

function hasClosed({ state, revealed }: Review, phase: WordPhase): boolean {
  if (state === 'short_of_voices' || revealed.includes(phase)) return true;
  return PHASES.indexOf(phase) < PHASES.indexOf(state as Phase);
}

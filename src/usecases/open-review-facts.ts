import { countedAsInvited } from '../domain/absence.ts';
import type { Calendar } from '../domain/calendar.ts';
import { type ClosingFacts, everybodyIn } from '../domain/closing.ts';
import type { ReasonOf } from '../domain/hidden-words.ts';
import type { Review } from '../domain/review-record.ts';
import { voicesNeeded } from '../domain/voices.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { reasonsOfHiding } from './hidden-reasons.ts';
import { personKeysOf, respondentsOf } from './person-keys.ts';
import { readVerdictContext } from './read-verdict-context.ts';

/** All that is known of a review that is still open, the workspace's calendar included. */
export type OpenReviewFacts = ClosingFacts &
  Calendar & {
    readonly reasonOf: ReasonOf;
    readonly voices: { readonly have: number; readonly need: number };
  };

/** Reads everything that a move or the closing of this review depends on, under its lock. Throws when the review has closed. */
export async function readOpenReview(deps: Deps, stores: Stores, review: Review): Promise<OpenReviewFacts> {
  const participants = await stores.participants.list(review.id);
  const answers = await stores.answers.list(review.id);
  const keys = await personKeysOf(stores, deps.vault, review);
  if (keys === null) throw new Error(`review ${review.id} has no secret any more: read it only while it is open`);
  const client = await stores.clients.find(review.clientId);
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const context = await readVerdictContext(stores, review);
  const respondents = respondentsOf(participants, answers, keys);
  const counted = countedAsInvited(participants, everybodyIn(respondents));
  return {
    review,
    participants,
    answers,
    respondents,
    context,
    reasonOf: await reasonsOfHiding(stores, review.id),
    money: {
      hourlyCost: settings.hourlyCost,
      // In another currency than the hour's cost it is no measure of it.
      monthlyRevenue:
        (client?.currency ?? settings.currency) === settings.currency ? (client?.monthlyRevenue ?? null) : null,
      currency: settings.currency,
    },
    timeZone: settings.timeZone,
    daysOff: settings.daysOff,
    voices: { have: respondents.complaints.length, need: voicesNeeded(counted.length, context.thresholds) },
  };
}

import type { PrepSheetFacts } from '../domain/meeting/prep-sheet.ts';
import { NO_PLAN_ANSWERS } from '../domain/plan/plan-questions.ts';
import { suggestItems } from '../domain/plan/suggest-items.ts';
import { isOpen } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import { phaseOfStatement } from '../domain/statement.ts';
import type { Deps } from './deps.ts';

/** What a prep sheet is made from, but for the names of colleagues, which are Slack's to tell. */
export type MeetingFacts = Omit<PrepSheetFacts, 'colleagues'> & {
  readonly review: Review;
  /** Everybody who may be named in it, by Slack id. */
  readonly colleagueIds: readonly string[];
};

/** The record behind the meeting about a closed review; null for a rehearsal and a review that is open, or none. */
export async function readMeetingFacts(
  { storage }: Pick<Deps, 'storage'>,
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
): Promise<MeetingFacts | null> {
  const stores = storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  const stored = review && (await stores.records.findVerdict(reviewId));
  if (!review || !stored || review.isRehearsal || isOpen(review.state)) return null;
  const said = await stores.records.listStatements(reviewId);
  const of = (phase: 'complaints' | 'positives' | 'lessons') =>
    said.filter(({ kind }) => phaseOfStatement(kind) === phase);
  const participants = await stores.participants.list(reviewId);
  const team = await stores.accountMembers.list(review.clientId);
  const plan = await stores.plans.find(reviewId);
  const { figures, verdict } = stored;
  const { clientName, mode } = review;
  return {
    review,
    summary: {
      ...{ clientName, mode, figures },
      said: { complaints: of('complaints'), positives: of('positives'), lessons: of('lessons') },
    },
    evidence: await stores.evidence.list(review.clientId),
    asks: suggestItems({ figures, verdict, answers: plan?.answers ?? NO_PLAN_ANSWERS }).map(({ id }) => id),
    colleagueIds: [...new Set([...participants, ...team].map(({ userId }) => userId))],
  };
}

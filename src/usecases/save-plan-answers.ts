import { accepted, type Checked } from '../domain/checked.ts';
import { mergeEarlierItems } from '../domain/plan/plan-draft.ts';
import type { PlanAnswers, PlanTexts } from '../domain/plan/plan-questions.ts';
import { type SuggestedItem, suggestItems } from '../domain/plan/suggest-items.ts';
import type { Deps } from './deps.ts';
import { findPlannable, type PlanRefusal } from './find-plannable.ts';

/** What can be planned now. */
export type PlanSuggestions = {
  readonly reviewId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly suggested: readonly SuggestedItem[];
  /** How many items fit beside those that are open. */
  readonly roomFor: number;
};

type SavePlanAnswers = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly userId: string;
  readonly answers: PlanAnswers;
  readonly words: PlanTexts;
};

/**
 * Keeps the answers to the guided questions and gives the items that follow from them (method 6). Kept before any item is, so that a
 * closed form loses nothing. The caller has made sure that a manager of the client asks.
 */
export function savePlanAnswers(
  deps: Pick<Deps, 'storage' | 'clock'>,
  { workspaceId, reviewId, userId, answers, words }: SavePlanAnswers,
): Promise<Checked<PlanSuggestions, PlanRefusal>> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const found = await findPlannable(stores, reviewId);
    if (!found.ok) return found;
    const { review, verdict } = found.value;
    const { clientId, clientName } = review;
    const at = deps.clock();
    await stores.plans.save({ reviewId, clientId, answers, words, madeById: userId, madeAt: at });
    await stores.audit.add({ actorId: userId, action: 'plan_answered', subject: reviewId, details: null, at });
    const { alreadyOpen, roomFor } = mergeEarlierItems(await stores.plans.listOpenOfClient(clientId), clientId);
    const suggested = suggestItems({ figures: verdict.figures, verdict: verdict.verdict, answers, alreadyOpen });
    return accepted({ reviewId, clientId, clientName, suggested, roomFor });
  });
}

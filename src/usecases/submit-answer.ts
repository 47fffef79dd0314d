import { mayAnswer } from '../domain/absence.ts';
import type { Answer, Phase, Role } from '../domain/answer.ts';
import { type EarlierFacts, isOpen, planAnswer, REVIEW_STATES, type ReviewState } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { AnswerToSave, SavedAnswer } from '../storage/save-answer.ts';
import type { Stores, WorkspaceStorage } from '../storage/storage.ts';
import { findAnsweredPhases } from './answered-phases.ts';
import { type AnswerTrace, answerEntry, auditAnswer } from './audit-answer.ts';
import type { Deps } from './deps.ts';
import { oweOpenAnswer, placeOfAnswer } from './owe-open-answer.ts';
import { keysFrom, type PersonKeys } from './person-keys.ts';
import { wasAsked } from './reopened-step.ts';

export type AnswerRefusal =
  | 'review_not_found'
  | 'not_invited'
  | 'not_open_yet'
  | 'review_closed'
  | 'changed_meanwhile'
  | 'too_many_complaints';

export type SubmitAnswer = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly userId: string;
  readonly answer: Answer;
  /** What this answer was made from, null for none: it is refused when something else stands there by now. */
  readonly replaces?: Answer | null;
};

export type SubmitResult =
  | { readonly ok: true; readonly isLate: boolean; readonly review: Review }
  | { readonly ok: false; readonly reason: AnswerRefusal; readonly review: Review | null };

/**
 * Commits what a person said, in place of what they said before to the same question (method 3). Once this resolves with ok, the
 * words are safe. In an open review the post in the thread is owed in the same transaction, of an answer ahead when its step
 * opens; a private answer leaves neither a post nor a job.
 */
export async function submitAnswer(
  deps: Deps,
  { workspaceId, reviewId, userId, answer, replaces }: SubmitAnswer,
): Promise<SubmitResult> {
  const workspace = deps.storage.forWorkspace(workspaceId);
  const found = await workspace.reviews.findWithSecret(reviewId);
  if (!found) return { ok: false, reason: 'review_not_found', review: null };
  const { review, sealed } = found;
  if (!isOpen(review.state)) return { ok: false, reason: 'review_closed', review };
  const keys = keysFrom(deps.vault, review, sealed);
  if (keys === null) return { ok: false, reason: 'review_closed', review };
  const earlier = await readEarlier(workspace, { review, userId, phase: answer.phase, keys });
  const plan = planAnswer(review.state, answer.phase, earlier);
  if (!plan.ok) return { ok: false, reason: plan.reason, review };
  const states = acceptingStates(answer.phase, earlier);
  const toSave = { reviewId, userId, personKey: keys(userId, answer.phase), answer, replaces, ...states };

  const trace = { review, userId, phase: answer.phase, action: 'answer_saved', now: deps.clock() } as const;

  // Private: a statement of answers and nothing else, so that no row that names somebody can be put beside it by its transaction.
  const saved =
    review.mode === 'private'
      ? await workspace.answers.save(toSave)
      : await saveOpen(workspace, {
          toSave,
          trace,
          isAhead: (state) => acceptedIn(state, answer.phase, earlier).isAhead,
        });
  if (!saved) {
    const reason = await whyNot(workspace, { reviewId, userId, phase: answer.phase, earlier });
    return { ok: false, reason, review };
  }
  if (review.mode === 'private') await auditAnswer(workspace, trace);
  return { ok: true, isLate: saved.isLate, review };
}

type OpenAnswerToSave = {
  readonly toSave: AnswerToSave;
  readonly trace: AnswerTrace;
  /** Whether the answer is ahead of its step when the review stands there. */
  readonly isAhead: (state: ReviewState) => boolean;
};

/** An answer of an open review, with what it owes the thread: past everything else where nothing is hidden or typed, as most are. */
async function saveOpen(
  workspace: WorkspaceStorage,
  { toSave, trace, isAhead }: OpenAnswerToSave,
): Promise<SavedAnswer | null> {
  const { review } = trace;
  const { userId, answer } = toSave;
  const post = {
    ...placeOfAnswer(review, { userId, phase: answer.phase }),
    message: { kind: 'answer', userId },
  } as const;
  const saved = await workspace.openAnswers.save({
    ...toSave,
    entry: answerEntry(trace),
    post: answer.phase === 'vote' ? null : post,
    aheadStates: toSave.openStates.filter(isAhead),
  });
  if (saved) return saved;
  return workspace.transaction(async (stores) => {
    const row = await stores.answers.save(toSave);
    if (!row) return null;
    const { channelId, isLate } = row;
    // Where the review is now: the answer may have waited while it moved to another channel.
    const owing = { review: { ...review, channelId }, userId, answer, role: row.role as Role, isLate };
    if (!isAhead(row.state)) await oweOpenAnswer(stores, owing);
    await auditAnswer(stores, trace);
    return row;
  });
}

/** The states that take an answer to `phase` from somebody, and those of them in which it is late. */
export function acceptingStates(
  phase: Phase,
  earlier: EarlierFacts = {},
): { openStates: ReviewState[]; lateStates: ReviewState[] } {
  const plans = REVIEW_STATES.map((state) => ({ state, plan: planAnswer(state, phase, earlier) }));
  return {
    openStates: plans.filter(({ plan }) => plan.ok).map(({ state }) => state),
    lateStates: plans.filter(({ plan }) => plan.ok && plan.isLate).map(({ state }) => state),
  };
}

/** What came before matters only for a question whose step is still to come. */
async function readEarlier(
  stores: Stores,
  { review, userId, phase, keys }: { review: Review; userId: string; phase: Phase; keys: PersonKeys },
): Promise<EarlierFacts> {
  if (planAnswer(review.state, phase).ok) return {};
  if (await wasAsked(stores, review, phase)) return { wasAsked: true };
  return { answered: await findAnsweredPhases(stores, { reviewId: review.id, userId, keys }) };
}

/** The plan by which a saved answer was taken: where the review stood then, which may be later than where it was read. */
function acceptedIn(state: ReviewState, phase: Phase, earlier: EarlierFacts) {
  const plan = planAnswer(state, phase, earlier);
  if (!plan.ok) throw new Error(`an answer to ${phase} was saved in ${state}, which takes none: ${plan.reason}`);
  return plan;
}

type Refused = { reviewId: string; userId: string; phase: Phase; earlier: EarlierFacts };

async function whyNot(stores: Stores, { reviewId, userId, phase, earlier }: Refused): Promise<AnswerRefusal> {
  const participants = await stores.participants.list(reviewId);
  if (!participants.some((person) => person.userId === userId && mayAnswer(person))) return 'not_invited';
  const review = await stores.reviews.find(reviewId);
  const plan = review && planAnswer(review.state, phase, earlier);
  if (plan && !plan.ok) return plan.reason;
  return plan ? 'changed_meanwhile' : 'review_closed';
}

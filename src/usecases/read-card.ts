import { type Phase, ROLES } from '../domain/answer.ts';
import type { CardModel, ShownDecision } from '../domain/card.ts';
import { planDecision } from '../domain/decision.ts';
import { type IntakeQuestion, intakeRisks } from '../domain/intake.ts';
import { currentPhase, isOpen } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import { tunedThresholds } from '../domain/thresholds.ts';
import { voicesNeeded } from '../domain/voices.ts';
import type { StoredDecision, StoredVerdict } from '../storage/record-store.ts';
import type { Stores } from '../storage/storage.ts';
import { absencesOf } from './absences-of.ts';
import type { Deps } from './deps.ts';
import { planOnCard } from './plan-on-card.ts';
import { countInvited, findWhoAnswered } from './who-answered.ts';

/** What the card of a review says now; null when there is no such review. In a private one nobody's name stands beside "answered". */
export async function readCard(
  deps: Deps,
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
): Promise<CardModel | null> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  return review && cardOf(deps, stores, review);
}

/** The same for a review that was read already. */
export async function cardOf(deps: Deps, stores: Stores, review: Review): Promise<CardModel> {
  const phase = currentPhase(review.state);
  const progress = await readProgress(deps, stores, review, phase);
  if (progress === null) return cardOf(deps, stores, await readClosed(stores, review.id));
  const stored = await stores.records.findVerdict(review.id);
  const decided = await stores.records.findDecision(review.id);
  const isNewer = stored !== null && decided !== null && decided.verdictVersion < stored.version;
  const decidedOn = isNewer ? await stores.records.findVerdict(review.id, decided.verdictVersion) : stored;
  return {
    reviewId: review.id,
    clientName: review.clientName,
    mode: review.mode,
    state: review.state,
    isRehearsal: review.isRehearsal,
    facilitatorId: review.facilitatorId,
    cancelledById: review.cancelledById,
    question: review.question,
    phase,
    phaseEndsAt: review.phaseEndsAt,
    revealed: review.revealed,
    ...progress,
    result: stored && {
      verdict: stored.verdict,
      figures: stored.figures,
      closedAt: review.closedAt ?? stored.createdAt,
    },
    decision: decidedOn && decided && shownDecision(decidedOn, decided),
    undecidedVersion: decided === null || isNewer ? (stored?.version ?? null) : null,
    ...(await planOnCard(deps, stores, { review, choice: decided?.choice ?? null })),
    notAgreed: await findNotAgreed(stores, review),
    summaryUrl: null,
  };
}

/** The risks that a client's intake left, for its first review; none where there was no intake. */
async function findNotAgreed(stores: Stores, review: Review): Promise<readonly IntakeQuestion[]> {
  const stored = await stores.intakes.find(review.clientId);
  const risks = intakeRisks(stored?.intake ?? null);
  if (risks.kind === 'not_filled' || risks.missing.length === 0) return [];
  return (await stores.intakes.isFirstReview(review)) ? risks.missing : [];
}

type Progress = Pick<CardModel, 'invited' | 'answered' | 'answeredBy' | 'roles' | 'notWaitedFor' | 'voices'>;

/** A private review that closed after it was read as open: as it is now. */
async function readClosed(stores: Stores, reviewId: string): Promise<Review> {
  const review = await stores.reviews.find(reviewId);
  if (review && !isOpen(review.state)) return review;
  throw new Error(`review ${reviewId} has no secret: expected one until a private review closes`);
}

/** Null when the secret of a private review is gone. */
async function readProgress(deps: Deps, stores: Stores, review: Review, phase: Phase | null): Promise<Progress | null> {
  if (phase === null) {
    const { length: invited } = await stores.participants.list(review.id);
    return { invited, answered: 0, answeredBy: null, roles: [], notWaitedFor: [], voices: null };
  }
  const who = await findWhoAnswered({ deps, stores, review, phase });
  const counted = review.state === 'short_of_voices' ? await countInvited({ deps, stores, review }) : 0;
  if (who === null || counted === null) return null;
  const { answered, waiting, absent } = who;
  const everyone = [...answered, ...waiting, ...absent];
  const invited = everyone.length;
  const roles = ROLES.filter((role) => everyone.some((person) => person.role === role));
  const voices =
    review.state === 'short_of_voices'
      ? { have: answered.length, need: voicesNeeded(counted, tunedThresholds(await stores.workspace.findThresholds())) }
      : null;
  return {
    invited,
    answered: answered.length,
    answeredBy: review.mode === 'open' ? answered.map(({ userId }) => userId) : null,
    roles: roles.map((role) => ({ role, isHeard: answered.some((person) => person.role === role) })),
    notWaitedFor: absencesOf(everyone),
    voices,
  };
}

/** A stored decision together with how it relates to the verdict it was taken on. */
export function shownDecision({ verdict, figures }: StoredVerdict, decided: StoredDecision): ShownDecision {
  const { choice, rationale, hardStop, decidedBy, decidedAt } = decided;
  const { stance, mode } = verdict;
  const plan = planDecision(
    { stance, mode, hasHardStop: figures.hardStops.length > 0 },
    { choice, rationale, hardStop },
  );
  return { choice, rationale, hardStop, decidedBy, decidedAt, differs: plan.ok && plan.differs };
}

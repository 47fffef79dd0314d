import type {
  RecordedDecision,
  RecordedNotice,
  RecordedOutcome,
  RecordedParting,
  RecordedPlan,
  RecordedReview,
  RecordedVerdict,
} from '../domain/export/client-record.ts';
import type { Said } from '../domain/statement.ts';
import type { Prisma } from './generated/client.ts';
import { toMeeting } from './meeting-store.ts';
import { toPlaybook, toStep } from './parting-store.ts';
import { toItem } from './plan-store.ts';
import type { Scope } from './scope.ts';
import { isUuid } from './uuid.ts';

const BY_VERSION = { orderBy: { version: 'asc' } } as const;
const BY_VERDICT = { orderBy: { verdictVersion: 'asc' } } as const;

/** Everything that came of a review: one query for each table, however many reviews there are. */
const WITH_ALL = {
  statements: { orderBy: { id: 'asc' } },
  verdicts: BY_VERSION,
  decisions: BY_VERDICT,
  outcomes: { where: { answer: { not: null } }, orderBy: [{ verdictVersion: 'asc' }, { day: 'asc' }] },
  plan: true,
  planItems: { orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] },
  meetings: { orderBy: [{ startsAt: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.ReviewInclude;
type ReviewRow = Prisma.ReviewGetPayload<{ include: typeof WITH_ALL }>;

const WITH_STEPS = {
  steps: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  notices: { orderBy: { channel: 'asc' } },
} as const satisfies Prisma.PartingInclude;
type PartingRow = Prisma.PartingGetPayload<{ include: typeof WITH_STEPS }>;

/** What is kept of a client as a whole, for its export. The number of queries does not grow with what there is. */
export function createClientRecordStore({ db, workspaceId }: Scope) {
  return {
    /** The reviews of a client with all that came of them, the newest first; rehearsals and cancelled ones left out. */
    async listReviews(clientId: string): Promise<RecordedReview[]> {
      if (!isUuid(clientId)) return [];
      const rows = await db.review.findMany({
        where: { workspaceId, clientId, isRehearsal: false, state: { not: 'cancelled' } },
        orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
        include: WITH_ALL,
      });
      return rows.map(toReview);
    },

    /** The partings of a client with steps and notices, the newest first. */
    async listPartings(clientId: string): Promise<RecordedParting[]> {
      if (!isUuid(clientId)) return [];
      const rows = await db.parting.findMany({
        where: { workspaceId, clientId },
        orderBy: [{ startedAt: 'desc' }, { reviewId: 'asc' }],
        include: WITH_STEPS,
      });
      return rows.map(toParting);
    },
  };
}

function toReview(row: ReviewRow): RecordedReview {
  const { id, mode, state, question, facilitatorId, startedAt, closedAt, plan } = row;
  return {
    ...{ id, question, facilitatorId, startedAt, closedAt },
    mode: mode as RecordedReview['mode'],
    state: state as RecordedReview['state'],
    said: row.statements.map(
      ({ kind, text, signals, severity, frequency, concerns, authorId }) =>
        ({ kind, text, signals, severity, frequency, concerns, authorId }) as Said,
    ),
    verdicts: row.verdicts.map(({ version, createdAt, verdict, figures }) => ({
      ...{ version, at: createdAt },
      verdict: verdict as unknown as RecordedVerdict['verdict'],
      figures: figures as unknown as RecordedVerdict['figures'],
    })),
    decisions: row.decisions.map(
      ({ verdictVersion, choice, rationale, hardStop, decidedBy, decidedAt }) =>
        ({ verdictVersion, choice, rationale, hardStop, decidedBy, decidedAt }) as RecordedDecision,
    ),
    outcomes: row.outcomes.map(
      ({ verdictVersion, day, answer, why, answeredById, answeredAt }) =>
        ({ verdictVersion, day, answer, why, answeredBy: answeredById, answeredAt }) as RecordedOutcome,
    ),
    plan: plan && toPlan(plan),
    items: row.planItems.map(toItem),
    meetings: row.meetings.map(toMeeting),
  };
}

function toPlan({ answers, words, madeById, madeAt }: NonNullable<ReviewRow['plan']>): RecordedPlan {
  return {
    ...{ madeById, madeAt },
    answers: answers as unknown as RecordedPlan['answers'],
    words: words as unknown as RecordedPlan['words'],
  };
}

function toParting({ steps, notices, ...row }: PartingRow): RecordedParting {
  return {
    playbook: toPlaybook(row),
    steps: steps.map(toStep),
    notices: notices.map(
      ({ channel, language, text, savedById, savedAt }) =>
        ({ channel, language, text, savedById, savedAt }) as RecordedNotice,
    ),
  };
}

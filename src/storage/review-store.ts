import type { Language } from '../domain/language.ts';
import type { ChannelRefusal } from '../domain/post.ts';
import type { Preset, ReviewMode, ReviewState } from '../domain/review.ts';
import type { Invitee, Review } from '../domain/review-record.ts';
import type { WordPhase } from '../domain/statement.ts';
import { createGathered } from './gathered.ts';
import type { Review as Row } from './generated/client.ts';
import type { DirectScope, Scope } from './scope.ts';
import type { Statement } from './statement.ts';

export type NewReview = Omit<
  Review,
  | 'id'
  | 'clientName'
  | 'state'
  | 'version'
  | 'revealed'
  | 'phaseStartedAt'
  | 'closedAt'
  | 'pausedReason'
  | 'pausedAt'
  | 'remindFromAt'
  | 'cancelledById'
  | 'isRehearsal'
> & { readonly isRehearsal?: boolean };

const OVER: readonly ReviewState[] = ['closed', 'decided', 'cancelled'];

const WITH_NAME = { client: { select: { name: true } } } as const;

/** Each column by its name: a prepared statement does not survive that its columns change. */
const FIND_WITH_SECRET: Statement = {
  name: 'find-reviews-with-secret',
  text: `
    SELECT r.id, r."clientId", c.name AS "clientName", r."channelId", r."facilitatorId", r.mode, r.preset, r.language, r.question,
      r.state, r.version, r.deadline, r."phaseStartedAt", r."phaseEndsAt", r.revealed, r."pausedReason", r."pausedAt",
      r."remindFromAt", r."cancelledById", r."isRehearsal", r."startedAt", r."closedAt", s.sealed
    FROM "Review" r JOIN "Client" c ON c."workspaceId" = $1 AND c.id = r."clientId"
    LEFT JOIN "ReviewSecret" s ON s."workspaceId" = $1 AND s."reviewId" = r.id
    WHERE r."workspaceId" = $1 AND r.id = ANY($2::uuid[])`,
};

export type HeldReview = Pick<Review, 'id' | 'channelId' | 'state' | 'isRehearsal'>;

const HOLD: Statement = {
  name: 'hold-review',
  text: `SELECT id, "channelId", state, "isRehearsal" FROM "Review" WHERE "workspaceId" = $1 AND id = $2::uuid FOR SHARE`,
};

const toReview = ({
  client,
  workspaceId: _,
  openClientId: __,
  hasHiddenWords: ___,
  ...row
}: Row & { client: { name: string } }): Review => ({
  ...row,
  clientName: client.name,
  mode: row.mode as ReviewMode,
  preset: row.preset as Preset,
  language: row.language as Language,
  state: row.state as ReviewState,
  revealed: row.revealed as WordPhase[],
  pausedReason: row.pausedReason as ChannelRefusal | null,
});

/** The reviews of the workspace. What looks for reviews finds no rehearsals; what is given a review's id takes it as it is. */
export function createReviewStore({ db, workspaceId, run }: DirectScope) {
  return {
    ...createReviewChanges({ db, workspaceId }),
    ...createDirectLookUp({ workspaceId, run }),

    async find(id: string): Promise<Review | null> {
      const row = await db.review.findUnique({ where: { workspaceId_id: { workspaceId, id } }, include: WITH_NAME });
      return row && toReview(row);
    },

    /** The review, locked until the transaction ends: answers wait, transitions queue up. Only inside a transaction. */
    async lock(id: string): Promise<Review | null> {
      await db.$queryRaw`SELECT 1 FROM "Review" WHERE "workspaceId" = ${workspaceId} AND id = ${id}::uuid FOR UPDATE`;
      return this.find(id);
    },

    /** The client's open review, if any: there is never more than one. */
    async findOpenByClient(clientId: string): Promise<Review | null> {
      const row = await db.review.findUnique({
        where: { workspaceId_openClientId: { workspaceId, openClientId: clientId }, isRehearsal: false },
        include: WITH_NAME,
      });
      return row && toReview(row);
    },

    /** The client's newest review that has closed. */
    async findLatestClosed(clientId: string): Promise<Review | null> {
      const where = { workspaceId, clientId, isRehearsal: false, state: { in: ['closed', 'decided'] } };
      const row = await db.review.findFirst({
        where,
        orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
        include: WITH_NAME,
      });
      return row && toReview(row);
    },

    /** Every open review, oldest first. */
    async listOpen(): Promise<Review[]> {
      const rows = await db.review.findMany({
        where: { workspaceId, openClientId: { not: null }, isRehearsal: false },
        orderBy: { startedAt: 'asc' },
        include: WITH_NAME,
      });
      return rows.map(toReview);
    },

    /** Stores a new review in its first phase; null when the client has an open one already. */
    async create(review: NewReview, participants: readonly Invitee[]): Promise<Review | null> {
      const row = await db.$queryRaw<{ id: string }[]>`
        INSERT INTO "Review" ("workspaceId", id, "clientId", "openClientId", "channelId", "facilitatorId", mode, preset, language, question, state, deadline, "phaseStartedAt", "phaseEndsAt", "startedAt", "isRehearsal")
        VALUES (${workspaceId}, gen_random_uuid(), ${review.clientId}::uuid, ${review.clientId}::uuid, ${review.channelId}, ${review.facilitatorId}, ${review.mode}, ${review.preset},
                ${review.language}, ${review.question}, 'complaints', ${review.deadline}, ${review.startedAt}, ${review.phaseEndsAt}, ${review.startedAt}, ${review.isRehearsal ?? false})
        ON CONFLICT ("workspaceId", "openClientId") DO NOTHING RETURNING id`;
      const id = row[0]?.id;
      if (id === undefined) return null;
      // In the order of the ids, which tells nothing.
      const people = [...participants].sort((a, b) => (a.userId < b.userId ? -1 : 1));
      await db.participant.createMany({
        data: people.map(({ userId, role }) => ({ workspaceId, reviewId: id, userId, role })),
      });
      return this.find(id);
    },

    /**
     * Moves a locked review on. A closed one frees its client for the next review. What people asked of the reminders of one step
     * ends with it.
     */
    async moveTo(
      id: string,
      { state, phaseEndsAt, now }: { state: ReviewState; phaseEndsAt: Date | null; now: Date },
    ): Promise<void> {
      const isClosing = OVER.includes(state);
      await endSnoozes({ db, workspaceId }, id, state);
      await db.review.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: {
          state,
          phaseStartedAt: now,
          phaseEndsAt,
          remindFromAt: null,
          version: { increment: 1 },
          ...(isClosing ? { openClientId: null } : {}),
          ...(state === 'closed' || state === 'cancelled' ? { closedAt: now } : {}),
        },
      });
    },

    /** The reviews of a channel follow it to its new id. */
    async changeChannel(oldId: string, newId: string): Promise<void> {
      await db.review.updateMany({ where: { workspaceId, channelId: oldId }, data: { channelId: newId } });
    },

    /** Remembers that a question's words are in the thread now. */
    async addRevealed(id: string, phase: WordPhase): Promise<void> {
      await db.review.update({ where: { workspaceId_id: { workspaceId, id } }, data: { revealed: { push: phase } } });
    },
  };
}

function createDirectLookUp({ workspaceId, run }: Pick<DirectScope, 'workspaceId' | 'run'>) {
  type Found = { readonly review: Review; readonly sealed: Uint8Array | null };
  const read = createGathered<string, Found | null>({
    async work(ids) {
      const rows = await run<Review & { sealed: Uint8Array | null }>(FIND_WITH_SECRET, [workspaceId, ids]);
      const found = new Map(rows.map(({ sealed, ...review }) => [review.id, { review, sealed }]));
      return ids.map((id) => found.get(id) ?? null);
    },
    atOnce: 2,
  });
  return {
    /** The review, and its secret as it is sealed: null when it has none, or none any more. Many asked for at once are read together. */
    findWithSecret: (id: string): Promise<Found | null> => read(id),

    /** Where a review is, which does not change until the transaction ends; answers go on meanwhile. Only inside a transaction. */
    async hold(id: string): Promise<HeldReview | null> {
      const [held] = await run<HeldReview>(HOLD, [workspaceId, id]);
      return held ?? null;
    },
  };
}

function createReviewChanges({ db, workspaceId }: Scope) {
  return {
    /** A locked review that was decided waits for a decision again; when it closed stays. */
    async waitForDecision(id: string): Promise<void> {
      const data = { state: 'closed', version: { increment: 1 } };
      await db.review.updateMany({ where: { workspaceId, id, state: 'decided' }, data });
    },

    /** What a facilitator can change of a locked review without moving it. */
    async change(
      id: string,
      changes: Partial<Pick<Review, 'phaseEndsAt' | 'deadline' | 'remindFromAt' | 'facilitatorId' | 'cancelledById'>>,
    ): Promise<void> {
      await db.review.update({ where: { workspaceId_id: { workspaceId, id } }, data: changes });
    },
  };
}

/** A wish to be reminded again belongs to one step. */
async function endSnoozes({ db, workspaceId }: Scope, reviewId: string, next: ReviewState): Promise<void> {
  await db.participant.updateMany({
    where: { workspaceId, reviewId, snoozedUntil: { not: null }, review: { state: { not: next } } },
    data: { snoozedUntil: null },
  });
}

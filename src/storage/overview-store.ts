import type { Phase } from '../domain/answer.ts';
import type { Client, ClientStatus } from '../domain/client.ts';
import type { Review } from '../domain/review-record.ts';
import { Prisma } from './generated/client.ts';
import type { Scope } from './scope.ts';

/** A review, as far as a list says it. */
export type OverviewReview = Pick<
  Review,
  'id' | 'clientName' | 'channelId' | 'mode' | 'state' | 'phaseEndsAt' | 'pausedReason'
>;

/** A review with how many were invited, and how many have answered each question. */
export type CountedReview = OverviewReview & {
  readonly invited: number;
  readonly answered: Readonly<Partial<Record<Phase, number>>>;
};

export type OverviewFacts = {
  readonly reviews: readonly CountedReview[];
  readonly clients: readonly Pick<Client, 'name' | 'status'>[];
};

type Found = {
  readonly reviews: readonly (Omit<CountedReview, 'phaseEndsAt'> & { readonly phaseEndsAt: string | null })[];
  /** All names, and in the same order all statuses: half the size of a thousand objects. */
  readonly clients: readonly [names: readonly string[], statuses: readonly ClientStatus[]];
};

/** Where everything of a workspace stands. */
export function createOverviewStore({ db, workspaceId }: Scope) {
  return {
    /**
     * Reviews that are open, oldest first, then those that wait for a decision, and the clients by name, in one statement. `invitedId`:
     * only reviews that this person was invited to, and their clients; null: everything. Without what is archived or a rehearsal.
     */
    async read(invitedId: string | null): Promise<OverviewFacts> {
      const [found] = await db.$queryRaw<Found[]>(statement(workspaceId, invitedId));
      if (!found) throw new Error('an overview is one row, whatever there is: the database gave none');
      const toDate = (text: string | null) => (text === null ? null : new Date(text));
      const [names, statuses] = found.clients;
      return {
        reviews: found.reviews.map((row) => ({ ...row, phaseEndsAt: toDate(row.phaseEndsAt) })),
        clients: names.map((name, at) => ({ name, status: statuses[at] ?? 'active' })),
      };
    },
  };
}

function statement(workspaceId: string, invitedId: string | null): Prisma.Sql {
  const isSeen =
    invitedId === null
      ? Prisma.sql`true`
      : Prisma.sql`EXISTS (SELECT 1 FROM "Participant" p
          WHERE p."workspaceId" = ${workspaceId} AND p."reviewId" = r.id AND p."userId" = ${invitedId})`;
  // Two branches instead of OR, so that each is found by its index.
  return Prisma.sql`
    WITH found AS MATERIALIZED (
      SELECT r.*, 1 AS turn, r."startedAt" AS since FROM "Review" r
      WHERE r."workspaceId" = ${workspaceId} AND r."openClientId" IS NOT NULL AND NOT r."isRehearsal" AND ${isSeen}
      UNION ALL
      SELECT r.*, 2, r."closedAt" FROM "Review" r
      WHERE r."workspaceId" = ${workspaceId} AND r.state = 'closed' AND r."openClientId" IS NULL AND NOT r."isRehearsal" AND ${isSeen}
    ), invited AS (
      SELECT "reviewId", count(*) AS count FROM "Participant"
      WHERE "workspaceId" = ${workspaceId} AND "reviewId" IN (SELECT id FROM found) GROUP BY "reviewId"
    ), answered AS (
      SELECT "reviewId", json_object_agg(phase, count) AS counts FROM (
        SELECT "reviewId", phase, count(*) AS count FROM "Answer"
        WHERE "workspaceId" = ${workspaceId} AND "reviewId" IN (SELECT id FROM found) GROUP BY "reviewId", phase
      ) given GROUP BY "reviewId"
    )
    SELECT
      (SELECT coalesce(json_agg(json_build_object('id', f.id, 'clientName', c.name,
          'channelId', f."channelId", 'mode', f.mode, 'state', f.state, 'phaseEndsAt', f."phaseEndsAt",
          'pausedReason', f."pausedReason", 'invited', coalesce(i.count, 0), 'answered', coalesce(a.counts, '{}')
        ) ORDER BY f.turn, f.since, f.id), '[]')
        FROM found f JOIN "Client" c ON c."workspaceId" = ${workspaceId} AND c.id = f."clientId"
        LEFT JOIN invited i ON i."reviewId" = f.id LEFT JOIN answered a ON a."reviewId" = f.id) AS reviews,
      (SELECT json_build_array(coalesce(json_agg(name), '[]'), coalesce(json_agg(status), '[]')) FROM (
        SELECT c.name, c.status FROM "Client" c
        WHERE c."workspaceId" = ${workspaceId} AND c."archivedAt" IS NULL AND NOT c."isRehearsal"
          AND (${invitedId === null} OR c.id IN (SELECT "clientId" FROM found))
        ORDER BY c."nameKey") client) AS clients`;
}

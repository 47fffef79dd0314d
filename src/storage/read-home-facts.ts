import type { DayRange } from '../domain/calendar.ts';
import type { Language } from '../domain/language.ts';
import { Prisma } from './generated/client.ts';
import type { HomeClient, HomeFacts, HomeInvitation, HomePulse, HomeReview } from './home-facts.ts';
import type { Scope } from './scope.ts';

export type HomeReader = {
  readonly userId: string;
  /** The weeks whose pulse may still be open. */
  readonly pulseWeeks: readonly number[];
  /** The first week whose health is read. */
  readonly sinceWeek: number;
};

/** As JSON has them. */
type Row<T> = { readonly [K in keyof T]: T[K] extends Date | null ? string | null : T[K] };
type ReviewRow = Row<HomeReview>;
type Found = {
  readonly settings: HomeFacts['settings'];
  readonly own: { language: Language | null; pausedUntil: string | null; daysOff: DayRange[] } | null;
  readonly invitations: readonly (ReviewRow & { readonly sealedText: string | null; readonly answered: string[] })[];
  readonly facilitated: readonly ReviewRow[];
  readonly pulses: readonly (Omit<HomePulse, 'closesAt'> & { readonly closesAt: string })[];
  readonly ownClients: HomeFacts['ownClients'];
  readonly items: HomeFacts['items'];
  readonly clients: readonly (Omit<Row<HomeClient>, 'weeks'> & { readonly weeks: [number, number | null][] | null })[];
  readonly openReviews: readonly (ReviewRow & Pick<HomeFacts['openReviews'][number], 'invited' | 'answered'>)[];
  readonly undecided: readonly Row<HomeFacts['undecided'][number]>[];
};

/** Reads a Home in one statement, so that it opens within one round trip and all of it is of one moment. Null for a new workspace. */
export async function readHomeFacts({ db, workspaceId }: Scope, reader: HomeReader): Promise<HomeFacts | null> {
  const [found] = await db.$queryRaw<Found[]>(statement(workspaceId, reader));
  if (!found) return null;
  const { own } = found;
  return {
    ...found,
    own: own ?? { language: null, pausedUntil: null, daysOff: [] },
    invitations: found.invitations.map(
      ({ sealedText, ...row }): HomeInvitation => ({
        ...toReview(row),
        answered: row.answered,
        sealed: sealedText === null ? null : Buffer.from(sealedText, 'base64'),
      }),
    ),
    facilitated: found.facilitated.map(toReview),
    pulses: found.pulses.map((row) => ({ ...row, closesAt: new Date(row.closesAt) })),
    clients: found.clients.map(({ weeks, ...row }) => ({
      ...row,
      lastReviewedAt: toDate(row.lastReviewedAt),
      weeks: (weeks ?? []).map(([week, health]) => ({ week, health })),
    })),
    openReviews: found.openReviews.map(({ invited, answered, ...row }) => ({ ...toReview(row), invited, answered })),
    undecided: found.undecided.map((row) => ({ ...row, closedAt: toDate(row.closedAt) })),
  };
}

const toDate = (text: string | null) => (text === null ? null : new Date(text));
const toReview = <R extends ReviewRow>(row: R) => ({ ...row, phaseEndsAt: toDate(row.phaseEndsAt) });

/** The rows of a query as one JSON value. */
const rowsOf = (query: Prisma.Sql) =>
  Prisma.sql`(SELECT coalesce(json_agg(row_to_json(found)), '[]') FROM (${query}) found)`;

function statement(workspaceId: string, reader: HomeReader): Prisma.Sql {
  const { userId } = reader;
  return Prisma.sql`
    WITH place AS (
      SELECT w.*, cardinality(w."managerIds") = 0 OR ${userId} = ANY(w."managerIds") AS "mayManage"
      FROM "Workspace" w WHERE w.id = ${workspaceId}
    ), open_review AS (
      SELECT r.id, r."clientId", c.name AS "clientName", r."channelId", r."facilitatorId", r.mode, r.state,
        r."phaseEndsAt", r."pausedReason" IS NOT NULL AS "isPaused"
      FROM "Review" r JOIN "Client" c ON c."workspaceId" = r."workspaceId" AND c.id = r."clientId"
      WHERE r."workspaceId" = ${workspaceId} AND r."openClientId" IS NOT NULL AND NOT r."isRehearsal"
      ORDER BY r."startedAt", r.id
    )
    SELECT
      json_build_object('language', place.language, 'timeZone', place."timeZone", 'managerIds', place."managerIds",
        'hourlyCost', place."hourlyCost", 'currency', place.currency, 'daysOff', place."daysOff") AS settings,
      (SELECT json_build_object('language', language, 'pausedUntil', "pausedUntil", 'daysOff', "daysOff")
        FROM "MemberSettings" WHERE "workspaceId" = ${workspaceId} AND "userId" = ${userId}) AS own,
      ${rowsOf(invitations(workspaceId, userId))} AS invitations,
      ${rowsOf(Prisma.sql`SELECT * FROM open_review WHERE "facilitatorId" = ${userId}`)} AS facilitated,
      ${rowsOf(pulses(workspaceId, reader))} AS pulses,
      ${rowsOf(ownClients(workspaceId, userId))} AS "ownClients",
      ${rowsOf(planItems(workspaceId, userId))} AS items,
      ${rowsOf(clients(workspaceId, reader))} AS clients,
      ${rowsOf(openReviews(workspaceId))} AS "openReviews",
      ${rowsOf(undecided(workspaceId))} AS undecided
    FROM place`;
}

/** Of a private review all keys, since only its secret tells which is the person's own. */
const invitations = (workspaceId: string, userId: string) => Prisma.sql`
  SELECT r.*, encode(s.sealed, 'base64') AS "sealedText", ARRAY(
    SELECT a.phase || ' ' || a."personKey" FROM "Answer" a
    WHERE a."workspaceId" = ${workspaceId} AND a."reviewId" = r.id AND (r.mode = 'private' OR a."personKey" = ${userId})
  ) AS answered
  FROM open_review r
  JOIN "Participant" p ON p."workspaceId" = ${workspaceId} AND p."reviewId" = r.id AND p."userId" = ${userId}
    AND (p.absence IS NULL OR p.absence IN ('left_channel', 'away'))
  LEFT JOIN "ReviewSecret" s ON s."workspaceId" = ${workspaceId} AND s."reviewId" = r.id`;

/** Clients that were deleted since are not in it. */
const pulses = (workspaceId: string, { userId, pulseWeeks }: HomeReader) => Prisma.sql`
  SELECT i.week, i."closesAt", i."declinedAt" IS NOT NULL AS "isDeclined",
    ARRAY(SELECT c.id FROM "Client" c WHERE c."workspaceId" = ${workspaceId} AND c.id::text = ANY(i."clientIds")) AS "clientIds",
    (SELECT coalesce(json_object_agg(a."clientId", a.rating), '{}') FROM "PulseAnswer" a
      WHERE a."workspaceId" = ${workspaceId} AND a.week = i.week AND a."userId" = ${userId}) AS ratings
  FROM "PulseInvite" i
  WHERE i."workspaceId" = ${workspaceId} AND i.week = ANY(${[...pulseWeeks]}::int[]) AND i."userId" = ${userId}
    AND i.status = 'sent' AND i."closedAt" IS NULL
  ORDER BY i.week DESC`;

const ownClients = (workspaceId: string, userId: string) => Prisma.sql`
  SELECT c.id, c.name FROM "AccountMember" m
  JOIN "Client" c ON c."workspaceId" = ${workspaceId} AND c.id = m."clientId"
  WHERE m."workspaceId" = ${workspaceId} AND m."userId" = ${userId} AND c."archivedAt" IS NULL AND NOT c."isRehearsal"
  ORDER BY c."nameKey"`;

/** Where we part, and of archived clients, a plan rests. */
const planItems = (workspaceId: string, userId: string) => Prisma.sql`
  SELECT i.id, c.name AS "clientName", i.text, i."ownerId", to_char(i."dueOn", 'YYYY-MM-DD') AS "dueOn" FROM "PlanItem" i
  JOIN "Client" c ON c."workspaceId" = ${workspaceId} AND c.id = i."clientId"
  WHERE i."workspaceId" = ${workspaceId} AND i.state = 'open' AND c."archivedAt" IS NULL
    AND c.status IN ('active', 'repairing') AND (i."ownerId" = ${userId} OR (SELECT "mayManage" FROM place))
  ORDER BY i."dueOn", i.id`;

const clients = (workspaceId: string, { sinceWeek }: HomeReader) => Prisma.sql`
  SELECT c.id, c.name, c.status, h.weeks, r."lastReviewedAt" FROM "Client" c
  LEFT JOIN (
    SELECT "clientId", json_agg(json_build_array(week, health)) AS weeks FROM "HealthWeek"
    WHERE "workspaceId" = ${workspaceId} AND week >= ${sinceWeek}::int GROUP BY "clientId"
  ) h ON h."clientId" = c.id
  LEFT JOIN (
    SELECT "clientId", max("closedAt") AS "lastReviewedAt" FROM "Review"
    WHERE "workspaceId" = ${workspaceId} AND state IN ('closed', 'decided') AND NOT "isRehearsal" GROUP BY "clientId"
  ) r ON r."clientId" = c.id
  WHERE (SELECT "mayManage" FROM place) AND c."workspaceId" = ${workspaceId} AND c."archivedAt" IS NULL AND NOT c."isRehearsal"
  ORDER BY c."nameKey"`;

const openReviews = (workspaceId: string) => Prisma.sql`
  SELECT r.*,
    (SELECT count(*)::int FROM "Participant" p WHERE p."workspaceId" = ${workspaceId} AND p."reviewId" = r.id) AS invited,
    (SELECT coalesce(json_object_agg(a.phase, a.given), '{}') FROM (
      SELECT phase, count(*)::int AS given FROM "Answer"
      WHERE "workspaceId" = ${workspaceId} AND "reviewId" = r.id GROUP BY phase) a) AS answered
  FROM open_review r WHERE (SELECT "mayManage" FROM place)`;

const undecided = (workspaceId: string) => Prisma.sql`
  SELECT r.id, r."clientId", c.name AS "clientName", r."closedAt" FROM "Review" r
  JOIN "Client" c ON c."workspaceId" = ${workspaceId} AND c.id = r."clientId"
  WHERE (SELECT "mayManage" FROM place) AND r."workspaceId" = ${workspaceId} AND r.state = 'closed' AND NOT r."isRehearsal"
    AND c.status <> 'parted'
  ORDER BY r."closedAt", r.id`;

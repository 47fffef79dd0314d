import type { DayRange } from '../domain/calendar.ts';
import type { Language } from '../domain/language.ts';
import { Prisma } from './generated/client.ts';
import { managedClients } from './home-clients.ts';
import type {
  ClientCounts,
  HomeClient,
  HomeFacts,
  HomeInvitation,
  HomePulse,
  HomeReview,
  HomeRoom,
} from './home-facts.ts';
import type { Scope } from './scope.ts';

export type HomeReader = {
  readonly userId: string;
  /** The weeks whose pulse may still be open. */
  readonly pulseWeeks: readonly number[];
  /** The weeks that it may be, wherever the workspace is: one, and two around a Monday. */
  readonly weeksNow: readonly number[];
  /** Which of them it is in a time zone. */
  readonly weekIn: (timeZone: string) => number;
  /** How many weeks of health are read before that one. */
  readonly healthWeeks: number;
  readonly room: HomeRoom;
};

/** As JSON has them. */
type Row<T> = { readonly [K in keyof T]: T[K] extends Date | null ? string | null : T[K] };
type ReviewRow = Row<HomeReview>;
type ClientRow = Omit<Row<HomeClient>, 'weeks'> & { readonly weeks: [number, number | null][] };
type Found = {
  readonly settings: HomeFacts['settings'];
  readonly own: { language: Language | null; pausedUntil: string | null; daysOff: DayRange[] } | null;
  readonly invitations: readonly (Omit<Row<HomeInvitation>, 'sealed'> & { readonly sealedText: string | null })[];
  readonly facilitated: HomeFacts['facilitated'];
  readonly pulses: readonly (Omit<HomePulse, 'closesAt'> & { readonly closesAt: string })[];
  readonly ownClients: HomeFacts['ownClients'];
  readonly items: HomeFacts['items'];
  readonly steps: HomeFacts['steps'];
  readonly managed: readonly {
    readonly week: number;
    readonly counts: ClientCounts;
    readonly page: readonly ClientRow[];
  }[];
  readonly openReviewCount: number;
  readonly openReviews: readonly (ReviewRow & Pick<HomeFacts['openReviews'][number], 'invited' | 'answered'>)[];
  readonly undecided: readonly Row<HomeFacts['undecided'][number]>[];
};

/** Reads a Home in one statement, so that it opens within one round trip and all of it is of one moment. Null for a new workspace. */
export async function readHomeFacts({ db, workspaceId }: Scope, reader: HomeReader): Promise<HomeFacts | null> {
  const [found] = await db.$queryRaw<Found[]>(statement(workspaceId, reader));
  if (!found) return null;
  const { own, managed, ...rest } = found;
  const week = reader.weekIn(found.settings.timeZone);
  const clients = managed.find((one) => one.week === week);
  if (!clients) throw new Error(`it is week ${week} in ${found.settings.timeZone}: expected one of ${reader.weeksNow}`);
  return {
    ...rest,
    own: own ?? { language: null, pausedUntil: null, daysOff: [] },
    invitations: found.invitations.map(
      ({ sealedText, ...row }): HomeInvitation => ({
        ...toReview(row),
        sealed: sealedText === null ? null : Buffer.from(sealedText, 'base64'),
      }),
    ),
    pulses: found.pulses.map((row) => ({ ...row, closesAt: new Date(row.closesAt) })),
    clientCounts: clients.counts,
    clients: clients.page.map(({ weeks, ...row }) => ({
      ...row,
      lastReviewedAt: toDate(row.lastReviewedAt),
      weeks: weeks.map(([at, health]) => ({ week: at, health })),
    })),
    openReviews: found.openReviews.map(({ invited, answered, ...row }) => ({ ...toReview(row), invited, answered })),
    undecided: found.undecided.map((row) => ({ ...row, closedAt: toDate(row.closedAt) })),
  };
}

const toDate = (text: string | null) => (text === null ? null : new Date(text));
const toReview = <R extends Pick<ReviewRow, 'phaseEndsAt'>>(row: R) => ({
  ...row,
  phaseEndsAt: toDate(row.phaseEndsAt),
});

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
        r."phaseEndsAt", r."pausedReason" IS NOT NULL AS "isPaused", r."startedAt"
      FROM "Review" r JOIN "Client" c ON c."workspaceId" = r."workspaceId" AND c.id = r."clientId"
      WHERE r."workspaceId" = ${workspaceId} AND r."openClientId" IS NOT NULL AND NOT r."isRehearsal"
    )
    SELECT
      json_build_object('language', place.language, 'timeZone', place."timeZone", 'managerIds', place."managerIds",
        'hourlyCost', place."hourlyCost", 'currency', place.currency, 'daysOff', place."daysOff",
        'installerId', place."installerId") AS settings,
      (SELECT json_build_object('language', language, 'pausedUntil', "pausedUntil", 'daysOff', "daysOff")
        FROM "MemberSettings" WHERE "workspaceId" = ${workspaceId} AND "userId" = ${userId}) AS own,
      ${rowsOf(invitations(workspaceId, userId))} AS invitations,
      ${rowsOf(facilitated(userId))} AS facilitated,
      ${rowsOf(pulses(workspaceId, reader))} AS pulses,
      ${rowsOf(ownClients(workspaceId, userId))} AS "ownClients",
      ${rowsOf(planItems(workspaceId, userId))} AS items,
      ${rowsOf(ownSteps(workspaceId, userId))} AS steps,
      json_build_array(${Prisma.join(clientsOf(workspaceId, reader))}) AS managed,
      (SELECT count(*)::int FROM open_review WHERE place."mayManage") AS "openReviewCount",
      ${rowsOf(openReviews(workspaceId, reader))} AS "openReviews",
      ${rowsOf(undecided(workspaceId))} AS undecided
    FROM place`;
}

const facilitated = (userId: string) => Prisma.sql`
  SELECT id, "clientName", state, "isPaused" FROM open_review
  WHERE "facilitatorId" = ${userId} AND ("isPaused" OR state = 'short_of_voices') ORDER BY "startedAt", id`;

/** Of a private review all keys, since only its secret tells which is the person's own. */
const invitations = (workspaceId: string, userId: string) => Prisma.sql`
  SELECT r.id, r."clientName", r.mode, r.state, r."phaseEndsAt", r."isPaused", encode(s.sealed, 'base64') AS "sealedText", ARRAY(
    SELECT a.phase || ' ' || a."personKey" FROM "Answer" a
    WHERE a."workspaceId" = ${workspaceId} AND a."reviewId" = r.id AND (r.mode = 'private' OR a."personKey" = ${userId})
  ) AS answered
  FROM open_review r
  JOIN "Participant" p ON p."workspaceId" = ${workspaceId} AND p."reviewId" = r.id AND p."userId" = ${userId}
    AND (p.absence IS NULL OR p.absence IN ('left_channel', 'away'))
  LEFT JOIN "ReviewSecret" s ON s."workspaceId" = ${workspaceId} AND s."reviewId" = r.id
  ORDER BY r."startedAt", r.id`;

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

/** Of a client that was archived nothing is asked any more. */
const ownSteps = (workspaceId: string, userId: string) => Prisma.sql`
  SELECT s.id, s."reviewId", c.name AS "clientName", s."stepId", s.title, to_char(s."dueOn", 'YYYY-MM-DD') AS "dueOn"
  FROM "PartingStep" s
  JOIN "Parting" p ON p."workspaceId" = ${workspaceId} AND p."reviewId" = s."reviewId" AND p."runningClientId" IS NOT NULL
  JOIN "Client" c ON c."workspaceId" = ${workspaceId} AND c.id = p."clientId" AND c."archivedAt" IS NULL
  WHERE s."workspaceId" = ${workspaceId} AND s."ownerId" = ${userId} AND s.state = 'open'
  ORDER BY s."dueOn", s.position, s.id`;

const clientsOf = (workspaceId: string, { weeksNow, healthWeeks, room }: HomeReader) =>
  weeksNow.map((week) => managedClients({ workspaceId, week, sinceWeek: week - healthWeeks, limit: room.clients }));

const openReviews = (workspaceId: string, { room }: HomeReader) => Prisma.sql`
  SELECT r.id, r."clientId", r."clientName", r."channelId", r."facilitatorId", r.mode, r.state, r."phaseEndsAt", r."isPaused",
    (SELECT count(*)::int FROM "Participant" p WHERE p."workspaceId" = ${workspaceId} AND p."reviewId" = r.id) AS invited,
    (SELECT coalesce(json_object_agg(a.phase, a.given), '{}') FROM (
      SELECT phase, count(*)::int AS given FROM "Answer"
      WHERE "workspaceId" = ${workspaceId} AND "reviewId" = r.id GROUP BY phase) a) AS answered
  FROM open_review r WHERE (SELECT "mayManage" FROM place)
  ORDER BY r."startedAt", r.id LIMIT ${room.reviews}::int`;

const undecided = (workspaceId: string) => Prisma.sql`
  SELECT r.id, r."clientId", c.name AS "clientName", r."closedAt" FROM "Review" r
  JOIN "Client" c ON c."workspaceId" = ${workspaceId} AND c.id = r."clientId"
  WHERE (SELECT "mayManage" FROM place) AND r."workspaceId" = ${workspaceId} AND r.state = 'closed' AND NOT r."isRehearsal"
    AND c.status <> 'parted'
  ORDER BY r."closedAt", r.id`;

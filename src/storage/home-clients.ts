import { FALLING_POINTS, NEEDS } from '../domain/client-need.ts';
import { WEEKS_THAT_COUNT } from '../domain/client-standing.ts';
import { HEALTHY_FROM, WATCH_FROM } from '../domain/health.ts';
import { Prisma } from './generated/client.ts';

export type ClientsQuery = {
  readonly workspaceId: string;
  /** The calendar week in which it is asked. */
  readonly week: number;
  /** The first week whose health is read. */
  readonly sinceWeek: number;
  /** How many clients are wanted, the neediest first. */
  readonly limit: number;
};

/**
 * A manager's clients as one JSON object: how many stand how, and the neediest `limit` of them with all that their rows say. Only the
 * standing is computed for every client; what it is made of comes for those that are shown alone. The rules are those of
 * `standingOf` and `byStanding`, and a test holds the two together; among equals the page is by the folded name. Needs the
 * statement's `place` and `open_review`.
 */
export function managedClients(query: ClientsQuery): Prisma.Sql {
  const { workspaceId, week, sinceWeek, limit } = query;
  return Prisma.sql`(
    WITH standing AS MATERIALIZED (${standings(query)}), page AS (
      SELECT id, need, health, "nameKey" FROM standing ORDER BY need, coalesce(health, 0), "nameKey" LIMIT ${limit}::int
    )
    SELECT json_build_object('week', ${week}::int,
      'counts', (SELECT json_build_object('total', count(*),
          'critical', count(*) FILTER (WHERE health < ${WATCH_FROM}::int),
          'watch', count(*) FILTER (WHERE health >= ${WATCH_FROM}::int AND health < ${HEALTHY_FROM}::int),
          'healthy', count(*) FILTER (WHERE health >= ${HEALTHY_FROM}::int),
          'none', count(*) FILTER (WHERE health IS NULL),
          'falling', count(*) FILTER (WHERE health < before)) FROM standing),
      'page', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'status', c.status,
          'weeks', (SELECT coalesce(json_agg(json_build_array(h.week, h.health)), '[]') FROM "HealthWeek" h
            WHERE h."workspaceId" = ${workspaceId} AND h."clientId" = c.id AND h.week >= ${sinceWeek}::int),
          'lastReviewedAt', (SELECT max(r."closedAt") FROM "Review" r
            WHERE r."workspaceId" = ${workspaceId} AND r."clientId" = c.id AND r.state IN ('closed', 'decided') AND NOT r."isRehearsal"),
          'open', (SELECT json_build_object('state', o.state, 'isPaused', o."isPaused") FROM open_review o WHERE o."clientId" = c.id)
        ) ORDER BY p.need, coalesce(p.health, 0), p."nameKey"), '[]')
        FROM page p JOIN "Client" c ON c."workspaceId" = ${workspaceId} AND c.id = p.id))
  )`;
}

/** Where each client stands: the newest week that still counts, the three before it, and what follows from them. */
function standings({ workspaceId, week, sinceWeek }: ClientsQuery): Prisma.Sql {
  return Prisma.sql`
    SELECT id, "nameKey", health, before, CASE
        WHEN health IS NULL THEN ${rank('no_data')}::int
        WHEN health < ${WATCH_FROM}::int THEN ${rank('critical')}::int
        WHEN before - health >= ${FALLING_POINTS}::int OR (health < before AND before < two_before AND two_before < three_before)
          THEN ${rank('falling')}::int
        WHEN health < ${HEALTHY_FROM}::int THEN ${rank('watch')}::int
        ELSE ${rank('healthy')}::int END AS need
    FROM (
      SELECT c.id, c."nameKey", h.scores[${week}::int - h.newest + 1] AS health, h.scores[${week}::int - h.newest + 2] AS before,
        h.scores[${week}::int - h.newest + 3] AS two_before, h.scores[${week}::int - h.newest + 4] AS three_before
      FROM "Client" c LEFT JOIN (
        SELECT "clientId", max(week) FILTER (WHERE week BETWEEN ${week}::int - ${WEEKS_THAT_COUNT}::int AND ${week}::int) AS newest,
          ARRAY[${Prisma.join(scoresBack(week, sinceWeek))}] AS scores
        FROM "HealthWeek" WHERE "workspaceId" = ${workspaceId} AND week >= ${sinceWeek}::int GROUP BY "clientId"
      ) h ON h."clientId" = c.id
      WHERE (SELECT "mayManage" FROM place) AND c."workspaceId" = ${workspaceId} AND c."archivedAt" IS NULL AND NOT c."isRehearsal"
    ) client`;
}

const rank = (need: (typeof NEEDS)[number]) => NEEDS.indexOf(need);

/** The score of `week`, of the week before it, and so on: null where there is none. */
function scoresBack(week: number, sinceWeek: number): Prisma.Sql[] {
  return Array.from(
    { length: week - sinceWeek + 1 },
    (_, back) => Prisma.sql`max(health) FILTER (WHERE week = ${week - back}::int)`,
  );
}

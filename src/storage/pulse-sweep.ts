import { DIGEST_PURPOSE } from '../domain/post.ts';
import type { AlertKey } from '../domain/pulse.ts';
import { findUninstalled } from './find-uninstalled.ts';
import type { PrismaClient } from './generated/client.ts';

export type ClosableWeek = { readonly workspaceId: string; readonly clientId: string; readonly week: number };

/** Questions about pulses over all workspaces, asked by the clock only; see sweep.ts. */
export function createPulseSweep(db: PrismaClient) {
  const installed = async () => ({ workspaceId: { notIn: await findUninstalled(db) } });
  return {
    /** Workspaces whose pulse is on and that have somebody to ask about a client. */
    async findPulseWorkspaces(): Promise<string[]> {
      const rows = await db.$queryRaw<{ id: string }[]>`
        SELECT w.id FROM "Workspace" w WHERE w."pulseEnabled" AND w.id <> ALL(${await findUninstalled(db)}::text[]) AND EXISTS (
          SELECT 1 FROM "AccountMember" m JOIN "Client" c ON c."workspaceId" = m."workspaceId" AND c.id = m."clientId"
          WHERE m."workspaceId" = w.id AND c."hasPulse" AND c."archivedAt" IS NULL AND c.status <> 'parted' AND NOT c."isRehearsal")
        ORDER BY w.id`;
      return rows.map(({ id }) => id);
    },

    /** Workspaces in which anything was ever decided, rehearsals aside. */
    async findDecidedWorkspaces(): Promise<string[]> {
      const where = { ...(await installed()), review: { isRehearsal: false } };
      const rows = await db.decision.findMany({ where, distinct: ['workspaceId'], select: { workspaceId: true } });
      return rows.map(({ workspaceId }) => workspaceId);
    },

    /** Workspaces in which somebody's window is not closed yet, over or not. */
    async findOpenPulses(): Promise<string[]> {
      const where = { ...(await installed()), status: 'sent', closedAt: null };
      const rows = await db.pulseInvite.findMany({ where, distinct: ['workspaceId'], select: { workspaceId: true } });
      return rows.map(({ workspaceId }) => workspaceId);
    },

    /** Alerts whose messages are not owed yet, oldest first. */
    async findUntoldAlerts(limit = 500): Promise<(AlertKey & { readonly workspaceId: string })[]> {
      const select = { workspaceId: true, clientId: true, condition: true, week: true };
      const rows = await db.healthAlert.findMany({
        where: { ...(await installed()), toldAt: null },
        orderBy: { at: 'asc' },
        take: limit,
        select,
      });
      return rows.map((row) => ({ ...row, condition: row.condition as AlertKey['condition'] }));
    },

    /** The newest week, from `fromWeek` on, in which all windows of a workspace have closed, where no digest of it was asked for yet. */
    async findDueDigests(fromWeek: number): Promise<{ workspaceId: string; week: number }[]> {
      return db.$queryRaw<{ workspaceId: string; week: number }[]>`
        SELECT newest."workspaceId", newest.week FROM (
          SELECT over."workspaceId", max(over.week) AS week FROM (
            SELECT i."workspaceId", i.week FROM "PulseInvite" i
            JOIN "Workspace" w ON w.id = i."workspaceId" AND w."digestChannelId" IS NOT NULL
            WHERE i.status = 'sent' AND i.week >= ${fromWeek}::int
              AND i."workspaceId" <> ALL(${await findUninstalled(db)}::text[])
            GROUP BY i."workspaceId", i.week HAVING bool_and(i."closedAt" IS NOT NULL)) over
          GROUP BY over."workspaceId") newest
        WHERE NOT EXISTS (SELECT 1 FROM "Post" p
          WHERE p."workspaceId" = newest."workspaceId" AND p.purpose = ${DIGEST_PURPOSE} || newest.week)
        ORDER BY newest."workspaceId"`;
    },

    /** Clients whose week, from `fromWeek` on, everybody's window about them has closed and whose health is not written. */
    async findClosableWeeks(fromWeek: number, limit = 1000): Promise<ClosableWeek[]> {
      return db.$queryRaw<ClosableWeek[]>`
        SELECT a."workspaceId", a.client AS "clientId", a.week FROM (
          SELECT i."workspaceId", i.week, unnest(i."clientIds") AS client, i."closedAt" FROM "PulseInvite" i
          WHERE i.status = 'sent' AND i.week >= ${fromWeek}::int
            AND i."workspaceId" <> ALL(${await findUninstalled(db)}::text[])) a
        JOIN "Client" c ON c."workspaceId" = a."workspaceId" AND c.id = a.client::uuid
        WHERE NOT EXISTS (SELECT 1 FROM "HealthWeek" h
          WHERE h."workspaceId" = a."workspaceId" AND h."clientId" = a.client::uuid AND h.week = a.week)
        GROUP BY a."workspaceId", a.client, a.week HAVING bool_and(a."closedAt" IS NOT NULL)
        ORDER BY a.week, a."workspaceId", a.client LIMIT ${limit}::int`;
    },
  };
}

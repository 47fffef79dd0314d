import type { PulseInvite, PulseSettings, PulseSkip } from '../domain/pulse.ts';
import type { PulseInvite as Row } from './generated/client.ts';
import { createPulseBatches } from './pulse-batches.ts';
import type { Scope } from './scope.ts';

const toInvite = (row: Row): PulseInvite => {
  const { week, userId, opensAt, closesAt, clientIds, declinedAt, remindedAt, closedAt } = row;
  if (opensAt === null || closesAt === null) throw new Error(`the pulse of week ${week} has no window`);
  return { week, userId, opensAt, closesAt, clientIds, declinedAt, remindedAt, closedAt };
};

const SENT = { status: 'sent' } as const;

/** Whether and when the weekly pulse goes out. */
function createPulseSettings({ db, workspaceId }: Scope) {
  return {
    /** Null for a workspace that was not seen yet. */
    async findSettings(): Promise<PulseSettings | null> {
      const row = await db.workspace.findUnique({ where: { id: workspaceId } });
      if (!row) return null;
      const schedule = { weekday: row.pulseWeekday, hour: row.pulseHour };
      return { isOn: row.pulseEnabled, schedule, since: row.pulseSince, digestChannelId: row.digestChannelId };
    },

    /** When the pulse goes out; the digest's channel stays, see digest-store.ts. */
    async saveSettings({ isOn, schedule, since }: Omit<PulseSettings, 'digestChannelId'>): Promise<void> {
      const data = { pulseEnabled: isOn, pulseWeekday: schedule.weekday, pulseHour: schedule.hour, pulseSince: since };
      await db.workspace.updateMany({ where: { id: workspaceId }, data });
    },

    /** Notes the first moment at which there was somebody to ask; a later call changes nothing. */
    async begin(at: Date): Promise<void> {
      await db.workspace.updateMany({ where: { id: workspaceId, pulseSince: null }, data: { pulseSince: at } });
    },
  };
}

/** The weekly pulse of the workspace: when it goes out, who was asked and who was left out. */
export function createPulseStore(scope: Scope) {
  const { db, workspaceId } = scope;
  return {
    ...createPulseSettings(scope),
    ...createPulseBatches(scope),

    /** Of each person, or of those given, the weeks from `fromWeek` on whose pulse they had, or were left out of. */
    async listSettledWeeks(fromWeek: number, userIds?: readonly string[]): Promise<Map<string, number[]>> {
      const where = { workspaceId, week: { gte: fromWeek }, ...(userIds && { userId: { in: [...userIds] } }) };
      const rows = await db.pulseInvite.findMany({ where, select: { userId: true, week: true } });
      const settled = new Map<string, number[]>();
      for (const { userId, week } of rows) settled.set(userId, [...(settled.get(userId) ?? []), week]);
      return settled;
    },

    /** Everybody who was left out of a week and why, by id. */
    async listSkipped(week: number): Promise<{ readonly userId: string; readonly why: PulseSkip }[]> {
      const where = { workspaceId, week, status: 'skipped' };
      const rows = await db.pulseInvite.findMany({ where, orderBy: { userId: 'asc' } });
      return rows.map(({ userId, why }) => ({ userId, why: why as PulseSkip }));
    },

    /** Null also for somebody who was left out. */
    async find(week: number, userId: string): Promise<PulseInvite | null> {
      const row = await db.pulseInvite.findFirst({ where: { workspaceId, week, userId, ...SENT } });
      return row && toInvite(row);
    },

    /** The same, held until the transaction ends: nobody closes it between a look and an answer. */
    async lock(week: number, userId: string): Promise<PulseInvite | null> {
      await db.$queryRaw`SELECT 1 FROM "PulseInvite"
        WHERE "workspaceId" = ${workspaceId} AND week = ${week}::int AND "userId" = ${userId} FOR UPDATE`;
      const row = await db.pulseInvite.findFirst({ where: { workspaceId, week, userId, ...SENT } });
      return row && toInvite(row);
    },

    /** Everybody who was asked in a week, by id. */
    async list(week: number): Promise<PulseInvite[]> {
      const where = { workspaceId, week, ...SENT };
      return (await db.pulseInvite.findMany({ where, orderBy: { userId: 'asc' } })).map(toInvite);
    },

    /** Everybody who was asked about one client in a week, by id. */
    async listAbout(week: number, clientId: string): Promise<PulseInvite[]> {
      const where = { workspaceId, week, ...SENT, clientIds: { has: clientId } };
      return (await db.pulseInvite.findMany({ where, orderBy: { userId: 'asc' } })).map(toInvite);
    },

    /** Those whose window was not closed yet, over or not. */
    async listOpen(): Promise<PulseInvite[]> {
      const where = { workspaceId, ...SENT, closedAt: null };
      const orderBy = [{ week: 'asc' as const }, { userId: 'asc' as const }];
      return (await db.pulseInvite.findMany({ where, orderBy })).map(toInvite);
    },

    /** The last week in which anybody was asked. */
    async findLastWeek(): Promise<number | null> {
      const last = await db.pulseInvite.aggregate({ where: { workspaceId, ...SENT }, _max: { week: true } });
      return last._max.week;
    },

    /** Null takes it back. */
    async setDeclined(week: number, userId: string, at: Date | null): Promise<void> {
      await db.pulseInvite.updateMany({ where: { workspaceId, week, userId, ...SENT }, data: { declinedAt: at } });
    },
  };
}

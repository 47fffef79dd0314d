import type { HealthBand } from '../domain/health.ts';
import type { Alert, AlertCondition } from '../domain/health-alert.ts';
import type { AlertKey, HealthWeek } from '../domain/pulse.ts';
import type { HealthAlert as AlertRow, Prisma, HealthWeek as Row } from './generated/client.ts';
import type { Scope } from './scope.ts';

const toWeek = ({ workspaceId: _, band, signals, hardStops, ...rest }: Row): HealthWeek => ({
  ...rest,
  band: band as HealthBand | null,
  signals: signals as unknown as HealthWeek['signals'],
  hardStops: hardStops as unknown as HealthWeek['hardStops'],
});

/** An alert that was raised, with the figures behind it. */
export type StoredAlert = AlertKey & {
  readonly alert: Alert;
  readonly at: Date;
  /** When its messages were owed to the managers; null until then. */
  readonly toldAt: Date | null;
  /** Who said "not now". */
  readonly dismissedById: string | null;
};

const toAlert = ({ workspaceId: _, condition, alert, ...rest }: AlertRow): StoredAlert => ({
  ...rest,
  condition: condition as AlertCondition,
  alert: alert as unknown as Alert,
});

/** The health of the workspace's clients, week by week, and the alerts that came of it. */
export function createHealthStore({ db, workspaceId }: Scope) {
  return {
    /** Writes a client's week; false when it is written already: it stays as it was. */
    async addWeek(week: HealthWeek): Promise<boolean> {
      const { signals, hardStops, ...rest } = week;
      const json = (value: unknown) => value as Prisma.InputJsonArray;
      const data = { workspaceId, ...rest, signals: json(signals), hardStops: json(hardStops) };
      const { count } = await db.healthWeek.createMany({ data: [data], skipDuplicates: true });
      return count > 0;
    },

    /** The weeks of one client, oldest first. */
    async listWeeks(clientId: string): Promise<HealthWeek[]> {
      const where = { workspaceId, clientId };
      return (await db.healthWeek.findMany({ where, orderBy: { week: 'asc' } })).map(toWeek);
    },

    /** The weeks of all clients from one on, oldest first. */
    async listSince(week: number): Promise<HealthWeek[]> {
      const where = { workspaceId, week: { gte: week } };
      const orderBy = [{ week: 'asc' as const }, { clientId: 'asc' as const }];
      return (await db.healthWeek.findMany({ where, orderBy })).map(toWeek);
    },

    /** Notes an alert; false when it is noted already. */
    async addAlert({ alert, at, ...key }: Omit<StoredAlert, 'toldAt' | 'dismissedById'>): Promise<boolean> {
      const data = { workspaceId, ...key, at, alert: alert as unknown as Prisma.InputJsonObject };
      const { count } = await db.healthAlert.createMany({ data: [data], skipDuplicates: true });
      return count > 0;
    },

    /** The alerts of one client, newest first. */
    async listAlerts(clientId: string): Promise<StoredAlert[]> {
      const rows = await db.healthAlert.findMany({ where: { workspaceId, clientId }, orderBy: { at: 'desc' } });
      return rows.map(toAlert);
    },

    /** Those of all clients whose messages are not owed yet, oldest first. */
    async listUntold(): Promise<StoredAlert[]> {
      const rows = await db.healthAlert.findMany({ where: { workspaceId, toldAt: null }, orderBy: { at: 'asc' } });
      return rows.map(toAlert);
    },

    /** The alerts of one week, by client. */
    async listAlertsIn(week: number): Promise<StoredAlert[]> {
      const rows = await db.healthAlert.findMany({ where: { workspaceId, week }, orderBy: { clientId: 'asc' } });
      return rows.map(toAlert);
    },

    /** Its messages are owed; false when they were before. */
    async markTold({ clientId, condition, week }: AlertKey, at: Date): Promise<boolean> {
      const where = { workspaceId, clientId, condition, week, toldAt: null };
      const { count } = await db.healthAlert.updateMany({ where, data: { toldAt: at } });
      return count > 0;
    },

    /** Somebody said "not now"; false when there is no such alert, or somebody said so before. */
    async dismiss({ clientId, condition, week }: AlertKey, userId: string): Promise<boolean> {
      const where = { workspaceId, clientId, condition, week, dismissedById: null };
      const { count } = await db.healthAlert.updateMany({ where, data: { dismissedById: userId } });
      return count > 0;
    },
  };
}

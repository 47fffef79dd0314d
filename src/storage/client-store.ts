import type { Client, ClientStatus } from '../domain/client.ts';
import type { ClientFields, ClientProfile } from '../domain/client-profile.ts';
import { type ProfileRow, toProfile, toRow, WITH_TEAM } from './client-row.ts';
import type { Client as Row } from './generated/client.ts';
import type { Scope } from './scope.ts';
import { isUuid } from './uuid.ts';

const toClient = ({ id, name, status, monthlyRevenue, revenueShare, currency, archivedAt }: Row): Client => ({
  id,
  name,
  status: status as ClientStatus,
  monthlyRevenue,
  revenueShare,
  currency,
  isArchived: archivedAt !== null,
});

/** The clients of the workspace. */
export function createClientStore({ db, workspaceId }: Scope) {
  return {
    /**
     * Null also for what is no id at all: it may come from a form that somebody changed. The client of a rehearsal is found only
     * for a review that is one.
     */
    async find(id: string, { isRehearsal = false }: { isRehearsal?: boolean } = {}): Promise<Client | null> {
      if (!isUuid(id)) return null;
      const row = await db.client.findUnique({ where: { workspaceId_id: { workspaceId, id }, isRehearsal } });
      return row && toClient(row);
    },

    async findByNameKey(nameKey: string): Promise<Client | null> {
      const where = { workspaceId_nameKey: { workspaceId, nameKey }, isRehearsal: false };
      const row = await db.client.findUnique({ where });
      return row && toClient(row);
    },

    /** All clients by name, but for archived ones and those of rehearsals. */
    async list(): Promise<Client[]> {
      const where = { workspaceId, archivedAt: null, isRehearsal: false };
      const rows = await db.client.findMany({ where, orderBy: { nameKey: 'asc' } });
      return rows.map(toClient);
    },

    /** The client of that name, made when there is none; two at once get the same one. */
    async findOrCreate({ name, nameKey }: { name: string; nameKey: string }): Promise<Client> {
      // Not an upsert: one without an update is a look and an insert to Prisma, and of two at once one would fail.
      await db.client.createMany({ data: [{ workspaceId, name, nameKey }], skipDuplicates: true });
      const row = await db.client.findUniqueOrThrow({ where: { workspaceId_nameKey: { workspaceId, nameKey } } });
      return toClient(row);
    },

    async setStatus(id: string, status: ClientStatus): Promise<void> {
      await db.client.update({ where: { workspaceId_id: { workspaceId, id } }, data: { status } });
    },

    /** What the client pays a month, and its share of our revenue (0..1); null clears. */
    async setMoney(id: string, money: { monthlyRevenue: number | null; revenueShare: number | null }): Promise<void> {
      await db.client.update({ where: { workspaceId_id: { workspaceId, id } }, data: money });
    },

    /** Everything that was set up for a client; archived ones too. Null also for what is no id at all. */
    async findProfile(id: string): Promise<ClientProfile | null> {
      if (!isUuid(id)) return null;
      const where = { workspaceId_id: { workspaceId, id } };
      const row: ProfileRow | null = await db.client.findUnique({ where, include: WITH_TEAM });
      return row && toProfile(row);
    },

    /** The same for all clients by name, archived ones included, rehearsals left out. */
    async listProfiles(): Promise<ClientProfile[]> {
      const rows: ProfileRow[] = await db.client.findMany({
        where: { workspaceId, isRehearsal: false },
        orderBy: { nameKey: 'asc' },
        include: WITH_TEAM,
      });
      return rows.map(toProfile);
    },

    /** Holds the client until the transaction ends, so that what is read of it stays so. False when there is none. */
    async lock(id: string): Promise<boolean> {
      if (!isUuid(id)) return false;
      const rows = await db.$queryRaw<unknown[]>`
        SELECT 1 FROM "Client" WHERE "workspaceId" = ${workspaceId} AND id = ${id}::uuid FOR UPDATE`;
      return rows.length > 0;
    },

    /** Adds a client, without its team. Null when the name is taken. */
    async create(fields: ClientFields & { nameKey: string }): Promise<string | null> {
      const data = { workspaceId, nameKey: fields.nameKey, ...toRow(fields) };
      const [row] = await db.client.createManyAndReturn({ data: [data], skipDuplicates: true, select: { id: true } });
      return row?.id ?? null;
    },

    /** Changes what was set up, but for the team. The caller has seen that the name is free; of two at once one fails. */
    async save(id: string, fields: ClientFields & { nameKey: string }): Promise<void> {
      const data = { nameKey: fields.nameKey, ...toRow(fields) };
      await db.client.update({ where: { workspaceId_id: { workspaceId, id } }, data });
    },

    /** Null restores. */
    async setArchived(id: string, at: Date | null): Promise<void> {
      await db.client.update({ where: { workspaceId_id: { workspaceId, id } }, data: { archivedAt: at } });
    },

    /** The ids of the clients whose team follows this user group. */
    async listByUserGroup(userGroupId: string): Promise<string[]> {
      const rows = await db.client.findMany({ where: { workspaceId, userGroupId }, select: { id: true } });
      return rows.map(({ id }) => id).sort();
    },

    /** The group's name as it is now; `goneAt` when it was deleted or disabled, null while it is there. */
    async setUserGroup(
      userGroupId: string,
      { name, goneAt }: { name: string | null; goneAt: Date | null },
    ): Promise<void> {
      const data = { userGroupGoneAt: goneAt, ...(name === null ? {} : { userGroupName: name }) };
      await db.client.updateMany({ where: { workspaceId, userGroupId }, data });
    },
  };
}

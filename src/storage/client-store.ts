import type { Client, ClientStatus } from '../domain/client.ts';
import type { Client as Row } from './generated/client.ts';
import type { Scope } from './scope.ts';

const toClient = ({ id, name, status, monthlyRevenue, revenueShare }: Row): Client => ({
  id,
  name,
  status: status as ClientStatus,
  monthlyRevenue,
  revenueShare,
});

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The clients of the workspace. */
export function createClientStore({ db, workspaceId }: Scope) {
  return {
    /**
     * Null also for what is no id at all: it may come from a form that somebody changed. The client of a rehearsal is found only
     * for a review that is one.
     */
    async find(id: string, { isRehearsal = false }: { isRehearsal?: boolean } = {}): Promise<Client | null> {
      if (!UUID.test(id)) return null;
      const row = await db.client.findUnique({ where: { workspaceId_id: { workspaceId, id }, isRehearsal } });
      return row && toClient(row);
    },

    async findByNameKey(nameKey: string): Promise<Client | null> {
      const where = { workspaceId_nameKey: { workspaceId, nameKey }, isRehearsal: false };
      const row = await db.client.findUnique({ where });
      return row && toClient(row);
    },

    /** All clients by name, without those of rehearsals. */
    async list(): Promise<Client[]> {
      const rows = await db.client.findMany({
        where: { workspaceId, isRehearsal: false },
        orderBy: { nameKey: 'asc' },
      });
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
  };
}

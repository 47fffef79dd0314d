import type { AuditEntry } from '../domain/audit.ts';
import type { Prisma } from './generated/client.ts';
import type { Scope } from './scope.ts';

/** Who did what and when. Entries are added and read, never changed. */
export function createAuditStore({ db, workspaceId }: Scope) {
  return {
    async add(entry: AuditEntry): Promise<void> {
      const { details, ...rest } = entry;
      await db.auditEntry.create({
        data: { workspaceId, ...rest, ...(details ? { details: details as Prisma.InputJsonObject } : {}) },
      });
    },

    /** The newest entry of an action; null when there is none. */
    async findLatest(action: AuditEntry['action']): Promise<Pick<AuditEntry, 'actorId' | 'at'> | null> {
      const where = { workspaceId, action };
      return db.auditEntry.findFirst({ where, orderBy: { at: 'desc' }, select: { actorId: true, at: true } });
    },

    /** Newest first; entries of one moment in the order of their random ids, which tells nothing. */
    async list(limit = 100): Promise<AuditEntry[]> {
      const rows = await db.auditEntry.findMany({
        where: { workspaceId },
        orderBy: [{ at: 'desc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map(({ actorId, action, subject, details, at }) => ({
        actorId,
        action: action as AuditEntry['action'],
        subject,
        details: details as AuditEntry['details'],
        at,
      }));
    },
  };
}

import type { Scope } from './scope.ts';
import { isUuid } from './uuid.ts';

/** Lines pasted for an import, kept between the preview and the import: a form remembers 3,000 characters, a list is longer. */
export function createClientImportStore({ db, workspaceId }: Scope) {
  const where = (id: string, userId: string) => ({ workspaceId, id, userId });

  return {
    async save({ userId, text, createdAt }: { userId: string; text: string; createdAt: Date }): Promise<string> {
      const { id } = await db.clientImport.create({ data: { workspaceId, userId, text, createdAt } });
      return id;
    },

    /** The lines, for the person who pasted them; null when they are gone. */
    async find(id: string, userId: string): Promise<string | null> {
      if (!isUuid(id)) return null;
      const row = await db.clientImport.findFirst({ where: where(id, userId), select: { text: true } });
      return row?.text ?? null;
    },

    /** True when they were there: of two who use them at once, one gets true. */
    async remove(id: string, userId: string): Promise<boolean> {
      if (!isUuid(id)) return false;
      const { count } = await db.clientImport.deleteMany({ where: where(id, userId) });
      return count > 0;
    },
  };
}

import type { Scope } from './scope.ts';
import { isUuid } from './uuid.ts';

/** What clients are called, where nothing else of them is wanted: a message needs a few names, and there may be a thousand clients. */
export function createClientNameStore({ db, workspaceId }: Scope) {
  return {
    /** The names of some clients by their ids, archived ones too. */
    async find(ids: readonly string[]): Promise<Map<string, string>> {
      const where = { workspaceId, id: { in: ids.filter(isUuid) }, isRehearsal: false };
      const rows = await db.client.findMany({ where, select: { id: true, name: true } });
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
  };
}

import type { Language } from '../domain/language.ts';
import type { WorkspaceSettings } from '../domain/workspace.ts';
import type { Scope } from './scope.ts';

/** The settings of the workspace. */
export function createWorkspaceStore({ db, workspaceId }: Scope) {
  return {
    /** The settings; a workspace seen for the first time is stored with `defaults`. */
    async findOrCreate(defaults: WorkspaceSettings): Promise<WorkspaceSettings> {
      const row =
        (await db.workspace.findUnique({ where: { id: workspaceId } })) ??
        (await db.workspace.upsert({
          where: { id: workspaceId },
          create: { id: workspaceId, ...defaults, managerIds: [...defaults.managerIds] },
          update: {},
        }));
      const { language, timeZone, managerIds, hourlyCost, currency } = row;
      return { language: language as Language, timeZone, managerIds, hourlyCost, currency };
    },

    async save(settings: WorkspaceSettings): Promise<void> {
      const data = { ...settings, managerIds: [...settings.managerIds] };
      await db.workspace.upsert({ where: { id: workspaceId }, create: { id: workspaceId, ...data }, update: data });
    },
  };
}

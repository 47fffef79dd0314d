import type { DayRange } from '../domain/calendar.ts';
import type { Language } from '../domain/language.ts';
import type { WorkspaceDefaults, WorkspaceSettings } from '../domain/workspace.ts';
import type { DirectScope } from './scope.ts';
import type { Statement } from './statement.ts';

const FIND_WITH_LANGUAGE: Statement = {
  name: 'find-settings-with-language',
  text: `
    SELECT w.language, w."timeZone", w."managerIds", w."hourlyCost", w.currency, w."daysOff", m.language AS "ownLanguage"
    FROM "Workspace" w LEFT JOIN "MemberSettings" m ON m."workspaceId" = $1 AND m."userId" = $2
    WHERE w.id = $1`,
};

/** The settings of the workspace. */
export function createWorkspaceStore({ db, workspaceId, run }: DirectScope) {
  const find = () => db.workspace.findUnique({ where: { id: workspaceId } });

  async function create(defaults: WorkspaceDefaults) {
    // Not an upsert: one without an update is a look and an insert to Prisma, and of two at once one would fail.
    const data = { id: workspaceId, ...defaults, managerIds: [...defaults.managerIds] };
    await db.workspace.createMany({ data: [data], skipDuplicates: true });
    return db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  }

  return {
    /** The settings; a workspace seen for the first time is stored with `defaults`. Two at once get the same ones. */
    async findOrCreate(defaults: WorkspaceDefaults): Promise<WorkspaceSettings> {
      const row = (await find()) ?? (await create(defaults));
      const { language, timeZone, managerIds, hourlyCost, currency, daysOff } = row;
      const typed = { language: language as Language, daysOff: daysOff as DayRange[] };
      return { ...typed, timeZone, managerIds, hourlyCost, currency };
    },

    /** The settings, and the language that this person chose (null: that of their Slack); null for a workspace not seen before. */
    async findWithLanguage(
      userId: string,
    ): Promise<{ settings: WorkspaceSettings; ownLanguage: Language | null } | null> {
      type Found = WorkspaceSettings & { ownLanguage: Language | null };
      const [found] = await run<Found>(FIND_WITH_LANGUAGE, [workspaceId, userId]);
      if (!found) return null;
      const { ownLanguage, ...settings } = found;
      return { settings, ownLanguage };
    },

    async save(settings: WorkspaceSettings): Promise<void> {
      const { managerIds, daysOff } = settings;
      const data = { ...settings, managerIds: [...managerIds], daysOff: [...daysOff] };
      await db.workspace.upsert({ where: { id: workspaceId }, create: { id: workspaceId, ...data }, update: data });
    },
  };
}

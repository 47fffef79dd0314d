import type { Language } from '../domain/language.ts';
import type { ChosenSettings, WorkspaceDefaults, WorkspaceSettings } from '../domain/workspace.ts';
import type { DirectScope } from './scope.ts';
import type { Statement } from './statement.ts';

const FIND: Statement = {
  name: 'find-settings-with-language',
  text: `
    SELECT w.language, w."timeZone", w."managerIds", w."hourlyCost", w.currency, w."daysOff", w."installerId",
      m.language AS "ownLanguage"
    FROM "Workspace" w LEFT JOIN "MemberSettings" m ON m."workspaceId" = $1 AND m."userId" = $2
    WHERE w.id = $1`,
};

/** The settings of the workspace. */
export function createWorkspaceStore({ db, workspaceId, run }: DirectScope) {
  type Found = { readonly settings: WorkspaceSettings; readonly ownLanguage: Language | null };

  async function find(userId: string | null): Promise<Found | null> {
    const [found] = await run<WorkspaceSettings & { ownLanguage: Language | null }>(FIND, [workspaceId, userId]);
    if (!found) return null;
    const { ownLanguage, ...settings } = found;
    return { settings, ownLanguage };
  }

  async function create(defaults: WorkspaceDefaults): Promise<WorkspaceSettings> {
    // Not an upsert: one without an update is a look and an insert to Prisma, and of two at once one would fail.
    const data = { id: workspaceId, ...defaults, managerIds: [...defaults.managerIds] };
    await db.workspace.createMany({ data: [data], skipDuplicates: true });
    const created = await find(null);
    if (!created) throw new Error(`workspace ${workspaceId} was just created and is not there`);
    return created.settings;
  }

  return {
    /** The settings; a workspace seen for the first time is stored with `defaults`. Two at once get the same ones. */
    findOrCreate: async (defaults: WorkspaceDefaults): Promise<WorkspaceSettings> =>
      (await find(null))?.settings ?? (await create(defaults)),

    /** The settings, and the language that this person chose (null: that of their Slack); null for a workspace not seen before. */
    findWithLanguage: (userId: string): Promise<Found | null> => find(userId),

    /** The thresholds of verdicts as they were tuned, unchecked; null where none were. */
    async findThresholds(): Promise<unknown> {
      const row = await db.workspace.findUnique({ where: { id: workspaceId }, select: { thresholds: true } });
      return row?.thresholds ?? null;
    },

    /** Who installed the app there, from now on. Nothing for a workspace not seen before. */
    async saveInstaller(installerId: string): Promise<void> {
      await db.workspace.updateMany({ where: { id: workspaceId }, data: { installerId } });
    },

    async save(settings: ChosenSettings): Promise<void> {
      const { language, timeZone, managerIds, hourlyCost, currency, daysOff } = settings;
      const data = { language, timeZone, hourlyCost, currency, managerIds: [...managerIds], daysOff: [...daysOff] };
      await db.workspace.upsert({ where: { id: workspaceId }, create: { id: workspaceId, ...data }, update: data });
    },
  };
}

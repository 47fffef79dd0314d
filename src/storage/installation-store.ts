import type { DirectScope } from './scope.ts';
import type { Statement } from './statement.ts';

/** An installation as it is kept: its token only sealed. */
export type StoredInstallation = {
  readonly botId: string;
  readonly botUserId: string;
  readonly scopes: readonly string[];
  readonly sealedToken: Uint8Array;
};

export type InstalledBy = {
  readonly enterpriseId: string | null;
  readonly installedById: string;
  readonly installedAt: Date;
};

/** How the app is installed in the workspace. */
export function createInstallationStore({ db, workspaceId, run }: DirectScope) {
  return {
    /** Null when the app is not installed there, or not any more. */
    async find(): Promise<StoredInstallation | null> {
      const row = await db.installation.findUnique({ where: { workspaceId } });
      if (row === null || row.sealedToken === null) return null;
      const { botId, botUserId, scopes, sealedToken } = row;
      return { botId, botUserId, scopes, sealedToken };
    },

    /** Keeps an installation in place of the one before. */
    async save({ sealedToken, scopes, ...rest }: StoredInstallation & InstalledBy): Promise<void> {
      const data = { ...rest, scopes: [...scopes], sealedToken: new Uint8Array(sealedToken), uninstalledAt: null };
      await db.installation.upsert({ where: { workspaceId }, create: { workspaceId, ...data }, update: data });
    },

    /** That the app was uninstalled is of no account any more: it is there again, by a token of the environment. */
    async forgetEnd(): Promise<void> {
      await run(FORGET_END, [workspaceId]);
    },

    /** Deletes the token. False when there is none, or when the app was installed again after `at`. */
    async end(at: Date): Promise<boolean> {
      const { count } = await db.installation.updateMany({
        where: { workspaceId, sealedToken: { not: null }, installedAt: { lte: at } },
        data: { sealedToken: null, uninstalledAt: at },
      });
      return count > 0;
    },
  };
}

/** Past Prisma, which takes longer to load than the rest of a start: this is all that a start asks of it. */
const FORGET_END: Statement = {
  name: 'forget-end-of-installation',
  text: 'DELETE FROM "Installation" WHERE "workspaceId" = $1 AND "sealedToken" IS NULL',
};

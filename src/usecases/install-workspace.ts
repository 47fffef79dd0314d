import type { Installation } from '../domain/installation.ts';
import type { Deps } from './deps.ts';
import { tokenContext } from './find-installation.ts';

export type NewInstallation = Installation & {
  readonly enterpriseId: string | null;
  /** Slack id of who installed the app. */
  readonly installedById: string;
  /** IANA zone of who installed the app; null where Slack does not say. */
  readonly timeZone: string | null;
};

/**
 * Keeps an installation, its token sealed. A workspace that is seen for the first time lives where the person lives who installed the app;
 * they and Slack's admins manage it until somebody is named (product: people). One that installs again goes on with its settings.
 */
export async function installWorkspace(deps: Deps, installation: NewInstallation): Promise<void> {
  const { workspaceId, botToken, botId, botUserId, scopes, enterpriseId, installedById, timeZone } = installation;
  const { vault, defaults, clock } = deps;
  const sealedToken = vault.seal(Buffer.from(botToken), tokenContext(workspaceId));
  const installedAt = clock();
  await deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    await stores.installation.save({
      ...{ botId, botUserId, scopes: scopes ?? [], sealedToken },
      ...{ enterpriseId, installedById, installedAt },
    });
    await stores.workspace.findOrCreate({ ...defaults, timeZone: timeZone ?? defaults.timeZone });
    await stores.workspace.saveInstaller(installedById);
    await stores.audit.add({
      ...{ actorId: installedById, action: 'app_installed', subject: workspaceId, at: installedAt },
      details: null,
    });
  });
}

import type { Installation as BoltInstallation, InstallationStore } from '@slack/bolt';
import type { Installation } from '../../domain/installation.ts';
import type { NewInstallation } from '../../usecases/install-workspace.ts';
import { REQUIRED_SCOPES } from '../scopes.ts';
import type { Installations } from './installations.ts';

export type InstallationAdapterOptions = {
  readonly find: Installations['find'];
  /** Keeps an installation that Slack has just confirmed. */
  readonly install: (installation: Omit<NewInstallation, 'timeZone'>) => Promise<void>;
};

/** Our installations in the shape in which Bolt's own installer and `authorize` want them. */
export function createInstallationAdapter({ find, install }: InstallationAdapterOptions): InstallationStore {
  return {
    storeInstallation: async (installation) => install(toNewInstallation(installation)),
    async fetchInstallation({ teamId }) {
      const found = teamId === undefined ? null : await find(teamId);
      if (found === null) throw new Error('this app is not installed in that workspace');
      // The shape holds for an installation in one workspace, and there is no other here.
      return toBoltInstallation(found) as never;
    },
  };
}

function toBoltInstallation({
  workspaceId,
  botToken,
  botId,
  botUserId,
  scopes,
}: Installation): BoltInstallation<'v2', false> {
  return {
    team: { id: workspaceId },
    enterprise: undefined,
    user: { id: '', token: undefined, scopes: undefined },
    bot: { token: botToken, id: botId, userId: botUserId, scopes: [...(scopes ?? [])] },
    isEnterpriseInstall: false,
    authVersion: 'v2',
  };
}

/** Throws for what the manifest does not ask for: a whole organisation at once, tokens that expire, fewer scopes than required. */
function toNewInstallation(installation: BoltInstallation): Omit<NewInstallation, 'timeZone'> {
  const { team, bot, user, enterprise, isEnterpriseInstall } = installation;
  if (isEnterpriseInstall || team === undefined)
    throw new Error('the app was installed for a whole organisation: install it in each workspace');
  if (bot === undefined) throw new Error('the installation has no bot: paste manifest.yml into the app’s settings');
  if (bot.refreshToken !== undefined)
    throw new Error('token rotation is on, which this app does not know: make a new app from manifest.yml');
  const missing = REQUIRED_SCOPES.filter((scope) => !bot.scopes.includes(scope));
  if (missing.length > 0)
    throw new Error(`the installation lacks scopes that manifest.yml requires: ${missing.join(', ')}`);
  return {
    ...{ workspaceId: team.id, botToken: bot.token, botId: bot.id, botUserId: bot.userId, scopes: bot.scopes },
    ...{ enterpriseId: enterprise?.id ?? null, installedById: user.id },
  };
}

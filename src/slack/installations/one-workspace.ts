import type { Logger as BoltLogger } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Installation } from '../../domain/installation.ts';
import type { Logger } from '../../ops/logging.ts';
import type { Deps } from '../../usecases/deps.ts';
import { createSlackClients } from '../clients.ts';
import { readTrouble } from '../guard/read-trouble.ts';
import { createTokenWatch, isTokenTrouble } from '../token-trouble.ts';
import type { Installations } from './installations.ts';

export type OneWorkspaceOptions = Pick<Deps, 'storage'> & {
  readonly botToken: string;
  readonly apiUrl: string | null;
  readonly logger: Logger;
  readonly boltLogger: BoltLogger;
};

const REMEDY = 'Copy the Bot User OAuth Token, xoxb-…, from api.slack.com/apps → your app → OAuth & Permissions.';

/** The one installation that a bot token of the environment stands for. Throws, with what to do, when Slack does not take it. */
export async function findOneWorkspace(options: OneWorkspaceOptions): Promise<Installations> {
  const { logger } = options;
  const tokenWatch = createTokenWatch(logger);
  const installation = await readInstallation(options, tokenWatch);
  await options.storage.forWorkspace(installation.workspaceId).installation.forgetEnd();
  return {
    workspaceId: installation.workspaceId,
    find: async (workspaceId) => (workspaceId === installation.workspaceId ? installation : null),
    watchToken: () => tokenWatch,
    async install() {
      throw new Error('the app is set up for the workspace of SLACK_BOT_TOKEN and cannot be installed in another');
    },
    async end({ workspaceId }) {
      if (workspaceId === installation.workspaceId)
        logger.warn({ workspaceId }, 'the app was uninstalled in Slack: SLACK_BOT_TOKEN is of no use any more');
    },
  };
}

async function readInstallation(
  { botToken, apiUrl, boltLogger }: OneWorkspaceOptions,
  tokenWatch: ReturnType<typeof createTokenWatch>,
): Promise<Installation> {
  const slackApiUrl = apiUrl === null ? {} : { slackApiUrl: apiUrl };
  const { reads } = createSlackClients({ token: botToken, logger: boltLogger, tokenWatch, ...slackApiUrl });
  const answer = await reads.auth.test().catch((cause: unknown) => {
    throw new Error(whyRefused(cause), { cause });
  });
  const { team_id: workspaceId, bot_id: botId, user_id: botUserId } = answer;
  if (!workspaceId || !botId || !botUserId) throw new Error(`SLACK_BOT_TOKEN is not the token of a bot. ${REMEDY}`);
  return { workspaceId, botToken, botId, botUserId, scopes: answer.response_metadata?.scopes ?? null };
}

/** What passes by itself says nothing of the token: nobody is to be sent for another one. */
function whyRefused(cause: unknown): string {
  const code = cause instanceof WebAPIPlatformError ? cause.data.error : null;
  if (code === null) return 'Slack could not be reached.';
  const isPassing = !isTokenTrouble(code) && readTrouble(cause).kind === 'passing';
  if (isPassing) return `Slack could not be asked about SLACK_BOT_TOKEN: ${code}. Start Parley again in a few minutes.`;
  return `Slack does not take SLACK_BOT_TOKEN: ${code}. ${REMEDY}`;
}

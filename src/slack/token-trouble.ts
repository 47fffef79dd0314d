import type { Logger } from '../ops/logging.ts';

const REINSTALL =
  'install the app again (api.slack.com/apps → your app → Install App), put the new Bot User OAuth Token into SLACK_BOT_TOKEN and start Parley again';
const ADMIN = 'ask an admin of the Slack workspace to allow the app again';

/** Slack's words for "I do not take this token", and what to do. Until it is done, nothing can be asked or said. */
const REMEDIES: Readonly<Record<string, string>> = {
  token_revoked: REINSTALL,
  token_expired: REINSTALL,
  invalid_auth: REINSTALL,
  not_authed: REINSTALL,
  account_inactive: REINSTALL,
  team_access_not_granted: ADMIN,
  access_denied: ADMIN,
  accesslimited: ADMIN,
  ekm_access_denied: ADMIN,
  enterprise_is_restricted: ADMIN,
  org_login_required: ADMIN,
  two_factor_setup_required: ADMIN,
};

/** Whether an error of Slack is about the token, and so says nothing of the channel, person or message that was asked for. */
export function isTokenTrouble(error: string): boolean {
  return Object.hasOwn(REMEDIES, error);
}

export type TokenWatch = { readonly refused: (error: string) => void; readonly worked: () => void };

/**
 * Says in the log, once for each cause, that Slack does not take the token and what to do; and that it does again. `reinstall`: how the
 * app is installed again, if not by a new token in the environment.
 */
export function createTokenWatch(logger: Logger, reinstall: string = REINSTALL): TokenWatch {
  const told = new Set<string>();
  return {
    refused(error) {
      if (!isTokenTrouble(error) || told.has(error)) return;
      told.add(error);
      logger.error(
        { cause: error },
        `Slack does not take the bot token (${error}): ${REMEDIES[error] === REINSTALL ? reinstall : REMEDIES[error]}. Nothing is lost`,
      );
    },
    worked() {
      if (told.size === 0) return;
      told.clear();
      logger.info({}, 'Slack takes the bot token again: what is owed goes out now');
    },
  };
}

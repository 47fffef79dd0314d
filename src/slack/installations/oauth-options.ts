import type { HTTPReceiverOptions, InstallationStore } from '@slack/bolt';
import type { Language } from '../../i18n/index.ts';
import type { OAuthApp } from '../connection.ts';
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from '../scopes.ts';
import { type InstallPage, sendPage } from './install-page.ts';

/** Where Slack sends people back to; Bolt's own default. */
export const REDIRECT_PATH = '/slack/oauth_redirect';

export type OAuthOptions = {
  readonly app: OAuthApp;
  readonly apiUrl: string | null;
  /** Signs the state that ties the end of an installation to the browser in which it began. */
  readonly stateSecret: string;
  readonly installationStore: InstallationStore;
  readonly defaultLanguage: Language;
};

type Given = 'clientId' | 'clientSecret' | 'stateSecret' | 'scopes' | 'installationStore' | 'redirectUri';

/** What Bolt needs for /slack/install and its end at /slack/oauth_redirect; the state is verified, which is Bolt's default. */
export function oauthOptions(options: OAuthOptions): Pick<HTTPReceiverOptions, Given | 'installerOptions'> {
  const { app, apiUrl, stateSecret, installationStore, defaultLanguage } = options;
  return {
    ...{ clientId: app.clientId, clientSecret: app.clientSecret, stateSecret, installationStore },
    scopes: [...REQUIRED_SCOPES, ...OPTIONAL_SCOPES],
    ...(app.redirectUri === null ? {} : { redirectUri: app.redirectUri }),
    installerOptions: {
      redirectUriPath: REDIRECT_PATH,
      // Straight to Slack, which shows what is asked for: a page of ours in between would say the same.
      directInstall: true,
      clientOptions: {
        ...{ retryConfig: { retries: 1 }, timeout: 10_000 },
        ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
      },
      ...(apiUrl === null ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
      callbackOptions: {
        success: (installation, _options, request, response) => {
          const page = { status: 200, textOf: (t: Texts) => t.install.done, workspaceId: installation.team?.id ?? '' };
          sendPage({ request, response }, page, defaultLanguage);
        },
        failure: (error, _options, request, response) =>
          sendPage({ request, response }, failurePage(error.code), defaultLanguage),
      },
    },
  };
}

type Texts = Parameters<InstallPage['textOf']>[0];

/** Bolt's name of what went wrong as a page; the error itself is in the log. */
function failurePage(code: string): InstallPage {
  switch (code) {
    case 'slack_oauth_installer_authorization_error':
      return { status: 200, textOf: (t) => t.install.cancelled };
    case 'slack_oauth_missing_state':
    case 'slack_oauth_invalid_state':
    case 'slack_oauth_missing_code':
      return { status: 400, textOf: (t) => t.install.expired };
    default:
      return { status: 500, textOf: (t) => t.install.failed };
  }
}

/** The app as Slack knows it, for installing it in several workspaces over OAuth. */
export type OAuthApp = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where Slack sends people back to; null: where the app's settings say. */
  readonly redirectUri: string | null;
};

type Http = { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };

/**
 * How the app reaches Slack: for one workspace by its bot token, over Socket Mode with an app token or over signed HTTP; or for every
 * workspace that installs it, over signed HTTP alone.
 */
export type SlackConnection = { readonly apiUrl: string | null } & (
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string }
  | (Http & { readonly botToken: string })
  | (Http & { readonly oauth: OAuthApp })
);

/** The app as it is installed in one workspace, with what it needs to act there. */
export type Installation = {
  /** Slack's team id. */
  readonly workspaceId: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  /** The scopes granted; null where the server does not say. */
  readonly scopes: readonly string[] | null;
};

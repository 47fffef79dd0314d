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

/** How long a workspace that uninstalled the app can come back to what it had. Slack's policy: deleted within 14 business days. */
const KEPT_AFTER_UNINSTALL_MS = 14 * 24 * 60 * 60_000;

/** What was uninstalled before this instant is to be deleted at `now`. */
export function deletedFrom(now: Date): Date {
  return new Date(now.getTime() - KEPT_AFTER_UNINSTALL_MS);
}

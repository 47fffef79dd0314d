import type { App } from '@slack/bolt';
import { parseUninstall } from '../../parse/uninstall-event.ts';

/** A workspace has taken the app's token away, at `at`. */
export type OnUninstalled = (gone: { readonly workspaceId: string; readonly at: Date }) => Promise<void>;

/**
 * The app was uninstalled, or its bot's token was revoked. Slack sends both events, in any order, and may send them again; Bolt brings them
 * without a token, so nothing can be asked of Slack here.
 */
export function registerUninstall(app: App, onUninstalled: OnUninstalled): void {
  for (const type of ['app_uninstalled', 'tokens_revoked'] as const)
    app.event(type, async ({ body }) => {
      const gone = parseUninstall(body);
      if (gone !== null) await onUninstalled(gone);
    });
}

import { parseUninstall } from '../../parse/uninstall-event.ts';
import type { EventRouter } from './event-router.ts';

/** A workspace has taken the app's token away, at `at`. */
export type OnUninstalled = (gone: { readonly workspaceId: string; readonly at: Date }) => Promise<void>;

/**
 * The app was uninstalled, or its bot's token was revoked. Slack sends both events, in any order, and may send them again; Bolt brings them
 * without a token, so nothing can be asked of Slack here.
 */
export function registerUninstall(events: EventRouter, onUninstalled: OnUninstalled): void {
  for (const type of ['app_uninstalled', 'tokens_revoked'] as const)
    events.on(type, async ({ body }) => {
      const gone = parseUninstall(body);
      if (gone !== null) await onUninstalled(gone);
    });
}

import type { App } from '@slack/bolt';
import type { Logger } from '../../ops/logging.ts';
import { loggerOf } from '../request-logger.ts';
import { registerActions } from './actions/index.ts';
import { registerCommands } from './commands/index.ts';
import { createEventRouter } from './events/event-router.ts';
import { registerEvents } from './events/index.ts';
import { type OnUninstalled, registerUninstall } from './events/uninstall.ts';
import { registerShortcuts } from './shortcuts/index.ts';
import { registerViews } from './views/index.ts';

type RegisterOptions = { readonly logger: Logger; readonly onUninstalled: OnUninstalled };

/** Every listener of the app; each takes what it needs from the context of its request, see workspace-context.ts. */
export function registerListeners(app: App, { logger, onUninstalled }: RegisterOptions): void {
  registerCommands(app);
  registerActions(app);
  registerViews(app);
  registerShortcuts(app);
  const events = createEventRouter(app);
  registerEvents(events);
  registerUninstall(events, onUninstalled);
  // Bolt answers what no listener caught with a time-out; the person was told already where that was possible.
  const onError: Parameters<App['error']>[0] = async ({ error, context }) => {
    (loggerOf(context) ?? logger).error({ err: error }, 'a listener failed');
    throw error;
  };
  app.error(onError);
}

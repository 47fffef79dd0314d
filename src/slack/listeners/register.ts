import type { App } from '@slack/bolt';
import { registerActions } from './actions/index.ts';
import { registerCommands } from './commands/index.ts';
import { registerEvents } from './events/index.ts';
import type { ListenerContext } from './listener-context.ts';
import { registerShortcuts } from './shortcuts/index.ts';
import { registerViews } from './views/index.ts';

/** Every listener of the app. */
export function registerListeners(app: App, ctx: ListenerContext): void {
  registerCommands(app, ctx);
  registerActions(app, ctx);
  registerViews(app, ctx);
  registerShortcuts(app, ctx);
  registerEvents(app, ctx);
  // Bolt answers what no listener caught with a time-out; the person was told already where that was possible.
  app.error(async (error) => {
    ctx.logger.error({ err: error }, 'a listener failed');
    throw error;
  });
}

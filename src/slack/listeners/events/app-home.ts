import { renderHomeNotice } from '../../blocks/home/home-notice.ts';
import { parseShownHash } from '../../parse/home-event.ts';
import { findMessages } from '../actor.ts';
import { contextOf } from '../workspace-context.ts';
import type { EventRouter } from './event-router.ts';

/** Somebody opens their Home: it is shown as it is now, or says that it could not be read. */
export function registerAppHome(events: EventRouter): void {
  events.on('app_home_opened', async ({ event, context }) => {
    if (event.tab !== 'home') return;
    const ctx = contextOf(context);
    const home = { workspaceId: ctx.workspaceId, userId: event.user };
    try {
      const done = await ctx.homes.open({ ...home, shown: parseShownHash(event) });
      if (done.kind === 'later') ctx.requestHome(home);
    } catch (error) {
      ctx.logger.error({ err: error, workspaceId: home.workspaceId }, 'a Home could not be read');
      const t = await findMessages(ctx, home);
      await ctx.slack.views.publish({ user_id: home.userId, view: renderHomeNotice(t.home.refused.trouble) });
    }
  });
}

import { tellAlerts } from '../../usecases/tell-alerts.ts';
import { createFindMembers } from '../presence.ts';
import type { ListenerContext } from './listener-context.ts';

/**
 * Tells managers of a hard stop as soon as the answer that names it is kept. What fails here is made up for by the clock within a
 * minute: the answer is safe, and its author has nothing to do.
 */
export async function tellAlertsNow(ctx: ListenerContext, workspaceId: string): Promise<void> {
  const { findAdmins } = ctx.directory;
  await tellAlerts({ ...ctx, findMembers: createFindMembers(ctx), findAdmins }, workspaceId).catch((err: unknown) =>
    ctx.logger.warn({ err, workspaceId }, 'telling health alerts was put off to the next tick'),
  );
}

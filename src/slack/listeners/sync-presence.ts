import { syncAbsence } from '../../usecases/sync-absence.ts';
import { createFindPresence } from '../presence.ts';
import type { ListenerContext } from './listener-context.ts';

/** Somebody came to or left a channel: the open reviews there follow. */
export async function syncChannel(
  ctx: ListenerContext,
  { workspaceId, channelId }: { workspaceId: string; channelId: string },
): Promise<void> {
  await syncReviews(ctx, workspaceId, await ctx.storage.forWorkspace(workspaceId).presence.listOpenIn(channelId));
}

/** Something about a person changed: the open reviews they were invited to follow. */
export async function syncPerson(
  ctx: ListenerContext,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<void> {
  await syncReviews(ctx, workspaceId, await ctx.storage.forWorkspace(workspaceId).presence.listOpenOf(userId));
}

/** One after another; a review for which it fails is seen to by the clock. */
async function syncReviews(ctx: ListenerContext, workspaceId: string, reviewIds: readonly string[]): Promise<void> {
  const deps = { ...ctx, findPresence: createFindPresence(ctx) };
  for (const reviewId of reviewIds)
    await syncAbsence(deps, { workspaceId, reviewId }).catch((err: unknown) =>
      ctx.logger.warn({ err, reviewId }, 'who is there was not seen; the clock looks again'),
    );
}

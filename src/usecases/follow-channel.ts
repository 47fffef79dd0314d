import type { Deps } from './deps.ts';

/** A channel has another id now (Slack does that when a private one is about to be shared): its reviews, posts, typed replies and digest follow it. */
export async function followChannel(
  deps: Deps,
  { workspaceId, oldId, newId }: { workspaceId: string; oldId: string; newId: string },
): Promise<void> {
  await deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    await stores.reviews.changeChannel(oldId, newId);
    await stores.outbox.changeChannel(oldId, newId);
    await stores.replies.changeChannel(oldId, newId);
    await stores.digests.changeChannel(oldId, newId);
  });
}

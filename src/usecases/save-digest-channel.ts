import type { Deps } from './deps.ts';
import { listOwedDigests, oweDigest, withdrawDigest } from './send-digest.ts';

/**
 * Stores where managers read the digest, null for nowhere; the caller has made sure that the person is a manager and that the channel
 * may hear about clients. A digest that could not be posted so far goes to the new channel.
 */
export async function saveDigestChannel(
  deps: Deps,
  { workspaceId, userId, channelId }: { workspaceId: string; userId: string; channelId: string | null },
): Promise<void> {
  await deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    if ((await stores.digests.lockChannel()) === channelId) return;
    await stores.digests.saveChannel(channelId);
    await stores.audit.add({
      ...{ actorId: userId, action: 'digest_channel_changed', subject: workspaceId, at: deps.clock() },
      details: { channelId },
    });
    const [newest, ...older] = await listOwedDigests(stores);
    if (newest && channelId !== null) await oweDigest(stores, { week: newest.week, channelId });
    for (const post of newest && channelId === null ? [newest, ...older] : older) await withdrawDigest(stores, post);
  });
}

import { type ChannelRefusal, purposeOf } from '../domain/post.ts';
import type { Deps } from './deps.ts';

/**
 * Tells managers, each once per week and reason, that a digest stays unsaid because of who reads its channel (product: never in front of
 * the client). Those named in the settings; where nobody is, who chose the channel. Nothing for a channel that is not the digest's any more.
 */
export async function tellDigestRefused(
  deps: Pick<Deps, 'storage' | 'defaults'>,
  refused: { workspaceId: string; week: number; channelId: string; reason: ChannelRefusal },
): Promise<void> {
  const { workspaceId, week, channelId, reason } = refused;
  const stores = deps.storage.forWorkspace(workspaceId);
  if ((await stores.pulses.findSettings())?.digestChannelId !== channelId) return;
  const { managerIds } = await stores.workspace.findOrCreate(deps.defaults);
  const chosenBy = (await stores.audit.findLatest('digest_channel_changed'))?.actorId ?? null;
  const told = managerIds.length > 0 ? managerIds : chosenBy === null ? [] : [chosenBy];
  for (const userId of told)
    await stores.outbox.put({
      ...{ purpose: purposeOf.digestRefused(week, reason, userId), channelId: userId },
      ...{ reviewId: null, parentPurpose: null, message: { kind: 'digest_refused', week, channelId, reason } },
    });
}

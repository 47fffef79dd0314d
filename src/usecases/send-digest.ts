import { DIGEST_PURPOSE, purposeOf } from '../domain/post.ts';
import type { Stores, WorkspaceStorage } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { findClientsByPerson } from './pulse-people.ts';
import { listDigestClients } from './read-digest.ts';
import { lastClosing } from './send-pulses.ts';

/** What became of the digest of a week. `skippedWeeks`: earlier ones that nobody was sent and that are out of date now. */
export type SentDigest =
  | { readonly kind: 'sent'; readonly skippedWeeks: readonly number[] }
  /** Somebody may still answer or be asked, or a client's week is not written yet. */
  | { readonly kind: 'not_over' }
  | { readonly kind: 'no_channel' }
  | { readonly kind: 'no_clients' }
  | { readonly kind: 'sent_before' };

/** After this many weeks an earlier digest is not spoken of. */
const WEEKS_BACK = 8;

/**
 * Owes the managers' channel the digest of a week, once, when every client's week has closed (product: weekly digest). Two replicas owe
 * one. Earlier digests that were not posted are out of date then: they are skipped or taken back.
 */
export async function sendDigest(
  deps: Deps,
  { workspaceId, week }: { workspaceId: string; week: number },
): Promise<SentDigest> {
  const stores = deps.storage.forWorkspace(workspaceId);
  if ((await stores.pulses.findSettings())?.digestChannelId == null) return { kind: 'no_channel' };
  if ((await listDigestClients(stores)).length === 0) return { kind: 'no_clients' };
  if (!(await isWeekOver(deps, stores, week))) return { kind: 'not_over' };
  return stores.transaction(async (own) => {
    const channelId = await own.digests.lockChannel();
    if (channelId === null) return { kind: 'no_channel' };
    if ((await own.outbox.find(purposeOf.digest(week))) !== null) return { kind: 'sent_before' };
    const skippedWeeks = await skipEarlier(own, week);
    await oweDigest(own, { week, channelId });
    return { kind: 'sent', skippedWeeks };
  });
}

/** Owes the digest of a week in a channel; in another one than before it is owed anew. */
export function oweDigest(
  { outbox }: Pick<Stores, 'outbox'>,
  { week, channelId }: { week: number; channelId: string },
): Promise<void> {
  return outbox.put({
    ...{ purpose: purposeOf.digest(week), channelId, reviewId: null, parentPurpose: null },
    message: { kind: 'digest', week },
  });
}

/** Takes back a digest that is owed and not in Slack: it will not be said any more. */
export function withdrawDigest(
  { outbox }: Pick<Stores, 'outbox'>,
  { purpose, channelId }: { purpose: string; channelId: string },
): Promise<void> {
  return outbox.put({ purpose, channelId, reviewId: null, parentPurpose: null, message: { kind: 'retracted' } });
}

/** The digests that are owed and not in Slack, newest first. */
export async function listOwedDigests({ outbox }: Pick<Stores, 'outbox'>) {
  const owed = (await outbox.listOwed(DIGEST_PURPOSE)).flatMap(({ message, ...post }) =>
    message?.kind === 'digest' ? [{ ...post, week: message.week }] : [],
  );
  return owed.sort((a, b) => b.week - a.week);
}

async function skipEarlier(stores: Stores, week: number): Promise<number[]> {
  const owed = await listOwedDigests(stores);
  for (const post of owed) await withdrawDigest(stores, post);
  const asked = (await stores.digests.listAskedWeeks(week - WEEKS_BACK)).filter((one) => one < week);
  const unsaid: number[] = [];
  for (const earlier of asked) {
    const isKnown = (await stores.outbox.find(purposeOf.digest(earlier))) !== null;
    if (!isKnown || owed.some((post) => post.week === earlier)) unsaid.push(earlier);
  }
  return unsaid;
}

/**
 * Whether a week is over: nobody can be asked or answer any more, and the health of every client who was asked about is written. Somebody
 * whom Slack cannot tell is waited for until the week's window has closed in the last zone on earth.
 */
async function isWeekOver(deps: Deps, stores: WorkspaceStorage, week: number): Promise<boolean> {
  const invites = await stores.pulses.list(week);
  if (invites.some(({ closedAt }) => closedAt === null)) return false;
  const known = new Set((await stores.clients.listProfiles()).map(({ id }) => id));
  const written = new Set(
    (await stores.health.listSince(week)).flatMap((one) => (one.week === week ? [one.clientId] : [])),
  );
  const asked = new Set(invites.flatMap(({ clientIds }) => clientIds));
  if ([...asked].some((id) => known.has(id) && !written.has(id))) return false;
  const pulse = await stores.pulses.findSettings();
  const { daysOff } = await stores.workspace.findOrCreate(deps.defaults);
  if (!pulse?.isOn || deps.clock() >= lastClosing(pulse.schedule, week, daysOff)) return true;
  const settled = await stores.pulses.listSettledWeeks(week);
  return [...(await findClientsByPerson(stores)).keys()].every((userId) => settled.get(userId)?.includes(week));
}

import type { EvidenceEntry } from '../domain/evidence/evidence.ts';
import type { Figures } from '../domain/figures.ts';
import type { WillingToMend } from '../domain/verdict-context.ts';
import type { Stores } from '../storage/storage.ts';

/** What the record says for channel and notice. */
export type PartingRecord = {
  readonly figures: Figures | null;
  readonly evidence: readonly EvidenceEntry[];
  /** From the last meeting with the client; null when there was none. */
  readonly willingToMend: WillingToMend | null;
};

/** The record of a client as far as a parting needs it. The one place that reads the evidence log and the meeting for it. */
export async function readPartingRecord(
  stores: Stores,
  { reviewId, clientId }: { readonly reviewId: string; readonly clientId: string },
): Promise<PartingRecord> {
  const stored = await stores.records.findVerdict(reviewId);
  const meetings = await stores.meetings.listOf(reviewId);
  const held = meetings
    .filter(({ record }) => record !== null)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return {
    figures: stored?.figures ?? null,
    evidence: await stores.evidence.list(clientId),
    willingToMend: held.at(-1)?.record?.willingToMend ?? null,
  };
}

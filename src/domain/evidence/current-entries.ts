import { accepted, type Checked, refused } from '../checked.ts';
import type { EvidenceEntry } from './evidence.ts';

/** An entry as it stands now, and what it said before, newest first. */
export type CurrentEntry = { readonly entry: EvidenceEntry; readonly history: readonly EvidenceEntry[] };

/**
 * The log as it stands: of each chain of corrections the newest entry, with the earlier ones behind it; what happened last comes
 * first. Two corrections of one entry, made at once, are one chain, and the later one stands. The order given does not matter.
 */
export function currentEntries(entries: readonly EvidenceEntry[]): CurrentEntry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const chains = new Map<string, EvidenceEntry[]>();
  for (const entry of entries) {
    const root = rootOf(entry, byId);
    chains.set(root, [...(chains.get(root) ?? []), entry]);
  }
  return [...chains.values()]
    .flatMap((chain) => {
      const [entry, ...history] = chain.sort(newestFirst);
      return entry === undefined ? [] : [{ entry, history }];
    })
    .sort((a, b) => compare(b.entry.happenedOn, a.entry.happenedOn) || newestFirst(a.entry, b.entry));
}

export type CorrectionRefusal = 'entry_not_found' | 'already_corrected';

/** The entry that a correction points at: one of this client that no other entry corrects yet, so that nobody corrects old words. */
export function checkCorrection(
  entries: readonly EvidenceEntry[],
  { clientId, correctsId }: Pick<EvidenceEntry, 'clientId'> & { readonly correctsId: string },
): Checked<EvidenceEntry, CorrectionRefusal> {
  const entry = entries.find((one) => one.id === correctsId && one.clientId === clientId);
  if (entry === undefined) return refused('entry_not_found');
  return entries.some((one) => one.correctsId === correctsId) ? refused('already_corrected') : accepted(entry);
}

/** The first entry of the chain; where that is not among the entries, the earliest that is. */
function rootOf(entry: EvidenceEntry, byId: ReadonlyMap<string, EvidenceEntry>): string {
  const seen = new Set([entry.id]);
  let at = entry;
  for (let next = parentOf(at, byId); next !== null && !seen.has(next.id); next = parentOf(at, byId)) {
    seen.add(next.id);
    at = next;
  }
  return at.id;
}

function parentOf({ correctsId }: EvidenceEntry, byId: ReadonlyMap<string, EvidenceEntry>): EvidenceEntry | null {
  return correctsId === null ? null : (byId.get(correctsId) ?? null);
}

function newestFirst(a: EvidenceEntry, b: EvidenceEntry): number {
  return b.loggedAt.getTime() - a.loggedAt.getTime() || compare(b.id, a.id);
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

import { type CurrentEntry, currentEntries } from '../domain/evidence/current-entries.ts';
import type { Deps } from './deps.ts';

/** The evidence log of one client: each entry as it stands, with what it said before; what happened last comes first. */
export type EvidenceLog = {
  readonly clientId: string;
  readonly clientName: string;
  readonly entries: readonly CurrentEntry[];
};

/** Null for an id that is no client's, or a rehearsal's. The caller has made sure that somebody asks who manages the client. */
export async function readEvidence(
  deps: Pick<Deps, 'storage'>,
  { workspaceId, clientId }: { workspaceId: string; clientId: string },
): Promise<EvidenceLog | null> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const client = await stores.clients.find(clientId);
  if (!client) return null;
  const entries = currentEntries(await stores.evidence.list(clientId));
  return { clientId, clientName: client.name, entries };
}

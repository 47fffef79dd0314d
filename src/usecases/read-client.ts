import type { ClientProfile } from '../domain/client-profile.ts';
import { type ClientMatch, matchClients } from '../domain/match-clients.ts';
import type { Deps } from './deps.ts';

/** The clients that a manager may have meant by what they typed, archived ones included. */
export async function readClient(
  deps: Pick<Deps, 'storage'>,
  { workspaceId, typed }: { workspaceId: string; typed: string },
): Promise<ClientMatch<ClientProfile>> {
  return matchClients(typed, await deps.storage.forWorkspace(workspaceId).clients.listProfiles());
}

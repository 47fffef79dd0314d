import type { Deps } from './deps.ts';

export type ArchiveClient = { readonly workspaceId: string; readonly userId: string; readonly clientId: string };

export type ArchiveResult =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly reason: 'client_not_found' };

/** Takes a client out of every list; reviews, figures and words stay, and it can be restored. Twice does no harm. */
export function archiveClient(deps: Deps, input: ArchiveClient): Promise<ArchiveResult> {
  return setArchived(deps, input, true);
}

/** Offers an archived client again, as it was. */
export function restoreClient(deps: Deps, input: ArchiveClient): Promise<ArchiveResult> {
  return setArchived(deps, input, false);
}

async function setArchived(deps: Deps, input: ArchiveClient, isArchived: boolean): Promise<ArchiveResult> {
  const { workspaceId, userId, clientId } = input;
  const now = deps.clock();
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<ArchiveResult> => {
    const client = (await stores.clients.lock(clientId)) ? await stores.clients.find(clientId) : null;
    if (!client) return { ok: false, reason: 'client_not_found' };
    if (client.isArchived === isArchived) return { ok: true, name: client.name };
    await stores.clients.setArchived(clientId, isArchived ? now : null);
    const action = isArchived ? 'client_archived' : 'client_restored';
    await stores.audit.add({ actorId: userId, action, subject: clientId, details: { name: client.name }, at: now });
    return { ok: true, name: client.name };
  });
}

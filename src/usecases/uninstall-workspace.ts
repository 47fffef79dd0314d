import type { Deps } from './deps.ts';

/**
 * Deletes the token of a workspace that uninstalled the app or revoked its token at `at`; its data goes later, see
 * `deletedFrom`. May be told several times and in
 * any order: false when there is nothing to delete, or when the app was installed again since.
 */
export async function uninstallWorkspace(
  { storage }: Pick<Deps, 'storage'>,
  { workspaceId, at }: { workspaceId: string; at: Date },
): Promise<boolean> {
  return storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const isEnded = await stores.installation.end(at);
    if (isEnded)
      await stores.audit.add({ actorId: null, action: 'app_uninstalled', subject: workspaceId, details: null, at });
    return isEnded;
  });
}

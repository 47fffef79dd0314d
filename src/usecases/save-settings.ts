import type { WorkspaceSettings } from '../domain/workspace.ts';
import type { Deps } from './deps.ts';

/** Stores the workspace's settings; the caller has made sure that the person is a manager. */
export async function saveSettings(
  deps: Deps,
  { workspaceId, userId, settings }: { workspaceId: string; userId: string; settings: WorkspaceSettings },
): Promise<void> {
  await deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    await stores.workspace.save(settings);
    await stores.audit.add({
      actorId: userId,
      action: 'settings_changed',
      subject: workspaceId,
      details: { ...settings, managerIds: settings.managerIds.join(',') },
      at: deps.clock(),
    });
  });
}

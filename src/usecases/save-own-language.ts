import type { Language } from '../domain/language.ts';
import type { Deps } from './deps.ts';

/** The language in which we speak with this person from now on; null: that of their Slack. */
export async function saveOwnLanguage(
  deps: Deps,
  { workspaceId, userId, language }: { workspaceId: string; userId: string; language: Language | null },
): Promise<void> {
  const at = deps.clock();
  await deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    await stores.memberSettings.saveLanguage(userId, language);
    await stores.audit.add({ actorId: userId, action: 'own_settings_changed', subject: userId, details: null, at });
  });
}

import type { Installation } from '../domain/installation.ts';
import type { Deps } from './deps.ts';

/** What the seal of a token is tied to: it opens for no other workspace. */
export function tokenContext(workspaceId: string): string {
  return `installation:${workspaceId}`;
}

/** How the app is installed in a workspace; null when it is not. Throws when the token was sealed with another key. */
export async function findInstallation(
  { storage, vault }: Pick<Deps, 'storage' | 'vault'>,
  workspaceId: string,
): Promise<Installation | null> {
  const stored = await storage.forWorkspace(workspaceId).installation.find();
  if (stored === null) return null;
  const { sealedToken, ...rest } = stored;
  return { ...rest, workspaceId, botToken: vault.open(sealedToken, tokenContext(workspaceId)).toString('utf8') };
}

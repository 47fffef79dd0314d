import { isDeepStrictEqual } from 'node:util';
import type { Installation } from '../domain/installation.ts';
import type { WorkspaceSide } from './workspace-side.ts';

/** What faces Slack for one workspace; null when the app is not installed there. Rejects when that cannot be said in time. */
export type FindWorkspaceSide = (workspaceId: string) => Promise<WorkspaceSide | null>;

export type WorkspaceSidesOptions = {
  readonly find: (workspaceId: string) => Promise<Installation | null>;
  readonly create: (installation: Installation) => WorkspaceSide;
  /** How many are kept; the longest unused goes first. */
  readonly size?: number;
};

const SIZE = 500;

/**
 * Makes the side of a workspace when it is first needed and keeps it, with what it remembers of people and channels, until the app is
 * uninstalled there or installed anew with another token or other scopes. First uses at the same moment share one.
 */
export function createWorkspaceSides({ find, create, size = SIZE }: WorkspaceSidesOptions): FindWorkspaceSide {
  const kept = new Map<string, { readonly installation: Installation; readonly side: WorkspaceSide }>();
  return async (workspaceId) => {
    const installation = await find(workspaceId);
    const before = kept.get(workspaceId);
    kept.delete(workspaceId);
    if (installation === null) return null;
    const isSame = before !== undefined && isDeepStrictEqual(before.installation, installation);
    const side = isSame ? before.side : create(installation);
    kept.set(workspaceId, { installation, side });
    const [oldest] = kept.keys();
    if (kept.size > size && oldest !== undefined) kept.delete(oldest);
    return side;
  };
}

import type { RemindDeps } from '../usecases/remind-participants.ts';
import type { PresenceDeps } from '../usecases/sync-absence.ts';
import type { AlertDeps } from '../usecases/tell-alerts.ts';

/** What the work of the clock asks of one workspace's Slack. */
export type WorkspaceLookups = Pick<RemindDeps, 'findTimeZones'> &
  Pick<PresenceDeps, 'findPresence'> &
  Pick<AlertDeps, 'findMembers' | 'findAdmins'>;

/** The look-ups of a workspace. Where the app is not installed (any more) nobody is known. */
export type LookupsOf = (workspaceId: string) => WorkspaceLookups;

import type { WebClient } from '@slack/web-api';
import type { Directory } from './directory.ts';
import { createFreshCache } from './fresh-cache.ts';
import { type NamedChannels, readNamedChannels } from './named-channels.ts';
import { type NamedPeople, readNamedPeople } from './named-people.ts';
import { createUserGroups, type UserGroups } from './user-groups.ts';

/** What setting up clients asks Slack for. */
export type ClientLookups = {
  readonly userGroups: UserGroups;
  /** Null when Slack does not say. */
  readonly readPeople: () => Promise<NamedPeople | null>;
  readonly readChannels: () => Promise<NamedChannels | null>;
};

const TTL_MS = 60_000;

type Options = {
  readonly reads: WebClient;
  readonly directory: Directory;
  readonly teamId: string;
  readonly clock: () => Date;
  readonly readsUserGroups: boolean;
};

/** The look-ups of one workspace. */
export function createClientLookups(options: Options): ClientLookups {
  const { reads, teamId, clock } = options;
  // An import asks twice: for its preview, and when it is done.
  const ttlMs = (found: unknown) => (found === null ? 0 : TTL_MS);
  const people = createFreshCache<NamedPeople | null>({ load: () => readNamedPeople(reads, teamId), ttlMs, clock });
  const channels = createFreshCache<NamedChannels | null>({
    load: () => readNamedChannels(reads, teamId),
    ttlMs,
    clock,
  });
  return {
    userGroups: createUserGroups(options),
    readPeople: () => people.get(''),
    readChannels: () => channels.get(''),
  };
}

import type { WebClient } from '@slack/web-api';
import { type Member, memberRefusal } from '../../domain/member.ts';
import { createFreshCache } from './fresh-cache.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { createMemberList } from './member-list.ts';
import { readTrouble } from './read-trouble.ts';
import { toMember, unknownMember } from './to-member.ts';

/** A person, and when the look-up failed for a passing reason, how soon to ask again; null for a definite answer. */
export type Lookup = { readonly member: Member; readonly retryAfterMs: number | null };

export type Directory = {
  /** A failed look-up gives a person from outside. */
  find(userId: string): Promise<Member>;
  findAll(userIds: readonly string[]): Promise<Member[]>;
  /** Like findAll, and tells "is outside" from "could not be asked". */
  lookUpAll(userIds: readonly string[]): Promise<Lookup[]>;
  /** On user_change. */
  forget(userId: string): void;
  /** How many people can read a public channel: neither bots nor guests nor deactivated. Null when Slack does not say. */
  countFullMembers(): Promise<number | null>;
  /** Slack's admins and owners of the workspace. Null when Slack does not say, or the workspace is too large to read. */
  findAdmins(): Promise<readonly string[] | null>;
};

export type DirectoryOptions = {
  readonly reads: WebClient;
  readonly teamId: string;
  readonly ttlMs?: number;
  readonly clock: () => Date;
};

const TTL_MS = 10 * 60_000;
const FAILED_TTL_MS = 5_000;
/** The clock asks every minute while it has somebody to tell: reading a long list again each time would be too much for Slack. */
const NO_ADMINS_TTL_MS = 5 * 60_000;
const AT_ONCE = 5;
/** From this many look-ups in a minute on, the list of everybody is cheaper than asking for each, which Slack allows for a hundred. */
const MANY = 60;
const MINUTE_MS = 60_000;

/** The people of one workspace, each remembered for `ttlMs` (10 minutes); look-ups that failed only for seconds. */
export function createDirectory({ reads, teamId, ttlMs = TTL_MS, clock }: DirectoryOptions): Directory {
  let lookUps: number[] = [];
  const recentLookUps = () => {
    const since = clock().getTime() - MINUTE_MS;
    lookUps = lookUps.filter((at) => at > since);
    return lookUps;
  };
  const people = createFreshCache<Lookup>({
    load: (id) => {
      recentLookUps().push(clock().getTime());
      return lookUp({ reads, teamId, id });
    },
    ttlMs: ({ retryAfterMs }) => (retryAfterMs === null ? ttlMs : FAILED_TTL_MS),
    clock,
  });
  const forgottenWhileListing = new Set<string>();
  const list = createMemberList({
    ...{ reads, teamId, clock },
    onPage(members) {
      for (const member of members)
        if (!forgottenWhileListing.has(member.id)) people.put(member.id, { member, retryAfterMs: null });
    },
  });
  let listedAt = Number.NEGATIVE_INFINITY;
  const everybody = createFreshCache<readonly Member[] | null>({
    async load() {
      if (!list.isUnderWay()) forgottenWhileListing.clear();
      const members = await list.read();
      if (members) listedAt = clock().getTime();
      return members;
    },
    ttlMs: () => 0,
    clock,
  });
  const count = createFreshCache<number | null>({
    load: async () => (await everybody.get(''))?.filter((member) => memberRefusal(member) === null).length ?? null,
    ttlMs: (known) => (known === null ? FAILED_TTL_MS : ttlMs),
    clock,
  });

  const admins = createFreshCache<readonly string[] | null>({
    async load() {
      const members = await everybody.get('');
      return members?.filter((one) => one.isAdmin && memberRefusal(one) === null).map(({ id }) => id) ?? null;
    },
    ttlMs: (known) => (known === null ? NO_ADMINS_TTL_MS : ttlMs),
    clock,
  });
  /** Whether so many are asked for now or within the minute that the list is read instead; not again right after it was. */
  function isManyWith(unknown: number): boolean {
    if (unknown === 0 || listedAt > clock().getTime() - MINUTE_MS) return false;
    return recentLookUps().length + unknown >= MANY;
  }

  async function lookUpAll(userIds: readonly string[]): Promise<Lookup[]> {
    const countUnknown = () => userIds.filter((id) => !people.has(id)).length;
    const unknown = countUnknown();
    const listing = isManyWith(unknown) ? everybody.get('') : null;
    // Who asks for a few need not wait for everybody. People of other organisations are not in the list: they are asked for one by one.
    if (unknown >= MANY) await listing;
    // Those on pages to come are not asked for one by one: there may be thousands.
    let failed: number | null = list.isUnderWay() && countUnknown() >= MANY ? FAILED_TTL_MS : null;
    return mapConcurrently(userIds, AT_ONCE, async (id) => {
      // After one failure the rest would only add to it; what was learnt is kept for the next attempt.
      if (failed !== null && !people.has(id)) return { member: unknownMember(id), retryAfterMs: failed };
      const found = await people.get(id);
      failed ??= found.retryAfterMs;
      return found;
    });
  }

  return {
    find: async (userId) => (await people.get(userId)).member,
    findAll: async (userIds) => (await lookUpAll(userIds)).map(({ member }) => member),
    lookUpAll,
    forget(userId) {
      people.forget(userId);
      forgottenWhileListing.add(userId);
    },
    countFullMembers: () => count.get(''),
    findAdmins: () => admins.get(''),
  };
}

type Ours = { reads: WebClient; teamId: string };

async function lookUp({ reads, teamId, id }: Ours & { id: string }): Promise<Lookup> {
  try {
    const { user } = await reads.users.info({ user: id, include_locale: true });
    return { member: user ? toMember(user, { id, teamId }) : unknownMember(id), retryAfterMs: null };
  } catch (error) {
    const trouble = readTrouble(error);
    return { member: unknownMember(id), retryAfterMs: trouble.kind === 'passing' ? trouble.retryAfterMs : null };
  }
}

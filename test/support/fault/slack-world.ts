import { type PersonName, TEAM_ID } from '../../../demo/sample-agency.ts';
import type { Message } from '../../../demo/stand-in/message-book.ts';
import { messageKey } from '../../../src/slack/outbox/message-key.ts';
import { type E2eWorld, startWorld, type WorldOptions } from '../e2e/world.ts';
import { MAKE_JOBS_DUE } from '../jobs-put-off.ts';
import { type SlackProxy, startSlackProxy } from './slack-proxy.ts';

export type FaultyWorld = E2eWorld & {
  readonly proxy: SlackProxy;
  /** Lets time pass, half a minute at a time, until something is so; what waits for its time in the queue is due at once. */
  until<T>(find: () => Promise<T | undefined | null | false> | T | undefined | null | false, what: string): Promise<T>;
  /** Until nothing is owed any more but what Slack has refused for good. */
  allDelivered(): Promise<void>;
  /** What stands in Slack otherwise than the outbox says: twice, or not at all. Direct messages may stand there twice. */
  findWrongPosts(): Promise<string[]>;
  rows<T extends object>(sql: string, values?: readonly unknown[]): Promise<T[]>;
};

export type FaultyWorldOptions = Pick<WorldOptions, 'workspace'> & {
  readonly people?: readonly PersonName[];
  /** Named in every message of a failure, so that the run can be repeated. */
  readonly seed?: number;
};

/** Far more than is ever needed: each is a tick and what becomes due by it. */
const MOST_ROUNDS = 240;
const STEP_MINUTES = 0.5;

/** The stand-in Slack, a proxy in front of it, and the real app behind the proxy. */
export async function startFaultyWorld({ people, seed, workspace }: FaultyWorldOptions = {}): Promise<FaultyWorld> {
  let proxy: SlackProxy | undefined;
  const world = await startWorld({
    ...(people ? { people } : {}),
    ...(workspace ? { workspace } : {}),
    async between(standIn) {
      proxy = await startSlackProxy(standIn.url);
      return proxy;
    },
  });
  if (!proxy) throw new Error('the world was started without its proxy');
  const { db } = world;
  const named = (what: string) => (seed === undefined ? what : `${what} (FAULT_SEED=${seed})`);
  const rows = async <T extends object>(sql: string, values: readonly unknown[] = []) =>
    (await db.query(sql, [...values])).rows as T[];

  const isBusy = async () =>
    (await rows('SELECT 1 FROM graphile_worker._private_jobs WHERE locked_at IS NOT NULL LIMIT 1')).length > 0;
  const isDue = async () =>
    (
      await rows(
        'SELECT 1 FROM graphile_worker._private_jobs WHERE attempts < max_attempts AND run_at <= now() LIMIT 1',
      )
    ).length > 0;
  /** Until the queue has done what is due: a condition that is asked for, as its end is nowhere announced. */
  const quiet = async () => {
    for (let asked = 0; asked < 2_000 && ((await isBusy()) || (await isDue())); asked += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const passTime = async () => {
    world.advance({ minutes: STEP_MINUTES });
    await world.app().tick();
    await db.query(MAKE_JOBS_DUE);
    await db.query(`UPDATE graphile_worker._private_jobs SET attempts = 0 WHERE locked_at IS NULL AND attempts > 0`);
    await quiet();
  };
  const until: FaultyWorld['until'] = async (find, what) => {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const found = await find();
      if (found) return found;
      await passTime();
    }
    throw new Error(
      `${named(what)} did not come. Last calls: ${JSON.stringify(world.standIn.calls().slice(-6))}. Owed: ${JSON.stringify(await rows(OWED))}`,
    );
  };

  return {
    ...world,
    proxy,
    rows,
    until,
    allDelivered: async () => void (await until(async () => (await rows(OWED)).length === 0, 'the last message')),
    async findWrongPosts() {
      const posts = await rows<StoredPost>(POSTS);
      const messages = world.standIn.messages().filter((one) => one.channel.startsWith('C') && keyOf(one));
      const stored = new Set(posts.flatMap(keysOf));
      const strangers = messages.filter((one) => !stored.has(keyOf(one) ?? ''));
      return [
        ...posts.flatMap((post) => wrongWith(post, messages)),
        ...strangers.map(({ ts, text }) => `a message that nobody owes stands at ${ts}: ${text.slice(0, 60)}`),
      ].map(named);
    },
  };
}

type StoredPost = { readonly purpose: string; readonly channelId: string; readonly sentTs: readonly string[] };

const OWED = `SELECT purpose, "holdReason", "sendingPart", revision, "deliveredRevision" FROM "Post"
  WHERE "deliveredRevision" < revision AND "holdReason" IS DISTINCT FROM 'failed'`;
const POSTS = `SELECT purpose, "channelId", "sentTs" FROM "Post" WHERE "channelId" LIKE 'C%'`;

/** The mark that the app puts into the metadata of each message. */
export function keyOf({ metadata }: Pick<Message, 'metadata'>): string | undefined {
  return metadata?.event_payload.key as string | undefined;
}

function keysOf({ purpose, sentTs }: StoredPost): string[] {
  return sentTs.map((_, part) => messageKey({ workspaceId: TEAM_ID, purpose, part }));
}

function wrongWith(post: StoredPost, messages: readonly Message[]): string[] {
  return keysOf(post).flatMap((key, part) => {
    const standing = messages.filter((one) => keyOf(one) === key).map(({ ts }) => ts);
    const isRight = standing.length === 1 && standing[0] === post.sentTs[part];
    return isRight
      ? []
      : [`${post.purpose}[${part}], stored at ${post.sentTs[part]}, stands in Slack at [${standing.join(', ')}]`];
  });
}

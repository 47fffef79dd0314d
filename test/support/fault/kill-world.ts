import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { agencyWorkspace, BOT, PEOPLE, type PersonName, TEAM_CHANNEL } from '../../../demo/sample-agency.ts';
import { createDriver, type Driver } from '../../../demo/stand-in/driver.ts';
import { type StandIn, startStandIn } from '../../../demo/stand-in/stand-in.ts';
import { createReader } from '../../../demo/terminal.ts';
import { type Messages, translate } from '../../../src/i18n/index.ts';
import { withUtc } from '../../../src/storage/database-url.ts';
import { MAKE_JOBS_DUE } from '../jobs-put-off.ts';
import { type AppProcess, type AppStart, startAppProcess } from './kill-app.ts';
import { createKillClock, type KillClock } from './kill-clock.ts';
import { startKillProxy, type Traffic } from './kill-proxy.ts';
import { type DatabaseKind, openKillableDatabase } from './kill-servers.ts';

export const TEAM = ['mara', 'omar', 'lena', 'tom', 'ira'] as const satisfies readonly PersonName[];
export type Teammate = (typeof TEAM)[number];

/** What dies next, and when: after so many more times that something passes between Slack and the app, or that a message was posted. */
export type Kill = {
  readonly what: 'app' | 'database';
  readonly counting: 'traffic' | 'posts';
  readonly after: number;
  readonly delayMs: number;
};

export type KillWorld = {
  readonly kind: DatabaseKind;
  readonly standIn: StandIn;
  readonly driver: Driver;
  readonly reader: ReturnType<typeof createReader>;
  readonly t: Messages;
  /** Everything the app logged, in all its lives. */
  readonly logs: readonly string[];
  /** Reads the database, as soon as it can be read. */
  query(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Kills one after another, each armed when what the one before broke is whole again. */
  arm(kills: readonly Kill[]): void;
  /** No further kills; gives what was killed. */
  disarm(): Kill['what'][];
  /** Resolves when nothing is broken; throws when something did not come back. */
  whole(): Promise<void>;
  /** Which life of the app this is. */
  life(): number;
  /** As `work`, or undefined when the app dies before it ends. */
  inThisLife<T>(work: Promise<T>): Promise<T | undefined>;
  /** Lets the app's time pass and has it do what is due. */
  passTime(ms: number): Promise<void>;
  now(): Date;
  /** Purposes whose outcome nobody could know after a kill, once for each claim that was open. */
  readonly unknown: readonly string[];
  close(): Promise<void>;
};

/** Longer than an outcome stays unknown (docs/decisions/002-outbox.md). */
const SETTLED_AFTER_MS = 30_000;
const PATIENCE_MS = 60_000;

/** How the app is started, and the time it lives in. */
export type AppKind = {
  readonly launch: (start: AppStart) => Promise<AppProcess>;
  readonly clock: KillClock;
  /** How long jobs that a tick added are left to run. */
  readonly tickPauseMs: number;
};

/** The app with a clock that the test sets, and in a hurry. */
function hurriedApp(): AppKind {
  return { launch: startAppProcess, clock: createKillClock(), tickPauseMs: 20 };
}

/** The app in a process of its own, between a stand-in Slack and a database that are both real and that it may lose. */
export async function startKillWorld(
  kind: DatabaseKind,
  { launch: start, clock, tickPauseMs } = hurriedApp(),
): Promise<KillWorld> {
  const workspace = agencyWorkspace('en');
  const [team] = workspace.channels;
  if (team?.id !== TEAM_CHANNEL) throw new Error('the first channel is the team’s');
  team.members = [...TEAM.map((name) => PEOPLE[name].id), BOT.botUserId];
  const [standIn, database] = await Promise.all([startStandIn({ workspace }), openKillableDatabase(kind)]);
  let onTraffic = async (_traffic: Traffic | 'delivery') => {};
  const proxy = await startKillProxy({
    apiUrl: standIn.slackApiUrl,
    toReal: clock.toReal,
    onTraffic: (traffic) => onTraffic(traffic),
  });
  standIn.setEnvelopeHook(() => {
    void onTraffic('delivery');
    return 'deliver';
  });
  const logs: string[] = [];
  const env = {
    ...database.env,
    SLACK_BOT_TOKEN: BOT.botToken,
    SLACK_APP_TOKEN: BOT.appToken,
    SLACK_API_URL: proxy.apiUrl,
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  };
  const launch = () => start({ env, aheadMs: clock.aheadMs(), log: (line) => logs.push(line) });
  let app: AppProcess = await launch();
  let life = 1;
  const db = new pg.Pool({ connectionString: withUtc(app.databaseUrl), max: 2, connectionTimeoutMillis: 2_000 });
  db.on('error', () => undefined);
  db.on('connect', (client) => client.on('error', () => undefined));

  async function query(sql: string, values: readonly unknown[] = []) {
    const rows = await until('the database to answer', async () => {
      try {
        return (await db.query<Record<string, unknown>>(sql, [...values])).rows;
      } catch (error) {
        if (isOutage(error)) return undefined;
        throw error;
      }
    });
    return rows;
  }

  const unknown: string[] = [];
  const claims = new Set<string>();
  async function noteUnknown() {
    const sql = 'SELECT purpose, "sendingPart", "sendingSince"::text FROM "Post" WHERE "sendingPart" IS NOT NULL';
    for (const row of await query(sql)) {
      const claim = JSON.stringify(row);
      // One that is still open at the next kill is no further message.
      if (!claims.has(claim)) unknown.push(String(row.purpose));
      claims.add(claim);
    }
  }

  async function strike({ what, delayMs }: Kill): Promise<void> {
    if (delayMs > 0) await wait(delayMs);
    if (what === 'database') return database.kill();
    app.kill();
    await app.ended;
  }

  async function mend({ what }: Kill): Promise<void> {
    if (what === 'database') await database.start();
    // Slack may still be at work on a call whose caller is gone: what it does by then is what can be found.
    await until('calls to come to an end', async () => proxy.inFlight() === 0 || undefined);
    await noteUnknown();
    clock.advance(SETTLED_AFTER_MS);
    if (what === 'database') await app.tick(clock.aheadMs());
    else {
      app = await launch();
      life += 1;
    }
    await query(MAKE_JOBS_DUE);
  }

  let queue: Kill[] = [];
  let killed: Kill['what'][] = [];
  let mending: Promise<void> | null = null;
  let failure: unknown = null;
  const nothingDies = async () => {};
  function armNext() {
    const kill = queue.shift();
    if (!kill) return;
    let left = kill.after;
    onTraffic = async (traffic) => {
      if (kill.counting === 'posts' && traffic !== 'post') return;
      left -= 1;
      if (left > 0) return;
      onTraffic = nothingDies;
      killed.push(kill.what);
      const struck = strike(kill);
      mending = struck
        .then(() => mend(kill))
        .then(armNext, (cause: unknown) => {
          failure = cause;
        })
        .finally(() => {
          mending = null;
        });
      // With a delay everything goes on, and it dies wherever it has come to by then.
      if (kill.delayMs === 0) await struck.catch(() => undefined);
    };
  }

  async function whole() {
    while (mending) await mending;
    if (failure) throw new Error('what was killed did not come back', { cause: failure });
    if (!app.isAlive()) throw new Error(`the app ended by itself:\n${logs.slice(-30).join('\n')}`);
  }

  return {
    ...{ standIn, reader: createReader(workspace), driver: createDriver(standIn), t: translate('en'), logs, unknown },
    ...{ kind, query, whole },
    arm(kills) {
      queue = [...kills];
      killed = [];
      armNext();
    },
    disarm() {
      queue = [];
      onTraffic = nothingDies;
      return killed;
    },
    life: () => life,
    inThisLife: (work) => Promise.race([work, app.ended.then(() => undefined)]),
    async passTime(ms) {
      await whole();
      clock.advance(ms);
      await app.tick(clock.aheadMs());
      await query(MAKE_JOBS_DUE);
      await wait(tickPauseMs);
      await whole();
    },
    now: clock.now,
    async close() {
      onTraffic = nothingDies;
      queue = [];
      while (mending) await mending;
      app.kill();
      await app.ended;
      await db.end();
      await database.remove();
      await proxy.stop();
      await standIn.stop();
    },
  };
}

/** Asks until there is an answer, for a minute at most. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadlineMs = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > deadlineMs) throw new Error(`waited a minute for ${what}`);
    await wait(20);
  }
}

function isOutage(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P02', '57P03'].includes(code) ||
    /terminated|timeout exceeded/i.test(message)
  );
}

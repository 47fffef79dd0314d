import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect } from 'vitest';
import { agencyWorkspace, BOT, PEOPLE, type PersonName } from '../../../demo/sample-agency.ts';
import { createDriver, type Driver } from '../../../demo/stand-in/driver.ts';
import { type StandIn, startStandIn } from '../../../demo/stand-in/stand-in.ts';
import type { WorkspaceSpec } from '../../../demo/stand-in/workspace.ts';
import { createReader } from '../../../demo/terminal.ts';
import { type ParleyApp, startApp } from '../../../src/app.ts';
import type { Language } from '../../../src/domain/language.ts';
import { type Messages, translate } from '../../../src/i18n/index.ts';
import { createLogger } from '../../../src/ops/logging.ts';
import { withUtc } from '../../../src/storage/database-url.ts';
import { createTestDatabase } from '../database.ts';

/** A Tuesday, ten in the morning in Berlin: the workspace's zone. */
export const TUESDAY_MORNING = '2026-11-24T09:00:00Z';

export type WorldOptions = {
  readonly language?: Language;
  /** The members of the team's channel; everybody unless given. */
  readonly people?: readonly PersonName[];
  /** Changes the workspace before anything starts. */
  readonly workspace?: (spec: WorkspaceSpec) => void;
  /** A database of the test's own; it is not dropped at the end. */
  readonly databaseUrl?: string;
  /** Serves the pages for operations on a free port; their address is `app().opsUrl`. */
  readonly hasOps?: boolean;
  /** What stands between the app and Slack: the address the app is given instead. It is closed after the apps. */
  readonly between?: (standIn: StandIn) => Promise<{ readonly slackApiUrl: string; close(): Promise<void> }>;
};

export type E2eWorld = {
  readonly standIn: StandIn;
  readonly driver: Driver;
  readonly t: Messages;
  readonly reader: ReturnType<typeof createReader>;
  readonly db: pg.Pool;
  /** The app that was started last. */
  app(): ParleyApp;
  /** Starts one more app on the same database and the same Slack. */
  startApp(): Promise<ParleyApp>;
  stopApp(app?: ParleyApp): Promise<void>;
  now(): Date;
  /** Moves the clock of all apps; it goes on from there. */
  advance(time: { minutes?: number; days?: number }): void;
  /** Every log line so far, at all levels. */
  logs(): readonly string[];
  /** Slack had nothing to complain about, and no error was logged. */
  expectClean(): void;
  close(): Promise<void>;
};

/** The stand-in Slack, a database and the real app between them, with a clock that the test moves. */
export async function startWorld(options: WorldOptions = {}): Promise<E2eWorld> {
  const { language = 'en' } = options;
  const workspace = workspaceOf(options, language);
  const [standIn, database] = await Promise.all([startStandIn({ workspace }), openDatabase(options.databaseUrl)]);
  const between = await options.between?.(standIn);
  const db = new pg.Pool({ connectionString: withUtc(database.url), max: 2 });
  db.on('error', () => undefined);
  const lines: string[] = [];
  const clock = createMovableClock(TUESDAY_MORNING);
  const encryptionKey = randomBytes(32);
  const apps: ParleyApp[] = [];
  const launch = async () => {
    const app = await startApp({
      slack: {
        mode: 'socket',
        botToken: BOT.botToken,
        appToken: BOT.appToken,
        apiUrl: (between ?? standIn).slackApiUrl,
      },
      databaseUrl: database.url,
      encryptionKey,
      defaults: { language, timeZone: 'Europe/Berlin', managerIds: [], hourlyCost: 60, currency: 'EUR' },
      logger: createLogger({ level: 'debug', destination: { write: (line: string) => void lines.push(line) } }),
      clock: clock.now,
      postIntervalMs: 5,
      cardDelayMs: 30,
      homeDelayMs: 30,
      homeIntervalMs: 5,
      ops: options.hasOps ? { host: '127.0.0.1', port: 0 } : null,
    });
    apps.push(app);
    return app;
  };
  const lastApp = () => {
    const app = apps.at(-1);
    if (!app) throw new Error('no app runs: start one with startApp()');
    return app;
  };
  const stopApp = async (app = lastApp()) => {
    apps.splice(apps.indexOf(app), 1);
    await app.stop();
  };
  await launch();
  return {
    standIn,
    driver: createDriver(standIn),
    t: translate(language),
    reader: createReader(workspace),
    db,
    app: lastApp,
    startApp: launch,
    stopApp,
    ...clock,
    logs: () => lines,
    expectClean() {
      expect(standIn.violations()).toEqual([]);
      expect(lines.filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
    },
    async close() {
      for (const app of [...apps]) await stopApp(app);
      await between?.close();
      await standIn.stop();
      await db.end();
      await database.drop();
    },
  };
}

function workspaceOf({ people, workspace }: WorldOptions, language: Language): WorkspaceSpec {
  const spec = agencyWorkspace(language);
  if (people) {
    const [team] = spec.channels;
    if (team) team.members = [...people.map((name) => PEOPLE[name].id), BOT.botUserId];
  }
  workspace?.(spec);
  return spec;
}

async function openDatabase(url: string | undefined) {
  return url === undefined ? createTestDatabase() : { url, drop: async () => undefined };
}

function createMovableClock(start: string) {
  const startedAt = Date.now();
  let aheadMs = Date.parse(start) - startedAt;
  return {
    now: () => new Date(Date.now() + aheadMs),
    advance({ minutes = 0, days = 0 }: { minutes?: number; days?: number }) {
      aheadMs += minutes * 60_000 + days * 24 * 60 * 60_000;
    },
  };
}

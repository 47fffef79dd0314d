import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect } from 'vitest';
import { type ParleyApp, startApp } from '../../../src/app.ts';
import { type Messages, translate } from '../../../src/i18n/index.ts';
import { createLogger } from '../../../src/ops/logging.ts';
import { withUtc } from '../../../src/storage/database-url.ts';
import { createTestDatabase } from '../database.ts';
import { findFreePort } from '../free-port.ts';
import { MAKE_JOBS_DUE } from '../jobs-put-off.ts';
import { type Emulated, startEmulator } from './emulator.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { readManifestScopes, SCOPES_OF } from './manifest-scopes.ts';
import { createPeople, type People } from './people.ts';
import { createSignedSender, type Sender } from './signed-request.ts';

/** A Tuesday, ten in the morning in Berlin. */
export const TUESDAY_MORNING = '2026-03-03T09:00:00Z';

/** Slack shows an error when an answer takes longer. */
const ACK_WITHIN_MS = 3_000;

export type HttpWorld = {
  readonly emulator: Emulated;
  readonly gateway: Gateway;
  readonly sender: Sender;
  readonly people: People;
  /** The private channel of everybody. */
  readonly channel: string;
  readonly db: pg.Pool;
  readonly t: Messages;
  readonly signingSecret: string;
  readonly appUrl: string;
  readonly scopes: readonly string[];
  advance(time: { minutes: number }): void;
  /** The minute's work, and all jobs that were put off. */
  tick(): Promise<void>;
  /** One more app at the same address. */
  startAnother(): Promise<ParleyApp>;
  /** One more app at an address of its own; from now on requests go to all of them in turn. */
  addReplica(): Promise<Replica>;
  /** Sends nothing more to an app, as a balancer does before a restart. */
  leaveOut(url: string): void;
  stopApp(): Promise<void>;
  logs(): readonly string[];
  /** The scopes that Slack said were missing. */
  missingScopes(): readonly string[];
  /** Slack refused nothing, every method is covered by a scope granted, every answer was in time, no error was logged. */
  expectClean(): void;
  close(): Promise<void>;
};

/** An app among several, with its address. It is stopped by the test. */
export type Replica = { readonly app: ParleyApp; readonly url: string };

export type HttpWorldOptions = {
  /** Exactly what manifest.yml requires unless given. */
  readonly scopes?: readonly string[];
};

/** The emulator with strict scopes, a database, and between them the real app behind signed HTTP. */
export async function startHttpWorld({
  scopes = readManifestScopes().required,
}: HttpWorldOptions = {}): Promise<HttpWorld> {
  const [emulator, database, port] = await Promise.all([startEmulator(scopes), createTestDatabase(), findFreePort()]);
  const gateway = await startGateway(emulator.apiUrl, scopes);
  const channel = await emulator.createChannel('northwind-team', { isPrivate: true });
  const db = new pg.Pool({ connectionString: withUtc(database.url), max: 2 });
  db.on('error', () => undefined);
  const signingSecret = randomUUID().replaceAll('-', '');
  const encryptionKey = randomBytes(32);
  const lines: string[] = [];
  let aheadMs = Date.parse(TUESDAY_MORNING) - Date.now();
  const launch = (at = port) =>
    startApp({
      slack: { mode: 'http', botToken: emulator.botToken, signingSecret, port: at, apiUrl: gateway.slackApiUrl },
      databaseUrl: database.url,
      encryptionKey,
      defaults: { language: 'en', timeZone: 'Europe/Berlin', managerIds: [], hourlyCost: 60, currency: 'EUR' },
      logger: createLogger({ level: 'debug', destination: { write: (line: string) => void lines.push(line) } }),
      clock: () => new Date(Date.now() + aheadMs),
      postIntervalMs: 2,
      cardDelayMs: 20,
      homeDelayMs: 20,
      homeIntervalMs: 5,
    });
  const app = await launch();
  const appUrl = addressOf(port);
  const urls = [appUrl];
  let sent = 0;
  const sender = createSignedSender({ url: () => urls[sent++ % urls.length] ?? appUrl, signingSecret });
  let stopped: Promise<void> | undefined;
  const stopApp = () => {
    stopped ??= app.stop();
    return stopped;
  };
  const missingScopes = () =>
    gateway.calls().flatMap(({ answer }) => (answer.error === 'missing_scope' ? [String(answer.needed)] : []));

  return {
    emulator,
    gateway,
    sender,
    people: createPeople({ emulator, gateway, sender }),
    channel,
    db,
    t: translate('en'),
    signingSecret,
    appUrl,
    scopes,
    advance({ minutes }) {
      aheadMs += minutes * 60_000;
    },
    async tick() {
      await db.query(MAKE_JOBS_DUE);
      await app.tick();
    },
    startAnother: () => launch(),
    async addReplica() {
      const at = await findFreePort();
      const replica = { app: await launch(at), url: addressOf(at) };
      urls.push(replica.url);
      return replica;
    },
    leaveOut: (url) => void urls.splice(urls.indexOf(url), 1),
    stopApp,
    logs: () => lines,
    missingScopes,
    expectClean() {
      const refused = gateway.calls().filter(({ status, answer }) => status !== 200 || answer.ok !== true);
      expect(refused).toEqual([]);
      expect(uncoveredMethods(gateway, scopes)).toEqual([]);
      expect(sender.slowestMs()).toBeLessThan(ACK_WITHIN_MS);
      expect(lines.filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
    },
    async close() {
      await stopApp();
      await gateway.close();
      await emulator.close();
      await db.end();
      await database.drop();
    },
  };
}

const addressOf = (port: number) => `http://127.0.0.1:${port}/slack/events`;

/** The methods the app called although no scope it has covers them; the emulator does not know them all. */
function uncoveredMethods(gateway: Gateway, scopes: readonly string[]): string[] {
  const methods = new Set(gateway.calls().map(({ method }) => method));
  methods.delete('response_url');
  return [...methods].filter((method) => {
    const needed = SCOPES_OF[method];
    return needed === undefined || (needed !== null && !needed.some((scope) => scopes.includes(scope)));
  });
}

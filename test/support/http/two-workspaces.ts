import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { startApp } from '../../../src/app.ts';
import { createLogger } from '../../../src/ops/logging.ts';
import { withUtc } from '../../../src/storage/database-url.ts';
import { createTestDatabase } from '../database.ts';
import { findFreePort } from '../free-port.ts';
import { CLIENT_ID, type Name, startEmulator, TEAM_ID } from './emulator.ts';
import { startGateway } from './gateway.ts';
import { readManifestScopes } from './manifest-scopes.ts';
import { createPeople } from './people.ts';
import { createSignedSender, type Sender } from './signed-request.ts';
import { startTeamRouter, type TeamRouter } from './team-router.ts';
import { TUESDAY_MORNING } from './world.ts';

export type Workspace = Awaited<ReturnType<typeof startWorkspace>>;

/** Where and with what the app is to be started. */
export type OAuthSettings = {
  readonly apiUrl: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly signingSecret: string;
  readonly clientSecret: string;
};
type Launched = { readonly tick: () => Promise<void>; readonly stop: () => Promise<void> };

/**
 * The app for several workspaces, and two that may install it: each with a Slack of its own, in which the same people work. `launchApp`
 * starts it in another way than in this process.
 */
export async function startTwoWorkspaces(launchApp?: (settings: OAuthSettings) => Promise<Launched>) {
  const [router, database, port] = await Promise.all([startTeamRouter(), createTestDatabase(), findFreePort()]);
  const db = new pg.Pool({ connectionString: withUtc(database.url), max: 3 });
  db.on('error', () => undefined);
  const [clientSecret, signingSecret] = [randomUUID().replaceAll('-', ''), randomUUID().replaceAll('-', '')];
  const encryptionKey = randomBytes(32);
  const lines: string[] = [];
  let aheadMs = Date.parse(TUESDAY_MORNING) - Date.now();
  const clock = () => new Date(Date.now() + aheadMs);
  const settings = { apiUrl: router.slackApiUrl, port, databaseUrl: database.url, signingSecret, clientSecret };
  const launchHere = () =>
    startApp({
      slack: {
        ...{ mode: 'http', signingSecret, port, apiUrl: router.slackApiUrl },
        oauth: { clientId: CLIENT_ID, clientSecret, redirectUri: null },
      },
      databaseUrl: database.url,
      encryptionKey,
      defaults: { language: 'en', timeZone: 'UTC', managerIds: [], hourlyCost: 60, currency: 'EUR' },
      logger: createLogger({ level: 'debug', destination: { write: (line: string) => void lines.push(line) } }),
      ...{ clock, postIntervalMs: 2, cardDelayMs: 20, homeDelayMs: 20, homeIntervalMs: 5 },
    });
  const launch = (): Promise<Launched> => (launchApp ? launchApp(settings) : launchHere());
  let app = await launch();
  const appUrl = `http://127.0.0.1:${port}`;
  const sender = createSignedSender({ url: `${appUrl}/slack/events`, signingSecret });
  const parts = { router, sender, appUrl, clientSecret };
  const [first, second] = [await startWorkspace(TEAM_ID, parts), await startWorkspace('T000000002', parts)];

  return {
    ...{ first, second, router, sender, db, clock, appUrl },
    advance({ minutes }: { minutes: number }) {
      aheadMs += minutes * 60_000;
    },
    tick: () => app.tick(),
    logs: () => lines.join(''),
    /** The app ends and begins again: it remembers nothing that is not in the database. */
    async restart() {
      await app.stop();
      app = await launch();
    },
    async close() {
      await app.stop();
      for (const { gateway, emulator } of [first, second]) {
        await gateway.close();
        await emulator.close();
      }
      await router.close();
      await db.end();
      await database.drop();
    },
  };
}

type Parts = {
  readonly router: TeamRouter;
  readonly sender: Sender;
  readonly appUrl: string;
  readonly clientSecret: string;
};

async function startWorkspace(teamId: string, { router, sender, appUrl, clientSecret }: Parts) {
  const { required, optional } = readManifestScopes();
  const emulator = await startEmulator([...required, ...optional], clientSecret);
  const gateway = await startGateway(emulator.apiUrl, [...required, ...optional]);
  const channel = await emulator.createChannel('clients-internal', { isPrivate: true });
  const people = createPeople({ emulator, gateway, sender, teamId });

  /** Somebody follows the link to Slack and agrees; `change` is what somebody else would change on the way back. */
  async function install(
    change: (back: URL, cookie: string) => string = (_, cookie) => cookie,
    by: Name = 'mara',
  ): Promise<Response> {
    const begun = await fetch(new URL('/slack/install', appUrl), { redirect: 'manual' });
    const asked = new URL(begun.headers.get('location') ?? '').searchParams;
    const back = await emulator.authorize(emulator.idOf(by), {
      scope: asked.get('scope') ?? '',
      state: asked.get('state') ?? '',
      redirectUri: `${appUrl}/slack/oauth_redirect`,
    });
    router.expectCode(back.searchParams.get('code') ?? '', { teamId, slackApiUrl: gateway.slackApiUrl });
    const cookie = change(back, (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
    return fetch(back, { headers: { cookie }, redirect: 'manual' });
  }

  return {
    ...{ teamId, emulator, gateway, channel, people, install },
    /** What the app says or asks here, as text to be searched. */
    said: () => JSON.stringify(gateway.calls().map(({ method, args }) => [method, args])),
    /** Slack tells of something about the installation. */
    tell: (event: object, at: Date) =>
      sender.event({
        ...{ type: 'event_callback', team_id: teamId, event_id: randomUUID(), event },
        event_time: Math.floor(at.getTime() / 1000),
      }),
  };
}

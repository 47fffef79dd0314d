import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as turn } from 'node:timers/promises';
import { createTestDatabase } from '../database.ts';
import { findFreePort } from '../free-port.ts';
import { startEmulator } from '../http/emulator.ts';
import { startGateway } from '../http/gateway.ts';
import { readManifestScopes } from '../http/manifest-scopes.ts';
import { createPeople } from '../http/people.ts';
import { createSignedSender } from '../http/signed-request.ts';
import { TUESDAY_MORNING } from '../http/world.ts';
import { type HostileProcess, startHostileProcess } from './hostile-process.ts';

export type HostileWorld = Awaited<ReturnType<typeof startHostileWorld>>;

/** Emulator, database, and the real app in a process of its own behind signed HTTP, with every line of its log. */
export async function startHostileWorld({ logLevel = 'trace' } = {}) {
  const scopes = readManifestScopes().required;
  const [emulator, test, port] = await Promise.all([startEmulator(scopes), createTestDatabase(), findFreePort()]);
  const gateway = await startGateway(emulator.apiUrl, scopes);
  const channel = await emulator.createChannel('northwind-team', { isPrivate: true });
  const signingSecret = randomUUID().replaceAll('-', '');
  const encryptionKey = randomBytes(32).toString('hex');
  const lines: string[] = [];
  const aheadMs = Date.parse(TUESDAY_MORNING) - Date.now();
  const appUrl = `http://127.0.0.1:${port}/slack/events`;
  const sender = createSignedSender({ url: appUrl, signingSecret });
  const launch = (keys: { encryptionKey?: string; previousKeys?: readonly string[] } = {}): Promise<HostileProcess> =>
    startHostileProcess(
      {
        ...{ databaseUrl: test.url, slackApiUrl: gateway.slackApiUrl, botToken: emulator.botToken },
        ...{ signingSecret, port, encryptionKey, previousKeys: [], aheadMs, logLevel, postIntervalMs: 2, ...keys },
      },
      (line) => void lines.push(line),
    );
  let app = await launch();
  return {
    ...{ emulator, gateway, channel, sender, appUrl, signingSecret, encryptionKey },
    /** What `createReview` of the HTTP support wants. */
    people: createPeople({ emulator, gateway, sender }),
    pool: test.database.pool,
    database: test.database,
    /** Texts that must never be seen outside. */
    secrets: [signingSecret, encryptionKey, Buffer.from(encryptionKey, 'hex').toString('base64'), emulator.botToken],
    logs: (): readonly string[] => lines,
    app: () => app,
    /** Starts the app anew, perhaps with other keys. */
    async restart(keys: Parameters<typeof launch>[0] = {}) {
      if (app.isAlive()) await app.stop();
      app = await launch(keys).catch((error: unknown) => {
        throw new Error(`${String(error)}: ${lines.slice(-3).join('\n')}`);
      });
    },
    /** Waits until the app has done what it acknowledged: nothing is asked of the database or of Slack any more. */
    async quiet() {
      const asked = async () => {
        const { rows } = await test.database.pool.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
        );
        return { active: rows[0]?.n ?? 0, calls: gateway.calls().length };
      };
      for (let calm = 0, before = -1; calm < 5; await turn(20)) {
        const { active, calls } = await asked();
        calm = active === 0 && calls === before ? calm + 1 : 0;
        before = calls;
      }
    },
    async close() {
      if (app.isAlive()) await app.kill();
      await gateway.close();
      await emulator.close();
      await test.drop();
    },
  };
}

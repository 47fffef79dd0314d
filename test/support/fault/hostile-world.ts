import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createTestDatabase } from '../database.ts';
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
      app = await launch(keys);
    },
    async close() {
      if (app.isAlive()) await app.kill();
      await gateway.close();
      await emulator.close();
      await test.drop();
    },
  };
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

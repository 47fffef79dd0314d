import { openProbe } from '../storage/probe.ts';
import type { Logger } from './logging.ts';
import type { PoolFigures } from './metrics.ts';
import type { OpsAddress } from './ops-server.ts';
import { readReadiness, type SlackState } from './readiness.ts';
import { readVersion } from './version.ts';
import { silentWatch, type Watch } from './watch.ts';

/** How long the database may take to answer one question of /readyz or /metrics. */
const DATABASE_WITHIN_MS = 1_000;

export type OpsOptions = {
  /** Where /healthz, /readyz and /metrics are served; null or nothing: nowhere. */
  readonly address: OpsAddress | null | undefined;
  readonly databaseUrl: string;
  readonly pool: PoolFigures;
  readonly logger: Logger;
};

export type Ops = {
  readonly watch: Watch;
  readonly url: string | null;
  /** Gives the state of the connection to Slack, once there is one to ask. */
  readonly followSlack: (read: () => SlackState) => void;
  readonly stop: () => Promise<void>;
};

/** Starts what operators look at, first of all, so that a start that hangs can be seen. Without an address it costs nothing. */
export async function startOps({ address, databaseUrl, pool, logger }: OpsOptions): Promise<Ops> {
  if (!address) return { watch: silentWatch, url: null, followSlack() {}, async stop() {} };
  const [{ createMetrics }, { startOpsServer }] = await Promise.all([
    import('./metrics.ts'),
    import('./ops-server.ts'),
  ]);
  const probe = openProbe({ url: databaseUrl, limitMs: DATABASE_WITHIN_MS });
  let slackState = (): SlackState => 'starting';
  const metrics = createMetrics({
    version: readVersion(),
    readFigures: probe.readFigures,
    pool,
    isSlackConnected: () => slackState() === 'connected',
  });
  const sources = { countPendingMigrations: probe.countPendingMigrations, slackState: () => slackState() };
  try {
    const server = await startOpsServer({ address, metrics, readReadiness: () => readReadiness(sources), logger });
    return {
      watch: metrics.watch,
      url: server.url,
      followSlack(read) {
        slackState = read;
      },
      async stop() {
        await server.stop();
        await probe.close();
      },
    };
  } catch (error) {
    await probe.close();
    throw error;
  }
}

import type { Server } from 'node:http';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { createInFlight } from './in-flight.ts';

/** Under traffic that never pauses a socket is closed all the same; what runs is finished then, but cannot be answered. */
const PAUSE_WITHIN_MS = 4_000;

export type BoltToStop = {
  readonly bolt: App;
  readonly inFlight: ReturnType<typeof createInFlight>;
  /** The server of the HTTP mode; undefined in Socket Mode. */
  readonly server: Server | undefined;
};

/**
 * Takes nothing new from Slack and resolves when what it had given us is done and answered. An answer over a socket needs the socket:
 * it is closed when nothing runs, and until then what comes is served.
 */
export async function stopBolt({ bolt, inFlight, server }: BoltToStop): Promise<void> {
  if (server === undefined) {
    const late = new AbortController();
    await Promise.race([
      quiet(inFlight),
      wait(PAUSE_WITHIN_MS, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
    await bolt.stop();
  } else {
    // A connection that a proxy keeps for later would hold up the stop for seconds.
    const letGo = async () => {
      await inFlight.drained();
      server.closeIdleConnections();
    };
    await Promise.all([bolt.stop(), letGo()]);
  }
  await inFlight.drained();
}

/** Nothing runs, nor begins within one turn: what was received a moment ago is on its way to its listener. */
async function quiet(inFlight: BoltToStop['inFlight']): Promise<void> {
  do {
    await inFlight.drained();
    await turn();
  } while (inFlight.count() > 0);
}

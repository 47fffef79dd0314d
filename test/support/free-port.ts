import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that systems give to outgoing connections: one of these could take the port before its server does. */
const FROM = 10_000;
const TO = 30_000;
const MOST_TRIES = 50;

/** A loopback port that nobody listens on now, for servers that do not say which one they got. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const port = randomInt(FROM, TO);
    // On all addresses, as the servers of the tests are.
    const probe = createServer().listen(port);
    const isFree = await once(probe, 'listening').then(
      () => true,
      () => false,
    );
    probe.close();
    if (isFree) return port;
  }
  throw new Error(`no free port was found between ${FROM} and ${TO}`);
}

import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';

const failed = new WeakSet<object>();

export type RequestLog = {
  /** Puts the id of the request into each line. */
  readonly logger: Logger;
  /** Whether an error was logged with it. */
  readonly hasFailed: () => boolean;
};

/**
 * What the work of one request of Slack writes its lines with. The id is random: it tells of nobody. It goes where the logger goes:
 * an AsyncLocalStorage would bring it everywhere by itself, and doubles the price of every promise on Node 20.
 */
export function createRequestLog(logger: Logger): RequestLog {
  const requestId = randomUUID().slice(-12);
  const own = logger.child({ requestId });
  return { logger: own, hasFailed: () => hasFailed(own) };
}

/** Whether an error was logged with the logger of a request. */
export function hasFailed(logger: object): boolean {
  return failed.has(logger);
}

/** Notes that an error was logged with a logger. */
export function noteFailure(logger: object): void {
  failed.add(logger);
}

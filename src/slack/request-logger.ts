import type { Context } from '@slack/bolt';
import type { Logger } from '../ops/logging.ts';

const KEY = 'requestLogger';

/** The entry of Bolt's context that holds the logger of the request. */
export function loggerEntry(logger: Logger): Record<string, Logger> {
  return { [KEY]: logger };
}

/** The logger of the request, where it has one. */
export function loggerOf(context: Pick<Context, string>): Logger | undefined {
  return context[KEY];
}

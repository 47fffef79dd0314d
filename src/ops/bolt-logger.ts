import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from './logging.ts';

/**
 * Our logger in the shape Bolt wants. Debug lines are dropped, since Bolt puts whole requests into them; of the rest
 * only strings and errors are kept, and other values are named by their type.
 */
export function createBoltLogger(logger: Logger): BoltLogger {
  let target = logger.child({ from: 'bolt' });
  let boltLevel = LogLevel.INFO;
  return {
    debug: () => undefined,
    info: (...parts: unknown[]) => target.info(...boltLine(parts)),
    warn: (...parts: unknown[]) => target.warn(...boltLine(parts)),
    error: (...parts: unknown[]) => target.error(...boltLine(parts)),
    // Bolt calls this with its own default; which lines are written stays with our level.
    setLevel: (level) => {
      boltLevel = level;
    },
    getLevel: () => boltLevel,
    setName: (name) => {
      target = logger.child({ from: name });
    },
  };
}

function boltLine(parts: readonly unknown[]): [fields: { err?: Error }, text: string] {
  const err = parts.find((part) => part instanceof Error);
  const rest = parts.filter((part) => part !== err);
  const text = rest.map((part) => (typeof part === 'string' ? part : `(${typeof part})`)).join(' ');
  return [err ? { err } : {}, text || (err?.message ?? '')];
}

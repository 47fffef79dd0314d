import { createTask } from 'node-cron';
import { type Logger, silentLogger } from '../storage/logger.ts';

export type ClockOptions = {
  /** Asks the database what is due at `now`. A minute that was missed is made up for by the next one. */
  tick: (now: Date) => Promise<void>;
  now?: () => Date;
  logger?: Logger;
};

export type Clock = {
  /** Ticks once, after one that is running: what is due when this is called is done when it resolves. Never rejects. */
  tickNow(): Promise<void>;
  /** Resolves when a running tick has ended. */
  stop(): Promise<void>;
};

/** Ticks at every full minute. Ticks of one process never overlap; their errors are logged. */
export function startClock({ tick, now = () => new Date(), logger = silentLogger }: ClockOptions): Clock {
  let running: Promise<void> | undefined;
  let isStopped = false;
  const tickUnlessRunning = () => {
    running ??= runTick().finally(() => {
      running = undefined;
    });
    return running;
  };
  const tickNow = async () => {
    if (running) await running;
    if (!isStopped) await tickUnlessRunning();
  };
  const runTick = async () => {
    try {
      await tick(now());
    } catch (error) {
      logger.error({ err: error }, 'the tick failed; the next one makes up for it');
    }
  };
  const task = createTask('* * * * *', () => void tickUnlessRunning(), {
    logger: toCronLogger(logger),
    timezone: 'UTC',
  });
  void task.start();
  return {
    tickNow,
    async stop() {
      isStopped = true;
      await task.destroy();
      await running;
    },
  };
}

/** A late minute is no event here: being due is a matter of the database. */
function toCronLogger(logger: Logger) {
  const debug = (message: string | Error) => logger.debug({}, String(message));
  return { debug, info: debug, warn: debug, error: debug };
}

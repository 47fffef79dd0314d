import { Logger as JobsLogger } from 'graphile-worker';
import type { Logger } from './logger.ts';

/** The job queue's logger on top of ours. Its everyday remarks (a worker spawned, a job done) are details to us. */
export function createJobsLogger(logger: Logger): JobsLogger {
  return new JobsLogger((scope) => (level, message, meta) => {
    const error = meta?.error ?? meta?.fatalError;
    const fields = { ...scope, ...(error ? { err: error } : {}) };
    if (level === 'error') logger.error(fields, message);
    else if (level === 'warning') logger.warn(fields, message);
    else logger.debug(fields, message);
  });
}

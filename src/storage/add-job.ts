import type { Prisma } from './generated/client.ts';

export type NewJob = {
  task: string;
  payload: object;
  /** Jobs of one queue run one after another, in the order of their due times. */
  queueName?: string;
  /** A waiting job with the same key is replaced by this one; a running one is followed by it. */
  jobKey?: string;
  /** `replace` (default) takes the new due time, `preserve_run_at` keeps the earlier one, `unsafe_dedupe` drops the new job. */
  jobKeyMode?: 'replace' | 'preserve_run_at' | 'unsafe_dedupe';
  /** Now unless given: jobs added one after another in one transaction are due one after another. */
  runAt?: Date;
  /** How often the job is tried in all, with growing pauses; 25 unless given. */
  maxAttempts?: number;
};

/**
 * Adds a job in the transaction of the change that calls for it: both are committed or neither is.
 * The payload is stored in clear text until the job is done: ids only, never the author of a private answer.
 */
export async function addJob(tx: Pick<Prisma.TransactionClient, '$executeRaw'>, job: NewJob): Promise<void> {
  const runAt = job.runAt?.toISOString() ?? null;
  // The library's default is the start of the transaction, and jobs of one queue that are due at the same time run in any order.
  await tx.$executeRaw`SELECT graphile_worker.add_job(
    ${job.task}, ${JSON.stringify(job.payload)}::json, queue_name => ${job.queueName ?? null}::text,
    run_at => coalesce(${runAt}::timestamptz, clock_timestamp()), max_attempts => ${job.maxAttempts ?? null}::int,
    job_key => ${job.jobKey ?? null}::text, job_key_mode => ${job.jobKeyMode ?? 'replace'}::text)`;
}

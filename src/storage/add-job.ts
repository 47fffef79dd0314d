import type { Prisma } from './generated/client.ts';

export type NewJob = {
  task: string;
  payload: object;
  /** Jobs of one queue run one after another, in the order of their due times. */
  queueName?: string;
  /** A waiting job with the same key is replaced by this one; a running one is followed by it. */
  jobKey?: string;
  /** From now on by the database's clock, 0 unless given: jobs added one after another in one transaction are due one after another. */
  delayMs?: number;
  /** How often the job is tried in all, with growing pauses; 25 unless given. */
  maxAttempts?: number;
  /** Of the jobs that are due the lowest comes first; 0 unless given. */
  priority?: number;
};

/** One of many jobs that are added together. */
export type JobOfMany = Omit<NewJob, 'maxAttempts' | 'jobKey'> & { jobKey: string };

/** The second attempt sees what was in the way of the first; more would need a worker to take the new job each time. */
const MAX_ATTEMPTS = 5;

type Tx = Pick<Prisma.TransactionClient, '$queryRaw'>;

/**
 * Adds a job in the transaction of the change that calls for it: both are committed or neither is.
 * The payload is stored in clear text until the job is done: ids only, never the author of a private answer.
 */
export async function addJob(tx: Tx, job: NewJob): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) if (await tryToAdd(tx, job)) return;
  throw new Error(`The job ${job.jobKey} was taken by a worker ${MAX_ATTEMPTS} times while it was added. Try again.`);
}

/** False when a worker took the waiting job of this key just then: the library adds nothing and says nothing. */
async function tryToAdd(tx: Tx, job: NewJob): Promise<boolean> {
  // The library's default is the start of the transaction, and jobs of one queue that are due at the same time run in any order.
  const [added] = await tx.$queryRaw<{ id: string | null }[]>`SELECT id::text FROM graphile_worker.add_job(
    ${job.task}, ${JSON.stringify(job.payload)}::json, queue_name => ${job.queueName ?? null}::text,
    run_at => clock_timestamp() + ${job.delayMs ?? 0}::float8 * interval '1 millisecond', max_attempts => ${job.maxAttempts ?? null}::int,
    job_key => ${job.jobKey ?? null}::text, job_key_mode => 'replace',
    priority => ${job.priority ?? 0}::int)`;
  return added !== undefined && added.id !== null;
}

/**
 * The call that adds a job, for a statement that does more: `values` stand for task, payload, queue, key and priority, in this order. It
 * gives no id where a worker took the waiting job of this key just then, see `addJob`.
 */
export function addJobCall([task, payload, queueName, jobKey, priority]: readonly string[]): string {
  return `graphile_worker.add_job((${task})::text, (${payload})::json, queue_name => (${queueName})::text, run_at => clock_timestamp(),
      job_key => (${jobKey})::text, job_key_mode => 'replace', priority => (${priority})::int)`;
}

/** Adds many jobs in one statement; each key once. Like `addJob`: a waiting job of the same key is replaced. */
export async function addJobs(tx: Tx, jobs: readonly JobOfMany[]): Promise<void> {
  const added = await tx.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.add_jobs(ARRAY(
    SELECT (task, payload, "queueName", clock_timestamp() + coalesce("delayMs", 0) * interval '1 millisecond',
      NULL, "jobKey", priority, NULL)::graphile_worker.job_spec
    FROM json_to_recordset(${JSON.stringify(jobs)}::json)
      AS job(task text, payload json, "queueName" text, "delayMs" float8, "jobKey" text, priority int)))`;
  const keys = new Set(added.map(({ key }) => key));
  // Those whose waiting job a worker took just then.
  for (const { delayMs: _, ...job } of jobs) if (!keys.has(job.jobKey)) await addJob(tx, job);
}

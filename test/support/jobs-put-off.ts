/**
 * Makes jobs due that were put off: what a test does beside moving the clock of the app, since the clock of the job queue is the
 * database's. A job that a worker has stays as it is.
 */
export const MAKE_JOBS_DUE = `
  UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL AND run_at > now()`;

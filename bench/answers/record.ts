import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { ReviewMode } from '../../src/domain/review.ts';
import { type LoadProcess, startParley } from './processes.ts';
import type { Recorded, Statement } from './recorded.ts';
import { fillTeams, type Person, planTeams } from './teams.ts';

/** What the job queue asks by itself. */
const OF_THE_QUEUE = /get_job|complete_job|fail_job|_private_jobs|known_crontabs|^(BEGIN|COMMIT|ROLLBACK|LISTEN)/i;
/** The card is refreshed 0.7 s after an answer. */
const AFTER_MS = 2_500;
const WARM_UP = 3;

type Recording = { readonly before: Recorded; readonly after: number; readonly trips: number };

/** Has a few people answer, and gives what the last of them cost the database: until the acknowledgement, and after it. */
export async function record(
  load: LoadProcess,
  { databaseUrl, apiUrl, mode }: { databaseUrl: string; apiUrl: string; mode: ReviewMode },
): Promise<Recording> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-sql-'));
  const file = join(folder, 'statements');
  const app = await startParley({
    ...{ databaseUrl, apiUrl, env: { RECORD_TO: file } },
    nodeOptions: ['--import', fileURLToPath(new URL('record-statements.ts', import.meta.url))],
  });
  const read = async () =>
    (await readFile(file, 'utf8'))
      .split('\n')
      .filter(Boolean)
      .map((line): Statement => JSON.parse(line));
  try {
    const teams = planTeams(mode, WARM_UP + 1);
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
    await fillTeams(pool, teams).finally(() => pool.end());
    const [last] = teams.answering.slice(WARM_UP);
    if (!last) throw new Error('a team has somebody left who did not answer');
    const answer = async (some: readonly Person[]) => {
      const done = await load.run({ port: app.port, people: some, seconds: 30, atOnce: 1, rate: null });
      if (done.acknowledged !== some.length) throw new Error(`an answer was refused: ${done.refused[0]}`);
    };
    await answer(teams.answering.slice(0, WARM_UP));
    await wait(AFTER_MS);
    await writeFile(file, '');
    await answer([last]);
    const trips = (await read()).filter(({ text }) => !/get_job|complete_job|LISTEN/i.test(text));
    const ours = trips.filter(({ text }) => !OF_THE_QUEUE.test(text));
    await wait(AFTER_MS);
    const all = (await read()).filter(({ text }) => !/LISTEN/i.test(text));
    const personKey = ours
      .flatMap(({ values }) => values.flat())
      .find((value): value is string => typeof value === 'string' && /^[\w-]{43}$/.test(value));
    return {
      before: { ...last, personKey: personKey ?? last.userId, statements: ours },
      after: all.length - trips.length,
      trips: trips.length,
    };
  } finally {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

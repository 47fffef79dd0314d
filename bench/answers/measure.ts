import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import type { ReviewMode } from '../../src/domain/review.ts';
import { type Bench, type BenchTools, type Figure, figure, median } from '../figure.ts';
import { startPostgres } from './postgres.ts';
import { type AppProcess, type LoadProcess, startBare, startLoad, startParley } from './processes.ts';
import { record } from './record.ts';
import { startSlackStub } from './slack-stub.ts';
import { fillTeams, type Person, planTeams } from './teams.ts';

const AT_ONCE = 32;
/** Enough lines that no request of a fixed rate waits for one. */
const LINES_AT_A_RATE = 256;
const RUNS = 3;
/** More than anybody takes in a second. */
const MOST_PER_SECOND = 4_000;
const MOST_OF_OURS = 2_000;
const WARM_UP = 2_000;

type Runner = (app: AppProcess, count: number, rate: number | null) => Promise<Run>;
type Run = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly acknowledged: number };

/** The form of the first question to its acknowledgement, over signed HTTP, committed; against Bolt and `pg` without us. */
export const answersIn = (mode: ReviewMode): Bench => ({
  title: `Answers in a review that is ${mode}: form to acknowledgement, committed`,
  async run(tools) {
    await promisify(execFile)('npm', ['run', '-s', 'build']);
    const server = await startPostgres(tools);
    const stub = await startSlackStub();
    const load = await startLoad();
    tools.say(`on ${server.name}, with fsync and synchronous_commit`);
    try {
      return await measure(tools, { createDatabase: server.createDatabase, apiUrl: stub.apiUrl, load }, mode);
    } finally {
      load.stop();
      await stub.stop();
      await server.stop();
    }
  },
});

type Place = { readonly createDatabase: () => Promise<string>; readonly apiUrl: string; readonly load: LoadProcess };

async function measure(
  tools: BenchTools,
  { createDatabase, apiUrl, load }: Place,
  mode: ReviewMode,
): Promise<Figure[]> {
  const seconds = tools.isFull ? 20 : 5;
  const mostOfARun = seconds * MOST_PER_SECOND;
  const { before: recorded, after, trips } = await record(load, { databaseUrl: await createDatabase(), apiUrl, mode });
  tools.say(
    `${mode}: ${recorded.statements.length} statements in ${trips} round trips before the acknowledgement, ${after} after it`,
  );
  const teams = planTeams(mode, WARM_UP + 2 * RUNS * seconds * MOST_OF_OURS);
  const apps: AppProcess[] = [];
  const pools: pg.Pool[] = [];
  const start = async (starting: Promise<AppProcess>) => {
    const app = await starting;
    apps.push(app);
    return app;
  };
  try {
    const place = async () => {
      const databaseUrl = await createDatabase();
      const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
      pools.push(pool);
      return { databaseUrl, pool };
    };
    const [own, other] = [await place(), await place()];
    await other.pool.query('CREATE TABLE bare_answer (review_id uuid, user_id text, content jsonb)');
    // Before there are any reviews: at its start the app brings every open card up to date, which is not what is measured.
    const ours = await start(
      startParley({ databaseUrl: own.databaseUrl, apiUrl, env: { LOG_LEVEL: 'info' }, isBuilt: true }),
    );
    await Promise.all([own, other].map(({ pool }) => fillTeams(pool, teams)));
    const insert = await start(startBare('bare-app.ts', { databaseUrl: other.databaseUrl }));
    const same = await start(
      startBare('bare-app.ts', { databaseUrl: other.databaseUrl, env: { RECORDED: JSON.stringify(recorded) } }),
    );
    const nobodyTwice = createTaker([...teams.answering]);
    // Whom the bare apps hear does not matter; ours takes each person once.
    const peopleFor = (app: AppProcess, count: number) =>
      app === ours ? nobodyTwice(count) : repeat(teams.answering, count);
    const run: Runner = (app, count, rate) => runOnce(load, { app, seconds, rate, people: peopleFor(app, count) });

    const found = { insert: [] as Run[], same: [] as Run[], ours: [] as Run[] };
    for (const app of apps) await run(app, WARM_UP, null);
    const counted = await countRows(own.pool);
    for (let round = 0; round < RUNS; round += 1) {
      found.insert.push(await run(insert, mostOfARun, null));
      found.same.push(await run(same, mostOfARun, null));
      found.ours.push(await run(ours, seconds * MOST_OF_OURS, null));
      tools.say(
        `${mode}, run ${round + 1}: ${show(found.insert.at(-1))} bare INSERT, ${show(found.same.at(-1))} the same statements, ${show(found.ours.at(-1))} ours`,
      );
    }
    const rate = median(found.insert.map(({ perSecond }) => perSecond)) / 2;
    const atRate = { insert: [] as Run[], ours: [] as Run[] };
    for (let round = 0; round < RUNS; round += 1) {
      atRate.insert.push(await run(insert, seconds * rate, rate));
      atRate.ours.push(await run(ours, seconds * rate, rate));
      tools.say(
        `${mode}, at ${Math.round(rate)} a second: p99 ${Math.round(atRate.insert.at(-1)?.p99 ?? 0)} ms bare INSERT, ${Math.round(atRate.ours.at(-1)?.p99 ?? 0)} ms ours`,
      );
    }
    const acknowledged = [...found.ours, ...atRate.ours].reduce((sum, one) => sum + one.acknowledged, 0);
    const committed = (await countRows(own.pool)) - counted;
    tools.say(`${mode}: ${acknowledged} acknowledged in the runs, ${committed} committed`);
    if (committed !== acknowledged) throw new Error('answers were acknowledged and are not there');
    return figuresOf(mode, found, atRate);
  } finally {
    await Promise.all(apps.map((app) => app.stop()));
    await Promise.all(pools.map((pool) => pool.end()));
  }
}

function figuresOf(
  mode: ReviewMode,
  found: Record<'insert' | 'same' | 'ours', readonly Run[]>,
  atRate: Record<'insert' | 'ours', readonly Run[]>,
): Figure[] {
  const middle = (runs: readonly Run[], key: 'perSecond' | 'p50' | 'p99') => median(runs.map((run) => run[key]));
  const ours = middle(found.ours, 'perSecond');
  const name = `answers, ${mode}`;
  return [
    figure({
      name: `${name}: against one INSERT`,
      value: ours,
      unit: '/s',
      floor: middle(found.insert, 'perSecond'),
      target: '≥ 0.2',
    }),
    figure({
      name: `${name}: against the same statements`,
      value: ours,
      unit: '/s',
      floor: middle(found.same, 'perSecond'),
      target: '≥ 0.6',
    }),
    figure({
      name: `${name}: p50, 32 at once`,
      value: middle(found.ours, 'p50'),
      unit: 'ms',
      floor: middle(found.insert, 'p50'),
    }),
    figure({
      name: `${name}: p99, 32 at once`,
      value: middle(found.ours, 'p99'),
      unit: 'ms',
      floor: middle(found.insert, 'p99'),
    }),
    figure({
      name: `${name}: p99 at half the rate of one INSERT`,
      value: middle(atRate.ours, 'p99'),
      unit: 'ms',
      floor: middle(atRate.insert, 'p99'),
      target: '≤ 4, ≤ 100 ms',
    }),
  ];
}

async function runOnce(
  load: LoadProcess,
  { app, seconds, rate, people }: { app: AppProcess; seconds: number; rate: number | null; people: readonly Person[] },
): Promise<Run> {
  const atOnce = rate === null ? AT_ONCE : LINES_AT_A_RATE;
  const result = await load.run({ port: app.port, people, seconds, atOnce, rate });
  if (rate === null && result.refused.length > 0) throw new Error(`answers were refused: ${result.refused[0]}`);
  const sorted = [...result.latencies].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return {
    perSecond: result.acknowledged / result.seconds,
    p50: at(0.5),
    p99: at(0.99),
    acknowledged: result.acknowledged,
  };
}

/** Each person once. */
function createTaker(people: Person[]): (count: number) => Person[] {
  return (count) => people.splice(0, Math.ceil(count));
}

const repeat = (people: readonly Person[], count: number) =>
  Array.from({ length: Math.ceil(count) }, (_, i) => people[i % people.length] as Person);

async function countRows(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: string }>('SELECT count(*) FROM "Answer"');
  return Number(rows[0]?.count);
}

const show = (run: Run | undefined) => `${Math.round(run?.perSecond ?? 0)}/s (p99 ${Math.round(run?.p99 ?? 0)} ms)`;

import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { SIGNING_SECRET } from '../answers/form-body.ts';
import { startPostgres } from '../answers/postgres.ts';
import { type AppProcess, startBare, startLoad, startParley } from '../answers/processes.ts';
import { startSlackStub } from '../answers/slack-stub.ts';
import { fillTeams, type Person, planTeams } from '../answers/teams.ts';
import { type Bench, figure, median } from '../figure.ts';

const SAMPLES = 10;

type Memory = { readonly rss: number; readonly heapUsed: number };

/** What the app holds when nothing happens, and after many answers; against Bolt and a Prisma client that took as many. */
export const bench: Bench = {
  title: 'Resident memory',
  async run(tools) {
    const answers = tools.isFull ? 100_000 : 10_000;
    await promisify(execFile)('npm', ['run', '-s', 'build']);
    const server = await startPostgres(tools);
    const stub = await startSlackStub();
    const load = await startLoad();
    const databaseUrl = await server.createDatabase();
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
    const nodeOptions = [
      '--expose-gc',
      '--import',
      fileURLToPath(new URL('../answers/memory-probe.mjs', import.meta.url)),
    ];
    const apps: AppProcess[] = [];
    try {
      await pool.query('CREATE TABLE bare_answer (user_id text, content jsonb)');
      const teams = planTeams('private', answers);
      const start = { databaseUrl, nodeOptions, isBuilt: true };
      const bare = await startBare('bare-memory.mjs', { ...start, env: { SLACK_SIGNING_SECRET: SIGNING_SECRET } });
      const ours = await startParley({ ...start, apiUrl: stub.apiUrl });
      apps.push(bare, ours);
      await fillTeams(pool, teams);
      const take = async (app: AppProcess, people: readonly Person[]) => {
        const done = await load.run({ port: app.port, people, seconds: 600, atOnce: 32, rate: null });
        if (done.acknowledged !== people.length) throw new Error(`an answer was refused: ${done.refused[0]}`);
      };
      const idle = { bare: await memoryOf(bare), ours: await memoryOf(ours) };
      const heaps: number[] = [];
      const rss = { bare: [] as number[], ours: [] as number[] };
      for (let i = 0; i < SAMPLES; i += 1) {
        const part = teams.answering.slice((i * answers) / SAMPLES, ((i + 1) * answers) / SAMPLES);
        await take(bare, part);
        await take(ours, part);
        const after = { bare: await memoryOf(bare), ours: await memoryOf(ours) };
        heaps.push(after.ours.heapUsed);
        rss.bare.push(after.bare.rss);
        rss.ours.push(after.ours.rss);
        tools.say(
          `after ${(i + 1) * part.length}: ${Math.round(after.ours.rss)} MB, of it ${after.ours.heapUsed.toFixed(1)} MB on the heap; bare: ${Math.round(after.bare.rss)} MB`,
        );
      }
      const perSample = slopeOf(heaps.slice(SAMPLES / 2));
      return [
        figure({ name: 'memory (RSS), idle', value: idle.ours.rss, unit: 'MB', floor: idle.bare.rss, target: '≤ 1.5' }),
        figure({
          name: `memory (RSS) after ${answers} answers`,
          // It goes up and down with the collector: the middle of the second half.
          value: median(rss.ours.slice(SAMPLES / 2)),
          unit: 'MB',
          floor: median(rss.bare.slice(SAMPLES / 2)),
          target: '≤ 1.5',
        }),
        figure({
          name: 'growth of the heap for 1,000 answers, second half',
          value: (perSample * SAMPLES * 1000) / answers,
          unit: 'MB',
          target: 'none',
        }),
      ];
    } finally {
      await Promise.all(apps.map((app) => app.stop()));
      load.stop();
      await pool.end();
      await stub.stop();
      await server.stop();
    }
  },
};

async function memoryOf({ child }: AppProcess): Promise<Memory> {
  const answered = once(child, 'message');
  child.send('memory');
  const [memory] = (await answered) as [Memory];
  return memory;
}

/** By how much a row of samples rises from one to the next, by least squares. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const rise = values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0);
  return rise / values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
}

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startBare, startParley } from '../answers/processes.ts';
import { startSlackStub } from '../answers/slack-stub.ts';
import { type Bench, figure, median } from '../figure.ts';

const ROUNDS = 5;

/** From the start of the built program to "ready", on an embedded database that has data already. */
export const bench: Bench = {
  title: 'Start to ready, embedded database with data',
  async run({ say }) {
    await promisify(execFile)('npm', ['run', '-s', 'build']);
    const dataDir = await mkdtemp(join(tmpdir(), 'parley-bench-start-'));
    const stub = await startSlackStub();
    const start = { databaseUrl: '', env: { DATA_DIR: dataDir }, isBuilt: true };
    const once = async (begin: () => ReturnType<typeof startBare>) => {
      const from = performance.now();
      const app = await begin();
      const ms = performance.now() - from;
      await app.stop();
      return ms;
    };
    const ours = () => once(() => startParley({ ...start, apiUrl: stub.apiUrl }));
    const bare = () => once(() => startBare('bare-start.mjs', start));
    try {
      say(`the first start, which makes the database: ${Math.round(await ours())} ms`);
      const runs = { ours: [] as number[], bare: [] as number[] };
      for (let i = 0; i < ROUNDS; i += 1) {
        runs.bare.push(await bare());
        runs.ours.push(await ours());
      }
      const name = 'start to ready, embedded, existing data';
      return [figure({ name, value: median(runs.ours), unit: 'ms', floor: median(runs.bare), target: '≤ 1.5' })];
    } finally {
      await stub.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

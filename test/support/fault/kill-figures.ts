import { appendFile } from 'node:fs/promises';
import type { PostCount } from './kill-checks.ts';
import type { PlayedReview } from './kill-run.ts';
import type { KillWorld } from './kill-world.ts';

export type Figures = {
  readonly app: 'hurried' | 'npm start';
  readonly seed: number;
  readonly mode: string;
  readonly isFromTheStart: boolean;
  readonly disturbed: PlayedReview;
  readonly counts: readonly PostCount[];
};

/** One line of JSON for each review, where somebody asked for it: what was checked, for reports of long runs. */
export async function noteFigures(
  world: Pick<KillWorld, 'kind'>,
  { disturbed, counts, ...about }: Figures,
): Promise<void> {
  const file = process.env.FAULT_FIGURES;
  if (file === undefined) return;
  const extra = (isDirect: boolean) =>
    counts.filter((one) => one.isDirect === isDirect).flatMap((one) => one.posted.map((count) => count - 1));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const figures = {
    ...{ ...about, kind: world.kind, at: new Date().toISOString() },
    killedApps: disturbed.kills.filter((what) => what === 'app').length,
    killedDatabases: disturbed.kills.filter((what) => what === 'database').length,
    acknowledged: disturbed.answers,
    words: disturbed.acknowledged.length,
    posts: sum(counts.map(({ standing }) => standing.length)),
    unknownInChannel: sum(counts.filter(({ isDirect }) => !isDirect).map(({ unknown }) => unknown)),
    unknownDirect: sum(counts.filter(({ isDirect }) => isDirect).map(({ unknown }) => unknown)),
    twiceInChannel: sum(extra(false)),
    twiceDirect: sum(extra(true)),
  };
  await appendFile(file, `${JSON.stringify(figures)}\n`);
}

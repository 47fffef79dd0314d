/** One measured figure. `ratio` says how it stands to the floor: what the same work costs without us, or the limit itself. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | '/s' | 'MB' | 'calls';
  /** Null where there is nothing to compare with. */
  readonly floor: number | null;
  readonly ratio: number | null;
  /** The ratio we want, such as "≤ 3"; null where none is set. */
  readonly target: string | null;
};

/** A program that measures. A file of `cases/` exports one as `bench`. */
export type Bench = {
  readonly title: string;
  readonly run: (tools: BenchTools) => Promise<readonly Figure[]>;
};

export type BenchTools = {
  /** A migrated database of its own on a server that syncs every commit to disk, as in production. */
  readonly createDatabase: () => Promise<string>;
  /** Says what is being done; nothing of it is a figure. */
  readonly say: (text: string) => void;
  /** Long runs take the whole of it; short ones a sample. */
  readonly isFull: boolean;
};

/** A figure with what it is compared with, if anything. */
export function figure(measured: {
  readonly name: string;
  readonly value: number;
  readonly unit: Figure['unit'];
  readonly floor?: number;
  readonly target?: string;
}): Figure {
  const { floor = null, target = null, ...rest } = measured;
  return { ...rest, floor, ratio: floor === null ? null : rest.value / floor, target };
}

/** The middle one of some runs. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How long `work` takes, in milliseconds. */
export async function time(work: () => Promise<unknown> | unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const round = (value: number) => Number(value.toPrecision(value >= 1000 ? 5 : 3));

/** One JSON object. */
export function toJson({ name, unit, target, ...figures }: Figure): string {
  const { value, floor, ratio } = figures;
  const tidy = (number: number | null) => (number === null ? null : round(number));
  return JSON.stringify({ name, value: tidy(value), unit, floor: tidy(floor), ratio: tidy(ratio), target });
}

/** The figures as a table of text. */
export function toTable(figures: readonly Figure[]): string {
  const show = (value: number | null, unit: string) => (value === null ? '' : `${round(value)} ${unit}`);
  const rows = figures.map(({ name, value, unit, floor, ratio, target }) => [
    name,
    show(value, unit),
    show(floor, unit),
    show(ratio, '×'),
    target ?? '',
  ]);
  const table = [['what', 'value', 'floor', 'ratio', 'target'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return table.map(line).join('\n').replaceAll(/ +$/gm, '');
}

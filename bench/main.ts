import { readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Bench, type Figure, toJson, toTable } from './figure.ts';
import { startScratch } from './scratch.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
});
const say = (text: string) => process.stderr.write(`${text}\n`);

/** Every file of `cases/` whose name begins with one of the words given; all of them where none is. */
async function findCases(wanted: readonly string[]): Promise<Bench[]> {
  const files = (await readdir(new URL('cases/', import.meta.url))).sort();
  const chosen = files.filter((file) => wanted.length === 0 || wanted.some((word) => file.startsWith(word)));
  if (chosen.length === 0) throw new Error(`no case begins with ${wanted.join(' or ')}: there are ${files.join(', ')}`);
  return Promise.all(
    chosen.map(async (file) => {
      const found: { bench?: Bench } = await import(`./cases/${file}`);
      if (!found.bench) throw new Error(`bench/cases/${file} exports no "bench"`);
      return found.bench;
    }),
  );
}

const cases = await findCases(positionals);
const scratch = await startScratch();
const figures: Figure[] = [];
try {
  for (const { title, run } of cases) {
    say(`\n${title}`);
    const found = await run({
      createDatabase: scratch.createDatabase,
      say: (text) => say(`  ${text}`),
      isFull: values.full,
    });
    figures.push(...found);
    for (const figure of found) if (values.json) console.log(toJson(figure));
  }
  if (!values.json) console.log(`\n${toTable(figures)}`);
} finally {
  await scratch.stop();
}

import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { type HostileWorld, startHostileWorld } from '../support/fault/hostile-world.ts';
import { NAMES, type Name } from '../support/http/emulator.ts';
import { complaint, type HttpReview, startReview } from '../support/http/review.ts';
import type { HttpWorld } from '../support/http/world.ts';

/** What each of them says to each question: found anywhere, it says who wrote it. */
const mark = (name: Name, phase: string) => `zq${phase}${name}qz`;
const PHASES = ['complaints', 'positives', 'lessons'] as const;
const MARKS = NAMES.flatMap((name) => PHASES.map((phase) => mark(name, phase)));
const MARK = /zq\w+?qz/;

let world: HostileWorld;
let review: HttpReview;
beforeAll(async () => {
  world = await startHostileWorld({ logLevel: 'trace' });
  review = await startReview(world as unknown as HttpWorld, { values: { [FIELDS.mode]: 'private' } });
}, 120_000);
afterAll(() => world.close());

/** Every row of every table of every schema but the server's own, as text. The write-ahead log and its statistics are out of reach here. */
async function everyRow(pool: pg.Pool): Promise<{ table: string; row: string }[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`);
    found.push(...rows.map(({ row }) => ({ table: name, row })));
  }
  return found;
}

const peopleIn = (text: string) =>
  NAMES.filter(
    (name) => text.includes(world.emulator.idOf(name)) || new RegExp(`@?\\b${name}\\b`, 'i').test(unmarked(text)),
  );
const unmarked = (text: string) => text.replaceAll(new RegExp(MARK, 'g'), '');

/** No row has words and a person in it, none has a person's key and a person, and the keys are in one table only. */
async function expectRowsToNameNobody(): Promise<void> {
  const rows = await everyRow(world.pool);
  const keys = (
    await world.pool.query<{ key: string }>(
      `SELECT a."personKey" AS key FROM "Answer" a JOIN "Review" r ON r.id = a."reviewId" WHERE r.mode = 'private'`,
    )
  ).rows.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { table, row } of rows) {
    if (table.includes('Answer')) expect(peopleIn(row), `${table}: ${row}`).toEqual([]);
    if (!MARK.test(row)) continue;
    // Of a post, the blocks that say the words are looked at below, as they were sent.
    if (!table.includes('Post')) expect(peopleIn(row), `${table}: ${row}`).toEqual([]);
  }
  const elsewhere = rows.filter(({ table, row }) => !table.includes('Answer') && keys.some((key) => row.includes(key)));
  expect(elsewhere).toEqual([]);
}

/** No line of the log has words in it, at any level. */
function expectLogsToBeSilent(): void {
  expect(world.logs().length).toBeGreaterThan(5);
  expect(world.logs().filter((line) => MARKS.some((text) => line.includes(text)))).toEqual([]);
}

/** What went to Slack with words in it, forms apart: each block of a message by itself. */
function sentWords(): string[] {
  return world.gateway
    .calls()
    .filter(({ method, args }) => !method.startsWith('views.') && MARK.test(JSON.stringify(args)))
    .flatMap(({ args }) => [
      String(args.text ?? ''),
      ...((args.blocks ?? []) as object[]).map((one) => JSON.stringify(one)),
    ])
    .filter((text) => MARK.test(text));
}

/** Forms with somebody's words are open before their author and nobody else. */
function expectFormsToBeTheirAuthors(): void {
  for (const name of NAMES) {
    const shown = JSON.stringify(world.people.openViews(name));
    for (const other of NAMES.filter((one) => one !== name)) expect(shown).not.toContain(`${other}qz`);
  }
}

async function answerAll(phase: (typeof PHASES)[number], order: readonly Name[]): Promise<void> {
  await review.step(phase);
  for (const name of order) {
    const text = mark(name, phase);
    const values = {
      complaints: complaint(text),
      positives: { [FIELDS.text]: text },
      lessons: { [FIELDS.learned]: text },
    };
    await review.fill(name, values[phase]);
  }
}

describe('a private review with planted words', () => {
  it('ties nothing to anybody while it is open, also when the app is killed', async () => {
    await review.step('complaints');
    for (const name of ['tom', 'mara'] as const) await review.fill(name, complaint(mark(name, 'complaints')));
    await review.press('tom', ACTIONS.myAnswers);
    await world.gateway.waitFor(
      () => JSON.stringify(world.people.openViews('tom')).includes('tomqz'),
      'their own words',
    );
    await world.app().kill();
    await world.restart();
    await review.fill('omar', complaint(mark('omar', 'complaints')));
    await review.press('mara', ACTIONS.facilitate);
    await world.app().tick();
    await world.quiet();
    expect((await world.pool.query('SELECT 1 FROM "Answer"')).rowCount).toBe(3);
    expect(sentWords()).toEqual([]);
    expectFormsToBeTheirAuthors();
    await expectRowsToNameNobody();
    expectLogsToBeSilent();
    const { rows } = await world.pool.query('SELECT count(DISTINCT xmin::text)::int AS n FROM "Answer"');
    expect(rows).toEqual([{ n: 1 }]);
  }, 120_000);

  it('says the words without names, and keeps them without', async () => {
    await review.fill('lena', complaint(mark('lena', 'complaints')));
    await answerAll('positives', ['lena', 'omar', 'tom', 'mara']);
    await answerAll('lessons', ['omar', 'mara', 'lena', 'tom']);
    await review.step('vote');
    await world.app().tick();
    await expectRowsToNameNobody();
    for (const name of NAMES) await review.vote(name, 'keep');
    await world.gateway.waitFor(
      async () => (await world.pool.query(`SELECT 1 FROM "Review" WHERE state = 'closed'`)).rowCount === 1,
      'the end of the review',
    );
    await world.app().tick();
    await world.quiet();
    await expectRowsToNameNobody();
    expectLogsToBeSilent();
    const said = sentWords();
    for (const text of MARKS) expect(said.join('\n'), 'all words were said').toContain(text);
    for (const block of said) expect(peopleIn(block), block).toEqual([]);
  }, 120_000);

  it('leaves neither answers nor the secret behind', async () => {
    for (const table of ['Answer', 'ReviewSecret', 'TypedReply'])
      expect((await world.pool.query(`SELECT * FROM "${table}"`)).rows, table).toEqual([]);
    const { rows } = await world.pool.query<{ row: string }>(`SELECT to_jsonb(s)::text AS row FROM "Statement" s`);
    expect(rows).toHaveLength(MARKS.length);
    for (const { row } of rows) expect(JSON.parse(row).authorId).toBeNull();
  });

  it('has an audit log that gives no time and no person to an answer', async () => {
    const { rows } = await world.pool.query(
      `SELECT DISTINCT a."actorId", a.at = r."startedAt" AS "isStart" FROM "AuditEntry" a JOIN "Review" r ON r.id::text = a.subject
       WHERE a.action IN ('answer_saved', 'answer_withdrawn')`,
    );
    expect(rows).toEqual([{ actorId: null, isStart: true }]);
  });
});

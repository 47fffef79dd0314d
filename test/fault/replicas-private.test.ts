import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE, type PersonName } from '../../demo/sample-agency.ts';
import type { ParleyApp } from '../../src/app.ts';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { everyMessageSent, everyRow } from '../support/e2e/everything.ts';
import { complaint, idOf, type Review, startReview } from '../support/e2e/review.ts';
import { createTyping, type Typing } from '../support/e2e/typing.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';
import { waitUntilDelivered } from '../support/fault/database-rows.ts';

const TEAM = ['mara', 'omar', 'lena', 'tom'] as const satisfies readonly PersonName[];
const IDS = TEAM.map(idOf);
const REPLICAS = 3;
/** A word that only this person writes, and only to this question. */
const mark = (name: PersonName, phase: string) => `zq${phase}${name}qz`;
const PHASES = ['complaints', 'positives', 'lessons'] as const;
const MARK = /zq\w+?qz/g;

let world: E2eWorld;
let apps: ParleyApp[];
let typing: Typing;
let review: Review;
beforeAll(async () => {
  world = await startWorld({ people: TEAM });
  apps = [world.app()];
  while (apps.length < REPLICAS) apps.push(await world.startApp());
  typing = await createTyping(world);
  // Whatever anybody does reaches two of the three replicas.
  world.standIn.setEnvelopeHook(() => 'duplicate');
  review = await startReview(world, { client: 'Northwind' });
});
afterAll(async () => {
  typing.close();
  await world.close();
});

const count = async (sql: string) => Number((await world.db.query(`SELECT count(*) FROM ${sql}`)).rows[0].count);
const valuesOf = (name: PersonName, phase: (typeof PHASES)[number]) =>
  ({
    complaints: complaint(mark(name, phase)),
    positives: { [FIELDS.text]: mark(name, phase) },
    lessons: { [FIELDS.learned]: mark(name, phase) },
  })[phase];

/** Who is named in a line, by id or by name; the words themselves name their author and are left out. */
const peopleIn = (line: string) => {
  const rest = line.replaceAll(MARK, '');
  return TEAM.filter((name) => rest.includes(idOf(name)) || rest.includes(PEOPLE[name].name.en));
};

/** No row, message or log line has somebody's words, or the key of an answer, and anybody's name in it; nor tells when they were written. */
async function expectNobodyNamed(): Promise<void> {
  const rows = await everyRow(world);
  const lines = [...rows, ...everyMessageSent(world), ...world.logs()];
  expect(lines.filter((line) => new RegExp(MARK).test(line) && peopleIn(line).length > 0)).toEqual([]);
  expect(world.logs().filter((line) => new RegExp(MARK).test(line))).toEqual([]);
  const { rows: keys } = await world.db.query<{ key: string }>('SELECT "personKey" AS key FROM "Answer"');
  const answers = rows.filter((row) => /"?Answer"?:/.test(row));
  expect(answers).toHaveLength(keys.length);
  for (const answer of answers) {
    for (const id of IDS) expect(answer).not.toContain(id);
    expect(answer).not.toMatch(/\d{4}-\d\d-\d\dT/);
  }
  for (const { key } of keys) expect(lines.filter((line) => line.includes(key) && !answers.includes(line))).toEqual([]);
  for (const entry of rows.filter((row) => /answer_(saved|withdrawn)/.test(row)))
    expect(entry).toContain('"actorId":null');
  const { rows: written } = await world.db.query('SELECT count(DISTINCT xmin::text)::int AS n FROM "Answer"');
  expect(written[0].n).toBeLessThanOrEqual(1);
}

describe('a private review whose every event reaches two of three replicas', () => {
  it.each(PHASES)('takes each answer to %s once, and ties it to nobody', async (phase) => {
    await review.step(phase);
    // The last one closes the step: until then it can be seen what is kept of it.
    const [last, ...first] = TEAM;
    for (const name of first) await review.fill(name, valuesOf(name, phase));
    await review.card((text) => text.includes('3 of 4'));
    expect(await count(`"Answer" WHERE phase = '${phase}'`)).toBe(3);
    // At once, as the clocks of replicas go; each shuffles what came since.
    await Promise.all(apps.map((app) => app.tick()));
    await expectNobodyNamed();
    await review.fill(last, valuesOf(last, phase));
  });

  it('has one verdict of each vote once', async () => {
    await review.step('vote');
    await typing.say('omar', review, 'Nobody asked for this.');
    for (const name of ['omar', 'lena', 'tom'] as const) await review.press(name, ACTIONS.voteKeep);
    await review.card((text) => text.includes('3 of 4'));
    expect(await count(`"Answer" WHERE phase = 'vote'`)).toBe(3);
    await review.press('mara', ACTIONS.votePart);
    await review.closed();
    await waitUntilDelivered(world.db);
    expect(review.cardText()).toContain('votes: 3 keep, 1 part, 0 unsure');
    expect([await count('"Review"'), await count('"Verdict"')]).toEqual([1, 1]);
    expect([await count('"Answer"'), await count('"ReviewSecret"')]).toEqual([0, 0]);
  });

  it('says each word once, without its author, and keeps it so', async () => {
    const words = TEAM.flatMap((name) => PHASES.map((phase) => mark(name, phase)));
    for (const word of words)
      expect(await count(`"Statement" s WHERE to_jsonb(s)::text LIKE '%${word}%'`), word).toBe(1);
    const said = review
      .thread()
      .filter((one) => one.bot_id)
      .map((message) => world.reader.readMessage(message));
    expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([]);
    for (const word of words) expect(said.filter((text) => text.includes(word)).length, word).toBeGreaterThan(0);
    await expectNobodyNamed();
    world.expectClean();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYBODY, PEOPLE, type PersonName } from '../../demo/sample-agency.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { everyMessageSent, everyRow } from '../support/e2e/everything.ts';
import { complaint, type Review, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const SPEAKERS = ['omar', 'lena', 'tom', 'ira'] as const;
const LATE = ['priya', 'jonas', 'mara'] as const;
/** A word that only this person writes, and only to this question. */
const marker = (name: PersonName, phase: string) => `mark${phase}${name}`;
const ids = EVERYBODY.map((name) => PEOPLE[name].id);

let world: E2eWorld;
let review: Review;
beforeAll(async () => {
  world = await startWorld();
  review = await startReview(world, { client: 'Northwind' });
  for (const name of SPEAKERS) await review.fill(name, complaint(`It hurts: ${marker(name, 'hurts')}.`));
});
afterAll(() => world.close());

describe('a private review', () => {
  it('shows nothing of what was said before the step ends', async () => {
    await review.card((text) => text.includes('4 of 7'));
    expect(everyMessageSent(world).filter((line) => line.includes('markhurts'))).toEqual([]);
    expect(review.cardText()).not.toContain('Omar');
  });

  it('tells the facilitator who has answered, not what', async () => {
    await review.press('mara', ACTIONS.facilitate);
    const desk = world.reader.readView(await world.driver.view(PEOPLE.mara.id, VIEWS.desk));
    for (const name of SPEAKERS) expect(desk).toContain(PEOPLE[name].name.en);
    expect(desk).toContain('4 of 7 have answered');
    expect(desk).not.toContain('markhurts');
    await world.driver.close(PEOPLE.mara.id);
    const refused = await review.replyTo('omar', () => review.press('omar', ACTIONS.facilitate));
    expect(refused).toContain('Mara Lindt, can do this');
  });

  it('keeps answers without author and time while it is open', async () => {
    const rows = await everyRow(world);
    const answers = rows.filter((row) => row.includes('"Answer":'));
    expect(answers).toHaveLength(4);
    for (const row of answers) {
      for (const id of ids) expect(row).not.toContain(id);
      expect(row).not.toMatch(/\d{4}-\d\d-\d\dT/);
    }
    const jobs = rows.filter((row) => /_private_jobs/.test(row) && !row.includes('invitation:'));
    for (const row of jobs) for (const id of ids) expect(row).not.toContain(id);
    const audit = rows.filter((row) => row.includes('answer_saved'));
    expect(audit).toHaveLength(4);
    for (const row of audit) expect(row).toContain('"actorId":null');
  });

  it('joins no words with their author once it has closed', async () => {
    await review.nextStep();
    await review.step('positives');
    for (const name of LATE)
      await review.fill(name, complaint(`Late: ${marker(name, 'late')}.`), await review.prompt('complaints'));
    for (const name of SPEAKERS) await review.fill(name, { [FIELDS.text]: `Good: ${marker(name, 'good')}.` });
    await review.nextStep();
    await review.step('lessons');
    for (const name of ['omar', 'lena'] as const)
      await review.fill(name, { [FIELDS.learned]: `Learned: ${marker(name, 'lesson')}.` });
    await review.nextStep();
    await review.step('vote');
    expect(review.threadText()).not.toMatch(/marklate/);
    for (const name of EVERYBODY) await review.vote(name, name === 'tom' ? 'part' : 'keep');
    await review.closed();
    await review.posted((text) => text.includes('marklatejonas'));

    const lines = [...(await everyRow(world)), ...everyMessageSent(world), ...world.logs()];
    const said = [
      ...SPEAKERS.flatMap((name) => [marker(name, 'hurts'), marker(name, 'good')].map((word) => ({ name, word }))),
      ...LATE.map((name) => ({ name, word: marker(name, 'late') })),
    ];
    for (const { name, word } of said) {
      const where = lines.filter((line) => line.includes(word));
      expect(where.length, `${word} is kept and shown`).toBeGreaterThan(1);
      const joined = where.filter((line) => line.includes(PEOPLE[name].id) || line.includes(PEOPLE[name].name.en));
      expect(joined).toEqual([]);
    }
  });

  it('forgets words of fewer than three people and the secret behind the keys', async () => {
    const lines = [...(await everyRow(world)), ...everyMessageSent(world), ...world.logs()];
    expect(lines.filter((line) => line.includes('marklesson'))).toEqual([]);
    expect(review.threadText()).toContain('2 people answered. With fewer than three');
    for (const table of ['Answer', 'ReviewSecret'])
      expect((await world.db.query(`SELECT * FROM "${table}"`)).rows).toEqual([]);
  });

  it('never logs what was said', () => {
    expect(world.logs().filter((line) => /mark(hurts|good|late|lesson)/.test(line))).toEqual([]);
    world.expectClean();
  });
});

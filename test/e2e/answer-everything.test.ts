import { afterEach, describe, expect, it } from 'vitest';
import type { PersonName } from '../../demo/sample-agency.ts';
import { hasAction } from '../../demo/stage.ts';
import type { FormValues } from '../../demo/stand-in/driver.ts';
import type { ReviewMode } from '../../src/domain/review.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { everyMessageSent, everyRow } from '../support/e2e/everything.ts';
import { complaint, idOf, type Review, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const TEAM = ['mara', 'omar', 'lena', 'tom', 'ira'] as const;
const MODES: readonly ReviewMode[] = ['private', 'open'];

let world: E2eWorld;
afterEach(() => world.close());

/** A word that only this person writes, and only to this question. */
const marker = (name: PersonName, phase: string) => `mark${phase}${name}`;

const sayings = (name: PersonName): FormValues[] => [
  complaint(`It hurts: ${marker(name, 'hurts')}.`),
  { [FIELDS.text]: `Good: ${marker(name, 'good')}.` },
  { [FIELDS.learned]: `Learned: ${marker(name, 'lesson')}.` },
  { [FIELDS.vote]: 'keep', [FIELDS.hours]: '2' },
];

async function start(mode: ReviewMode): Promise<Review> {
  world = await startWorld({ people: TEAM });
  return startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: mode } });
}

/** Sends one form after another in the modal that is open. */
async function fillIn(review: Review, name: PersonName, forms: readonly FormValues[]) {
  for (const values of forms) {
    const result = await review.send(name, values);
    if (result.kind !== 'view') throw new Error(`${name}'s form was not taken: ${JSON.stringify(result)}`);
  }
}

async function walk(review: Review, name: PersonName, forms = sayings(name)) {
  await review.press(name, ACTIONS.answerAll);
  await fillIn(review, name, forms);
}

const opened = (name: PersonName) => world.reader.readView(world.driver.openView(idOf(name)) ?? fail(name));
const fail = (name: PersonName): never => {
  throw new Error(`${name} has no open form`);
};
const wordsSent = (word: string) => everyMessageSent(world).filter((line) => line.includes(word));

describe.each(MODES)('answer everything now, in a review that is %s', (mode) => {
  it('lets one person say all of it, and says nothing of it before its time', async () => {
    const review = await start(mode);
    await walk(review, 'omar');
    expect(opened('omar')).toContain('nothing more is needed from you');
    await review.card((text) => text.includes('1 of 5 answered'));
    for (const phase of ['good', 'lesson']) expect(wordsSent(marker('omar', phase))).toEqual([]);
    expect(wordsSent(marker('omar', 'hurts')).length > 0).toBe(mode === 'open');

    await world.driver.pressInView(idOf('omar'), ACTIONS.myAnswers);
    const own = world.reader.readView(await world.driver.view(idOf('omar'), VIEWS.myAnswers));
    for (const phase of ['hurts', 'good', 'lesson']) expect(own).toContain(marker('omar', phase));
    expect(own).toContain('2 hours a week');
    await world.driver.pressInView(idOf('omar'), {
      actionId: ACTIONS.answer,
      value: JSON.stringify({ reviewId: reviewIdOf(await review.card()), phase: 'positives' }),
    });
    await world.driver.view(idOf('omar'), VIEWS.positive);
    await review.send('omar', { [FIELDS.text]: `Better: ${marker('omar', 'better')}.` });

    await review.nextStep();
    await review.step('positives');
    expect(review.cardText()).toContain('1 of 5 answered');
    if (mode === 'open') await review.posted((text) => text.includes(marker('omar', 'better')), 'what Omar said ahead');
    expect(review.threadText()).not.toMatch(/markgood|marklesson/);
    for (const name of ['tom', 'ira'] as const)
      await review.fill(name, { [FIELDS.text]: `Good: ${marker(name, 'good')}.` });
    if (mode === 'private') expect(review.threadText()).not.toMatch(/markbetter|markgood/);
    await review.nextStep();
    await review.step('lessons');
    await review.posted((text) => text.includes(marker('omar', 'better')), 'what Omar said ahead');
    if (mode === 'private') expect(review.threadText()).not.toContain('Omar Haddad');
    world.expectClean();
  });

  it('keeps what was given when somebody leaves half-way, and goes on from there', async () => {
    const review = await start(mode);
    await walk(review, 'lena', sayings('lena').slice(0, 2));
    await world.driver.close(idOf('lena'));
    const { rows } = await world.db.query('SELECT phase FROM "Answer" ORDER BY phase');
    expect(rows).toEqual([{ phase: 'complaints' }, { phase: 'positives' }]);
    await review.press('lena', ACTIONS.answerAll);
    await world.driver.view(idOf('lena'), VIEWS.lessons);
    expect(opened('lena')).toMatch(/step 3 of 4[\s\S]*This step has not begun/);
    await fillIn(review, 'lena', sayings('lena').slice(2));
    await world.driver.close(idOf('lena'));
    await review.press('lena', ACTIONS.answerAll);
    await world.driver.view(idOf('lena'), VIEWS.myAnswers);
    world.expectClean();
  });

  it('brings the review to its verdict when everybody does it', async () => {
    const review = await start(mode);
    const nothing = { [FIELDS.nothing]: ['yes'] };
    await walk(review, 'ira', [nothing, nothing, nothing, { [FIELDS.vote]: 'unsure' }]);
    for (const name of ['mara', 'omar', 'lena'] as const) await walk(review, name);
    await review.card((text) => text.includes('4 of 5 answered'));
    expect(wordsSent('markgood')).toEqual([]);
    await walk(review, 'tom');
    await review.closed();
    expect(review.cardText()).toContain('5 of 5 took part');
    expect(review.cardText()).toContain('votes: 4 keep, 0 part, 1 unsure');
    expect(review.cardText()).toContain('4 of 5 named something good');
    await inOrder(review);
    if (mode === 'private') await nobodyIsNamed(review);
    world.expectClean();
  });
});

it('is offered in the invitation as well, in Russian too', async () => {
  world = await startWorld({ people: TEAM, language: 'ru' });
  const review = await startReview(world, { client: 'Northwind' });
  const invitation = await world.driver.waitFor(
    () => world.driver.directMessages(idOf('omar')).find((message) => hasAction(message, ACTIONS.answerAll)),
    { what: 'the invitation of Omar' },
  );
  await world.driver.press(idOf('omar'), invitation, ACTIONS.answerAll);
  await world.driver.view(idOf('omar'), VIEWS.complaint);
  await fillIn(review, 'omar', sayings('omar'));
  expect(opened('omar')).toContain('больше ничего делать не нужно');
  world.expectClean();
});

/** Each question stands above the words said to it. */
async function inOrder(review: Review) {
  await review.posted((text) => text.includes(marker('tom', 'lesson')));
  const text = review.threadText();
  const { question } = world.t.thread.prompt;
  const places = [
    question.complaints('Northwind').replaceAll('*', ''),
    marker('tom', 'hurts'),
    question.positives('Northwind').replaceAll('*', ''),
    marker('tom', 'good'),
    question.lessons('Northwind').replaceAll('*', ''),
    marker('tom', 'lesson'),
  ].map((words) => text.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

async function nobodyIsNamed(review: Review) {
  for (const name of TEAM) expect(review.threadText()).not.toContain(world.reader.nameOf(idOf(name)));
  const lines = [...(await everyRow(world)), ...everyMessageSent(world), ...world.logs()];
  const joined = lines.filter(
    (line) => /mark(hurts|good|lesson)/.test(line) && TEAM.some((name) => line.includes(idOf(name))),
  );
  expect(joined).toEqual([]);
}

function reviewIdOf(card: Awaited<ReturnType<Review['card']>>): string {
  const found = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(JSON.stringify(card.blocks));
  if (!found) throw new Error('the card names no review');
  return found[0];
}

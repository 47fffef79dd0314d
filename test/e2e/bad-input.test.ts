import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYBODY, PEOPLE, TEAM_CHANNEL } from '../../demo/sample-agency.ts';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { complaint, idOf, openStartForm, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const TEAM = ['mara', 'omar', 'lena'] as const;
const teamOfThree = { [FIELDS.team('other')]: TEAM.map((name) => PEOPLE[name].id) };

let world: E2eWorld;
beforeAll(async () => {
  world = await startWorld({ people: EVERYBODY });
});
afterAll(() => world.close());

const start = (client: string, values: object = {}) =>
  startReview(world, { client, values: { ...teamOfThree, ...values } });
const closeForm = () => world.driver.close(idOf('mara'));

describe('the start form', () => {
  it.each([
    { what: 'a name of 200 characters', name: 'x'.repeat(200), error: 'client_name_too_long' },
    { what: 'a name of emoji only', name: '🔥🔥', error: 'client_name_no_letters' },
  ] as const)('refuses $what', async ({ name, error }) => {
    const { driver, t } = world;
    await openStartForm(world, { client: name });
    expect(await driver.submit(idOf('mara'), {})).toEqual({
      kind: 'errors',
      errors: { [FIELDS.newClient]: t.forms.errors[error] },
    });
    expect(JSON.stringify(driver.shownValues(idOf('mara')))).toContain(name);
    await closeForm();
    world.expectClean();
  });

  it.each([
    { date: '2026-11-23', error: 'deadline_past' },
    { date: '2026-02-30', error: 'deadline_invalid' },
  ] as const)('refuses to finish by $date', async ({ date, error }) => {
    const { driver, t } = world;
    await openStartForm(world, { client: 'Tailspin' });
    const result = await driver.submit(idOf('mara'), { [FIELDS.deadline]: date });
    expect(result).toEqual({ kind: 'errors', errors: { [FIELDS.deadline]: t.forms.errors[error] } });
    await closeForm();
    world.expectClean();
  });

  it('refuses a second review of a client while one is open, however it is written', async () => {
    const { driver, t } = world;
    await start('Contoso Ltd');
    const error = t.forms.errors.client_has_open_review;
    await openStartForm(world, { client: 'CONTOSO  ltd' });
    expect(await driver.submit(idOf('mara'), {})).toEqual({ kind: 'errors', errors: { [FIELDS.client]: error } });
    await closeForm();
    await openStartForm(world);
    expect(await driver.submit(idOf('mara'), { [FIELDS.newClient]: 'contoso LTD' })).toEqual({
      kind: 'errors',
      errors: { [FIELDS.newClient]: error },
    });
    await closeForm();
    world.expectClean();
  });

  it('refuses fewer than three people and nobody at all', async () => {
    const { driver, t } = world;
    const field = FIELDS.team('sales');
    await openStartForm(world, { client: 'Litware' });
    for (const [team, error] of [
      [[idOf('mara'), idOf('omar')], 'too_few_for_private'],
      [[], 'team_empty'],
    ] as const)
      expect(await driver.submit(idOf('mara'), { [FIELDS.team('other')]: [...team] })).toEqual({
        kind: 'errors',
        errors: { [field]: t.forms.errors[error] },
      });
    await closeForm();
    world.expectClean();
  });
});

describe('answers', () => {
  it('may not be empty, and have room for 3,000 characters', async () => {
    const { t } = world;
    const review = await start('Fabrikam', { [FIELDS.mode]: 'open' });
    await review.press('omar', ACTIONS.answer);
    expect(await review.send('omar', complaint(' \n '))).toEqual({
      kind: 'errors',
      errors: { [FIELDS.text]: t.forms.errors.text_empty },
    });
    expect(await review.send('omar', complaint('x'.repeat(3001)))).toMatchObject({ kind: 'refused' });
    const long = 'word '.repeat(600).trim();
    expect(await review.send('omar', complaint(`${long}.`))).toEqual({ kind: 'closed' });
    await review.posted((text) => text.replace(/\s+│?\s*/g, ' ').includes(long));
    world.expectClean();
  });

  it('stay one answer when Slack delivers the form twice', async () => {
    const { standIn } = world;
    const review = await start('Wingtip', { [FIELDS.mode]: 'open' });
    await review.press('omar', ACTIONS.answer);
    standIn.setEnvelopeHook(() => 'duplicate');
    await review.send('omar', complaint('Said once.'));
    standIn.setEnvelopeHook(undefined);
    await review.card((text) => text.includes('1 of 3'));
    await review.posted((text) => text.includes('Said once.'));
    await review.fill('lena', complaint('Said later.'));
    await review.posted((text) => text.includes('Said later.'));
    expect(review.threadText().match(/Said once\./g)).toHaveLength(1);
    world.expectClean();
  });

  it('keep their words in the form when the review has closed meanwhile', async () => {
    const { driver, t } = world;
    const review = await start('Adatum');
    await review.press('omar', ACTIONS.answer);
    await driver.view(idOf('omar'));
    await review.nothing('mara');
    await review.nothing('lena');
    for (const phase of ['positives', 'lessons', 'vote'] as const) {
      await review.nextStep();
      await review.step(phase);
    }
    await review.nextStep();
    await review.card((text) => text.includes('Not enough answers yet'));
    await review.nextStep();
    await review.closed();
    expect(await review.send('omar', complaint('Too late for these words.'))).toEqual({
      kind: 'errors',
      errors: { [FIELDS.text]: t.forms.errors.review_closed },
    });
    expect(JSON.stringify(driver.shownValues(idOf('omar')))).toContain('Too late for these words.');
    await driver.close(idOf('omar'));
    world.expectClean();
  });
});

describe('buttons', () => {
  it('of a finished review change nothing and say so', async () => {
    const { t } = world;
    const review = await start('Proseware');
    const old = structuredClone(await review.step('complaints'));
    await review.rush(TEAM);
    for (const [action, reply] of [
      [ACTIONS.answer, t.refusals.reviewClosed],
      [ACTIONS.nothingToSay, t.refusals.reviewClosed],
      [ACTIONS.myAnswers, t.refusals.reviewClosed],
      [ACTIONS.nextPhase, t.refusals.transition.review_closed],
    ] as const)
      expect(await review.replyTo('mara', () => review.press('mara', action, old))).toBe(reply);
    world.expectClean();
  });

  it('refuse somebody who was not invited, and moving on by anybody but the facilitator', async () => {
    const { reader } = world;
    const review = await start('Trey');
    const card = await review.step('complaints');
    for (const action of [ACTIONS.answer, ACTIONS.nothingToSay, ACTIONS.myAnswers]) {
      const reply = await review.replyTo('jonas', () => review.press('jonas', action, card));
      expect(reply).toContain('You were not invited to this review.');
      expect(reply).toContain(reader.nameOf(idOf('mara')));
    }
    for (const name of ['omar', 'jonas'] as const) {
      const reply = await review.replyTo(name, () => review.press(name, ACTIONS.nextPhase, card));
      expect(reply).toContain('can do this');
    }
    expect(review.threadText()).not.toContain('What is good about');
    world.expectClean();
  });

  it('move one step when pressed twice at once', async () => {
    const { t } = world;
    const review = await start('Alpine');
    const card = structuredClone(await review.step('complaints'));
    const reply = await review.replyTo('mara', () =>
      Promise.all([1, 2].map(() => review.press('mara', ACTIONS.nextPhase, card))),
    );
    expect(reply).toBe(t.refusals.movedAlready);
    await review.step('positives');
    await review.replyTo('mara', () => review.press('mara', ACTIONS.nextPhase, card));
    expect(review.threadText()).not.toContain('What did we learn from');
    world.expectClean();
  });

  it.each(['expired_trigger_id', 'exchanged_trigger_id'])('ask for another press after %s', async (error) => {
    const { t, standIn, driver } = world;
    const review = await start(`Relecloud ${error}`);
    for (const action of [ACTIONS.answer, ACTIONS.myAnswers]) {
      standIn.failNext('views.open', error);
      expect(await review.replyTo('omar', () => review.press('omar', action))).toBe(t.refusals.formTooSlow);
    }
    standIn.failNext('views.open', error);
    const say = () => driver.command(idOf('mara'), TEAM_CHANNEL, '/client-review Lamna');
    expect(await review.replyTo('mara', say)).toBe(t.refusals.formTooSlow);
    world.expectClean();
  });
});

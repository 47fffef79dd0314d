import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonName } from '../../demo/sample-agency.ts';
import type { FormValues } from '../../demo/stand-in/driver.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { complaint, idOf, type Review, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const TEAM = ['mara', 'omar', 'lena', 'tom'] as const;

let world: E2eWorld;
beforeAll(async () => {
  world = await startWorld({
    workspace: ({ users, channels }) => {
      for (const user of users) if (user.id === idOf('ira')) user.is_admin = true;
      users.push({ id: 'U8ROBOT', name: 'robot', real_name: 'Deploy Robot', is_bot: true });
      users.push({ id: 'U9AWAY', name: 'away', real_name: 'Elsewhere Person' });
      channels[0]?.members.push('U8ROBOT');
    },
  });
});
afterAll(() => world.close());

const roles = { mara: 'account', omar: 'sales', lena: 'delivery', tom: 'delivery' } as const;
const team = (): FormValues => {
  const chosen = Object.fromEntries(
    ['sales', 'account', 'delivery', 'support', 'finance', 'other'].map((role) => [
      FIELDS.team(role),
      TEAM.filter((name) => roles[name] === role).map(idOf),
    ]),
  );
  return { ...chosen, [FIELDS.deadline]: null };
};
const start = (client: string, values: FormValues = {}) =>
  startReview(world, { client, values: { ...team(), ...values } });

/** What this person's form says, once it says `text`. */
async function sees(name: PersonName, text: string): Promise<string> {
  const { driver, reader } = world;
  const read = () => [driver.openView(idOf(name))].map((view) => (view ? reader.readView(view) : ''))[0] ?? '';
  return driver.waitFor(() => (read().includes(text) ? read() : undefined), {
    timeoutMs: 10_000,
    what: `a form of ${name} that says “${text}”; it says: ${read()}`,
  });
}

async function openDesk(review: Review, name: PersonName = 'mara'): Promise<void> {
  await review.press(name, ACTIONS.facilitate);
  await world.driver.view(idOf(name), VIEWS.desk);
}

/** Presses a button of the desk and sends the form that comes. */
async function change(name: PersonName, action: string, [view, values]: [string, FormValues]) {
  const { driver } = world;
  await driver.pressInView(idOf(name), action);
  await driver.view(idOf(name), view);
  return driver.submit(idOf(name), values);
}

const directTexts = (name: PersonName) =>
  world.driver.directMessages(idOf(name)).map((one) => world.reader.readMessage(one));
const close = async (...names: PersonName[]) => {
  for (const name of names) await world.driver.close(idOf(name));
};

describe('the desk', () => {
  it('is for the facilitator; a manager can take over; others are refused', async () => {
    const { driver, t, reader } = world;
    const review = await start('Northwind');
    await review.fill('omar', complaint('Late again.'));
    await openDesk(review);
    const page = await sees('mara', '1 of 4 have answered');
    expect(page).toContain(`Answered: @${reader.nameOf(idOf('omar'))}`);
    expect(page).toContain('Not yet:');
    expect(page).not.toContain('Late again');
    expect(await review.replyTo('tom', () => review.press('tom', ACTIONS.facilitate))).toContain('can do this');

    await openDesk(review, 'ira');
    const forManager = await sees('ira', 'facilitates this review');
    expect(forManager).not.toContain('answered');
    await driver.pressInView(idOf('ira'), ACTIONS.takeOver);
    await sees('ira', t.desk.done.tookOver);
    await sees('ira', '1 of 4 have answered');
    await review.card((text) => text.includes('For the facilitator, @Ira'));
    await driver.waitFor(() => directTexts('mara').some((text) => text.includes('from now on')), { timeoutMs: 10_000 });

    // Mara's page is still open: what she presses there is refused, and says who facilitates now.
    await driver.pressInView(idOf('mara'), ACTIONS.remindNow);
    await sees('mara', 'can do this');
    await sees('mara', 'you can take over');
    await close('mara', 'ira');
    world.expectClean();
  });

  it('keeps the button of older cards working', async () => {
    const { driver } = world;
    const review = await start('Fabrikam');
    const card = await review.step('complaints');
    const value =
      JSON.stringify(card.blocks)
        .match(/\{\\"reviewId\\":\\"[0-9a-f-]+\\"\}/)?.[0]
        .replaceAll('\\', '') ?? '';
    const old = { type: 'button', action_id: ACTIONS.whoAnswered, value, text: { type: 'plain_text', text: 'Who' } };
    const message = { ...card, blocks: [{ type: 'actions', block_id: 'old', elements: [old] }] };
    const press = () => driver.press(idOf('mara'), message as typeof card, ACTIONS.whoAnswered);
    expect(await review.replyTo('mara', press)).toContain('0 of 4 have answered');
    world.expectClean();
  });

  it('reminds those who are missing, once, and they can put it off', async () => {
    const { driver, t } = world;
    const review = await start('Tailspin');
    await review.fill('omar', complaint('They pay late.'));
    await openDesk(review);
    await driver.pressInView(idOf('mara'), ACTIONS.remindNow);
    await sees('mara', 'Reminded now: 3 people.');
    await driver.pressInView(idOf('mara'), ACTIONS.remindNow);
    await sees('mara', 'Had the reminder of this step before: 3 people.');
    await close('mara');
    const isReminder = (text: string) => text.includes('Your answer is missing') && text.includes('Tailspin');
    const reminders = () =>
      driver.directMessages(idOf('lena')).filter((one) => isReminder(world.reader.readMessage(one)));
    const first = await driver.waitFor(() => reminders()[0], { timeoutMs: 10_000 });
    expect(directTexts('omar').filter(isReminder)).toEqual([]);
    await driver.press(idOf('lena'), first, ACTIONS.snoozeTwoHours);
    await driver.waitFor(() => directTexts('lena').some((text) => text.includes('I will remind you again')), {
      timeoutMs: 10_000,
    });
    world.advance({ minutes: 121 });
    await world.app().tick();
    await driver.waitFor(
      () => reminders().length === 2 && directTexts('lena').some((text) => text.includes(t.desk.snooze.again)),
      {
        timeoutMs: 10_000,
      },
    );
    await world.app().tick();
    expect(reminders()).toHaveLength(2);
    world.advance({ minutes: -121 });
    world.expectClean();
  });

  it('changes the times and says so', async () => {
    const { driver, t } = world;
    const review = await start('Contoso');
    await openDesk(review);
    const soon = Math.floor(world.now().getTime() / 1000) + 60;
    const early = await change('mara', ACTIONS.changeTimes, [VIEWS.times, { [FIELDS.stepEndsAt]: soon }]);
    expect(early).toEqual({ kind: 'errors', errors: { [FIELDS.stepEndsAt]: t.desk.errors.step_too_soon } });
    const taken = await driver.submit(idOf('mara'), {
      [FIELDS.stepEndsAt]: soon + 3 * 86_400,
      [FIELDS.doneBy]: '2026-12-10',
    });
    expect(taken.kind).toBe('closed');
    await sees('mara', 'The step ends');
    await close('mara');
    world.expectClean();
  });

  it('opens an earlier step again', async () => {
    const { t } = world;
    const review = await start('Adatum', { [FIELDS.mode]: 'open' });
    await review.nextStep();
    await review.step('positives');
    await openDesk(review);
    const result = await change('mara', ACTIONS.reopenPhase, [VIEWS.reopen, { [FIELDS.step]: 'complaints' }]);
    expect(result.kind).toBe('closed');
    await sees('mara', 'is open again, until');
    await close('mara');
    await review.posted((text) => text.includes('“What hurts?” is open again.'));
    await review.step('complaints');
    await review.fill('tom', complaint('One more thing.'));
    await review.posted((text) => text.includes('One more thing.'));
    expect(review.threadText()).not.toContain(t.thread.answer.late);
    await review.nextStep();
    await review.step('positives');
    world.expectClean();
  });

  it('adds people of the channel only, and lets others go', async () => {
    const { t, driver } = world;
    const review = await start('Proseware');
    await openDesk(review);
    const robot = await change('mara', ACTIONS.changePeople, [VIEWS.people, { [FIELDS.add]: ['U8ROBOT'] }]);
    expect(robot).toEqual({ kind: 'errors', errors: { [FIELDS.add]: t.forms.errors.person_not_allowed } });
    const away = await driver.submit(idOf('mara'), { [FIELDS.add]: ['U9AWAY'] });
    expect(away).toEqual({ kind: 'errors', errors: { [FIELDS.add]: t.forms.errors.person_not_in_channel } });
    const values = { [FIELDS.add]: [idOf('priya')], [FIELDS.role]: 'finance', [FIELDS.remove]: [idOf('tom')] };
    expect((await driver.submit(idOf('mara'), values)).kind).toBe('closed');
    const page = await sees('mara', 'Invited: @Priya');
    expect(page).toContain('No longer waited for: @Tom');
    await close('mara');
    await driver.waitFor(() => directTexts('priya').some((text) => text.includes('Proseware')), { timeoutMs: 10_000 });
    await review.fill('priya', complaint('The invoices are never right.'));
    const card = await review.card();
    const refused = await review.replyTo('tom', () => review.press('tom', ACTIONS.answer, card));
    expect(refused).toContain('You were not invited');
    world.expectClean();
  });

  it.each(['open', 'private'] as const)(
    'hides an answer in a review that is %s, without naming anybody',
    async (mode) => {
      const { t, driver } = world;
      const review = await start(`Woodgrove ${mode}`, { [FIELDS.mode]: mode });
      await openDesk(review);
      await driver.pressInView(idOf('mara'), ACTIONS.hideAnswer);
      await sees('mara', 'The thread shows no answers yet');
      await close('mara');
      for (const name of ['omar', 'lena', 'tom'] as const) await review.fill(name, complaint(`Nobody likes ${name}.`));
      await review.nextStep();
      await review.step('positives');
      await review.posted((text) => text.includes('Nobody likes lena.'));
      await review.fill('omar', { [FIELDS.text]: 'They thank us.' });
      if (mode === 'open') await review.posted((text) => text.includes('They thank us.'));
      await openDesk(review);
      await driver.pressInView(idOf('mara'), ACTIONS.hideAnswer);
      if (mode === 'open') {
        await driver.view(idOf('mara'), VIEWS.hideQuestion);
        await driver.submit(idOf('mara'), { [FIELDS.step]: 'complaints' });
      }
      const form = await driver.view(idOf('mara'), VIEWS.hide);
      const options = JSON.stringify(form).match(/\{"text":\{[^}]*\},"value":"[^"]+"[^\]]*?\}/g) ?? [];
      const chosen =
        options.find((option) => option.includes('Nobody likes lena.'))?.match(/"value":"([^"]+)"/)?.[1] ?? '';
      expect(options.some((option) => option.includes('"description"'))).toBe(mode === 'open');
      expect(JSON.stringify(form)).not.toContain('They thank us');
      const values = { [FIELDS.words]: chosen, [FIELDS.reason]: 'It is about a colleague.' };
      expect((await driver.submit(idOf('mara'), values)).kind).toBe('closed');
      await sees('mara', t.desk.done.hidden);
      await close('mara');
      await review.posted((text) => text.includes('It is about a colleague.'));
      expect(review.threadText()).not.toContain('Nobody likes lena.');
      expect(review.threadText()).toContain('Nobody likes tom.');
      await review.press('lena', ACTIONS.myAnswers);
      const own = await sees('lena', 'Nobody likes lena.');
      expect(own).toContain('It is about a colleague.');
      await close('lena');
      await review.nextStep();
      await review.step('lessons');
      await review.nextStep();
      await review.step('vote');
      for (const name of TEAM) await review.vote(name, 'keep');
      await review.closed();
      await review.posted((text) => text.includes('1 answer was hidden by the facilitator'));
      expect(review.threadText()).not.toContain('Nobody likes lena.');
      world.expectClean();
    },
  );

  it('cancels a review: nothing of what was said is left, and buttons say that it is over', async () => {
    const { t, driver } = world;
    const review = await start('Litware', { [FIELDS.mode]: 'open' });
    const old = structuredClone(await review.step('complaints'));
    await review.fill('omar', complaint('A word that goes away.'));
    await review.posted((text) => text.includes('A word that goes away.'));
    await openDesk(review);
    await driver.pressInView(idOf('mara'), ACTIONS.cancelReview);
    await sees('mara', 'The review is cancelled.');
    await close('mara');
    await review.card((text) => text.includes('Every answer was deleted.'));
    await review.posted((text) => text.includes('has cancelled this review'));
    await driver.waitFor(() => !review.threadText().includes('A word that goes away.'), { timeoutMs: 10_000 });
    for (const [action, reply] of [
      [ACTIONS.answer, t.refusals.reviewClosed],
      [ACTIONS.nextPhase, t.refusals.transition.review_closed],
      [ACTIONS.facilitate, t.refusals.transition.review_closed],
    ] as const)
      expect(await review.replyTo('mara', () => review.press('mara', action, old))).toBe(reply);
    await start('Litware');
    world.expectClean();
  });
});

it('never logs a reason or a word', () => {
  expect(world.logs().filter((line) => /Nobody likes|about a colleague|goes away/.test(line))).toEqual([]);
});

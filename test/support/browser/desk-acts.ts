import { expect } from 'vitest';
import { PEOPLE } from '../../../demo/sample-agency.ts';
import { mention, safe } from '../../../src/domain/escaping.ts';
import type { Form } from './form.ts';
import type { SlackPage } from './slack-page.ts';

const MARA = PEOPLE.mara.id;

/** The facilitator reminds who is missing, once. */
export async function remind(slack: SlackPage): Promise<void> {
  const { t } = slack;
  const desk = await openDesk(slack);
  await desk.shows(slack.read(t.commands.whoAnswered.heading({ answered: 2, invited: 4 })));
  await desk.press(t.desk.button.remind);
  await slack.page
    .locator('.modal')
    .filter({ hasText: reminded(slack) })
    .waitFor();
  await desk.finish(t.forms.button.close);
}

/** Two people are missing; whether it is late in the day for them depends on when the test runs. */
function reminded({ read, t }: SlackPage): RegExp {
  const { reminded: say } = t.desk.done;
  const now = read(say({ now: 2, later: 0, before: 0 }));
  const later = read(say({ now: 0, later: 2, before: 0 }));
  return new RegExp([now, later].map((text) => text.replaceAll('.', String.raw`\.`)).join('|'));
}

/** The step ends a day later, at half past eleven: desk and card say so. */
export async function changeTime(slack: SlackPage): Promise<void> {
  const { t } = slack;
  await (await openDesk(slack)).press(t.desk.button.times);
  const form = await slack.form(t.desk.title.times);
  const ends = form.field(t.desk.times.stepEnds).locator('input');
  const day = new Date(`${(await ends.inputValue()).slice(0, 10)}T00:00Z`);
  await ends.fill(`${new Date(day.getTime() + 86_400_000).toISOString().slice(0, 10)}T11:30`);
  await form.finish(t.forms.button.save);
  await done(slack, '11:30');
  await slack.cardShows('11:30');
}

/** Priya is asked to take part as well. */
export async function addPerson(slack: SlackPage): Promise<void> {
  const { t } = slack;
  const { people } = t.desk;
  await (await openDesk(slack)).press(t.desk.button.people);
  const form = await slack.form(t.desk.title.people);
  await form.pick(people.add, slack.nameOf('priya'));
  await form.finish(t.forms.button.save);
  await done(slack, slack.read(t.desk.done.people({ added: safe(mention(PEOPLE.priya.id).mrkdwn), removed: null })));
  await slack.cardShows(t.card.progress(2, 5));
}

/** What was said gives way to the reason for hiding it. */
export async function hide(slack: SlackPage, { words, kept }: { words: string; kept: string }): Promise<void> {
  const { t } = slack;
  const texts = t.desk.hide;
  const reason = t.desk.errors.reason_missing;
  await (await openDesk(slack)).press(t.desk.button.hide);
  const form = await slack.form(t.desk.title.hide);
  await form.shows(slack.read(texts.whatHappens));
  const offered = await form.offers(texts.words);
  await form.pick(texts.words, offered.find((one) => words.startsWith(one.slice(0, 20))) ?? '');
  await form.fill(texts.reason, reason);
  await form.finish(t.desk.button.hideSubmit);
  await done(slack, slack.read(t.desk.done.hidden));
  await slack.threadShows(t.desk.hidden.inPlace, reason, kept);
  await slack.thread.getByText(words).waitFor({ state: 'hidden' });
}

/** From the second step back to the first. */
export async function reopen(slack: SlackPage): Promise<void> {
  const { t } = slack;
  const { confirmNextStep, buttons } = t.card;
  const question = t.vocabulary.step.complaints;
  await slack.press(buttons.nextStep);
  await slack.answer(confirmNextStep.title, confirmNextStep.confirm);
  await slack.cardShows(t.vocabulary.step.positives);
  await (await openDesk(slack)).press(t.desk.button.reopen);
  const form = await slack.form(t.desk.title.reopen);
  expect(await form.option(t.desk.reopen.which, question).isChecked()).toBe(true);
  await form.finish(t.desk.button.reopenSubmit);
  await done(slack, slack.read(t.desk.step({ clientName: 'Adatum', number: 1, question })));
  await slack.threadShows(slack.read(t.desk.reopened.text(question)));
  await slack.cardShows(question);
}

/** At the second thought the review is cancelled, and nothing of what was said is left. */
export async function cancel(slack: SlackPage, words: string): Promise<void> {
  const { t } = slack;
  const { confirmCancel, button } = t.desk;
  const desk = await openDesk(slack);
  await desk.press(button.cancel);
  await slack.answer(confirmCancel.text, confirmCancel.deny);
  await slack.threadShows(words);
  await desk.press(button.cancel);
  await slack.answer(confirmCancel.text, confirmCancel.confirm);
  await done(slack, slack.read(t.desk.done.cancelled));
  await slack.cardShows(slack.read(t.card.cancelled(MARA)));
  await slack.threadShows(slack.read(t.desk.cancelled(MARA)));
  await slack.thread.getByText(words).waitFor({ state: 'hidden' });
  expect(await slack.cardButtons()).toEqual([]);
}

async function openDesk(slack: SlackPage): Promise<Form> {
  await slack.press(slack.t.desk.button.open);
  return slack.form(slack.t.desk.title.desk);
}

/** The desk says what was done, and is closed. */
async function done(slack: SlackPage, text: string): Promise<void> {
  const desk = await slack.form(slack.t.desk.title.desk);
  await desk.shows(text);
  await desk.finish(slack.t.forms.button.close);
}

import { expect } from 'vitest';
import type { Script } from '../../../demo/play-script.ts';
import { EVERYBODY, PEOPLE, type PersonName } from '../../../demo/sample-agency.ts';
import { mention } from '../../../src/domain/escaping.ts';
import type { SlackPage } from './slack-page.ts';

const MARA = PEOPLE.mara.id;

/** The manager types the command, takes three people out of the seven that are preselected, and asks her question. */
export async function start(slack: SlackPage, { client, question }: Script): Promise<void> {
  const { t } = slack;
  await slack.become('mara');
  await slack.type(`/client-review ${client}`);
  const form = await slack.form(t.startForm.title);
  expect(await form.field(t.startForm.client).locator('option:checked').textContent()).toBe(client);
  expect(await form.option(t.startForm.mode, t.startForm.modeOption.private.text).isChecked()).toBe(true);
  for (const name of EVERYBODY) await form.person(slack.nameOf(name)).waitFor();
  for (const name of ['ira', 'priya', 'jonas'] as const) await form.person(slack.nameOf(name)).click();
  await form.fill(t.startForm.question, question);
  await form.finish(t.startForm.submit);
  await slack.cardShows(question, t.card.mode.private, t.vocabulary.step.complaints, t.card.progress(0, 4));
  await slack.openThread();
  await slack.threadShows(t.thread.prompt.question.complaints(client));
}

/** Three of four say what hurts; the others press what is not theirs and are told so; the facilitator moves on, at the second thought. */
export async function complaints(slack: SlackPage, script: Script): Promise<void> {
  const { t } = slack;
  const { buttons, confirmNextStep } = t.card;
  await slack.become('lena');
  await complain(slack, script, 'lena');
  await slack.cardShows(t.card.progress(1, 4));
  await slack.press(buttons.myAnswers);
  const own = await slack.form(t.forms.title.myAnswers);
  await own.shows(script.complaints.lena?.text ?? '');
  await own.finish(t.forms.button.close);

  await slack.become('tom');
  await slack.press(buttons.nothing.complaints);
  await slack.isTold(t.commands.done.nothing.complaints);
  await slack.press(t.desk.button.open);
  await slack.isTold(t.refusals.notFacilitator(MARA));
  await slack.become('omar');
  await slack.press(buttons.nextStep);
  await slack.answer(confirmNextStep.title, confirmNextStep.confirm);
  await slack.isTold(t.refusals.notFacilitator(MARA));
  await slack.become('jonas');
  await slack.press(buttons.answer);
  await slack.isTold(t.refusals.notInvited(MARA));

  await slack.become('mara');
  await complain(slack, script, 'mara');
  await slack.cardShows(t.card.progress(3, 4));
  await slack.press(t.desk.button.open);
  const desk = await slack.form(t.desk.title.desk);
  await desk.shows(slack.read(t.commands.whoAnswered.heading({ answered: 3, invited: 4 })));
  await desk.shows(slack.read(t.commands.whoAnswered.waiting(mention(PEOPLE.omar.id))));
  await desk.finish(t.forms.button.close);
  await slack.press(buttons.nextStep);
  await slack.answer(confirmNextStep.text(1, false), confirmNextStep.deny);
  await slack.cardShows(t.vocabulary.step.complaints);
  await nextStep(slack, 1);
  await slack.threadShows(script.complaints.lena?.text ?? '', script.complaints.mara?.text ?? '');
}

async function complain(slack: SlackPage, script: Script, name: PersonName): Promise<void> {
  const { t } = slack;
  const texts = t.forms.complaint;
  const said = script.complaints[name];
  if (!said) throw new Error(`The script has no complaint of ${name}.`);
  await slack.press(t.card.buttons.answer);
  const form = await slack.form(t.forms.title.complaints);
  await form.fill(texts.text, said.text);
  for (const signal of said.signals) await form.choose(texts.signals, t.vocabulary.signal[signal]);
  await form.choose(texts.severity, t.vocabulary.severity[said.severity]);
  await form.choose(texts.frequency, t.vocabulary.frequency[said.frequency]);
  if (said.concerns) await form.pick(texts.concerns(script.client), t.vocabulary.concerns[said.concerns]);
  await form.finish(t.forms.button.send);
}

const INVITED = 4;

/** The facilitator moves on although `missing` people have not answered. */
async function nextStep(slack: SlackPage, missing: number): Promise<void> {
  const { buttons, confirmNextStep } = slack.t.card;
  await slack.become('mara');
  // The question that the button asks is made when the card is.
  await slack.cardShows(slack.t.card.progress(INVITED - missing, INVITED));
  await slack.press(buttons.nextStep);
  await slack.answer(confirmNextStep.text(missing, false), confirmNextStep.confirm);
}

/** The fourth answer ends the step by itself. */
export async function positives(slack: SlackPage, script: Script): Promise<void> {
  const { t } = slack;
  await slack.cardShows(t.vocabulary.step.positives, t.card.progress(0, 4));
  for (const name of ['mara', 'lena', 'omar'] as const) {
    await slack.become(name);
    await slack.press(t.card.buttons.answer);
    const form = await slack.form(t.forms.title.positives);
    await form.fill(t.forms.positive.text, script.positives[name] ?? '');
    await form.finish(t.forms.button.send);
  }
  await slack.cardShows(t.card.progress(3, 4));
  await slack.become('tom');
  await slack.press(t.card.buttons.nothing.positives);
  await slack.isTold(t.commands.done.nothing.positives);
  await slack.threadShows(script.positives.lena ?? '');
}

/** Two of four say what they learned, and the facilitator moves on. */
export async function lessons(slack: SlackPage, script: Script): Promise<void> {
  const { t } = slack;
  await slack.cardShows(t.vocabulary.step.lessons, t.card.progress(0, 4));
  await slack.become('lena');
  await slack.press(t.card.buttons.answer);
  const form = await slack.form(t.forms.title.lessons);
  await form.fill(t.forms.lessons.learned, script.lessons.lena?.learned ?? '');
  await form.finish(t.forms.button.send);
  await slack.become('tom');
  await slack.press(t.card.buttons.nothing.lessons);
  await slack.isTold(t.commands.done.nothing.lessons);
  await nextStep(slack, 2);
}

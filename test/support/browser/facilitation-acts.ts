import { expect } from 'vitest';
import type { Script } from '../../../demo/play-script.ts';
import { EVERYBODY, type PersonName } from '../../../demo/sample-agency.ts';
import type { SlackPage } from './slack-page.ts';

type Start = { readonly clientName: string; readonly isOpen?: boolean; readonly without?: readonly PersonName[] };

/** The manager starts a review of a client who is new, with everybody but `without`. */
export async function startReview(slack: SlackPage, { clientName, isOpen = false, without = [] }: Start) {
  const { t } = slack;
  await slack.become('mara');
  await slack.type(`/client-review ${clientName}`);
  const form = await slack.form(t.startForm.title);
  expect(await form.field(t.startForm.newClient).locator('input').inputValue()).toBe(clientName);
  for (const name of EVERYBODY) await form.person(slack.nameOf(name)).waitFor();
  for (const name of without) await form.person(slack.nameOf(name)).click();
  if (isOpen) await form.choose(t.startForm.mode, t.startForm.modeOption.open.text);
  await form.finish(t.startForm.submit);
}

/** Waits for a form and leaves it by this button. */
export async function opensAndCloses(slack: SlackPage, title: string, button: string): Promise<void> {
  await (await slack.form(title)).finish(button);
}

/** Lena answers all four questions in one go and is thanked. */
export async function answerEverything(slack: SlackPage, script: Script): Promise<void> {
  const { t } = slack;
  const { title, button } = t.forms;
  const said = script.complaints.lena;
  if (!said) throw new Error('The script has no complaint of Lena.');
  await slack.become('lena');
  await slack.press(t.walk.button);
  const first = await slack.form(title.complaints);
  await first.fill(t.forms.complaint.text, said.text);
  await first.choose(t.forms.complaint.signals, t.vocabulary.signal.scope_creep);
  await first.choose(t.forms.complaint.severity, t.vocabulary.severity[said.severity]);
  await first.choose(t.forms.complaint.frequency, t.vocabulary.frequency[said.frequency]);
  await first.finish(t.walk.next);
  const second = await slack.form(title.positives);
  await second.shows(t.walk.audience.open);
  await second.fill(t.forms.positive.text, script.positives.lena ?? '');
  await second.finish(t.walk.next);
  const third = await slack.form(title.lessons);
  await third.choose(t.walk.nothing, t.card.buttons.nothing.lessons);
  await third.finish(t.walk.next);
  const fourth = await slack.form(title.vote);
  await fourth.choose(t.forms.vote.vote, t.vocabulary.vote.keep);
  await fourth.finish(button.send);
  const done = await slack.form(t.walk.done.title);
  await done.shows(slack.read(t.walk.done.text));
  await done.press(t.card.buttons.myAnswers);
  const own = await slack.form(title.myAnswers);
  await own.shows(script.positives.lena ?? '');
  await own.finish(button.close);
  await slack.cardShows(t.card.progress(1, 4));
  await slack.threadShows(said.text);
}

/** Tom answers by a message in the thread, which gets its receipt; only he is asked what kind of trouble it is. */
export async function replyInThread(slack: SlackPage, text: string): Promise<void> {
  const { t } = slack;
  await slack.become('tom');
  await slack.threadShows(t.replies.prompt.open);
  const message = await slack.reply(text);
  await message.locator('.reaction[title=":white_check_mark:"]').waitFor();
  await slack.threadShows(slack.read(t.replies.taken.complaints));
  await slack.cardShows(t.card.progress(2, 4));
  await slack.become('lena');
  await slack.thread.getByText(slack.read(t.replies.taken.complaints)).waitFor({ state: 'hidden' });
}

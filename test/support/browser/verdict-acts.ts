import { expect } from 'vitest';
import type { Script } from '../../../demo/play-script.ts';
import { EVERYBODY, PEOPLE } from '../../../demo/sample-agency.ts';
import type { SlackPage } from './slack-page.ts';

const MARA = PEOPLE.mara.id;

/** Everybody votes by a click, one adds hours; the verdict follows. */
export async function votes(slack: SlackPage, script: Script): Promise<void> {
  const { t } = slack;
  await slack.cardShows(t.vocabulary.step.vote, t.card.progress(0, 4));
  for (const [name, vote] of [
    ['tom', 'part'],
    ['omar', 'unsure'],
    ['lena', 'keep'],
  ] as const) {
    await slack.become(name);
    await slack.press(t.card.buttons[vote]);
    await slack.isTold(t.commands.done.voted[vote]);
  }
  await slack.press(t.card.buttons.hours);
  const form = await slack.form(t.forms.title.vote);
  expect(await form.option(t.forms.vote.vote, t.vocabulary.vote.keep).isChecked()).toBe(true);
  await form.fill(t.forms.vote.hours, script.hours.lena ?? '');
  await form.finish(t.forms.button.send);
  await slack.become('mara');
  await slack.press(t.card.buttons.keep);
  await slack.threadShows(t.summary.verdict.repair(script.client), t.summary.price(4, null, 'EUR'), t.summary.footer);
  const read = await slack.thread.innerText();
  expect(EVERYBODY.filter((name) => read.includes(slack.nameOf(name)))).toEqual(['mara']);
}

/** A member may not decide; the manager does, and thread and card say so. */
export async function decision(slack: SlackPage, { client, rationale }: Script): Promise<void> {
  const { t } = slack;
  const form = t.decision.form;
  await slack.cardShows(t.summary.shortVerdict.repair, t.card.votes(2, 1, 1), t.card.waitsForDecision);
  await slack.press(t.card.buttons.readSummary);
  await slack.thread
    .locator('.msg.highlighted')
    .filter({ hasText: t.summary.verdict.repair(client) })
    .waitFor();
  await slack.become('lena');
  await slack.press(t.card.buttons.decide);
  await slack.isTold(t.refusals.notManager([]));
  await slack.become('mara');
  await slack.press(t.card.buttons.decide);
  const opened = await slack.form(form.title);
  await opened.shows(t.summary.verdict.repair(client));
  await opened.choose(form.choice.label, form.choice.option.keep_and_repair.text);
  await opened.fill(form.rationale.label, rationale);
  await opened.finish(form.submit);
  const sentence = t.decision.post.sentence(MARA, 'keep_and_repair', client);
  await slack.threadShows(sentence, rationale, t.decision.post.sameAsVerdict);
  await slack.cardShows(sentence);
  await slack.card.getByRole('button', { name: t.card.buttons.decide }).waitFor({ state: 'hidden' });
}

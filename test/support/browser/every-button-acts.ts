import { expect } from 'vitest';
import { EVERYBODY, PEOPLE } from '../../../demo/sample-agency.ts';
import { PHASES, type Phase } from '../../../src/domain/answer.ts';
import type { WordPhase } from '../../../src/domain/statement.ts';
import { opensAndCloses, startReview } from './facilitation-acts.ts';
import type { SlackPage } from './slack-page.ts';

/** What follows the press of a button, by what stands on it, in the order of pressing. */
type Presses = Readonly<Record<string, () => Promise<void>>>;

/**
 * A review that only its facilitator answers in time, who presses whatever the card offers: in every step, while it waits in vain for
 * more answers, when it has closed without a verdict and when it is decided.
 */
export async function pressEverything(slack: SlackPage, clientName: string): Promise<void> {
  const { t } = slack;
  const { buttons, confirmClose, confirmNextStep } = t.card;
  const invited = EVERYBODY.length;
  await startReview(slack, { clientName });
  for (const phase of PHASES) {
    await slack.cardShows(t.vocabulary.step[phase], t.card.progress(0, invited));
    await pressAll(slack, {
      ...(phase === 'vote' ? voting(slack) : answering(slack, phase)),
      ...everywhere(slack),
      [buttons.nextStep]: () => slack.answer(confirmNextStep.title, confirmNextStep.confirm),
    });
  }
  await slack.cardShows(t.card.waiting(1, 4, invited));
  await answerLate(slack);
  await slack.cardShows(t.card.waiting(2, 4, invited));
  const { [t.walk.button]: _notNow, ...inTheEnd } = answering(slack, 'complaints');
  await pressAll(slack, {
    ...inTheEnd,
    [buttons.answer]: () => opensAndCloses(slack, t.forms.title.complaints, t.forms.button.cancel),
    ...everywhere(slack),
    // The wait has only just begun, so that more of it would gain no time.
    [buttons.extend]: () => slack.isTold(t.refusals.waitsAlready),
    [buttons.closeWithoutVerdict]: () => slack.answer(confirmClose.text, confirmClose.deny),
  });
  await slack.cardShows(t.card.waiting(2, 4, invited));
  await slack.press(buttons.closeWithoutVerdict);
  await slack.answer(confirmClose.text, confirmClose.confirm);
  await slack.cardShows(t.summary.shortVerdict.not_enough_voices, t.card.waitsForDecision);
  await slack.card.getByRole('button', { name: buttons.readSummary }).waitFor();
  const reading = { [buttons.readSummary]: () => slack.thread.locator('.msg.highlighted').waitFor() };
  await pressAll(slack, { ...reading, [buttons.decide]: () => decide(slack) });
  await slack.card.getByRole('button', { name: buttons.decide }).waitFor({ state: 'hidden' });
  await pressAll(slack, reading);
}

/** Presses each of these, once it is sure that the card has these buttons and no other. */
async function pressAll(slack: SlackPage, presses: Presses): Promise<void> {
  expect((await slack.cardButtons()).sort()).toEqual(Object.keys(presses).sort());
  for (const [name, followed] of Object.entries(presses)) {
    await slack.press(name);
    await followed();
  }
}

/** Somebody else answers while the review waits, and cannot make it wait longer. */
async function answerLate(slack: SlackPage): Promise<void> {
  const { t } = slack;
  await slack.become('omar');
  await slack.press(t.card.buttons.nothing.complaints);
  await slack.isTold(t.commands.done.savedLate);
  await slack.press(t.card.buttons.extend);
  await slack.isTold(t.refusals.notFacilitator(PEOPLE.mara.id));
  await slack.become('mara');
}

function answering(slack: SlackPage, phase: WordPhase): Presses {
  const { t } = slack;
  const { title, button } = t.forms;
  const next: Record<WordPhase, Phase> = { complaints: 'positives', positives: 'lessons', lessons: 'vote' };
  return {
    [t.card.buttons.answer]: () => opensAndCloses(slack, title[phase], button.cancel),
    [t.card.buttons.nothing[phase]]: () => slack.isTold(t.commands.done.nothing[phase]),
    // This step is answered by now: the next one comes first.
    [t.walk.button]: () => opensAndCloses(slack, title[next[phase]], button.cancel),
  };
}

function voting(slack: SlackPage): Presses {
  const { t } = slack;
  const { buttons } = t.card;
  return {
    [buttons.keep]: () => slack.isTold(t.commands.done.voted.keep),
    [buttons.part]: () => slack.isTold(t.commands.done.voted.part),
    [buttons.unsure]: () => slack.isTold(t.commands.done.voted.unsure),
    [buttons.hours]: () => opensAndCloses(slack, t.forms.title.vote, t.forms.button.cancel),
  };
}

function everywhere(slack: SlackPage): Presses {
  const { t } = slack;
  return {
    [t.card.buttons.myAnswers]: () => opensAndCloses(slack, t.forms.title.myAnswers, t.forms.button.close),
    [t.desk.button.open]: () => opensAndCloses(slack, t.desk.title.desk, t.forms.button.close),
  };
}

async function decide(slack: SlackPage): Promise<void> {
  const { form } = slack.t.decision;
  const opened = await slack.form(form.title);
  await opened.choose(form.choice.label, form.choice.option.keep_as_is.text);
  await opened.fill(form.rationale.label, form.rationale.placeholder);
  await opened.finish(form.submit);
}

import { expect } from 'vitest';
import { EVERYBODY, PEOPLE } from '../../../demo/sample-agency.ts';
import { PHASES } from '../../../src/domain/answer.ts';
import type { SlackPage } from './slack-page.ts';

/**
 * A review of a client that is new, with everybody preselected, that only the facilitator answers in time and one person late:
 * it waits for voices, then closes without a verdict.
 */
export async function waitInVain(slack: SlackPage, clientName: string): Promise<void> {
  const { t } = slack;
  const { buttons, confirmNextStep, confirmClose } = t.card;
  const invited = EVERYBODY.length;
  await slack.become('mara');
  await slack.type(`/client-review ${clientName}`);
  const form = await slack.form(t.startForm.title);
  expect(await form.field(t.startForm.newClient).locator('input').inputValue()).toBe(clientName);
  await form.finish(t.startForm.submit);
  for (const phase of PHASES) {
    await slack.cardShows(t.vocabulary.step[phase], t.card.progress(0, invited));
    if (phase === 'complaints') {
      await slack.press(buttons.nothing.complaints);
      await slack.isTold(t.commands.done.nothing.complaints);
    }
    await slack.press(buttons.nextStep);
    await slack.answer(confirmNextStep.title, confirmNextStep.confirm);
  }
  await slack.cardShows(t.card.waiting(1, 4, invited));

  await slack.become('omar');
  await slack.press(buttons.nothing.complaints);
  await slack.cardShows(t.card.waiting(2, 4, invited));
  await slack.press(buttons.extend);
  await slack.isTold(t.refusals.notFacilitator(PEOPLE.mara.id));
  await slack.become('mara');
  await slack.press(buttons.extend);
  // The wait has only just begun, so that more of it would gain no time.
  await slack.isTold(t.refusals.waitsAlready);
  await slack.press(buttons.closeWithoutVerdict);
  await slack.answer(confirmClose.text, confirmClose.deny);
  await slack.cardShows(t.card.waiting(2, 4, invited));
  await slack.press(buttons.closeWithoutVerdict);
  await slack.answer(confirmClose.text, confirmClose.confirm);
  await slack.cardShows(t.summary.shortVerdict.not_enough_voices, t.card.waitsForDecision);
}

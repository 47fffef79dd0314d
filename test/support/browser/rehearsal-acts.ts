import { sampleTeam } from '../../../src/domain/rehearsal/sample-team.ts';
import { opensAndCloses } from './facilitation-acts.ts';
import type { SlackPage } from './slack-page.ts';

/** *Try it on myself* in the start form, and the whole ritual in the direct messages, to the verdict. */
export async function rehearse(slack: SlackPage): Promise<void> {
  const { t } = slack;
  const { buttons } = t.card;
  const { clientName } = sampleTeam(slack.language);
  await slack.become('mara');
  await slack.type('/client-review');
  await (await slack.form(t.startForm.title)).press(t.rehearsal.button);
  const form = await slack.form(t.rehearsal.form.title);
  await form.shows(slack.read(t.rehearsal.form.promise));
  await form.press(t.rehearsal.form.submit);
  await opensAndCloses(slack, t.rehearsal.started.title, t.forms.button.close);
  await slack.openDirectMessages();
  await slack.cardShows(t.card.progress(6, 7));
  for (const phase of ['complaints', 'positives', 'lessons'] as const) {
    await slack.cardShows(t.vocabulary.step[phase]);
    await slack.press(buttons.nothing[phase]);
  }
  await slack.cardShows(t.vocabulary.step.vote);
  await slack.press(buttons.keep);
  await slack.cardShows(t.summary.shortVerdict.repair, t.card.votes(4, 2, 1));
  await slack.openThread();
  await slack.threadShows(t.summary.verdict.repair(clientName), t.summary.footer);
}

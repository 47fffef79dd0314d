import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCRIPTS } from '../../demo/play-script.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { sampleTeam } from '../../src/domain/rehearsal/sample-team.ts';
import { type BrowserDemo, startBrowserDemo } from '../support/browser/browser-demo.ts';
import { addPerson, cancel, changeTime, hide, remind, reopen } from '../support/browser/desk-acts.ts';
import { pressEverything } from '../support/browser/every-button-acts.ts';
import { answerEverything, replyInThread, startReview } from '../support/browser/facilitation-acts.ts';
import { rehearse } from '../support/browser/rehearsal-acts.ts';

describe.each(LANGUAGES)('the page of Slack, in %s', (language) => {
  let demo: BrowserDemo;

  beforeAll(async () => {
    demo = await startBrowserDemo(language);
  });
  afterAll(() => demo?.stop());

  it('takes answers in one go and in the thread, and lets the facilitator put things right', async () => {
    const script = SCRIPTS[language];
    const words = script.complaints.lena?.text ?? '';
    const reply = script.complaints.tom?.text ?? '';
    const slack = await demo.openSlack('Adatum');
    await startReview(slack, { clientName: 'Adatum', isOpen: true, without: ['ira', 'priya', 'jonas'] });
    await slack.openThread();
    await answerEverything(slack, script);
    await replyInThread(slack, reply);
    await slack.become('mara');
    await remind(slack);
    await changeTime(slack);
    await addPerson(slack);
    await hide(slack, { words, kept: reply });
    await reopen(slack);
    await cancel(slack, script.positives.lena ?? '');
    expect(demo.troubles()).toEqual([]);
  });

  it('answers every button of the card, from the first step to a review that too few answered', async () => {
    await pressEverything(await demo.openSlack('Wingtip'), 'Wingtip');
    expect(demo.troubles()).toEqual([]);
  });

  it('takes a manager through a rehearsal, to the verdict in the direct messages', async () => {
    await rehearse(await demo.openSlack(sampleTeam(language).clientName));
    expect(demo.troubles()).toEqual([]);
  });
});

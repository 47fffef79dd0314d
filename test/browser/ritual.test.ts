import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCRIPTS } from '../../demo/play-script.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { type BrowserDemo, startBrowserDemo } from '../support/browser/browser-demo.ts';
import { complaints, lessons, positives, start } from '../support/browser/ritual-acts.ts';
import { decision, votes } from '../support/browser/verdict-acts.ts';

describe.each(LANGUAGES)('the page of Slack, in %s', (language) => {
  let demo: BrowserDemo;

  beforeAll(async () => {
    demo = await startBrowserDemo(language);
  });
  afterAll(() => demo?.stop());

  it('takes a team from the command to the decision', async () => {
    const script = SCRIPTS[language];
    const slack = await demo.openSlack(script.client);
    await start(slack, script);
    await complaints(slack, script);
    await positives(slack, script);
    await lessons(slack, script);
    await votes(slack, script);
    await decision(slack, script);
    expect(demo.troubles()).toEqual([]);
  });
});

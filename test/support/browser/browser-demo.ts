import { launchChromium } from '../../../demo/chromium.ts';
import { startDemo } from '../../../demo/run-parley.ts';
import type { Language } from '../../../src/domain/language.ts';
import { openSlackPage, type SlackPage } from './slack-page.ts';

export type BrowserDemo = {
  /** A page of its own, in front of the card of this client. */
  openSlack(clientName: string): Promise<SlackPage>;
  /** Errors of the pages and their consoles, and rules of Slack that the app broke, so far. */
  troubles(): string[];
  stop(): Promise<void>;
};

/** The demo as `npm run demo` starts it, and a Chromium to look at it. */
export async function startBrowserDemo(language: Language): Promise<BrowserDemo> {
  const demo = await startDemo({ language });
  const browser = await launchChromium().catch(async (error: unknown) => {
    await demo.stop();
    throw error;
  });
  const onPages: string[] = [];
  return {
    openSlack: (clientName) =>
      openSlackPage({ demo, browser, language, clientName, onTrouble: (text) => void onPages.push(text) }),
    troubles: () => [...onPages, ...demo.standIn.violations()],
    stop: async () => {
      await browser.close();
      await demo.stop();
    },
  };
}

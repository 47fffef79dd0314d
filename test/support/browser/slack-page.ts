import type { Browser, Locator, Page } from 'playwright-core';
import { openAgencyPage, typeAndSend } from '../../../demo/chromium.ts';
import type { Demo } from '../../../demo/run-parley.ts';
import { BOT, PEOPLE, type PersonName } from '../../../demo/sample-agency.ts';
import type { Language } from '../../../src/domain/language.ts';
import { type Messages, translate } from '../../../src/i18n/index.ts';
import { type Form, openedForm } from './form.ts';

const PATIENCE_MS = 15_000;

/** The stand-in's page in front of whoever sits at it; everything it says is what can be read on the screen. */
export type SlackPage = {
  readonly page: Page;
  readonly language: Language;
  readonly t: Messages;
  readonly thread: Locator;
  readonly card: Locator;
  /** What the page calls a person. */
  nameOf(name: PersonName): string;
  /** What a person reads of a text in Slack's markup. */
  read(mrkdwn: string): string;
  become(name: PersonName): Promise<void>;
  type(command: string): Promise<void>;
  /** Types into the open thread; answers the message as it stands there. */
  reply(text: string): Promise<Locator>;
  /** What stands on the buttons of the card, from left to right. */
  cardButtons(): Promise<string[]>;
  /** Presses a button of the card. */
  press(button: string): Promise<void>;
  /** Answers the question that Slack asks before a button acts. */
  answer(question: string, reply: string): Promise<void>;
  form(title: string): Promise<Form>;
  /** Waits until the newest message that only this person sees says this. */
  isTold(text: string): Promise<void>;
  cardShows(...texts: string[]): Promise<void>;
  threadShows(...texts: string[]): Promise<void>;
  openThread(): Promise<void>;
  /** Goes to the direct messages with the app. */
  openDirectMessages(): Promise<void>;
};

/** Opens the stand-in of a demo in the team's channel; the card is that of `clientName`. */
export async function openSlackPage(input: {
  demo: Demo;
  browser: Browser;
  language: Language;
  clientName: string;
  /** Called with every error of the page and of its console. */
  onTrouble: (text: string) => void;
}): Promise<SlackPage> {
  const { demo, browser, language, onTrouble } = input;
  const t = translate(language);
  const page = await openAgencyPage(browser, language, { width: 1500, height: 1000 });
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('pageerror', (error) => void onTrouble(error.message));
  page.on('console', (message) => void (message.type() === 'error' && onTrouble(message.text())));

  const card = page
    .locator('.messages .msg')
    .filter({ hasText: t.card.title(input.clientName) })
    .first();
  const thread = page.locator('.thread-pane');
  const shows = (place: Locator, texts: string[]) =>
    waitForTexts(
      place,
      texts.map((text) => readable(text, language)),
    );

  await page.goto(demo.standIn.url);
  await page.locator('.sidebar-item', { hasText: 'team-clients' }).click();
  return {
    page,
    language,
    t,
    thread,
    card,
    nameOf: (name) => PEOPLE[name].name[language],
    read: (mrkdwn) => readable(mrkdwn, language),
    become: async (name) => void (await page.locator('.actas select').selectOption(PEOPLE[name].id)),
    type: (command) => typeAndSend(page, command),
    reply: async (text) => {
      await typeAndSend(thread, text);
      return thread.locator('.msg').filter({ hasText: text }).last();
    },
    cardButtons: () => card.locator('.bk-button').allInnerTexts(),
    press: (button) => card.getByRole('button', { name: button, exact: true }).click(),
    answer: async (question, reply) => {
      const dialog = page.locator('.modal.ask').filter({ hasText: question });
      await dialog.getByRole('button', { name: reply, exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
    form: (title) => openedForm(page, title),
    isTold: (text) =>
      shows(
        page
          .locator('.messages .msg')
          .filter({ has: page.locator('.badge-eph') })
          .last(),
        [text],
      ),
    cardShows: (...texts) => shows(card, texts),
    threadShows: (...texts) => shows(thread, texts),
    openThread: () => card.locator('.thread-summary').click(),
    openDirectMessages: () => page.locator('.sidebar-item', { hasText: BOT.botName }).first().click(),
  };
}

/** What a person reads of a text in Slack's markup: no marks of bold and italics, names for ids. */
export function readable(mrkdwn: string, language: Language): string {
  const nameOf = (id: string) => Object.values(PEOPLE).find((person) => person.id === id)?.name[language] ?? id;
  return mrkdwn.replace(/<@(\w+)>/g, (_, id: string) => `@${nameOf(id)}`).replace(/[*_]/g, '');
}

async function waitForTexts(place: Locator, texts: string[]): Promise<void> {
  for (const text of texts) {
    await place
      .filter({ hasText: text })
      .waitFor()
      .catch(async (cause: unknown) => {
        const seen = await place.allInnerTexts();
        throw new Error(`Nobody can read "${text}" there; what can be read: ${seen.join(' | ')}`, { cause });
      });
  }
}

import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Language } from '../src/domain/language.ts';
import { launchChromium, openAgencyPage, typeAndSend } from './chromium.ts';
import { takeDigest } from './digest-picture.ts';
import { takeFacilitation, takeRehearsal } from './facilitation-pictures.ts';
import { takeFollowUp } from './follow-up-pictures.ts';
import { takeHomes } from './home-pictures.ts';
import {
  createScene,
  playComplaints,
  playDecision,
  playLateAnswer,
  playLessons,
  playPositives,
  playReveal,
  playVotes,
  type Scene,
} from './play.ts';
import { takePulse } from './pulse-picture.ts';
import { type Demo, startDemo } from './run-parley.ts';
import { PEOPLE } from './sample-agency.ts';
import { agencyWindow, lastClosedWeek } from './seed-pulses.ts';
import { smallPng } from './small-png.ts';
import { createStoryClock, type StoryClock } from './story-clock.ts';
import { silentTeller } from './teller.ts';

const HOUR_MS = 3_600_000;
const FOLDER = fileURLToPath(new URL('../docs/images/', import.meta.url));

/** Shows what followed past verdicts, plays the sample review, a second one and a rehearsal in each language, and writes the pictures of the documentation to docs/images. */
async function takePictures(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  for (const language of ['en', 'ru'] as const) {
    const demo = await startDemo({ language, clock: pulseTime().now });
    const browser = await launchChromium();
    try {
      await takeReview(demo, browser, language);
    } finally {
      await browser.close();
      await demo.stop();
    }
  }
}

/** The clock of the pictures: the next Thursday afternoon, when the pulse of the week is open. */
function pulseTime(): StoryClock {
  const { opensAt } = agencyWindow(lastClosedWeek(new Date()) + 1);
  return createStoryClock(new Date(opensAt.getTime() + HOUR_MS));
}

async function takeReview(demo: Demo, browser: Browser, language: Language): Promise<void> {
  const page = await openAgencyPage(browser, language, { width: 1200, height: 1800 });
  const save = async (name: string, part: Locator) => {
    await page.mouse.move(0, 0);
    const path = `${FOLDER}${name}-${language}.png`;
    await writeFile(path, await smallPng(await part.screenshot({ animations: 'disabled' })));
    console.log(path);
  };
  const scene = createScene(demo, language, silentTeller);

  await page.goto(demo.standIn.url);
  await takeFollowUp({ page, save }, language);
  await start(page, scene);
  await save('start-form', page.locator('.modal'));
  await page.locator('.modal .primary').click();
  await scene.stage.step('complaints');

  await playComplaints(scene);
  await page.setViewportSize({ width: 1000, height: 540 });
  await cardShows(page, scene.t.card.progress(6, 7));
  await save('card', page.locator('body'));

  await playReveal(scene);
  await page.setViewportSize({ width: 1200, height: 1000 });
  await page.locator('.thread-summary').click();
  await cardShows(page, scene.t.card.progress(0, 7));
  await save('thread', page.locator('body'));

  await playLateAnswer(scene);
  await playPositives(scene);
  await playLessons(scene);
  await playVotes(scene);
  await page.setViewportSize({ width: 1200, height: 2400 });
  const summary = page.locator('.thread-pane .msg', { hasText: scene.t.summary.footer });
  await summary.waitFor();
  await save('summary', summary);

  await playDecision(scene);
  await page.setViewportSize({ width: 1200, height: 640 });
  // Opened anew, the page shows no replies meant for one person.
  await page.reload();
  await page.locator('.thread-summary').click();
  const decided = page.locator('.thread-pane .msg', { hasText: scene.script.rationale });
  await decided.waitFor();
  await decided.scrollIntoViewIfNeeded();
  await save('decision', page.locator('body'));

  const sitting = { page, scene, save };
  await takeFacilitation(sitting);
  await takeRehearsal(sitting, language);
  await takeDigest(sitting, demo, language);
  await takePulse(sitting, demo, language);
  await takeHomes(sitting, demo);
}

/** The manager types the command and fills in the form as a person would. */
async function start(page: Page, { script }: Scene): Promise<void> {
  await page.locator('.actas select').selectOption(PEOPLE.mara.id);
  await page.locator('.sidebar-item', { hasText: 'team-clients' }).click();
  await typeAndSend(page, `/client-review ${script.client}`);
  const question = page.locator('.modal textarea');
  await question.fill(script.question);
  await page.locator('.modal-title').click();
}

async function cardShows(page: Page, text: string): Promise<void> {
  await page.locator('.messages .msg', { hasText: text }).first().waitFor();
}

await takePictures();
process.exit();

import { type Browser, chromium, type Page } from 'playwright-core';
import type { Language } from '../src/domain/language.ts';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium of `CHROMIUM_PATH` without a window; Debian's own where nothing is said. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ARGS });
}

/** A page as the sample agency's people have it: in their language, in Berlin, without animations. */
export function openAgencyPage(
  browser: Browser,
  language: Language,
  viewport: { width: number; height: number },
): Promise<Page> {
  return browser.newPage({ viewport, locale: language, timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' });
}

/** Types into the composer and sends it. */
export async function typeAndSend(page: Page, text: string): Promise<void> {
  await page.locator('.composer-input').fill(text);
  await page.locator('.composer-input').press('Enter');
}

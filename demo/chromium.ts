import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
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

/** Types into the composer of the channel, or of the thread where that is the place, and sends it. */
export async function typeAndSend(place: Page | Locator, text: string): Promise<void> {
  const composer = place.locator('.composer-input').first();
  await composer.fill(text);
  await composer.press('Enter');
}

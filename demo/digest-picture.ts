import type { Locator, Page } from 'playwright-core';
import { isoWeekNumber } from '../src/domain/pulse-week.ts';
import { type Language, translate } from '../src/i18n/index.ts';
import { oweDigest } from '../src/usecases/send-digest.ts';
import type { Demo } from './run-parley.ts';
import { MANAGERS_CHANNEL, PEOPLE, TEAM_ID } from './sample-agency.ts';
import { lastClosedWeek } from './seed-pulses.ts';

type Sitting = { readonly page: Page; readonly save: (name: string, part: Locator) => Promise<void> };

/** The digest of the last week that closed, with the seeded eight weeks behind it, in the channel where managers read it. */
export async function takeDigest({ page, save }: Sitting, { app }: Demo, language: Language): Promise<void> {
  const week = lastClosedWeek(app.deps.clock());
  await app.storage
    .forWorkspace(TEAM_ID)
    .transaction((stores) => oweDigest(stores, { week, channelId: MANAGERS_CHANNEL }));
  const t = translate(language);
  await page.setViewportSize({ width: 1200, height: 1700 });
  await page.locator('.actas select').selectOption(PEOPLE.mara.id);
  await page.locator('.sidebar-item', { hasText: 'managers' }).click();
  const digest = page.locator('.messages .msg', { hasText: t.digest.title(isoWeekNumber(week)) }).last();
  await digest.locator('img').waitFor();
  await digest.scrollIntoViewIfNeeded();
  await save('digest', digest);
}

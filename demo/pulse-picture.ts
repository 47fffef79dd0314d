import type { Locator, Page } from 'playwright-core';
import { type Language, translate } from '../src/i18n/index.ts';
import { savePulseAnswer } from '../src/usecases/answer-pulse.ts';
import { owePulse } from '../src/usecases/owe-pulse.ts';
import type { Demo } from './run-parley.ts';
import { PEOPLE, TEAM_ID } from './sample-agency.ts';
import { lastClosedWeek } from './seed-pulses.ts';

type Sitting = { readonly page: Page; readonly save: (name: string, part: Locator) => Promise<void> };

/** The pulse that is open, in a direct message: one client rated, the other not yet. The clock of the demo stands in its window. */
export async function takePulse({ page, save }: Sitting, { app }: Demo, language: Language): Promise<void> {
  const { id: userId } = PEOPLE.lena;
  const { clock } = app.deps;
  const stores = app.storage.forWorkspace(TEAM_ID);
  const week = lastClosedWeek(clock()) + 1;
  const profiles = await stores.clients.listProfiles();
  const clientIds = profiles.filter(({ team }) => team.some((one) => one.userId === userId)).map(({ id }) => id);
  await app.tick();
  const [clientId = ''] = clientIds;
  const answer = { clientId, rating: 4, signals: [], comment: null } as const;
  const saved = await savePulseAnswer(app.deps, { workspaceId: TEAM_ID, week, userId, answer });
  if (!saved.ok) throw new Error(`the pulse for the picture was refused: ${saved.reason}`);
  await stores.transaction((own) => owePulse(own, { week, userId }));
  const t = translate(language);
  await page.setViewportSize({ width: 900, height: 800 });
  await page.locator('.actas select').selectOption(userId);
  await page
    .locator('.sidebar-item', { hasText: /parley/i })
    .first()
    .click();
  const pulse = page.locator('.messages .msg', { hasText: t.pulse.button.notThisWeek }).last();
  await pulse.waitFor();
  await pulse.scrollIntoViewIfNeeded();
  await save('pulse', pulse);
}

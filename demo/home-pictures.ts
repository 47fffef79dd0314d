import type { Page } from 'playwright-core';
import { emptyFields } from '../src/domain/client-profile.ts';
import { bandOf } from '../src/domain/health.ts';
import type { Sitting } from './facilitation-pictures.ts';
import type { Demo } from './run-parley.ts';
import { PEOPLE, type PersonName, TEAM_ID } from './sample-agency.ts';
import { lastClosedWeek } from './seed-pulses.ts';

const MORE_CLIENTS: Readonly<Record<string, readonly number[]>> = { Tailspin: [86, 88, 91, 90], Initech: [] };

/** Both Homes and the page of a client, with the seeded weeks of pulses and one that is open. */
export async function takeHomes({ page, save }: Sitting, demo: Demo): Promise<void> {
  await addClients(demo);
  await page.setViewportSize({ width: 1100, height: 980 });
  await become(page, 'mara');
  await openHome(page);
  const home = page.locator('body');
  await page.getByText('Tailspin').first().waitFor();
  await save('home-manager', home);
  await page
    .getByRole('button', { name: /^(Open|Открыть)$/ })
    .first()
    .click();
  await page.locator('.modal', { hasText: 'Northwind' }).locator('img').waitFor();
  await save('client-page', page.locator('.modal'));
  await page.locator('.modal').getByRole('button').last().click();
  await page.setViewportSize({ width: 1100, height: 760 });
  await become(page, 'lena');
  await openHome(page);
  await page.getByText('Contoso').first().waitFor();
  await save('home-member', home);
}

async function become(page: Page, name: PersonName): Promise<void> {
  await page.locator('.actas select').selectOption(PEOPLE[name].id);
}

/** The app's Home, from the list of apps. */
async function openHome(page: Page): Promise<void> {
  await page
    .locator('.sidebar-item', { hasText: /parley/i })
    .last()
    .click();
}

/** Beside the agency's three: one client that is well, and one that nobody was asked about yet. */
async function addClients({ app }: Demo): Promise<void> {
  const stores = app.storage.forWorkspace(TEAM_ID);
  const now = app.deps.clock();
  const last = lastClosedWeek(now);
  for (const [name, weeks] of Object.entries(MORE_CLIENTS)) {
    const clientId = (await stores.clients.create({ ...emptyFields(name), nameKey: name.toLowerCase() })) ?? '';
    for (const [at, health] of weeks.entries())
      await stores.health.addWeek({
        ...{ clientId, week: last - weeks.length + 1 + at, asked: 4, respondents: 4, health, band: bandOf(health) },
        ...{ meanRating: null, trend: null, signals: [], hardStops: [], comments: 0, closedAt: now },
      });
  }
}

import type { Page } from 'playwright-core';
import type { Role } from '../src/domain/answer.ts';
import { dayOf } from '../src/domain/calendar.ts';
import { emptyFields } from '../src/domain/client-profile.ts';
import { bandOf } from '../src/domain/health.ts';
import { weekOf } from '../src/domain/pulse-week.ts';
import type { Sitting } from './facilitation-pictures.ts';
import type { Demo } from './run-parley.ts';
import { PEOPLE, type PersonName, TEAM_ID } from './sample-agency.ts';

const TEAM: readonly PersonName[] = ['omar', 'lena', 'tom', 'priya'];

/** Twelve weeks of health, oldest first; null: nobody answered. */
const HEALTH: Readonly<Record<string, readonly (number | null)[]>> = {
  Northwind: [78, 74, 76, 71, 68, null, 66, 61, 57, 52, 52, 34],
  Contoso: [41, 44, 52, 50, 55, 58, 61, 57, 63, 64, 64, 64],
  Fabrikam: [80, 81, 79, 84, 82, 80, 83, 82, 85, 77, 77, 82],
  Tailspin: [90, 88, 89, 86, 88, 91, 90, 92, 90, 93, 93, 91],
  Initech: [],
};

/** Both Homes and the page of a client, once the agency has account teams and weeks of pulses. */
export async function takeHomes({ page, save }: Sitting, demo: Demo): Promise<void> {
  await seedHealth(demo);
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
  await page.locator('.modal', { hasText: 'Northwind' }).waitFor();
  await save('client-page', page.locator('.modal'));
  await page.locator('.modal').getByRole('button').last().click();
  await page.setViewportSize({ width: 1100, height: 760 });
  await become(page, 'lena');
  await openHome(page);
  await page.getByText('Fabrikam').first().waitFor();
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

async function seedHealth({ app }: Demo): Promise<void> {
  const stores = app.storage.forWorkspace(TEAM_ID);
  const now = app.deps.clock();
  const week = weekOf(dayOf(now, 'Europe/Berlin'));
  const roles: readonly Role[] = ['sales', 'support', 'delivery', 'account'];
  const team = TEAM.map((name, at) => ({ userId: PEOPLE[name].id, role: roles[at] ?? 'other', isFromGroup: false }));
  for (const [name, weeks] of Object.entries(HEALTH)) {
    const nameKey = name.toLowerCase();
    const known = await stores.clients.findByNameKey(nameKey);
    const clientId = known?.id ?? (await stores.clients.create({ ...emptyFields(name), nameKey })) ?? '';
    await stores.accountMembers.replace(clientId, name === 'Initech' ? [] : team);
    for (const [at, health] of weeks.entries())
      await stores.health.addWeek({
        ...{ clientId, week: week - weeks.length + at, asked: 4, respondents: health === null ? 0 : 3, health },
        ...{ band: health === null ? null : bandOf(health), meanRating: null, trend: null, signals: [], hardStops: [] },
        ...{ comments: 0, closedAt: now },
      });
  }
  const clientIds = (await stores.clients.list()).map(({ id }) => id).slice(0, 4);
  const closesAt = new Date(now.getTime() + 27 * 60 * 60_000);
  await stores.pulses.invite([{ week, userId: PEOPLE.lena.id, opensAt: now, closesAt, clientIds }]);
}

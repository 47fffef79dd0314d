import type { Locator, Page } from 'playwright-core';
import { sampleTeam } from '../src/domain/rehearsal/sample-team.ts';
import { wallClock } from '../src/domain/wall-clock.ts';
import type { Language } from '../src/i18n/index.ts';
import { ACTIONS, FIELDS, VIEWS } from '../src/slack/ids.ts';
import { typeAndSend } from './chromium.ts';
import type { Scene } from './play.ts';
import { PEOPLE, type PersonName } from './sample-agency.ts';
import { hasAction } from './stage.ts';

export type Sitting = {
  readonly page: Page;
  readonly scene: Scene;
  readonly save: (name: string, part: Locator) => Promise<void>;
};

const CLIENT = 'Adatum';

/** A private review that does not wait for somebody: its card, a form of *Answer everything now*, the facilitator's page. */
export async function takeFacilitation({ page, scene, save }: Sitting): Promise<void> {
  const { t, stage } = scene;
  // Opened anew, the page has no thread beside the channel.
  await page.reload();
  await become(page, 'mara');
  await page.locator('.sidebar-item', { hasText: 'team-clients' }).click();
  await typeAndSend(page, `/client-review ${CLIENT}`);
  await page.locator('.modal .primary').click();
  const card = page.locator('.messages .msg', { hasText: t.card.title(CLIENT) }).first();
  await card.getByRole('button', { name: t.walk.button }).waitFor();
  await sayAway(scene, 'jonas');
  for (const name of ['omar', 'tom', 'priya'] as const) await stage.press(name, ACTIONS.nothingToSay);
  await card
    .filter({ hasText: t.card.progress(3, 7) })
    .filter({ hasText: t.presence.why.away })
    .waitFor();
  await page.setViewportSize({ width: 1000, height: 900 });
  await save('card-away', card);

  await become(page, 'lena');
  await card.getByRole('button', { name: t.walk.button }).click();
  await page.locator('.modal label', { hasText: t.card.buttons.nothing.complaints }).click();
  await page.locator('.modal .primary').click();
  await page.locator('.modal', { hasText: t.walk.audience.privateWords }).waitFor();
  await page.locator('.modal textarea').fill(scene.script.positives.lena ?? '');
  await save('walk', page.locator('.modal'));
  await page.locator('.modal').getByRole('button', { name: t.forms.button.cancel, exact: true }).click();

  await become(page, 'mara');
  await card.getByRole('button', { name: t.desk.button.open }).click();
  await page.locator('.modal', { hasText: t.desk.button.cancel }).waitFor();
  await save('desk', page.locator('.modal'));
  await page.locator('.modal').getByRole('button', { name: t.forms.button.close, exact: true }).click();
}

/** The manager's direct messages when a rehearsal has come to its verdict. */
export async function takeRehearsal({ page, scene, save }: Sitting, language: Language): Promise<void> {
  const { t } = scene;
  await typeAndSend(page, '/client-review rehearse');
  await page.locator('.modal .primary').click();
  await page.locator('.modal', { hasText: t.rehearsal.started.title }).getByRole('button').last().click();
  await page.locator('.sidebar-item', { hasText: 'parley' }).first().click();
  const card = page.locator('.messages .msg', { hasText: t.card.title(sampleTeam(language).clientName) }).first();
  for (const phase of ['complaints', 'positives', 'lessons'] as const)
    await card.getByRole('button', { name: t.card.buttons.nothing[phase] }).click();
  await card.getByRole('button', { name: t.card.buttons.keep, exact: true }).click();
  await page.setViewportSize({ width: 1200, height: 760 });
  await card.getByRole('button', { name: t.card.buttons.readSummary }).click();
  await page.locator('.thread-pane .msg.highlighted').waitFor();
  await save('rehearsal', page.locator('body'));
}

async function become(page: Page, name: PersonName): Promise<void> {
  await page.locator('.actas select').selectOption(PEOPLE[name].id);
}

/** Somebody says on the invitation that they are away for a week. */
async function sayAway({ driver, t }: Scene, name: PersonName): Promise<void> {
  const { id } = PEOPLE[name];
  const invitation = await driver.waitFor(
    () => driver.directMessages(id).findLast((one) => hasAction(one, ACTIONS.away)),
    {
      what: `the invitation of ${t.presence.button}`,
    },
  );
  await driver.press(id, invitation, ACTIONS.away);
  await driver.view(id, VIEWS.daysOff);
  const now = wallClock(new Date(), 'Europe/Berlin');
  const today = now.toISOString().slice(0, 10);
  const inAWeek = new Date(now.getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
  await driver.submit(id, { [FIELDS.firstDayOff]: today, [FIELDS.lastDayOff]: inAWeek });
}

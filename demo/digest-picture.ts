import type { Locator, Page } from 'playwright-core';
import { emptyFields } from '../src/domain/client-profile.ts';
import { bandOf, type NamedSignal } from '../src/domain/health.ts';
import { isoWeekNumber, weekOf } from '../src/domain/pulse-week.ts';
import type { WeightedSignalId } from '../src/domain/signals.ts';
import { type Language, translate } from '../src/i18n/index.ts';
import { oweDigest } from '../src/usecases/send-digest.ts';
import type { Demo } from './run-parley.ts';
import { EVERYBODY, PEOPLE, TEAM_CHANNEL, TEAM_ID } from './sample-agency.ts';

type Sample = {
  readonly name: string;
  /** The last of this week, null for none. */
  readonly scores: readonly (number | null)[];
  readonly named?: readonly NamedSignal<WeightedSignalId>[];
};

const SAMPLES: readonly Sample[] = [
  {
    name: 'Northwind',
    scores: [78, 74, 70, 71, 66, 60, 58, 55, 57, 52, 52, 34],
    named: [
      { id: 'off_hours', respondents: 3 },
      { id: 'late_payment', respondents: 2 },
    ],
  },
  { name: 'Contoso', scores: [62, 60, 65, 61, 58, null, null, 63, 61, 60, 61, 61] },
  { name: 'Fabrikam', scores: [80, 82, 85, 85, 84, 80, 78, 77, 77, 74, 77, 82] },
  { name: 'Tailspin', scores: [90, 91, 88, 86, 85, 84, 80, 84, 80, 82, 85, 74] },
  { name: 'Initech', scores: [70, 72, null] },
];

const COMMENT: Readonly<Record<Language, string>> = {
  en: 'Three calls after nine in the evening, each of them “urgent”.',
  ru: 'Три звонка после девяти вечера, и каждый «срочный».',
};

type Sitting = { readonly page: Page; readonly save: (name: string, part: Locator) => Promise<void> };

/** The digest of this week with twelve weeks behind it, in the channel, as managers read it. */
export async function takeDigest({ page, save }: Sitting, demo: Demo, language: Language): Promise<void> {
  const week = weekOf(new Date().toISOString().slice(0, 10));
  await fillWeeks(demo, { week, comment: COMMENT[language] });
  const t = translate(language);
  await page.setViewportSize({ width: 1200, height: 1700 });
  await page.locator('.sidebar-item', { hasText: 'team-clients' }).click();
  const digest = page.locator('.messages .msg', { hasText: t.digest.title(isoWeekNumber(week)) }).last();
  await digest.locator('img').waitFor();
  await digest.scrollIntoViewIfNeeded();
  await save('digest', digest);
}

async function fillWeeks({ app }: Demo, { week, comment }: { week: number; comment: string }): Promise<void> {
  const stores = app.storage.forWorkspace(TEAM_ID);
  const now = app.deps.clock();
  const ids: string[] = [];
  for (const { name, scores, named = [] } of SAMPLES) {
    const nameKey = name.toLowerCase();
    const known = await stores.clients.findByNameKey(nameKey);
    const clientId = known?.id ?? (await stores.clients.create({ ...emptyFields(name), nameKey })) ?? '';
    ids.push(clientId);
    for (const [i, health] of scores.entries())
      await stores.health.addWeek({
        ...{ clientId, week: week - scores.length + 1 + i, asked: 7, closedAt: now, hardStops: [], comments: 0 },
        ...{ respondents: health === null ? 0 : 5, health, band: health === null ? null : bandOf(health) },
        ...{ meanRating: null, trend: null, signals: i === scores.length - 1 ? named : [] },
      });
  }
  const [first = ''] = ids;
  for (const name of EVERYBODY) {
    const userId = PEOPLE[name].id;
    await stores.pulses.invite([{ week, userId, opensAt: now, closesAt: now, clientIds: ids }]);
    if (name === 'tom') continue;
    const said = name === 'lena' ? comment : null;
    await stores.pulseAnswers.save(week, { clientId: first, userId, rating: 2, signals: [], comment: said });
  }
  await stores.pulses.closeSome(now, EVERYBODY.length);
  const alert = { condition: 'sharp_fall', from: 52, to: 34 } as const;
  await stores.health.addAlert({ clientId: first, condition: alert.condition, week, alert, at: now });
  await stores.transaction((own) => oweDigest(own, { week, channelId: TEAM_CHANNEL }));
}

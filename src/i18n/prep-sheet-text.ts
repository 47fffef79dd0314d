import type { PrepSheet } from '../domain/meeting/prep-sheet.ts';
import { formatMoney } from './amounts.ts';
import type { Messages } from './index.ts';

/**
 * A prep sheet as plain text, for a field in which people edit it: numbers, facts, what is good, how it feels, what we ask for, how to
 * talk. A section with nothing in it is left out, but for the facts, where a line says what to do about it. Under 3,000 characters.
 */
export function prepSheetText({ clientName, numbers, facts, quotes, asks }: PrepSheet, t: Messages): string {
  const { sheet } = t.meeting;
  const { pressure, tookPart, invited, signals, hoursPerWeek, amounts, good } = numbers;
  const money = amounts.map(({ currency, total }) => formatMoney(t.forms.locale, total, currency));
  const sections: [string, readonly string[]][] = [
    [
      sheet.numbers,
      [
        sheet.tookPart(tookPart, invited),
        ...(pressure === null ? [] : [sheet.pressure(pressure)]),
        ...signals.map(({ id, voices, of }) => sheet.signal(id, voices, of)),
        ...(hoursPerWeek === null ? [] : [sheet.hours(hoursPerWeek)]),
        ...(money.length === 0 ? [] : [sheet.amounts(money)]),
        ...(good === null ? [] : [sheet.good(good.named, good.of)]),
      ],
    ],
    [sheet.facts, facts.length === 0 ? [sheet.noFacts] : facts.map(sheet.fact)],
    [sheet.positives, quotes.positives],
    [sheet.complaints, quotes.complaints],
    [sheet.asks, asks.map(sheet.ask)],
    [sheet.conduct, sheet.conductLines],
  ];
  return [
    sheet.title(clientName),
    ...sections
      .filter(([, lines]) => lines.length > 0)
      .map(([heading, lines]) => [heading, ...lines.map((line) => `• ${line}`)].join('\n')),
  ].join('\n\n');
}

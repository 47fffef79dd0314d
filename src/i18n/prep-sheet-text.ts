import { MAX_MEETING_TEXT_LENGTH } from '../domain/meeting/client-meeting.ts';
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
  const sections: Section[] = [
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
  return fitted(sheet.title(clientName), sections, sheet.shortened);
}

type Section = readonly [heading: string, lines: readonly string[]];

/** With the last lines of the longest sections left out until all of it fits, and a line that says so. */
function fitted(title: string, sections: readonly Section[], note: string): string {
  const whole = textOf(title, sections);
  if (whole.length <= MAX_MEETING_TEXT_LENGTH) return whole;
  let shorter = sections;
  while (textOf(title, shorter).length + note.length + 2 > MAX_MEETING_TEXT_LENGTH) {
    const longest = shorter.reduce((best, one) => (lengthOf(one) > lengthOf(best) ? one : best));
    shorter = shorter.map((one) => (one === longest ? ([one[0], one[1].slice(0, -1)] as const) : one));
  }
  return `${textOf(title, shorter)}\n\n${note}`;
}

function lengthOf([, lines]: Section): number {
  return lines.join('').length;
}

function textOf(title: string, sections: readonly Section[]): string {
  return [
    title,
    ...sections
      .filter(([, lines]) => lines.length > 0)
      .map(([heading, lines]) => [heading, ...lines.map((line) => `• ${line}`)].join('\n')),
  ].join('\n\n');
}

import type { Figures } from './figures.ts';
import { MIN_PEOPLE_FOR_WORDS } from './statement.ts';

/**
 * The figures of a private review as they may be kept and shown. What fewer than three people said is left out of them, not only
 * its words: "pays late: 1 of 1" names its author as surely as the words would. How many answered stays, and so does a hard stop,
 * which must be acted on whoever reported it.
 */
export function withoutSmallGroups(figures: Figures): Figures {
  const { complaints, positives, votes } = figures;
  const cast = votes.keep + votes.part + votes.unsure;
  return {
    ...figures,
    ...(isSmall(figures.voices) ? { pressure: 0, signals: [], complaints: emptied(complaints) } : {}),
    ...(isSmall(positives.answered) ? { positives: { answered: 0, named: 0, cannotName: 0, warmth: null } } : {}),
    ...(isSmall(cast) ? { votes: { keep: 0, part: 0, unsure: 0 }, hours: { perWeek: 0, givenBy: 0 } } : {}),
  };
}

function isSmall(people: number): boolean {
  return people < MIN_PEOPLE_FOR_WORDS;
}

function emptied({ byConcerns, byFrequency }: Figures['complaints']): Figures['complaints'] {
  const zeros = <K extends string>(counts: Readonly<Record<K, number>>) =>
    Object.fromEntries(Object.keys(counts).map((key) => [key, 0])) as Record<K, number>;
  return { total: 0, byConcerns: zeros(byConcerns), byFrequency: zeros(byFrequency) };
}

import type { Figures } from '../figures.ts';
import type { ReviewMode } from '../review.ts';
import { MIN_PEOPLE_FOR_WORDS } from '../statement.ts';

/** The figures of a review as they leave the workspace. Null: withheld, since fewer than three people answered in private. */
export type ShownFigures = {
  readonly invited: number;
  readonly tookPart: number;
  readonly voices: number;
  readonly pressure: number | null;
  readonly signals: readonly { readonly id: string; readonly voices: number }[] | null;
  /** Always told: it must be acted on, whoever reported it. */
  readonly hardStops: readonly { readonly id: string; readonly voices: number }[];
  readonly complaints: number | null;
  readonly positives: { readonly answered: number; readonly named: number } | null;
  readonly votes: Figures['votes'] | null;
  readonly hoursPerWeek: number | null;
};

/**
 * What was shown of a review's figures. In a private one those of fewer than three people are stored as zeros, which here would read
 * as an answer: they are null.
 */
export function shownFigures(figures: Figures, mode: ReviewMode): ShownFigures {
  const { invited, tookPart, voices, pressure, signals, hardStops, complaints, positives, votes, hours } = figures;
  const isWithheld = (people: number) => mode === 'private' && people < MIN_PEOPLE_FOR_WORDS;
  const hasFewVotes = isWithheld(votes.keep + votes.part + votes.unsure);
  const hasFewVoices = isWithheld(voices);
  const named = (all: readonly { id: string; voices: number }[]) =>
    all.map(({ id, voices: by }) => ({ id, voices: by }));
  return {
    ...{ invited, tookPart, voices, hardStops: named(hardStops) },
    pressure: hasFewVoices ? null : pressure,
    signals: hasFewVoices ? null : named(signals),
    complaints: hasFewVoices ? null : complaints.total,
    positives: isWithheld(positives.answered) ? null : { answered: positives.answered, named: positives.named },
    votes: hasFewVotes ? null : votes,
    hoursPerWeek: hasFewVotes ? null : hours.perWeek,
  };
}

import { type AmountInCurrency, amountsByCurrency } from '../evidence/amounts-by-currency.ts';
import { currentEntries } from '../evidence/current-entries.ts';
import type { EvidenceEntry } from '../evidence/evidence.ts';
import type { SuggestionId } from '../plan/suggestions.ts';
import { isHardStop, type SignalChoice, type WeightedSignalId } from '../signals.ts';
import { MIN_PEOPLE_FOR_WORDS } from '../statement.ts';
import type { SummaryModel } from '../summary.ts';
import { withoutColleagues } from '../without-colleagues.ts';

/** So much of everything fits a sheet of one field (3,000 characters) that is read before a meeting. */
export const MAX_SHEET_SIGNALS = 5;
export const MAX_SHEET_FACTS = 6;
export const MAX_SHEET_QUOTES = 3;
export const MAX_SHEET_ASKS = 3;
const MAX_LINE_LENGTH = 120;

/** A dated fact of the evidence log. Who logged it is not in it. */
export type SheetFact = {
  readonly on: string;
  readonly text: string;
  readonly signal: SignalChoice | null;
  readonly amount: number | null;
  readonly currency: string | null;
};

/**
 * What to take to a meeting with the client: numbers, then facts, then what is good, then what we ask for. It never says what a hard
 * stop is about, who said what, or how anybody voted.
 */
export type PrepSheet = {
  readonly clientName: string;
  readonly numbers: {
    /** 0..100; null where too few people answered to say. */
    readonly pressure: number | null;
    readonly tookPart: number;
    readonly invited: number;
    /** Most weighty first. */
    readonly signals: readonly { readonly id: WeightedSignalId; readonly voices: number; readonly of: number }[];
    readonly hoursPerWeek: number | null;
    /** Money that broken agreements were about, by currency. */
    readonly amounts: readonly AmountInCurrency[];
    /** How many named something good, of those who answered; null where it is not known or could point at somebody. */
    readonly good: { readonly named: number; readonly of: number } | null;
  };
  /** Oldest first. */
  readonly facts: readonly SheetFact[];
  /** Words of an open review, without authors and names of colleagues; none of a private one. */
  readonly quotes: { readonly complaints: readonly string[]; readonly positives: readonly string[] };
  readonly asks: readonly SuggestionId[];
};

export type PrepSheetFacts = {
  readonly summary: Pick<SummaryModel, 'clientName' | 'mode' | 'figures' | 'said'>;
  readonly evidence: readonly EvidenceEntry[];
  /** What the plan asks the client for, in its order. */
  readonly asks: readonly SuggestionId[];
  readonly colleagues: { readonly names: readonly string[]; readonly placeholder: string };
};

/**
 * Makes the prep sheet from the record (method 6): facts and numbers first, no accusation, no names of colleagues, and nothing of a
 * private review that could point at a person: none of its words, and no number that fewer than three people stand behind.
 */
export function planPrepSheet({ summary, evidence, asks, colleagues }: PrepSheetFacts): PrepSheet {
  const { clientName, mode, figures } = summary;
  const isPrivate = mode === 'private';
  const mayCount = (people: number) => !isPrivate || people >= MIN_PEOPLE_FOR_WORDS;
  const { positives, hours, voices } = figures;
  const facts = factsOf(evidence, colleagues);
  return {
    clientName,
    numbers: {
      pressure: voices > 0 && mayCount(voices) ? figures.pressure : null,
      tookPart: figures.tookPart,
      invited: figures.invited,
      signals: figures.signals
        .filter((signal) => mayCount(signal.voices))
        .slice(0, MAX_SHEET_SIGNALS)
        .map(({ id, voices: count }) => ({ id, voices: count, of: voices })),
      hoursPerWeek: hours.perWeek > 0 && mayCount(hours.givenBy) ? hours.perWeek : null,
      amounts: amountsByCurrency(facts),
      good:
        positives.named > 0 && mayCount(positives.named) ? { named: positives.named, of: positives.answered } : null,
    },
    facts: facts.slice(-MAX_SHEET_FACTS),
    quotes: isPrivate ? { complaints: [], positives: [] } : quotesOf(summary.said, colleagues),
    asks: asks.slice(0, MAX_SHEET_ASKS),
  };
}

type Colleagues = PrepSheetFacts['colleagues'];

function quotesOf({ complaints, positives }: SummaryModel['said'], colleagues: Colleagues): PrepSheet['quotes'] {
  const shown = (said: SummaryModel['said']['complaints']) =>
    distinct(
      said
        .filter(({ signals }) => !signals.some(isHardStop))
        .map(({ text }) => shortened(withoutColleagues(text, colleagues))),
    ).slice(0, MAX_SHEET_QUOTES);
  return { complaints: shown(complaints), positives: shown(positives) };
}

/** What several people said in the same words stands there once. */
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The newest wording of every entry but those about a hard stop, oldest first: they belong to a lawyer, not on this sheet. */
function factsOf(evidence: readonly EvidenceEntry[], colleagues: Colleagues): SheetFact[] {
  return currentEntries(evidence)
    .map(({ entry }) => entry)
    .filter(({ signal }) => signal === null || !isHardStop(signal))
    .map(({ happenedOn, text, signal, amount, currency }) => ({
      ...{ on: happenedOn, text: shortened(withoutColleagues(text, colleagues)), signal, amount, currency },
    }))
    .reverse();
}

/** One line of at most 120 characters; the whole stands in the log and in the summary. */
function shortened(text: string): string {
  const line = Array.from(text.replace(/\s+/gu, ' ').trim());
  return line.length <= MAX_LINE_LENGTH
    ? line.join('')
    : `${line
        .slice(0, MAX_LINE_LENGTH - 1)
        .join('')
        .trimEnd()}…`;
}

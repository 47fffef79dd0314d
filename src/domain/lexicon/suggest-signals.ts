import { MAX_SIGNALS } from '../answer.ts';
import { isHardStop, SIGNAL_IDS, type SignalId } from '../signals.ts';
import { en } from './en.ts';
import { type Lexicon, phrasesOf } from './lexicon.ts';
import { compilePhrase, foldText, openingsOf } from './phrase.ts';
import { ru } from './ru.ts';

const STRONG = 2;
const WEAK = 1;

type Entry = {
  readonly signal: SignalId;
  readonly points: number;
  readonly openings: readonly string[];
  readonly isNamedIn: (folded: string) => boolean;
};

const entriesOf = (lexicon: Lexicon): Entry[] =>
  SIGNAL_IDS.flatMap((signal) => {
    const { strong, weak = '' } = lexicon[signal];
    const compile = (points: number) => (phrase: string) => ({
      ...{ signal, points, openings: openingsOf(phrase), isNamedIn: matcherOf(phrase) },
    });
    return [...phrasesOf(strong).map(compile(STRONG)), ...phrasesOf(isHardStop(signal) ? '' : weak).map(compile(WEAK))];
  });

/** Every language at once: teams mix them. */
const ENTRIES: readonly Entry[] = [...entriesOf(en), ...entriesOf(ru)];

/**
 * Kinds of trouble that a complaint's words sound like: at most three, the most often named first, in catalogue order where they are
 * even; none where nothing is clear. A suggestion only: its author says what it is.
 */
export function suggestSignals(text: string): SignalId[] {
  const folded = foldText(text);
  const points = new Map<SignalId, number>();
  for (const entry of ENTRIES)
    if (isIn(folded, entry)) points.set(entry.signal, (points.get(entry.signal) ?? 0) + entry.points);
  const clear = SIGNAL_IDS.filter((signal) => (points.get(signal) ?? 0) >= STRONG);
  return clear.sort((a, b) => (points.get(b) ?? 0) - (points.get(a) ?? 0)).slice(0, MAX_SIGNALS);
}

/** Compiled when a text first needs it: all of them at once take longer than the rest of a start, and most are never needed. */
function matcherOf(phrase: string): Entry['isNamedIn'] {
  let pattern: RegExp | undefined;
  return (folded) => {
    pattern ??= compilePhrase(phrase);
    return pattern.test(folded);
  };
}

function isIn(folded: string, { openings, isNamedIn }: Entry): boolean {
  return openings.some((opening) => folded.includes(opening)) && isNamedIn(folded);
}

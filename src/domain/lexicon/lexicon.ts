import type { SignalId } from '../signals.ts';

/**
 * The words of one language that tell of each kind of trouble: phrases as phrase.ts reads them, with `;` or a new line between. A
 * strong phrase is enough for a suggestion; of weak ones it takes two. A hard stop has strong ones only: it is never suggested for
 * words that could be harmless.
 */
export type Lexicon = Readonly<Record<SignalId, { readonly strong: string; readonly weak?: string }>>;

/** The phrases of one entry, one by one. */
export function phrasesOf(entry: string): string[] {
  return entry
    .split(/[;\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

import type { Language } from '../../../src/domain/language.ts';
import type { SignalId } from '../../../src/domain/signals.ts';

/** What somebody might type, with the kinds of trouble a reader would name, best first; none for a sentence that names no trouble. */
export type LabelledSentence = {
  readonly text: string;
  readonly language: Language;
  readonly expected: readonly SignalId[];
};

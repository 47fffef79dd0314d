import type { Outcome } from '../../domain/verdict-rules.ts';

const MARKS: Readonly<Record<Outcome['mode'], string>> = {
  as_is: '🟢',
  repair: '🟡',
  planned: '🔴',
  now: '🔴',
  not_enough_voices: '⚪',
};

/** The colour of a verdict; a word always stands beside it. */
export function verdictMark(mode: Outcome['mode']): string {
  return MARKS[mode];
}

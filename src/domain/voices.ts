import type { Thresholds } from './verdict.ts';

/** How many voices a verdict needs: at least three, and at least half of those invited (method 5, rule 2). */
export function voicesNeeded(
  invited: number,
  { minVoices, minVoiceShare }: Pick<Thresholds, 'minVoices' | 'minVoiceShare'>,
): number {
  return Math.max(minVoices, Math.ceil(invited * minVoiceShare));
}

import type { Figures } from '../../domain/figures.ts';
import type { SignalId } from '../../domain/signals.ts';

export type Named = { readonly id: SignalId; readonly voices: number };

/** The signals that most people named, at most `count`; hard stops first, then by people, then by weight of the trouble. */
export function mostNamed({ hardStops, signals }: Figures, count: number): readonly Named[] {
  return [...hardStops, ...[...signals].sort((a, b) => b.voices - a.voices)].slice(0, count);
}

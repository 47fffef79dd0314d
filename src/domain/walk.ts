import { PHASES, type Phase } from './answer.ts';

/** The question that *Answer everything now* asks next: the first that this person has not answered; null when none is left. */
export function nextInWalk(answered: readonly Phase[]): Phase | null {
  return PHASES.find((phase) => !answered.includes(phase)) ?? null;
}

/** Whether no question follows the one about `phase`. */
export function isLastInWalk(phase: Phase, answered: readonly Phase[]): boolean {
  return nextInWalk([...answered, phase]) === null;
}

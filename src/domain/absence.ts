import type { Absence } from './review-record.ts';

/** Absences that take away the right to answer; somebody who is merely away, or left the channel, may still do so. */
export const BARRED_ABSENCES: readonly Absence[] = ['removed', 'deactivated', 'guest', 'outside'];

/** Whether a person who was invited can still answer. What they said before counts in any case. */
export function canAnswer({ absence }: { readonly absence: Absence | null }): boolean {
  return absence === null || !BARRED_ABSENCES.includes(absence);
}

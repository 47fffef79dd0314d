/** Why a review does not wait for somebody it invited. */
export const ABSENCES = ['left_channel', 'deactivated', 'guest', 'outside', 'away', 'removed'] as const;
export type Absence = (typeof ABSENCES)[number];

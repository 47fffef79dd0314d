import type { Absence, Participant } from '../domain/review-record.ts';

/** Those of these people whom a review does not wait for, and why, in the order of their ids. */
export function absencesOf(people: readonly Participant[]): { userId: string; absence: Absence }[] {
  const absent = people.flatMap(({ userId, absence }) => (absence === null ? [] : [{ userId, absence }]));
  return absent.sort((a, b) => (a.userId < b.userId ? -1 : 1));
}

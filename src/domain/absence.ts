import { type Calendar, type DayRange, isAwayThroughout, isDayOff } from './calendar.ts';
import { type Member, memberRefusal } from './member.ts';
import type { Preset } from './review.ts';
import type { Absence, Participant } from './review-record.ts';

/** What is known of somebody who was invited. */
export type PresenceFacts = {
  /** Null when Slack did not say who this is now. */
  readonly member: Member | null;
  /** Null when it could not be found out who is in the channel. */
  readonly isInChannel: boolean | null;
  /** Their own zone and their own days off. */
  readonly calendar: Calendar;
  /** Days off of everybody. */
  readonly holidays: readonly DayRange[];
  readonly preset: Preset;
  readonly now: Date;
  /** When the step ends; null: today. */
  readonly phaseEndsAt: Date | null;
};

/**
 * Why a review does not wait for somebody, the weightiest reason first; null when it does (product: guests, deactivated and outside
 * users are never asked; quiet). What Slack did not answer changes nothing: `current` stays as far as it rests on that. Who was
 * taken off the list by the facilitator stays so.
 */
export function absenceOf(current: Absence | null, facts: PresenceFacts): Absence | null {
  if (current === 'removed' || facts.member === null) return current;
  const refusal = memberRefusal(facts.member);
  // A bot is never invited; an account that became one is nobody's.
  if (refusal !== null) return refusal === 'bot' ? 'deactivated' : refusal;
  if (facts.isInChannel === false) return 'left_channel';
  if (facts.isInChannel === null && current === 'left_channel') return 'left_channel';
  return isAway(facts) ? 'away' : null;
}

/** A meeting is today; otherwise somebody is away who has no working day until the step ends. */
function isAway({ preset, now, phaseEndsAt, calendar, holidays }: PresenceFacts): boolean {
  if (preset === 'live') return isDayOff(now, calendar);
  return isAwayThroughout({ from: now, to: phaseEndsAt ?? now, calendar, holidays });
}

/** Whether the review waits for this person's answers. */
export function isWaitedFor({ absence }: Pick<Participant, 'absence'>): boolean {
  return absence === null;
}

/** Whether an answer of this person is taken: also of somebody on leave, or outside the channel but still one of us. */
export function mayAnswer({ absence }: Pick<Participant, 'absence'>): boolean {
  return absence === null || absence === 'left_channel' || absence === 'away';
}

/**
 * Whether a step can end before its time: everybody it waits for has answered. With nobody left to wait for it does not, or a review
 * would rush to its end while a whole team is on leave; its time ends it.
 */
export function isEveryoneDone(participants: readonly Participant[], answered: readonly string[]): boolean {
  const waitedFor = participants.filter(isWaitedFor);
  return waitedFor.length > 0 && waitedFor.every(({ userId }) => answered.includes(userId));
}

/**
 * Those who count as invited when a verdict is made: who could not answer and said nothing at all does not, so that neither the
 * number of voices (method 5, rule 2) nor the confidence suffers from it. Who said something counts, absent or not.
 */
export function countedAsInvited(
  participants: readonly Participant[],
  saidSomething: readonly string[],
): readonly Participant[] {
  return participants.filter((person) => isWaitedFor(person) || saidSomething.includes(person.userId));
}

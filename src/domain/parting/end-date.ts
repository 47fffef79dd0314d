import { addDays, type DayRange } from '../calendar.ts';
import { accepted, type Checked, refused } from '../checked.ts';
import { MAX_NOTICE_DAYS } from '../client-profile.ts';
import { parseDay } from '../days-off.ts';
import { workingDaysAfter } from '../working-days.ts';
import { lengthOf, type PartingMode, PLAYBOOKS } from './parting-steps.ts';

/** Assumed where neither a notice period nor the end of the contract is known. */
export const ASSUMED_NOTICE_DAYS = 30;

/** What an end date rests on. */
export type EndDateBasis = 'notice_period' | 'contract_end' | 'assumed';

export type PlannedEnd = {
  /** YYYY-MM-DD: the last day of working together. */
  readonly endOn: string;
  readonly basis: EndDateBasis;
};

export type EndDateFacts = {
  readonly mode: PartingMode;
  /** The day of the decision in the workspace's zone. */
  readonly today: string;
  /** Calendar days; null when not known. */
  readonly noticeDays: number | null;
  /** YYYY-MM-DD; null when there is none or it is not known. */
  readonly contractEnd: string | null;
  /** Of everybody. */
  readonly daysOff: readonly DayRange[];
};

/**
 * The end date proposed for a parting: the notice period counted from the day the notice can go out, which is after the working days
 * that the steps up to it take (ten; three for parting now). A contract that ends by itself before that ends then; one that has
 * ended already ends nothing. Without either, thirty days are assumed, and the basis says so.
 */
export function planEndDate({ mode, today, noticeDays, contractEnd, daysOff }: EndDateFacts): PlannedEnd {
  const noticeOn = workingDaysAfter(today, lengthOf(PLAYBOOKS[mode].upToNotice), daysOff);
  const byNotice = addDays(noticeOn, noticeDays ?? ASSUMED_NOTICE_DAYS);
  const isRunningOut = contractEnd !== null && contractEnd >= today;
  if (isRunningOut && (noticeDays === null || contractEnd < byNotice))
    return { endOn: contractEnd, basis: 'contract_end' };
  return { endOn: byNotice, basis: noticeDays === null ? 'assumed' : 'notice_period' };
}

export type EndDateRefusal = 'date_missing' | 'date_invalid' | 'date_past' | 'date_too_far';

/** An end date that somebody chose or typed: today or later, and no further than the longest notice period. */
export function checkEndDate(typed: string | null, today: string): Checked<string, EndDateRefusal> {
  if (typed === null || typed.trim() === '') return refused('date_missing');
  const day = parseDay(typed.trim());
  if (day === null) return refused('date_invalid');
  if (day < today) return refused('date_past');
  return day > addDays(today, MAX_NOTICE_DAYS) ? refused('date_too_far') : accepted(day);
}

/** Whether the notice period cannot be kept any more by an end on `endOn`: its last day was before `today`. */
export function isNoticeTooLate(endOn: string, noticeDays: number | null, today: string): boolean {
  return noticeDays !== null && addDays(endOn, -noticeDays) < today;
}

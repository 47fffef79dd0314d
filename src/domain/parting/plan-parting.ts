import { addDays, type DayRange } from '../calendar.ts';
import { workingDaysBetween } from '../working-days.ts';
import { lengthOf, type PartingMode, type PartingStepId, PLAYBOOKS, type StepTiming } from './parting-steps.ts';

export type PartingFacts = {
  readonly mode: PartingMode;
  /** The day of the decision in the workspace's zone. */
  readonly today: string;
  /** Not before `today`: see `checkEndDate`. */
  readonly endOn: string;
  readonly noticeDays: number | null;
  /** Of everybody. */
  readonly daysOff: readonly DayRange[];
};

export type PlannedStep = { readonly id: PartingStepId; readonly dueOn: string };

/**
 * The steps of a parting with their due dates, counted back from the end date (method 6). They keep their order, none is due before
 * today or after the end date, and none on a day off while there is a working day left. The notice goes out in time for the notice
 * period and for what follows it; where time is short, both stretches shrink in proportion. Parting now does not wait for a far end
 * date: what leads to the notice is due at once.
 */
export function planParting(facts: PartingFacts): PlannedStep[] {
  const { mode, today, endOn, daysOff } = facts;
  const { upToNotice, afterNotice } = PLAYBOOKS[mode];
  const days = workingDaysBetween(today, endOn, daysOff);
  const noticeAt = noticeIndex(facts, days);
  return [
    ...countedBack(upToNotice, days.slice(0, noticeAt + 1), today),
    ...countedBack(afterNotice, days.slice(noticeAt), endOn),
  ];
}

/** The place, among the working days that are left, of the day by which the notice goes out. */
function noticeIndex({ mode, endOn, noticeDays }: PartingFacts, days: readonly string[]): number {
  const { upToNotice, afterNotice } = PLAYBOOKS[mode];
  const [before, after] = [lengthOf(upToNotice), lengthOf(afterNotice)];
  const last = Math.max(0, days.length - 1);
  const inProportion = Math.floor((last * before) / (before + after));
  const leavingTime = last < before + after ? inProportion : last - after;
  const lastDayOfNotice = addDays(endOn, -(noticeDays ?? 0));
  const forPeriod = days.filter((day) => day <= lastDayOfNotice).length - 1;
  // A period that cannot be kept any more is no reason to do everything today: `isNoticeTooLate` warns of it.
  const latest = forPeriod < 0 ? leavingTime : Math.min(leavingTime, forPeriod);
  return mode === 'now' ? Math.min(before, latest) : latest;
}

/** Due dates of a stretch, counted back from the last of its days; where there are too few days, they are shared in proportion. */
function countedBack(stretch: readonly StepTiming[], days: readonly string[], otherwise: string): PlannedStep[] {
  const last = days.length - 1;
  const scale = Math.min(1, last / Math.max(1, lengthOf(stretch)));
  return stretch.map(({ id, before }) => ({ id, dueOn: days[last - Math.round(before * scale)] ?? otherwise }));
}

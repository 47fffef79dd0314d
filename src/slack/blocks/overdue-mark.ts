import { type Mrkdwn, md, safe } from '../../domain/escaping.ts';

/** Stands before what is overdue, in plans and in checklists; a word beside it says so too. */
export const OVERDUE_MARK = '⚠️';

/** A line with the mark before it, where it is overdue. */
export function markOverdue(line: Mrkdwn, isOverdue: boolean): Mrkdwn {
  return isOverdue ? md`${OVERDUE_MARK} ${safe(line)}` : line;
}

import type { ContextBlock } from '@slack/types';
import { join, type Mrkdwn, md, mention, type Safe, safe } from '../../domain/escaping.ts';
import type { Absence } from '../../domain/review-record.ts';
import type { Messages } from '../../i18n/index.ts';
import { context } from './building-blocks.ts';

/** Enough to see what is going on; the rest is a number. */
const MAX_NAMES = 10;

/** A section has room for these, each with its reason. */
export const MAX_ABSENT = 30;

type Absent = { readonly userId: string; readonly absence: Absence };

/** Whom a review does not wait for, in one line with the reasons; nothing when it waits for everybody. */
export function absenceBlocks(absent: readonly Absent[], t: Messages): ContextBlock[] {
  return absent.length === 0 ? [] : [context(t.presence.notWaitingFor(absentNames(absent, MAX_NAMES, t)))];
}

/** "@Ann (away), @Bob (left the channel) and 3 more" */
export function absentNames(absent: readonly Absent[], most: number, t: Messages): Safe {
  const shown = absent.slice(0, most).map(({ userId, absence }) => withReason(userId, t.presence.why[absence]));
  const names = join(shown, ', ');
  const rest = absent.length - shown.length;
  return safe(rest === 0 ? names : md`${safe(names)} ${t.presence.more(rest)}`);
}

function withReason(userId: string, why: string): Mrkdwn {
  return md`${mention(userId)} (${why})`;
}

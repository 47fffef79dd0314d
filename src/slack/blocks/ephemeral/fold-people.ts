import { join, type Mrkdwn, md, mention } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { foldLine } from './fold-line.ts';

type People = { readonly userIds: readonly string[]; readonly maxBytes: number };

/** Mentions with commas between; what has no room is counted. */
export function foldPeople({ userIds, maxBytes }: People, t: Messages): Mrkdwn {
  const items = userIds.map((id) => md`${mention(id)}`);
  return join(foldLine({ items, maxBytes, more: t.pulseState.more }), ', ');
}

/** People by the reason why they are left out, each reason with its share of the room. */
export function foldByReason<Why>(
  left: readonly { readonly userId: string; readonly why: Why }[],
  maxBytes: number,
  t: Messages,
): { readonly why: Why; readonly who: Mrkdwn }[] {
  const reasons = [...new Set(left.map(({ why }) => why))];
  return reasons.map((why) => {
    const userIds = left.filter((one) => one.why === why).map(({ userId }) => userId);
    return { why, who: foldPeople({ userIds, maxBytes: Math.floor(maxBytes / reasons.length) }, t) };
  });
}

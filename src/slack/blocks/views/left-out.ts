import { join, type Mrkdwn, safe } from '../../../domain/escaping.ts';
import type { MemberRefusal } from '../../../domain/member.ts';
import type { Messages } from '../../../i18n/index.ts';
import { foldLine } from '../ephemeral/fold-line.ts';

/** Somebody of the channel who cannot be invited, and why. */
export type LeftOut = { readonly name: string; readonly reason: MemberRefusal };

/** One line with everybody who was left out; where they are too many for it, how many more there are. */
export function leftOutLine(people: readonly LeftOut[], t: Messages): Mrkdwn {
  const { leftOut, leftOutPerson, leftOutMore } = t.startForm;
  const named = people.map(({ name, reason }) => leftOutPerson({ name, reason: t.refusals.member[reason] }));
  return leftOut(safe(join(foldLine({ items: named, maxBytes: 1500, more: leftOutMore }), ', ')));
}

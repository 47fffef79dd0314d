import { channelLink, join, type Mrkdwn, mention, safe } from '../../../src/domain/escaping.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { teamIds } from './sample-reviews.ts';
import type { SampleWords } from './sample-words.ts';
import type { Size } from './screen.ts';

/** Texts of `refusals` that are part of another screen. */
export const NOT_NOTICES: readonly string[] = ['refusals.title', 'refusals.member', 'refusals.chooseChannel'];

const AT = new Date('2026-11-21T10:00:00Z');

/** Everything that is said as one sentence to one person, by its place among the texts. */
export function noticesOf(size: Size, words: SampleWords, t: Messages): Readonly<Record<string, Mrkdwn>> {
  const { refusals } = t;
  const { done } = t.commands;
  const { clientName } = words;
  const ids = teamIds(size);
  const made: Readonly<Record<string, Mrkdwn>> = {
    'refusals.people': refusals.people(
      safe(
        join(
          ids.map((id) => mention(id).mrkdwn),
          ', ',
        ),
      ),
    ),
    'refusals.notManager':
      size === 'none' ? refusals.notManager([], 'U0MARA') : refusals.notManager(size === 'largest' ? ids : []),
    'refusals.notFacilitator': refusals.notFacilitator('U0MARA'),
    'refusals.notInvited': refusals.notInvited('U0MARA'),
    'refusals.alreadyDecided': refusals.alreadyDecided({ who: 'U0MARA', choice: t.vocabulary.choice.part, at: AT }),
    'refusals.clientUnknown': refusals.clientUnknown(words.typed.slice(0, 200)),
    'commands.done.started': done.started({ clientName, channel: channelLink('C0TEAM') }),
    'commands.done.decided': done.decided(clientName),
  };
  const fixed = leaves({ refusals, commands: { done } }).flatMap(([path, text]): [string, Mrkdwn][] =>
    typeof text === 'string' && !NOT_NOTICES.some((other) => path.startsWith(other)) ? [[path, text as Mrkdwn]] : [],
  );
  return { ...Object.fromEntries(fixed), ...made };
}

/** Every text or text-making function under `node`, with the names that lead to it. */
export function leaves(node: unknown, path = ''): [string, unknown][] {
  if (typeof node !== 'object' || node === null) return [[path, node]];
  return Object.entries(node).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}

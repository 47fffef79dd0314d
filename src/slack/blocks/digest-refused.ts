import { join, md } from '../../domain/escaping.ts';
import type { DigestMessage } from '../../domain/post.ts';
import { isoWeekNumber } from '../../domain/pulse-week.ts';
import type { Messages } from '../../i18n/index.ts';
import { section } from './building-blocks.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';

type DigestRefused = Extract<DigestMessage, { kind: 'digest_refused' }>;

/** Tells a manager in a direct message why a digest was not posted, and what to do (product: never in front of the client). */
export function renderDigestRefused({ week, channelId, reason }: DigestRefused, t: Messages): RenderedMessage {
  const { why, whatToDo, remedy } = t.thread.channelRefused;
  const text = join([
    t.digest.refused.title({ week: isoWeekNumber(week), channelId }),
    md`${why[reason]}`,
    md`*${whatToDo}* ${remedy[reason]} ${t.digest.refused.whatToDo}`,
  ]);
  return rendered([section(text)]);
}

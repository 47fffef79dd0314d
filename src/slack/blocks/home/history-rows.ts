import type { KnownBlock } from '@slack/types';
import { join, type Mrkdwn, md, mention, moment, safe } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { ClientPage } from '../../../usecases/read-client-page.ts';
import { person, quote } from '../quote.ts';
import { verdictMark } from '../verdict-mark.ts';

/** A review that has closed: when, what the rules recommended, what was decided and by whom. */
export function pastReviewLine({ closedAt, verdict, decision }: ClientPage['reviews'][number], t: Messages): Mrkdwn {
  const { page } = t.home;
  const parts = [
    md`${moment(closedAt, 'date')}`,
    ...(verdict === null ? [] : [md`${verdictMark(verdict)} ${t.summary.shortVerdict[verdict]}`]),
    decision === null
      ? md`${page.undecided}`
      : page.decided({ choice: t.vocabulary.choice[decision.choice], who: mention(decision.decidedBy) }),
  ];
  return md`• ${safe(join(parts, ' · '))}`;
}

/** Something that was learned, word for word; above it who said so, where that is known. */
export function lessonBlocks({ text, authorId }: ClientPage['lessons'][number]): KnownBlock[] {
  return quote(text, authorId === null ? [] : [person(authorId)]);
}

/** A comment, word for word and without its author. */
export function commentBlocks(text: string): KnownBlock[] {
  return quote(text);
}

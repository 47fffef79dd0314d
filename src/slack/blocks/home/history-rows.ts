import type { KnownBlock } from '@slack/types';
import { join, type Mrkdwn, md, mention, moment, safe } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { ClientPage } from '../../../usecases/read-client-page.ts';
import { clipAtWord } from '../clip.ts';
import { person, quote } from '../quote.ts';
import { verdictMark } from '../verdict-mark.ts';

/** A page of reviews is one form: of what was said of a decision, the beginning. */
const MAX_WHY_LENGTH = 200;

/** A review that has closed: when, what the rules recommended, what was decided and by whom, and whether it was right. */
export function pastReviewLine(
  { closedAt, verdict, decision, outcomes }: ClientPage['reviews'][number],
  t: Messages,
): Mrkdwn {
  const { page } = t.home;
  const parts = [
    md`${moment(closedAt, 'date')}`,
    ...(verdict === null ? [] : [md`${verdictMark(verdict)} ${t.summary.shortVerdict[verdict]}`]),
    decision === null
      ? md`${page.undecided}`
      : page.decided({ choice: t.vocabulary.choice[decision.choice], who: mention(decision.decidedBy) }),
  ];
  const later = outcomes.map(({ day, answer, why }) => {
    const said = t.outcome.history[answer](day);
    return why === null ? md`   ${said}` : md`   ${said}. ${clipAtWord(why, MAX_WHY_LENGTH)}`;
  });
  return join([md`• ${safe(join(parts, ' · '))}`, ...later]);
}

/** Something that was learned, word for word; above it who said so, where that is known. */
export function lessonBlocks({ text, authorId }: ClientPage['lessons'][number]): KnownBlock[] {
  return quote(text, authorId === null ? [] : [person(authorId)]);
}

/** A comment, word for word and without its author. */
export function commentBlocks(text: string): KnownBlock[] {
  return quote(text);
}

import type { Phase } from '../../../domain/answer.ts';
import { channelLink, join, type Mrkdwn, md, safe } from '../../../domain/escaping.ts';
import { isOpen, type ReviewMode, type ReviewState } from '../../../domain/review.ts';
import type { Messages } from '../../../i18n/index.ts';

/** Where one review stands, as it is listed. */
export type ListedReview = {
  readonly clientName: string;
  readonly state: ReviewState;
  readonly phase: Phase | null;
  readonly phaseEndsAt: Date | null;
  /** It stands still: its times mean nothing now. */
  readonly isPaused: boolean;
  /** Of the question being asked. */
  readonly answered: number;
  readonly invited: number;
  readonly mode: ReviewMode;
  readonly channelId: string;
  /** Null until the card is posted. */
  readonly cardUrl: string | null;
};

/** "step 1 of 4: what hurts · 4 of 7 answered · until Thu 17:00 · private · #channel · open the card" */
export function reviewLine(review: ListedReview, t: Messages): Mrkdwn {
  const texts = t.commands.review;
  const { state, phaseEndsAt, isPaused, mode, channelId, cardUrl } = review;
  const progress = md`${texts.progress(review)}`;
  return join(
    [
      md`${t.vocabulary.state[state]}`,
      ...(isOpen(state) ? [progress] : []),
      ...(isOpen(state) && isPaused ? [md`${t.pauses.inList}`] : []),
      ...(isOpen(state) && !isPaused && phaseEndsAt !== null ? [texts.until(phaseEndsAt)] : []),
      md`${texts.mode[mode]}`,
      channelLink(channelId).mrkdwn,
      ...(cardUrl === null ? [] : [cardLink(cardUrl, t)]),
    ],
    ' · ',
  );
}

/** A link to the card; an address that is not one of the web is left out, and the words stand alone. */
export function cardLink(url: string, t: Messages): Mrkdwn {
  const { openCard } = t.commands.review;
  return /^https?:\/\/[^\s<>|]+$/.test(url) ? md`${safe(`<${url}|${openCard}>` as Mrkdwn)}` : md`${openCard}`;
}

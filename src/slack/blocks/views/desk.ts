import type { Button, KnownBlock, ModalView } from '@slack/types';
import { PHASES, type Phase } from '../../../domain/answer.ts';
import { join, type Mrkdwn } from '../../../domain/escaping.ts';
import { earlierPhases } from '../../../domain/reopen.ts';
import type { Absence, Review } from '../../../domain/review-record.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { absentNames, MAX_ABSENT } from '../absences.ts';
import {
  actions,
  button,
  confirmation,
  context,
  divider,
  mentions,
  plain,
  section,
  sections,
} from '../building-blocks.ts';
import { moveButton } from '../move-button.ts';

/** Where a review stands, as far as these pages say it. */
type Standing = Pick<
  Review,
  'id' | 'clientName' | 'mode' | 'state' | 'phaseEndsAt' | 'facilitatorId' | 'isRehearsal' | 'pausedReason'
>;

export type DeskModel = {
  readonly review: Standing;
  /** Slack ids. */
  readonly answered: readonly string[];
  readonly waiting: readonly string[];
  /** Not waited for, and why. */
  readonly absent: readonly { readonly userId: string; readonly absence: Absence }[];
  /** What was done just now; null when the page is new. */
  readonly notice: Mrkdwn | null;
};

/** The facilitator's page: who has answered and who is missing (never what), and everything that can be done about the review. */
export function renderDesk({ review, answered, waiting, absent, notice }: DeskModel, t: Messages): ModalView {
  const texts = t.commands.whoAnswered;
  const invited = answered.length + waiting.length + absent.length;
  return page(
    review,
    [
      ...noticeBlocks(notice),
      section(standingLine(review, t)),
      section(texts.heading({ answered: answered.length, invited })),
      ...(answered.length === 0 ? [] : [section(texts.answered(mentions(answered)))]),
      ...(waiting.length === 0 ? [] : [section(texts.waiting(mentions(waiting)))]),
      ...(absent.length === 0 ? [] : [section(t.presence.notWaitingFor(absentNames(absent, MAX_ABSENT, t)))]),
      ...(review.mode === 'private' ? [context(texts.private)] : []),
      ...deskButtons(review, t),
      context(hasNextStep(review) ? t.desk.onTheCard : t.desk.onlyYou),
    ],
    t,
  );
}

/** What a manager who is not the facilitator sees: where the review stands, who runs it, and the way to take over. */
export function renderManagerDesk(
  { review, notice }: { readonly review: Standing; readonly notice: Mrkdwn | null },
  t: Messages,
): ModalView {
  const takeOver = button({
    text: t.desk.button.takeOver,
    actionId: ACTIONS.takeOver,
    value: encodeTarget({ reviewId: review.id }),
    confirm: confirmation(t.desk.confirmTakeOver),
  });
  return page(
    review,
    [
      ...noticeBlocks(notice),
      section(standingLine(review, t)),
      section(t.desk.facilitatedBy(review.facilitatorId)),
      actions('take_over', [takeOver]),
    ],
    t,
  );
}

function page({ id }: Standing, blocks: KnownBlock[], t: Messages): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.desk,
    title: plain(t.desk.title.desk),
    close: plain(t.forms.button.close),
    private_metadata: encodeTarget({ reviewId: id }),
    blocks,
  };
}

function noticeBlocks(notice: Mrkdwn | null): KnownBlock[] {
  return notice === null ? [] : [...sections([notice]), divider()];
}

function standingLine({ clientName, state, phaseEndsAt, pausedReason }: Standing, t: Messages): Mrkdwn {
  if (pausedReason !== null) return t.desk.paused(clientName);
  const number = PHASES.indexOf(state as Phase) + 1;
  const phase = PHASES[number - 1];
  const where =
    phase === undefined
      ? t.desk.waiting(clientName)
      : t.desk.step({ clientName, number, question: t.vocabulary.step[phase] });
  return join([where, ...(phaseEndsAt === null ? [] : [t.card.until(phaseEndsAt)])], '   ');
}

/** *Next step* stands on the card of a step; while the review is paused it would be refused. */
function hasNextStep({ state, pausedReason }: Standing): boolean {
  return pausedReason === null && PHASES.includes(state as Phase);
}

function deskButtons(review: Standing, t: Messages): KnownBlock[] {
  const texts = t.desk.button;
  const value = encodeTarget({ reviewId: review.id });
  const one = (text: string, actionId: string) => button({ text, actionId, value });
  // What a paused review would refuse is not offered.
  const common: Button[] =
    review.pausedReason !== null
      ? []
      : [
          ...(review.isRehearsal ? [] : [one(texts.remind, ACTIONS.remindNow)]),
          one(texts.times, ACTIONS.changeTimes),
          ...(earlierPhases(review.state).length === 0 ? [] : [one(texts.reopen, ACTIONS.reopenPhase)]),
        ];
  const rare: Button[] = [
    ...(review.isRehearsal ? [] : [one(texts.people, ACTIONS.changePeople), moveButton(review.id, t)]),
    one(texts.hide, ACTIONS.hideAnswer),
    button({
      text: texts.cancel,
      actionId: ACTIONS.cancelReview,
      value,
      style: 'danger',
      confirm: confirmation(t.desk.confirmCancel),
    }),
  ];
  return [...(common.length === 0 ? [] : [actions('desk', common)]), actions('desk_rare', rare)];
}

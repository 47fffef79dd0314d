import type { Button } from '@slack/types';
import type { CardModel } from '../../../domain/card.ts';
import type { Client } from '../../../domain/client.ts';
import type { Choice } from '../../../domain/decision.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { button } from '../building-blocks.ts';

/** *Plan the meeting*, where a client is kept and the work repaired; nothing in a rehearsal. */
export function meetingButtons(
  { reviewId, isRehearsal = false }: Pick<CardModel, 'reviewId' | 'isRehearsal'>,
  choice: Choice | null,
  t: Messages,
): Button[] {
  if (isRehearsal || choice !== 'keep_and_repair') return [];
  const value = encodeTarget({ reviewId });
  return [button({ text: t.meeting.buttons.plan, actionId: ACTIONS.planMeeting, value })];
}

/** *Are we ready?*, while the verdict is to part in an orderly way, or would be, and nobody has decided on it. */
export function readinessButtons(
  { result, undecidedVersion, reviewId, isRehearsal }: CardModel,
  t: Messages,
): Button[] {
  const isParting = result?.verdict.mode === 'planned' || (result?.verdict.adjusted ?? null) !== null;
  if (isRehearsal || !isParting || (undecidedVersion ?? null) === null) return [];
  const value = encodeTarget({ reviewId });
  return [button({ text: t.readiness.buttons.open, actionId: ACTIONS.openReadiness, value })];
}

/** *Plan the meeting* on the page of a client: about its newest review; not once we have parted. */
export function clientMeetingButtons({ id, status }: Pick<Client, 'id' | 'status'>, t: Messages): Button[] {
  if (status === 'parted') return [];
  return [button({ text: t.meeting.buttons.plan, actionId: ACTIONS.planMeeting, value: id })];
}

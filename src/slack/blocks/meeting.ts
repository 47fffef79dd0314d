import type { KnownBlock } from '@slack/types';
import { type Mrkdwn, md, mention, safe } from '../../domain/escaping.ts';
import type { ClientMeeting } from '../../domain/meeting/client-meeting.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { actions, button, confirmation, context, mentions, sections } from './building-blocks.ts';
import { oneLine } from './clip.ts';
import { pack } from './pack.ts';
import { quote, words } from './quote.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';

export type MeetingModel = { readonly meeting: ClientMeeting; readonly clientName: string };

/** In the thread of the review: when and where, never what was prepared. */
export function renderMeetingNote({ meeting, clientName }: MeetingModel, t: Messages): RenderedMessage {
  return rendered(sections([noteLine({ meeting, clientName }, t)]));
}

/** To one of us who comes: when, where, who, the prep sheet, and what can be done by somebody who manages the client. */
export function renderMeeting(
  { meeting, clientName, isManager }: MeetingModel & { readonly isManager: boolean },
  t: Messages,
): RenderedMessage[] {
  const { attendeeIds, prepSheet, state, recordedById } = meeting;
  const note = noteLine({ meeting, clientName }, t);
  if (state === 'cancelled') return [rendered(sections([note]))];
  const held = recordedById === null ? [] : [context(t.meeting.recordedBy(safe(mention(recordedById).mrkdwn)))];
  const { coming, came, nobodyElse, nobodyElseCame } = t.meeting;
  const isHeld = state === 'recorded';
  const nobody = isHeld ? nobodyElseCame : nobodyElse;
  const people = attendeeIds.length === 0 ? md`${nobody}` : (isHeld ? came : coming)(mentions(attendeeIds));
  const sheet: KnownBlock[] =
    prepSheet === ''
      ? [context(md`${t.meeting.noSheet}`)]
      : quote(prepSheet, [words(t.meeting.sheetTitle, { bold: true })]);
  const blocks = [
    ...sections([note]),
    context(people),
    ...held,
    ...sheet,
    ...(state === 'planned' && isManager ? [actions('meeting', meetingButtons(meeting, t))] : []),
  ];
  return pack(
    blocks.map((block) => [block]),
    t.card.continued(t.meeting.sheetTitle),
  ).map(rendered);
}

/** The working day before. */
export function renderMeetingReminder({ meeting, clientName }: MeetingModel, t: Messages): RenderedMessage {
  const { startsAt, place } = meeting;
  return rendered(sections([t.meeting.reminder({ client: clientName, startsAt, place: oneLine(place) })]));
}

function noteLine({ meeting: { startsAt, place, state }, clientName: client }: MeetingModel, t: Messages): Mrkdwn {
  return t.meeting.note[state]({ client, startsAt, place: oneLine(place) });
}

function meetingButtons({ id: value }: ClientMeeting, t: Messages) {
  const { buttons, confirmCancel } = t.meeting;
  return [
    button({ text: buttons.record, actionId: ACTIONS.recordMeeting, value, style: 'primary' }),
    button({ text: buttons.sheet, actionId: ACTIONS.editSheet, value }),
    button({ text: buttons.move, actionId: ACTIONS.moveMeeting, value }),
    button({
      ...{ text: buttons.cancel, actionId: ACTIONS.cancelMeeting, value, style: 'danger' },
      confirm: confirmation(confirmCancel),
    }),
  ];
}

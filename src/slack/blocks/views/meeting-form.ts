import type { KnownBlock, ModalView } from '@slack/types';
import { boldLine, escapeText } from '../../../domain/escaping.ts';
import {
  HEARD_US,
  MAX_MEETING_TEXT_LENGTH,
  MAX_PLACE_LENGTH,
  type TypedMeeting,
  WILLING,
} from '../../../domain/meeting/client-meeting.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeMeetingTarget, type MeetingTarget } from '../../meeting-target.ts';
import { context } from '../building-blocks.ts';
import { dateTimeInput, peopleInput, radioInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

/** Which part of a meeting a form is about. */
export type MeetingFormPart = 'all' | 'time' | 'sheet';

export type MeetingFormModel = MeetingTarget & {
  readonly part: MeetingFormPart;
  readonly clientName: string;
  readonly initial: TypedMeeting;
};

/** Planning the talk with a client, moving it, or mending its prep sheet. */
export function renderMeetingForm({ part, clientName, initial, ...target }: MeetingFormModel, t: Messages): ModalView {
  return formView(
    {
      callbackId: VIEWS.meeting,
      title: t.meeting.formTitle[part],
      submit: t.forms.button.save,
      metadata: encodeMeetingTarget(target),
      blocks: [
        context(boldLine(escapeText(clientName))),
        ...(part === 'sheet' ? [] : timeBlocks(initial, t)),
        ...(part === 'time' ? [] : [sheetInput(initial.prepSheet, t)]),
      ],
    },
    t,
  );
}

function timeBlocks({ startsAt, place, attendeeIds }: TypedMeeting, t: Messages): KnownBlock[] {
  const { form } = t.meeting;
  return [
    dateTimeInput({ id: FIELDS.startsAt, label: form.startsAt, initial: startsAt }),
    textInput({
      ...{ id: FIELDS.place, label: form.place, isOptional: true },
      ...{ maxLength: MAX_PLACE_LENGTH, initial: place },
    }),
    peopleInput({ id: FIELDS.attendees, label: form.attendees, isOptional: true, initial: attendeeIds }),
  ];
}

function sheetInput(initial: string, t: Messages): KnownBlock {
  const { prepSheet: label, prepHint: hint } = t.meeting.form;
  return textInput({
    ...{ id: FIELDS.prepSheet, label, hint, initial },
    ...{ isMultiline: true, isOptional: true, maxLength: MAX_MEETING_TEXT_LENGTH },
  });
}

/** What was said in the meeting. */
export function renderMeetingRecordForm(
  { clientName, ...target }: MeetingTarget & { readonly clientName: string },
  t: Messages,
): ModalView {
  const { form, heardUs, willing } = t.meeting;
  const long = { isMultiline: true, maxLength: MAX_MEETING_TEXT_LENGTH };
  return formView(
    {
      callbackId: VIEWS.meetingRecord,
      title: form.recordTitle,
      submit: t.forms.button.save,
      metadata: encodeMeetingTarget(target),
      blocks: [
        context(boldLine(escapeText(clientName))),
        textInput({ id: FIELDS.theirView, label: form.theirView, ...long }),
        textInput({ id: FIELDS.ourView, label: form.ourView, isOptional: true, ...long }),
        radioInput({
          ...{ id: FIELDS.heardUs, label: form.heardUs },
          choices: HEARD_US.map((value) => ({ value, text: heardUs[value] })),
        }),
        radioInput({
          ...{ id: FIELDS.willing, label: form.willing, hint: t.meeting.willingHint },
          choices: WILLING.map((value) => ({ value, text: willing[value] })),
        }),
        textInput({ id: FIELDS.agreed, label: form.agreed, hint: form.agreedHint, isOptional: true, ...long }),
      ],
    },
    t,
  );
}

import type { ModalView } from '@slack/types';
import type { DayRange } from '../../../domain/calendar.ts';
import { MAX_OWN_SPANS } from '../../../domain/days-off.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { section } from '../building-blocks.ts';
import { checkboxesInput, checkboxInput, dateInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

export type DaysOffModel = {
  readonly daysOff: readonly DayRange[];
  /** The last day of the pause; null while there is none. */
  readonly pausedUntil: string | null;
  /** The span that is filled in, to be added. */
  readonly add?: DayRange | undefined;
};

/** A person's own days off: one span to add, and those they have, to take back; and until when they want no messages. */
export function renderDaysOffForm({ daysOff, pausedUntil, add }: DaysOffModel, t: Messages): ModalView {
  const texts = t.presence.form;
  const present = daysOff.slice(0, MAX_OWN_SPANS);
  return formView(
    {
      callbackId: VIEWS.daysOff,
      title: texts.title,
      submit: t.forms.button.save,
      metadata: '',
      blocks: [
        section(texts.intro),
        dateInput({ id: FIELDS.firstDayOff, label: texts.from, isOptional: true, initial: add?.from ?? null }),
        dateInput({
          ...{ id: FIELDS.lastDayOff, label: texts.to, hint: texts.toHint, isOptional: true },
          initial: add && add.to !== add.from ? add.to : null,
        }),
        ...(present.length === 0 ? [] : [removeInput(present, t)]),
        ...pauseInputs(pausedUntil, t),
      ],
    },
    t,
  );
}

/** A date field cannot be emptied everywhere, so a pause that runs has a box of its own to end it. */
function pauseInputs(pausedUntil: string | null, t: Messages) {
  const { pause, pauseHint, endPause, endPauseOption } = t.presence.form;
  const until = { id: FIELDS.pausedUntil, label: pause, hint: pauseHint, isOptional: true, initial: pausedUntil };
  const end = { id: FIELDS.endPause, label: endPause, isOptional: true, text: endPauseOption };
  return [dateInput(until), ...(pausedUntil === null ? [] : [checkboxInput(end)])];
}

function removeInput(daysOff: readonly DayRange[], t: Messages) {
  const { remove, removeHint } = t.presence.form;
  return checkboxesInput({
    id: FIELDS.removeDaysOff,
    label: remove,
    hint: removeHint,
    isOptional: true,
    choices: daysOff.map((span) => ({ value: `${span.from}/${span.to}`, text: spanText(span, t.forms.locale) })),
  });
}

/** Days off as people write them. Days of the calendar have no zone: they are written as those of UTC. */
export function spanText({ from, to }: DayRange, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

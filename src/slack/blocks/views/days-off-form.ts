import type { ModalView } from '@slack/types';
import type { DayRange } from '../../../domain/calendar.ts';
import { MAX_OWN_SPANS } from '../../../domain/days-off.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { section } from '../building-blocks.ts';
import { checkboxesInput, dateInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

/** A person's own days off: one span to add, and those they have, to take back. */
export function renderDaysOffForm(daysOff: readonly DayRange[], t: Messages): ModalView {
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
        dateInput({ id: FIELDS.firstDayOff, label: texts.from, isOptional: true }),
        dateInput({ id: FIELDS.lastDayOff, label: texts.to, hint: texts.toHint, isOptional: true }),
        ...(present.length === 0 ? [] : [removeInput(present, t)]),
      ],
    },
    t,
  );
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

/** Days of the calendar have no zone: they are written as those of UTC. */
function spanText({ from, to }: DayRange, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

import type { ModalView } from '@slack/types';
import { MAX_ANSWER_LENGTH } from '../../../domain/answer.ts';
import { formatDaysOff } from '../../../domain/days-off.ts';
import { LANGUAGES } from '../../../domain/language.ts';
import type { PulseSettings } from '../../../domain/pulse.ts';
import type { WorkspaceSettings } from '../../../domain/workspace.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { MAX_HOURLY_COST } from '../../parse/form-limits.ts';
import { digestChannelInput } from './digest-channel-input.ts';
import { numberInput, peopleInput, radioInput, selectInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';
import { rangeOptions } from './option-range.ts';

/** What a workspace can set, with what is set now; without the weekly pulse where that is not offered. */
export function renderSettingsForm(
  settings: WorkspaceSettings,
  t: Messages,
  pulse: Omit<PulseSettings, 'since'> | null = null,
): ModalView {
  const texts = t.forms.settings;
  return formView(
    {
      callbackId: VIEWS.settings,
      title: t.forms.title.settings,
      submit: t.forms.button.save,
      metadata: '',
      blocks: [
        peopleInput({
          id: FIELDS.managers,
          label: texts.managers,
          hint: texts.managersHint(settings.installerId !== null),
          isOptional: true,
          initial: settings.managerIds,
        }),
        radioInput({
          id: FIELDS.language,
          label: texts.language,
          hint: texts.languageHint,
          choices: LANGUAGES.map((value) => ({ value, text: t.forms.languageName[value] })),
          initial: settings.language,
        }),
        timeZoneInput(settings.timeZone, t),
        textInput({
          id: FIELDS.daysOff,
          label: t.presence.settings.label,
          hint: t.presence.settings.hint,
          isMultiline: true,
          isOptional: true,
          maxLength: MAX_ANSWER_LENGTH,
          initial: formatDaysOff(settings.daysOff),
        }),
        numberInput({
          id: FIELDS.hourlyCost,
          label: texts.hourlyCost,
          hint: texts.hourlyCostHint,
          isOptional: true,
          initial: settings.hourlyCost,
          min: 0,
          max: MAX_HOURLY_COST,
        }),
        textInput({ id: FIELDS.currency, label: texts.currency, hint: texts.currencyHint, initial: settings.currency }),
        ...(pulse === null ? [] : pulseInputs(pulse, t)),
      ],
    },
    t,
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 2);
const DAY_MS = 24 * 60 * 60_000;

/** Whether the weekly pulse goes out, on which day of the week and at what hour, and where its digest is read. */
function pulseInputs({ isOn, schedule, digestChannelId }: Omit<PulseSettings, 'since'>, t: Messages) {
  const texts = t.pulse.settings;
  const day = new Intl.DateTimeFormat(t.forms.locale, { weekday: 'long', timeZone: 'UTC' });
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    value: String(weekday),
    text: day.format(MONDAY + (weekday - 1) * DAY_MS),
  }));
  const hours = HOURS.map((hour) => ({ value: String(hour), text: `${hour}:00` }));
  const one = { placeholder: texts.placeholder };
  return [
    radioInput({
      id: FIELDS.pulse,
      label: texts.on,
      choices: (['on', 'off'] as const).map((value) => ({ value, text: texts.onOption[value] })),
      initial: isOn ? 'on' : 'off',
    }),
    selectInput({
      ...{ ...one, id: FIELDS.pulseWeekday, label: texts.weekday, groups: [{ label: texts.weekday, choices: days }] },
      initial: [String(schedule.weekday)],
    }),
    selectInput({
      ...{ ...one, id: FIELDS.pulseHour, label: texts.hour, hint: texts.hourHint },
      groups: [{ label: texts.hour, choices: hours }],
      initial: [String(schedule.hour)],
    }),
    digestChannelInput({ digestChannelId }, t),
  ];
}

/** Every zone that this Node knows, and the one that is set, which may bear another name. */
function timeZoneInput(current: string, t: Messages) {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), current]);
  const choices = [...zones].map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }));
  const { groups } = rangeOptions(choices, t.forms.locale, [current]);
  const { timeZone, timeZonePlaceholder } = t.forms.settings;
  return selectInput({
    id: FIELDS.timeZone,
    label: timeZone,
    placeholder: timeZonePlaceholder,
    groups,
    initial: [current],
  });
}

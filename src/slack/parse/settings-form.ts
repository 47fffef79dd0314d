import { LANGUAGES } from '../../domain/language.ts';
import type { PulseSettings } from '../../domain/pulse.ts';
import { isTimeZone } from '../../domain/schedule.ts';
import type { WorkspaceDefaults } from '../../domain/workspace.ts';
import { FIELDS } from '../ids.ts';
import { choiceOf } from './choice-of.ts';
import { collectErrors, type Parsed } from './field-errors.ts';
import { readFormFields } from './form-fields.ts';
import { MAX_HOURLY_COST } from './form-limits.ts';
import { parseNumber } from './parse-number.ts';

/** Reads the settings but for the days off, see days-off-form.ts. A currency is one that `Intl` knows, in any case; an empty cost is null: hours are shown without money. */
export function parseSettingsForm(view: unknown): Parsed<WorkspaceDefaults> {
  const fields = readFormFields(view);
  const language = choiceOf(LANGUAGES, fields.radio(FIELDS.language));
  const timeZone = fields.selected(FIELDS.timeZone) ?? '';
  const cost = parseNumber(fields.text(FIELDS.hourlyCost), MAX_HOURLY_COST);
  const currency = (fields.text(FIELDS.currency) ?? '').toUpperCase();
  const errors = collectErrors({
    [FIELDS.language]: language === null ? 'choice_missing' : null,
    [FIELDS.timeZone]: isTimeZone(timeZone) ? null : 'time_zone_unknown',
    [FIELDS.hourlyCost]: cost.ok ? null : 'cost_invalid',
    [FIELDS.currency]: Intl.supportedValuesOf('currency').includes(currency) ? null : 'currency_unknown',
  });
  if (language === null || !cost.ok || errors !== null) return { ok: false, errors: errors ?? {} };
  const managerIds = [...new Set(fields.users(FIELDS.managers))];
  return { ok: true, value: { managerIds, language, timeZone, hourlyCost: cost.value, currency } };
}

/**
 * Reads when the weekly pulse goes out, and whether. What is none of the choices is refused at its field; null for a form that was
 * opened before there were such fields.
 */
export function parsePulseSettings(view: unknown): Parsed<Omit<PulseSettings, 'since' | 'digestChannelId'> | null> {
  const fields = readFormFields(view);
  if (!fields.has(FIELDS.pulse)) return { ok: true, value: null };
  const isOn = choiceOf(['on', 'off'] as const, fields.radio(FIELDS.pulse));
  const weekday = /^[1-7]$/.exec(fields.selected(FIELDS.pulseWeekday) ?? '');
  const hour = /^(1?\d|2[0-3])$/.exec(fields.selected(FIELDS.pulseHour) ?? '');
  const errors = collectErrors({
    [FIELDS.pulse]: isOn === null ? 'choice_missing' : null,
    [FIELDS.pulseWeekday]: weekday === null ? 'pulse_weekday_unknown' : null,
    [FIELDS.pulseHour]: hour === null ? 'pulse_hour_unknown' : null,
  });
  if (isOn === null || weekday === null || hour === null) return { ok: false, errors: errors ?? {} };
  return { ok: true, value: { isOn: isOn === 'on', schedule: { weekday: Number(weekday[0]), hour: Number(hour[0]) } } };
}

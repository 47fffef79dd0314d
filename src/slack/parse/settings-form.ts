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

/** Reads when the weekly pulse goes out; null where a field is none of the choices, as in a form of another version. */
export function parsePulseSettings(view: unknown): Omit<PulseSettings, 'since' | 'digestChannelId'> | null {
  const fields = readFormFields(view);
  const isOn = fields.radio(FIELDS.pulse);
  const weekday = Number(/^[1-7]$/.exec(fields.selected(FIELDS.pulseWeekday) ?? '')?.[0] ?? Number.NaN);
  const hour = Number(/^(1?\d|2[0-3])$/.exec(fields.selected(FIELDS.pulseHour) ?? '')?.[0] ?? Number.NaN);
  if (isOn === null || Number.isNaN(weekday) || Number.isNaN(hour)) return null;
  return { isOn: isOn === 'on', schedule: { weekday, hour } };
}

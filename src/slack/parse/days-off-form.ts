import type { DayRange } from '../../domain/calendar.ts';
import { MAX_SPANS, type ParsedDaysOff, parseDay, parseDaysOff } from '../../domain/days-off.ts';
import type { Messages } from '../../i18n/index.ts';
import { FIELDS } from '../ids.ts';
import type { Parsed } from './field-errors.ts';
import { readFormFields } from './form-fields.ts';

/** A line is named in the error up to this length. */
const MAX_LINE_SHOWN = 60;

/** The field of the settings: days off of everybody, one day or span a line. */
export function parseDaysOffField(view: unknown): ParsedDaysOff {
  return parseDaysOff(readFormFields(view).text(FIELDS.daysOff) ?? '');
}

/** What to say at that field, naming the line that was not taken. */
export function daysOffFieldError(refused: Extract<ParsedDaysOff, { ok: false }>, t: Messages): string {
  if (refused.reason === 'too_many') return t.presence.tooManySpans(MAX_SPANS);
  const { line } = refused;
  const shown = line.length > MAX_LINE_SHOWN ? `${line.slice(0, MAX_LINE_SHOWN - 1)}…` : line;
  return t.presence.lineRefused[refused.reason](shown);
}

export type OwnDaysForm = { readonly add: DayRange | null; readonly remove: readonly DayRange[] };

/** A person's own days off: without a last day, the first one alone. Values that somebody made up name no span and remove none. */
export function parseOwnDaysOff(view: unknown): Parsed<OwnDaysForm> {
  const fields = readFormFields(view);
  const from = parseDay(fields.date(FIELDS.firstDayOff) ?? '');
  const to = parseDay(fields.date(FIELDS.lastDayOff) ?? '');
  if (from === null && to !== null) return { ok: false, errors: { [FIELDS.firstDayOff]: 'first_day_missing' } };
  const remove = fields.options(FIELDS.removeDaysOff).map((value) => {
    const [first = '', last = ''] = value.split('/');
    return { from: first, to: last };
  });
  return { ok: true, value: { add: from === null ? null : { from, to: to ?? from }, remove } };
}

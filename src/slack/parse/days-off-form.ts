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

export type OwnDaysForm = {
  readonly add: DayRange | null;
  readonly remove: readonly DayRange[];
  /** Null ends the pause; undefined for a form without the field. */
  readonly pausedUntil: string | null | undefined;
};

/**
 * A person's own days off and pause: without a last day, the first one alone. A day that no calendar has is refused at its field;
 * spans that somebody made up remove none.
 */
export function parseOwnDaysOff(view: unknown): Parsed<OwnDaysForm> {
  const fields = readFormFields(view);
  const days = [FIELDS.firstDayOff, FIELDS.lastDayOff, FIELDS.pausedUntil].map((id) => {
    const typed = fields.date(id);
    return { id, typed, day: typed === null ? null : parseDay(typed) };
  });
  const wrong = days.filter(({ typed, day }) => typed !== null && day === null);
  if (wrong.length > 0) return { ok: false, errors: Object.fromEntries(wrong.map(({ id }) => [id, 'date_unknown'])) };
  const [from = null, to = null, until = null] = days.map(({ day }) => day);
  if (from === null && to !== null) return { ok: false, errors: { [FIELDS.firstDayOff]: 'first_day_missing' } };
  const remove = fields.options(FIELDS.removeDaysOff).map((value) => {
    const [first = '', last = ''] = value.split('/');
    return { from: first, to: last };
  });
  const pausedUntil = fields.isTicked(FIELDS.endPause) ? null : until;
  const add = from === null ? null : { from, to: to ?? from };
  return { ok: true, value: { add, remove, pausedUntil: fields.has(FIELDS.pausedUntil) ? pausedUntil : undefined } };
}

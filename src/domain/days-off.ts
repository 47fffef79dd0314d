import { addDays, type DayRange } from './calendar.ts';

/** A workspace may name this many spans, so that they fit one field of a form. */
export const MAX_SPANS = 100;
/** One person's own: as many as a list of boxes shows. */
export const MAX_OWN_SPANS = 10;
/** Longer than any leave; a wrong year is refused rather than kept. */
export const MAX_SPAN_DAYS = 366;

/** Days that are over are kept this long, for those who look back. */
const KEEP_DAYS = 31;

export type SpanRefusal = 'ends_before_start' | 'too_long';

export type ParsedDaysOff =
  | { readonly ok: true; readonly daysOff: readonly DayRange[] }
  /** The first line that cannot be taken, as it was typed. */
  | { readonly ok: false; readonly reason: SpanRefusal | 'not_understood'; readonly line: string }
  | { readonly ok: false; readonly reason: 'too_many' };

const DATE = String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}`;
const LINE = new RegExp(String.raw`^(?:from\s+|[сc]\s+)?(${DATE})(?:\s*(?:-|–|—|to|until|по|до)\s*(${DATE}))?$`, 'iu');

/**
 * Days off as people type them, one day or one span a line: "2026-12-24", "24.12.2026 – 02.01.2027", "2026-12-24 to 2027-01-02".
 * Empty lines say nothing. The result is in order, what overlaps or adjoins in one span.
 */
export function parseDaysOff(text: string): ParsedDaysOff {
  const spans: DayRange[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const span = parseSpan(line);
    if (!span.ok) return { ...span, line };
    spans.push(span.range);
  }
  const daysOff = mergeSpans(spans);
  return daysOff.length > MAX_SPANS ? { ok: false, reason: 'too_many' } : { ok: true, daysOff };
}

type Checked<R> = { readonly ok: true; readonly range: DayRange } | { readonly ok: false; readonly reason: R };

function parseSpan(line: string): Checked<SpanRefusal | 'not_understood'> {
  const [, first = '', second = first] = LINE.exec(line) ?? [];
  const [from, to] = [parseDay(first), parseDay(second)];
  return from === null || to === null ? { ok: false, reason: 'not_understood' } : checkSpan({ from, to });
}

/** Whether two days of the calendar make a span that can be taken. */
export function checkSpan(range: DayRange): Checked<SpanRefusal> {
  if (range.to < range.from) return { ok: false, reason: 'ends_before_start' };
  return range.to < addDays(range.from, MAX_SPAN_DAYS) ? { ok: true, range } : { ok: false, reason: 'too_long' };
}

/** YYYY-MM-DD of a date written as 2026-12-24 or 24.12.2026; null when the calendar has no such day. */
export function parseDay(text: string): string | null {
  const numbers = text.split(/[-.]/);
  const [year = '', month = '', day = ''] = text.includes('.') ? numbers.toReversed() : numbers;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** The same spans as lines that `parseDaysOff` reads back. */
export function formatDaysOff(daysOff: readonly DayRange[]): string {
  return daysOff.map(({ from, to }) => (from === to ? from : `${from} – ${to}`)).join('\n');
}

/** Spans in order; those that overlap or follow on each other become one. */
export function mergeSpans(spans: readonly DayRange[]): DayRange[] {
  const merged: DayRange[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || addDays(last.to, 1) < span.from) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, to: last.to < span.to ? span.to : last.to };
  }
  return merged;
}

/** Without the spans that were over more than a month before `today`. */
export function withoutPast(daysOff: readonly DayRange[], today: string): DayRange[] {
  return daysOff.filter(({ to }) => to >= addDays(today, -KEEP_DAYS));
}

export type OwnDaysChange = { readonly add: DayRange | null; readonly remove: readonly DayRange[] };

export type OwnDaysPlan =
  | { readonly ok: true; readonly daysOff: readonly DayRange[] }
  | { readonly ok: false; readonly reason: SpanRefusal | 'is_past' | 'too_many' };

/** One person's days off after a change of theirs, on the day `today` in their zone. What is over is not kept. */
export function planOwnDaysOff(
  current: readonly DayRange[],
  { add, remove }: OwnDaysChange,
  today: string,
): OwnDaysPlan {
  const isRemoved = (one: DayRange) => remove.some(({ from, to }) => from === one.from && to === one.to);
  const kept = current.filter((one) => one.to >= today && !isRemoved(one));
  if (add === null) return { ok: true, daysOff: kept };
  const span = checkSpan(add);
  if (!span.ok) return span;
  if (add.to < today) return { ok: false, reason: 'is_past' };
  const daysOff = mergeSpans([...kept, add]);
  return daysOff.length > MAX_OWN_SPANS ? { ok: false, reason: 'too_many' } : { ok: true, daysOff };
}

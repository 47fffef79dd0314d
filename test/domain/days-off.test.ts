import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isInDays } from '../../src/domain/calendar.ts';
import {
  formatDaysOff,
  MAX_OWN_SPANS,
  MAX_SPANS,
  mergeSpans,
  parseDaysOff,
  planOwnDaysOff,
  withoutPast,
} from '../../src/domain/days-off.ts';

const days = (from: string, to = from) => ({ from, to });
const newYear = days('2026-12-24', '2027-01-02');

describe('parseDaysOff', () => {
  it.each([
    '2026-12-24 – 2027-01-02',
    '2026-12-24 - 2027-01-02',
    '2026-12-24-2027-01-02',
    '2026-12-24—2027-01-02',
    '2026-12-24 to 2027-01-02',
    '24.12.2026 - 2.1.2027',
    '24.12.2026 по 02.01.2027',
    'с 24.12.2026 по 2027-01-02',
    'From 2026-12-24 until 2027-1-2',
  ])('reads the span "%s"', (text) => {
    expect(parseDaysOff(text)).toEqual({ ok: true, daysOff: [newYear] });
  });

  it('reads one day a line, in any order, and puts together what touches', () => {
    const text = '\n 9.5.2027 \r\n2026-12-25\n2026-12-24 – 2026-12-25\n26.12.2026\n\n';
    expect(parseDaysOff(text)).toEqual({ ok: true, daysOff: [days('2026-12-24', '2026-12-26'), days('2027-05-09')] });
  });

  it('reads nothing as no day', () => {
    expect(parseDaysOff(' \n ')).toEqual({ ok: true, daysOff: [] });
  });

  it.each([
    ['2026-12-24\nChristmas\n31.02.2027', 'not_understood', 'Christmas'],
    ['31.02.2027', 'not_understood', '31.02.2027'],
    ['2027-02-29', 'not_understood', '2027-02-29'],
    ['12/24/2026', 'not_understood', '12/24/2026'],
    ['2026-12-24 2026-12-25', 'not_understood', '2026-12-24 2026-12-25'],
    ['2026-12-24 – 2026-12-20', 'ends_before_start', '2026-12-24 – 2026-12-20'],
    ['2026-12-24 – 2062-12-26', 'too_long', '2026-12-24 – 2062-12-26'],
  ])('names the first line of "%s" that cannot be taken', (text, reason, line) => {
    expect(parseDaysOff(text)).toEqual({ ok: false, reason, line });
  });

  it('knows a leap day', () => {
    expect(parseDaysOff('29.2.2028')).toEqual({ ok: true, daysOff: [days('2028-02-29')] });
  });

  it('takes a hundred spans and no more', () => {
    const line = (_: unknown, at: number) => addDays('2026-01-01', at * 2);
    expect(parseDaysOff(Array.from({ length: MAX_SPANS }, line).join('\n'))).toMatchObject({ ok: true });
    expect(parseDaysOff(Array.from({ length: MAX_SPANS + 1 }, line).join('\n'))).toEqual({
      ok: false,
      reason: 'too_many',
    });
  });

  it('reads back what it shows', () => {
    const start = fc.integer({ min: 0, max: 3000 }).map((at) => addDays('2026-01-01', at));
    const span = fc
      .tuple(start, fc.integer({ min: 0, max: 60 }))
      .map(([from, more]) => days(from, addDays(from, more)));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), start, (spans, day) => {
        const daysOff = mergeSpans(spans);
        // A merged span may be longer than one that is typed.
        fc.pre(daysOff.every(({ from, to }) => to < addDays(from, 366)));
        expect(parseDaysOff(formatDaysOff(daysOff))).toEqual({ ok: true, daysOff });
        expect(isInDays(day, daysOff)).toBe(isInDays(day, spans));
      }),
    );
  });
});

describe('days that are over', () => {
  it('are kept for a month', () => {
    const spans = [days('2026-10-01', '2026-10-21'), days('2026-10-22'), newYear];
    expect(withoutPast(spans, '2026-11-22')).toEqual([days('2026-10-22'), newYear]);
  });
});

describe('planOwnDaysOff', () => {
  const today = '2026-11-22';
  const current = [days('2026-11-01', '2026-11-21'), days('2026-11-20', '2026-11-22'), newYear];

  it('adds a span, removes those that are named, and drops what is over', () => {
    const change = { add: days('2027-01-03', '2027-01-05'), remove: [days('2026-11-20', '2026-11-22'), days('x')] };
    expect(planOwnDaysOff(current, change, today)).toEqual({ ok: true, daysOff: [days('2026-12-24', '2027-01-05')] });
  });

  it.each([
    ['ends_before_start', days('2026-12-02', '2026-12-01')],
    ['too_long', days('2026-12-02', '2027-12-03')],
    ['is_past', days('2026-11-20', '2026-11-21')],
  ])('refuses a span: %s', (reason, add) => {
    expect(planOwnDaysOff([], { add, remove: [] }, today)).toEqual({ ok: false, reason });
  });

  it('takes as many spans as are shown', () => {
    const ten = Array.from({ length: MAX_OWN_SPANS }, (_, at) => days(addDays(today, at * 2)));
    const more = days('2027-05-01');
    expect(planOwnDaysOff(ten, { add: more, remove: [] }, today)).toEqual({ ok: false, reason: 'too_many' });
    expect(planOwnDaysOff(ten, { add: more, remove: ten.slice(0, 1) }, today)).toMatchObject({ ok: true });
  });
});

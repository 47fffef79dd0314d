import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { renderDaysOffForm } from '../../../src/slack/blocks/views/days-off-form.ts';
import { FIELDS } from '../../../src/slack/ids.ts';
import { daysOffFieldError, parseOwnDaysOff } from '../../../src/slack/parse/days-off-form.ts';
import { submittedView } from '../../support/submitted-view.ts';

const en = translate('en');
const leave = { from: '2026-12-24', to: '2027-01-02' };
const form = renderDaysOffForm([leave], en);

describe('parseOwnDaysOff', () => {
  it.each([
    ['nothing', {}, { add: null, remove: [] }],
    ['one day', { [FIELDS.firstDayOff]: '2026-12-01' }, { add: { from: '2026-12-01', to: '2026-12-01' }, remove: [] }],
    ['a span', { [FIELDS.firstDayOff]: leave.from, [FIELDS.lastDayOff]: leave.to }, { add: leave, remove: [] }],
    ['what is removed', { [FIELDS.removeDaysOff]: ['2026-12-24/2027-01-02'] }, { add: null, remove: [leave] }],
    ['no date at all', { [FIELDS.firstDayOff]: '2026-02-31' }, { add: null, remove: [] }],
  ])('reads %s', (_, entered, value) => {
    expect(parseOwnDaysOff(submittedView(form, entered))).toEqual({ ok: true, value });
  });

  it('asks for the first day of a span', () => {
    expect(parseOwnDaysOff(submittedView(form, { [FIELDS.lastDayOff]: '2026-12-01' }))).toEqual({
      ok: false,
      errors: { [FIELDS.firstDayOff]: 'first_day_missing' },
    });
  });
});

describe('the error at the days off of everybody', () => {
  it('names the line, in short', () => {
    const text = daysOffFieldError({ ok: false, reason: 'not_understood', line: 'x'.repeat(500) }, en);
    expect(text).toContain(`“${'x'.repeat(59)}…”`);
    expect(daysOffFieldError({ ok: false, reason: 'too_many' }, en)).toContain('100 spans');
  });
});

describe('the form', () => {
  it.each([
    ['en', 'Dec 24, 2026'],
    ['ru', '24 дек. 2026'],
  ] as const)('shows spans as people write them, in %s', (language, date) => {
    expect(JSON.stringify(renderDaysOffForm([leave], translate(language)).blocks)).toContain(date);
  });
});

import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { renderDaysOffForm } from '../../../src/slack/blocks/views/days-off-form.ts';
import { FIELDS } from '../../../src/slack/ids.ts';
import { daysOffFieldError, parseOwnDaysOff } from '../../../src/slack/parse/days-off-form.ts';
import { submittedView } from '../../support/submitted-view.ts';

const en = translate('en');
const leave = { from: '2026-12-24', to: '2027-01-02' };
const paused = { daysOff: [leave], pausedUntil: '2026-11-30' };
const form = renderDaysOffForm(paused, en);
const { pausedUntil } = paused;

describe('parseOwnDaysOff', () => {
  it.each([
    ['nothing', {}, {}],
    ['one day', { [FIELDS.firstDayOff]: '2026-12-01' }, { add: { from: '2026-12-01', to: '2026-12-01' } }],
    ['a span', { [FIELDS.firstDayOff]: leave.from, [FIELDS.lastDayOff]: leave.to }, { add: leave }],
    ['what is removed', { [FIELDS.removeDaysOff]: ['2026-12-24/2027-01-02'] }, { remove: [leave] }],
    ['another pause', { [FIELDS.pausedUntil]: '2026-12-05' }, { pausedUntil: '2026-12-05' }],
    ['an emptied pause', { [FIELDS.pausedUntil]: null }, { pausedUntil: null }],
    ['the end of the pause', { [FIELDS.endPause]: ['yes'] }, { pausedUntil: null }],
  ])('reads %s', (_, entered, value) => {
    expect(parseOwnDaysOff(submittedView(form, entered))).toEqual({
      ok: true,
      value: { add: null, remove: [], pausedUntil, ...value },
    });
  });

  it.each([FIELDS.firstDayOff, FIELDS.lastDayOff, FIELDS.pausedUntil])('refuses a 31 February at %s', (field) => {
    const entered = { [FIELDS.firstDayOff]: '2026-12-01', [field]: '2026-02-31' };
    expect(parseOwnDaysOff(submittedView(form, entered))).toEqual({ ok: false, errors: { [field]: 'date_unknown' } });
  });

  it('leaves the pause as it is where the form has no such field', () => {
    const older = { ...form, blocks: form.blocks.slice(0, 3) };
    expect(parseOwnDaysOff(submittedView(older, {}))).toMatchObject({ ok: true, value: { pausedUntil: undefined } });
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
    expect(JSON.stringify(renderDaysOffForm(paused, translate(language)).blocks)).toContain(date);
  });
});

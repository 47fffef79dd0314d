import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { renderPulseForm } from '../../../src/slack/blocks/views/pulse-form.ts';
import { renderSettingsForm } from '../../../src/slack/blocks/views/settings-form.ts';
import { FIELDS } from '../../../src/slack/ids.ts';
import { parsePulseForm } from '../../../src/slack/parse/pulse-form.ts';
import { parsePulseSettings } from '../../../src/slack/parse/settings-form.ts';
import { submittedView } from '../../support/submitted-view.ts';

const t = translate('en');
const CLIENT = '00000000-0000-4000-8000-000000000001';
const settings = {
  managerIds: [],
  installerId: null,
  language: 'en',
  timeZone: 'UTC',
  hourlyCost: null,
  currency: 'EUR',
  daysOff: [],
} as const;
const pulse = { isOn: false, schedule: { weekday: 7, hour: 0 } };
const settingsForm = renderSettingsForm(settings, t, { ...pulse, digestChannelId: null });
const answer = {
  clientId: CLIENT,
  userId: 'U1',
  rating: 2,
  signals: ['off_hours'],
  comment: 'Calls at night',
} as const;
const pulseForm = renderPulseForm({ week: 2968, client: { id: CLIENT, name: 'Northwind', answer } }, t);

/** A form as somebody sent it who changed what Slack sends. */
function forged(form: ModalView, fields: Record<string, { type: string; value: unknown }>) {
  const view = submittedView(form) as { state?: { values: Record<string, unknown> } };
  const values = Object.fromEntries(
    Object.entries(fields).map(([id, { type, value }]) => [id, { [id]: { type, selected_option: { value } } }]),
  );
  return { ...view, state: { values: { ...view.state?.values, ...values } } };
}

const select = (value: unknown) => ({ type: 'static_select', value });

describe('parsePulseSettings', () => {
  it('gives back what was set when nothing is touched', () => {
    expect(parsePulseSettings(submittedView(settingsForm))).toEqual({ ok: true, value: pulse });
  });

  it('reads another day and hour', () => {
    const entered = { [FIELDS.pulse]: 'on', [FIELDS.pulseWeekday]: '1', [FIELDS.pulseHour]: '23' };
    const value = { isOn: true, schedule: { weekday: 1, hour: 23 } };
    expect(parsePulseSettings(submittedView(settingsForm, entered))).toEqual({ ok: true, value });
  });

  it.each([
    ['a weekday of 9', FIELDS.pulseWeekday, '9', 'pulse_weekday_unknown'],
    ['a weekday of 0', FIELDS.pulseWeekday, '0', 'pulse_weekday_unknown'],
    ['a weekday in words', FIELDS.pulseWeekday, 'Thursday', 'pulse_weekday_unknown'],
    ['an hour of 25', FIELDS.pulseHour, '25', 'pulse_hour_unknown'],
    ['an hour of 24', FIELDS.pulseHour, '24', 'pulse_hour_unknown'],
    ['an hour before midnight', FIELDS.pulseHour, '-1', 'pulse_hour_unknown'],
    ['half an hour', FIELDS.pulseHour, '15:30', 'pulse_hour_unknown'],
    ['no hour', FIELDS.pulseHour, '', 'pulse_hour_unknown'],
    ['neither on nor off', FIELDS.pulse, 'sometimes', 'choice_missing'],
  ])('answers %s at its field', (_, field, value, error) => {
    const type = field === FIELDS.pulse ? 'radio_buttons' : 'static_select';
    const sent = forged(settingsForm, { [field]: { type, value } });
    expect(parsePulseSettings(sent)).toEqual({ ok: false, errors: { [field]: error } });
  });

  it('takes what is no choice at all for a field that was not touched', () => {
    expect(parsePulseSettings(forged(settingsForm, { [FIELDS.pulseWeekday]: select(9) }))).toEqual({
      ...{ ok: true, value: pulse },
    });
  });

  it('answers all wrong fields at once, and an empty choice too', () => {
    const sent = forged(settingsForm, { [FIELDS.pulseWeekday]: select('8'), [FIELDS.pulseHour]: select('99') });
    const errors = { [FIELDS.pulseWeekday]: 'pulse_weekday_unknown', [FIELDS.pulseHour]: 'pulse_hour_unknown' };
    expect(parsePulseSettings(sent)).toEqual({ ok: false, errors });
    const empty = submittedView(settingsForm, { [FIELDS.pulseWeekday]: null, [FIELDS.pulseHour]: null });
    expect(parsePulseSettings(empty)).toEqual({ ok: false, errors });
  });

  it('changes nothing for a form that has no such fields', () => {
    expect(parsePulseSettings(submittedView(renderSettingsForm(settings, t)))).toEqual({ ok: true, value: null });
  });
});

describe('parsePulseForm', () => {
  const { userId: _, ...kept } = answer;

  it('gives back what was said before when nothing is touched', () => {
    expect(parsePulseForm(submittedView(pulseForm))).toEqual({ ok: true, value: { week: 2968, answer: kept } });
  });

  it('reads no signals and no comment', () => {
    const entered = { [FIELDS.rating]: '5', [FIELDS.signals]: [], [FIELDS.comment]: '  ' };
    const value = { week: 2968, answer: { clientId: CLIENT, rating: 5, signals: [], comment: null } };
    expect(parsePulseForm(submittedView(pulseForm, entered))).toEqual({ ok: true, value });
  });

  it('refuses a rating that is none', () => {
    const sent = forged(pulseForm, { [FIELDS.rating]: { type: 'radio_buttons', value: '6' } });
    expect(parsePulseForm(sent)).toEqual({ ok: false, errors: { [FIELDS.rating]: 'choice_missing' } });
  });

  it('refuses six signals, and leaves out those that are none', () => {
    const six = ['non_payment', 'late_payment', 'low_pay', 'price_pressure', 'no_contract', 'off_hours'];
    const entered = { [FIELDS.signals]: six };
    expect(parsePulseForm(submittedView(pulseForm, entered))).toEqual({
      ...{ ok: false, errors: { [FIELDS.signals]: 'pulse_signals_too_many' } },
    });
    const options = ['off_hours', 'made_up'].map((value) => ({ value }));
    const state = { values: { [FIELDS.signals]: { [FIELDS.signals]: { selected_options: options } } } };
    expect(parsePulseForm({ ...pulseForm, state })).toMatchObject({
      ok: true,
      value: { answer: { signals: ['off_hours'] } },
    });
  });

  it('refuses a comment that is too long', () => {
    const entered = { [FIELDS.comment]: 'x'.repeat(3001) };
    expect(parsePulseForm(submittedView(pulseForm, entered))).toEqual({
      ...{ ok: false, errors: { [FIELDS.comment]: 'text_too_long' } },
    });
  });

  it.each(['', '2968', 'week 1', '{}', `2968 ${CLIENT.slice(1)}`])('refuses the form when it is about %j', (about) => {
    const sent = { ...(submittedView(pulseForm) as object), private_metadata: about };
    expect(parsePulseForm(sent)).toEqual({ ok: false, errors: { [FIELDS.rating]: 'old_form' } });
  });
});

import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { renderSettingsForm } from '../../../src/slack/blocks/views/settings-form.ts';
import { parseSettingsForm } from '../../../src/slack/parse/settings-form.ts';
import { submittedView } from '../../support/submitted-view.ts';

const settings = {
  managerIds: ['U1', 'U2'],
  installerId: null,
  language: 'ru',
  timeZone: 'Europe/Berlin',
  hourlyCost: 65.5,
  currency: 'EUR',
  daysOff: [{ from: '2026-12-24', to: '2026-12-26' }],
} as const;
const { daysOff: _, installerId: __, ...value } = settings;
const form = renderSettingsForm(settings, translate('ru'));

describe('parseSettingsForm', () => {
  it('gives back what was set when nothing is touched', () => {
    expect(parseSettingsForm(submittedView(form))).toEqual({ ok: true, value });
  });

  it.each(['UTC', 'Asia/Calcutta', 'Europe/Kyiv'])('offers the zone that is set, %s', (timeZone) => {
    const view = submittedView(renderSettingsForm({ ...settings, timeZone }, translate('en')));
    expect(parseSettingsForm(view)).toMatchObject({ ok: true, value: { timeZone } });
  });

  it('reads nobody, no cost and a currency in small letters', () => {
    const view = submittedView(form, { managers: [], hourly_cost: null, currency: ' usd' });
    expect(parseSettingsForm(view)).toMatchObject({
      ok: true,
      value: { managerIds: [], hourlyCost: null, currency: 'USD' },
    });
  });

  it.each([
    ['a cost in words', { hourly_cost: 'a lot' }, { hourly_cost: 'cost_invalid' }],
    ['a cost above a million', { hourly_cost: '1000001' }, { hourly_cost: 'cost_invalid' }],
    ['a currency that is none', { currency: 'EURO' }, { currency: 'currency_unknown' }],
    ['no zone', { time_zone: null }, { time_zone: 'time_zone_unknown' }],
  ])('refuses %s at its field', (_, entered, errors) => {
    expect(parseSettingsForm(submittedView(form, entered))).toEqual({ ok: false, errors });
  });
});

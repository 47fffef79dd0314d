import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { renderHideForm } from '../../../src/slack/blocks/views/hide-form.ts';
import { renderPeopleForm } from '../../../src/slack/blocks/views/people-form.ts';
import { renderReopenForm } from '../../../src/slack/blocks/views/reopen-form.ts';
import { renderTimesForm } from '../../../src/slack/blocks/views/times-form.ts';
import { FIELDS } from '../../../src/slack/ids.ts';
import {
  parseHideForm,
  parsePeopleForm,
  parseReopenForm,
  parseTimesForm,
} from '../../../src/slack/parse/desk-forms.ts';
import { submittedView } from '../../support/submitted-view.ts';

const t = translate('en');
const reviewId = '00000000-0000-4000-8000-000000000001';
const phaseEndsAt = new Date('2026-11-26T16:00:00Z');

describe('the form of the times', () => {
  const form = renderTimesForm({ reviewId, phaseEndsAt, deadline: '2026-12-01', isLive: false }, t);

  it('says what stands there when nothing was touched', () => {
    expect(parseTimesForm(submittedView(form))).toEqual({
      ok: true,
      value: { phaseEndsAt, deadlineDate: '2026-12-01' },
    });
  });

  it('tells an emptied day from one that was not asked for', () => {
    expect(parseTimesForm(submittedView(form, { [FIELDS.doneBy]: null }))).toMatchObject({
      value: { deadlineDate: null },
    });
    const live = renderTimesForm({ reviewId, phaseEndsAt, deadline: '2026-12-01', isLive: true }, t);
    expect(parseTimesForm(submittedView(live))).toMatchObject({ ok: true, value: { deadlineDate: null } });
  });

  it('refuses what is no time and no day', () => {
    expect(parseTimesForm({})).toEqual({ ok: false, errors: { [FIELDS.stepEndsAt]: 'time_missing' } });
    expect(parseTimesForm(submittedView(form, { [FIELDS.doneBy]: '2026-02-30' }))).toEqual({
      ok: false,
      errors: { [FIELDS.doneBy]: 'deadline_invalid' },
    });
  });
});

describe('the other forms of the desk', () => {
  it('give the step that was chosen', () => {
    const form = renderReopenForm({ reviewId, mode: 'private', earlier: ['complaints', 'positives'] }, t);
    expect(parseReopenForm(submittedView(form))).toEqual({ ok: true, value: { phase: 'positives' } });
    expect(parseReopenForm({})).toEqual({ ok: false, errors: { [FIELDS.step]: 'choice_missing' } });
  });

  it('give each person once, all in one role', () => {
    const form = renderPeopleForm({ reviewId, present: [{ userId: 'U1', name: 'Lena', role: 'sales' }] }, t);
    const values = { [FIELDS.add]: ['U2', 'U2'], [FIELDS.role]: 'finance', [FIELDS.remove]: ['U1'] };
    expect(parsePeopleForm(submittedView(form, values))).toEqual({
      ok: true,
      value: { add: [{ userId: 'U2', role: 'finance' }], remove: ['U1'] },
    });
    expect(parsePeopleForm(submittedView(form))).toEqual({ ok: false, errors: { [FIELDS.add]: 'nobody_chosen' } });
  });

  it('want to know what is hidden, and why', () => {
    const words = [{ digest: 'd1', text: 'They are lazy', name: null }];
    const form = renderHideForm({ reviewId, phase: 'complaints', words }, t);
    expect(parseHideForm(submittedView(form, { [FIELDS.reason]: '  ' }))).toEqual({
      ok: false,
      errors: { [FIELDS.words]: 'choice_missing', [FIELDS.reason]: 'reason_missing' },
    });
    const said = { [FIELDS.words]: 'd1', [FIELDS.reason]: 'x'.repeat(301) };
    expect(parseHideForm(submittedView(form, said))).toMatchObject({ errors: { [FIELDS.reason]: 'reason_too_long' } });
    expect(parseHideForm(submittedView(form, { ...said, [FIELDS.reason]: 'unfair' }))).toEqual({
      ok: true,
      value: { digest: 'd1', reason: 'unfair' },
    });
  });
});

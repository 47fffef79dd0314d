import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { renderComplaintChooser } from '../../../src/slack/blocks/views/complaint-chooser.ts';
import { renderComplaintForm } from '../../../src/slack/blocks/views/complaint-form.ts';
import { parseComplaintChooser, parseComplaintForm } from '../../../src/slack/parse/complaint-form.ts';
import { submittedView } from '../../support/submitted-view.ts';
import { asked, complaint, target } from '../blocks/views/sample-forms.ts';

const t = translate('ru');
const form = renderComplaintForm({ ...asked, target, previous: null, number: 1, total: 1 }, t);
const entered = { text: 'Правки после приёмки.', signals: ['scope_creep'], severity: '3', frequency: 'constantly' };

describe('parseComplaintForm', () => {
  it('reads one complaint', () => {
    expect(parseComplaintForm(submittedView(form, { ...entered, more: ['yes'] }))).toEqual({
      ok: true,
      value: {
        kind: 'answer',
        more: true,
        complaint: {
          text: 'Правки после приёмки.',
          signals: ['scope_creep'],
          severity: 3,
          frequency: 'constantly',
          concerns: null,
        },
      },
    });
  });

  it('gives back an earlier complaint that nobody touched', () => {
    const again = renderComplaintForm({ ...asked, target, previous: complaint, number: 1, total: 1 }, t);
    const read = parseComplaintForm(submittedView(again));
    expect(read).toMatchObject({ ok: true, value: { kind: 'answer', more: false } });
    expect(read.ok && read.value.kind === 'answer' && [...read.value.complaint.signals].sort()).toEqual(
      [...complaint.signals].sort(),
    );
  });

  it('reads the first values where nothing was sent', () => {
    const again = renderComplaintForm({ ...asked, target, previous: complaint, number: 1, total: 1 }, t);
    expect(parseComplaintForm({ ...again, state: { values: {} } })).toMatchObject({
      value: { complaint: { text: complaint.text, severity: 2, frequency: 'sometimes', concerns: 'one_person' } },
    });
  });

  it.each([
    ['no text', { text: '  ' }, { text: 'text_empty' }],
    ['a long text', { text: 'x'.repeat(3001) }, { text: 'text_too_long' }],
    ['no signal', { signals: [] }, { signals: 'signals_missing' }],
    ['four signals', { signals: ['low_pay', 'off_hours', 'other', 'team_harm'] }, { signals: 'signals_too_many' }],
    ['no severity', { severity: null }, { severity: 'choice_missing' }],
    ['no frequency', { frequency: null }, { frequency: 'choice_missing' }],
  ])('refuses %s at its field', (_, change, errors) => {
    expect(parseComplaintForm(submittedView(form, { ...entered, ...change }))).toEqual({ ok: false, errors });
  });

  it('takes a complaint back', () => {
    const again = renderComplaintForm({ ...asked, target, previous: complaint, number: 2, total: 3 }, t);
    expect(parseComplaintForm(submittedView(again, { withdraw: ['yes'] }))).toEqual({
      ok: true,
      value: { kind: 'withdraw' },
    });
  });

  it('leaves out signals that it does not know', () => {
    const view = submittedView(form, entered);
    const signals = { signals: { selected_options: [{ value: 'gone' }, { value: 'low_pay' }, { value: 'low_pay' }] } };
    const read = parseComplaintForm({ ...view, state: { values: { ...view.state.values, signals } } });
    expect(read).toMatchObject({ value: { complaint: { signals: ['low_pay'] } } });
  });

  it('offers another one only while there is room', () => {
    const has = (number: number, total: number) =>
      renderComplaintForm({ ...asked, target, previous: null, number, total }, t).blocks.some(
        (block) => block.block_id === 'more',
      );
    expect([has(7, 7), has(8, 8), has(2, 8)]).toEqual([true, false, false]);
  });
});

describe('parseComplaintChooser', () => {
  const chooser = renderComplaintChooser({ target, complaints: [complaint, complaint] }, t);

  it.each([
    ['edit:0', { kind: 'edit', index: 0 }],
    ['edit:1', { kind: 'edit', index: 1 }],
    ['add', { kind: 'add' }],
    ['withdraw_all', { kind: 'withdraw_all' }],
  ])('reads %s', (which, value) => {
    expect(parseComplaintChooser(submittedView(chooser, { which }))).toEqual({ ok: true, value });
  });

  it.each([null, 'edit:8', 'edit:-1', 'edit:', 'x'])('refuses %j', (which) => {
    const option = which === null ? null : { value: which };
    const view = { state: { values: { which: { which: { selected_option: option } } } } };
    expect(parseComplaintChooser(view)).toEqual({ ok: false, errors: { which: 'choice_missing' } });
  });

  it('offers no ninth complaint', () => {
    const full = renderComplaintChooser({ target, complaints: Array.from({ length: 8 }, () => complaint) }, t);
    expect(JSON.stringify(full)).not.toContain('"value":"add"');
  });
});

import { describe, expect, it } from 'vitest';
import type { SimpleValue } from '../../../demo/stand-in/field-state.ts';
import { translate } from '../../../src/i18n/index.ts';
import { renderComplaintForm } from '../../../src/slack/blocks/views/complaint-form.ts';
import { renderLessonsForm } from '../../../src/slack/blocks/views/lessons-form.ts';
import { renderPositiveForm } from '../../../src/slack/blocks/views/positive-form.ts';
import { parseLessons, parsePositive } from '../../../src/slack/parse/answer-forms.ts';
import { parseComplaintForm } from '../../../src/slack/parse/complaint-form.ts';
import { submittedView } from '../../support/submitted-view.ts';
import { asked, target } from '../blocks/views/sample-forms.ts';

const t = translate('en');
const model = { ...asked, target: { ...target, walk: true }, previous: null, walk: { isLast: false } } as const;
const FORMS = {
  complaints: [renderComplaintForm({ ...model, number: 1, total: 1 }, t), parseComplaintForm],
  positives: [renderPositiveForm(model, t), parsePositive],
  lessons: [renderLessonsForm(model, t), parseLessons],
} as const;

const read = (form: keyof typeof FORMS, entered: Readonly<Record<string, SimpleValue>>) => {
  const [view, parse] = FORMS[form];
  return parse(submittedView(view, entered));
};
const complaint = { text: 'They pay late', signals: ['late_payment'], severity: '2', frequency: 'once' };

describe('a form of *Answer everything now*', () => {
  it.each([
    ['complaints', complaint, { complaint: { text: 'They pay late' }, more: false }],
    ['positives', { text: 'They thank us' }, { answer: { phase: 'positives', text: 'They thank us' } }],
    ['lessons', { learned: 'Ask' }, { answer: { phase: 'lessons', learned: 'Ask', elsewhere: null } }],
  ] as const)('is read as it is elsewhere: %s', (form, entered, value) => {
    expect(read(form, entered)).toMatchObject({ ok: true, value: { kind: 'answer', ...value } });
  });

  it.each([
    ['complaints', { kind: 'nothing' }],
    ['positives', { kind: 'answer', answer: { phase: 'positives', text: null } }],
    ['lessons', { kind: 'answer', answer: { phase: 'lessons', relationship: null, learned: null, elsewhere: null } }],
  ] as const)('takes the box that there is nothing: %s', (form, value) => {
    expect(read(form, { nothing: ['yes'] })).toEqual({ ok: true, value });
  });

  it('takes the box though radio buttons, which cannot be unchosen, are chosen', () => {
    const entered = { nothing: ['yes'], severity: '1', frequency: 'once', text: ' ' };
    expect(read('complaints', entered)).toEqual({ ok: true, value: { kind: 'nothing' } });
  });

  it.each<[keyof typeof FORMS, Record<string, SimpleValue>]>([
    ['complaints', { text: 'They pay late' }],
    ['complaints', { signals: ['off_hours'] }],
    ['complaints', { more: ['yes'] }],
    ['positives', { text: 'They thank us' }],
    ['lessons', { elsewhere: 'At Contoso' }],
  ])('refuses the box beside something that was said: %s, %j', (form, entered) => {
    expect(read(form, { ...entered, nothing: ['yes'] })).toEqual({
      ok: false,
      errors: { nothing: 'words_and_nothing' },
    });
  });

  it.each([
    ['complaints', { ...complaint, text: null }, { text: 'complaint_or_nothing' }],
    ['positives', {}, { text: 'positive_or_nothing' }],
    ['lessons', {}, { relationship: 'lessons_or_nothing' }],
  ] as const)('names the box where nothing was said: %s', (form, entered, errors) => {
    expect(read(form, entered)).toEqual({ ok: false, errors });
  });

  it('asks for the rest of a complaint that has a text', () => {
    expect(read('complaints', { text: 'They pay late' })).toEqual({
      ok: false,
      errors: { signals: 'signals_missing', severity: 'choice_missing', frequency: 'choice_missing' },
    });
  });
});

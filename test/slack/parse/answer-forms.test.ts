import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { renderLessonsForm } from '../../../src/slack/blocks/views/lessons-form.ts';
import { renderPositiveForm } from '../../../src/slack/blocks/views/positive-form.ts';
import { renderVoteForm } from '../../../src/slack/blocks/views/vote-form.ts';
import { parseLessons, parsePositive, parseVote } from '../../../src/slack/parse/answer-forms.ts';
import { submittedView } from '../../support/submitted-view.ts';
import { asked, target } from '../blocks/views/sample-forms.ts';

const t = translate('en');
const positive = renderPositiveForm({ ...asked, target, previous: null }, t);
const lessons = renderLessonsForm({ ...asked, target, previous: null }, t);
const vote = renderVoteForm({ ...asked, target, previous: null }, t);

describe('parsePositive', () => {
  it('keeps the text as it was typed, without its ends', () => {
    expect(parsePositive(submittedView(positive, { text: ' <b>&amp; two\n\n  lines \n' }))).toEqual({
      ok: true,
      value: { kind: 'answer', answer: { phase: 'positives', text: '<b>&amp; two\n\n  lines' } },
    });
  });

  it.each([null, ' \n\t', '\u200b\u200d', '\u0000'])('refuses the empty text %j', (text) => {
    expect(parsePositive(submittedView(positive, { text }))).toEqual({ ok: false, errors: { text: 'positive_empty' } });
  });

  it.each([
    [3000, true],
    [3001, false],
  ])('takes up to 3,000 characters: %i', (length, ok) => {
    expect(parsePositive(submittedView(positive, { text: 'x'.repeat(length) })).ok).toBe(ok);
  });

  it('takes an answer back whatever else the form says', () => {
    const again = renderPositiveForm({ ...asked, target, previous: { phase: 'positives', text: null } }, t);
    expect(parsePositive(submittedView(again, { withdraw: ['yes'] }))).toEqual({
      ok: true,
      value: { kind: 'withdraw' },
    });
  });
});

describe('parseLessons', () => {
  it('takes one text of three', () => {
    expect(parseLessons(submittedView(lessons, { learned: 'Ask first.' }))).toEqual({
      ok: true,
      value: {
        kind: 'answer',
        answer: { phase: 'lessons', relationship: null, learned: 'Ask first.', elsewhere: null },
      },
    });
  });

  it('lets an earlier text be emptied', () => {
    const previous = { phase: 'lessons', relationship: 'Old', learned: 'Kept', elsewhere: null } as const;
    const view = submittedView(renderLessonsForm({ ...asked, target, previous }, t), { relationship: null });
    expect(parseLessons(view)).toMatchObject({ value: { answer: { relationship: null, learned: 'Kept' } } });
  });

  it('refuses three empty texts at the first', () => {
    expect(parseLessons(submittedView(lessons, { learned: ' ' }))).toEqual({
      ok: false,
      errors: { relationship: 'lessons_empty' },
    });
  });
});

describe('parseVote', () => {
  it.each([
    [null, null],
    ['0', 0],
    ['3.5', 3.5],
    ['3,5', 3.5],
    [' 168 ', 168],
    ['.5', 0.5],
  ])('reads the hours %j as %j', (hours, hoursPerWeek) => {
    expect(parseVote(submittedView(vote, { vote: 'keep', hours }))).toEqual({
      ok: true,
      value: { kind: 'answer', answer: { phase: 'vote', vote: 'keep', hoursPerWeek } },
    });
  });

  it.each(['-1', '168.1', '1e2', 'many', '1.2.3', '3,5 h', 'Infinity'])('refuses the hours %j', (hours) => {
    expect(parseVote(submittedView(vote, { vote: 'part', hours }))).toEqual({
      ok: false,
      errors: { hours: 'hours_invalid' },
    });
  });

  it('refuses no vote', () => {
    expect(parseVote(submittedView(vote))).toEqual({ ok: false, errors: { vote: 'choice_missing' } });
  });
});

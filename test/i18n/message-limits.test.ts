import { describe, expect, it } from 'vitest';
import { LANGUAGES, translate } from '../../src/i18n/index.ts';
import { plural } from '../../src/i18n/plural.ts';

const stringsOf = (node: unknown): string[] => {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(stringsOf) : [];
};

describe.each(LANGUAGES)('texts in %s', (language) => {
  const t = translate(language);

  it('fit as options of a list', () => {
    const { signal, severity, frequency, concerns, role, vote, choice, preset } = t.vocabulary;
    const { choice: decided, hardStop } = t.decision.form;
    const options = stringsOf([
      signal,
      severity,
      frequency,
      concerns,
      role,
      vote,
      choice,
      preset,
      decided.option,
      hardStop.option,
    ]);
    expect(options.filter((text) => text.length > 75)).toEqual([]);
  });

  it('fit on buttons and in their questions', () => {
    expect(stringsOf([t.card.buttons, t.walk.button]).filter((text) => text.length > 30)).toEqual([]);
    const { text: question, ...rest } = t.card.confirmNextStep;
    expect(
      stringsOf([rest, t.card.confirmClose.confirm, t.card.confirmClose.deny]).filter((text) => text.length > 30),
    ).toEqual([]);
    expect(question(1_000_000, true).length).toBeLessThan(300);
  });

  it('fit as title and buttons of the decision form', () => {
    const { title, submit, cancel } = t.decision.form;
    expect([title, submit, cancel].filter((text) => text.length > 24)).toEqual([]);
  });

  it('never shout', () => {
    const { vocabulary, card, thread, summary, decision, walk } = t;
    expect(stringsOf([vocabulary, card, thread, summary, decision, walk]).filter((text) => text.includes('!'))).toEqual(
      [],
    );
  });
});

describe('Russian numerals', () => {
  const { summary, card, thread } = translate('ru');

  it.each([
    [1, '1 балл', 'Сообщил 1 человек', 'ответил 1 из 50', '1 ответ'],
    [2, '2 балла', 'Сообщили 2 человека', 'ответили 2 из 50', '2 ответа'],
    [5, '5 баллов', 'Сообщили 5 человек', 'ответили 5 из 50', '5 ответов'],
    [11, '11 баллов', 'Сообщили 11 человек', 'ответили 11 из 50', '11 ответов'],
    [21, '21 балл', 'Сообщил 21 человек', 'ответил 21 из 50', '21 ответ'],
  ])('agree with %i', (count, points, reported, answered, answers) => {
    expect(summary.contribution(count)).toBe(points);
    expect(summary.why.hardStop('x', count)).toContain(reported);
    expect(card.progress(count, 50)).toBe(answered);
    expect(thread.reveal.heading.positives(count)).toBe(`Что хорошего: ${answers}`);
  });

  it('agree with halves', () => {
    expect(plural('ru', 1.5, { one: 'час', few: 'часа', many: 'часов', other: 'часа' })).toBe('1,5 часа');
  });
});

it.each(LANGUAGES)('shows a pressure on the right side of its bound in %s', (language) => {
  const { why } = translate(language).summary;
  expect(why.nothingSerious(29.6, 30)).toContain(language === 'en' ? '29.6 of 100' : '29,6 из 100');
  expect(why.repairs(37.2, 30)).not.toMatch(/37[.,]2/);
});

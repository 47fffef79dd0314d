import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/i18n/index.ts';

describe('the language of a person', () => {
  it.each([
    ['their own choice before all else', { own: 'en', locale: 'ru-RU' }, 'ru', 'en'],
    ['that of their Slack', { own: null, locale: 'ru-RU' }, 'en', 'ru'],
    ['the given one where we do not speak theirs', { own: null, locale: 'de-DE' }, 'ru', 'ru'],
    ['the given one where Slack does not say', { own: null, locale: null }, 'ru', 'ru'],
  ] as const)('is %s', (_, reader, fallback, language) => {
    expect(languageOf(reader, fallback)).toBe(language);
  });
});

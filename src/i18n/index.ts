import { LANGUAGES, type Language } from '../domain/language.ts';
import { en, type Messages } from './en/index.ts';
import { ru } from './ru/index.ts';

export { LANGUAGES, type Language, type Messages };

/** Adding a language is adding one folder that satisfies `Messages`, and its name to `LANGUAGES`. */
const CATALOGUES: Readonly<Record<Language, Messages>> = { en, ru };

/** Everything the app says, in one language. */
export function translate(language: Language): Messages {
  return CATALOGUES[language];
}

/** The language for a Slack locale such as ru-RU; `fallback` where Slack does not say or we do not speak it. */
export function languageOfLocale(locale: string | null, fallback: Language): Language {
  const base = locale?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === base) ?? fallback;
}

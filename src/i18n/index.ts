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

/** What decides a person's language: their own choice, and their Slack locale such as ru-RU; null where it is not known. */
export type Reader = { readonly own: Language | null; readonly locale: string | null };

/** The language in which we speak with somebody, everywhere: the one they chose, else that of their Slack, else `fallback`. */
export function languageOf({ own, locale }: Reader, fallback: Language): Language {
  const base = locale?.slice(0, 2).toLowerCase();
  return own ?? LANGUAGES.find((language) => language === base) ?? fallback;
}

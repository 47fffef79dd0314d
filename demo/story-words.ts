import type { Language } from '../src/domain/language.ts';

export type StoryWords = {
  readonly direct: (people: string) => string;
  readonly answers: string;
  readonly done: (status: string) => string;
};

/** What the stories about a decision say between the messages. */
export const STORY_WORDS: Readonly<Record<Language, StoryWords>> = {
  en: {
    direct: (people) => `In a direct message to ${people}`,
    answers: 'Step 1. The team says what hurts. The review is open: names are shown',
    done: (status) => `Northwind is now: ${status}`,
  },
  ru: {
    direct: (people) => `Личное сообщение, получают: ${people}`,
    answers: 'Шаг 1. Команда говорит, что мешает. Разбор открытый: имена видны',
    done: (status) => `Northwind теперь в статусе: ${status}`,
  },
};

import type { Language } from '../src/domain/language.ts';

export type StoryWords = {
  readonly direct: (people: string) => string;
  readonly screen: (name: string) => string;
  readonly writes: (name: string, channel: string) => string;
  readonly answers: string;
  readonly done: (status: string) => string;
};

/** What the stories about a decision say between the messages. */
export const STORY_WORDS: Readonly<Record<Language, StoryWords>> = {
  en: {
    direct: (people) => `In a direct message to ${people}`,
    screen: (name) => `${name} sees on the screen`,
    writes: (name, channel) => `${name} writes in ${channel}`,
    answers: 'Step 1. The team says what hurts. The review is open: names are shown',
    done: (status) => `Northwind is now: ${status}`,
  },
  ru: {
    direct: (people) => `Личное сообщение, получают: ${people}`,
    screen: (name) => `На экране, видит ${name}`,
    writes: (name, channel) => `${name} пишет в ${channel}`,
    answers: 'Шаг 1. Команда говорит, что мешает. Разбор открытый: имена видны',
    done: (status) => `Northwind теперь в статусе: ${status}`,
  },
};

import { MAX_ANSWER_LENGTH } from '../../../src/domain/answer.ts';
import { MAX_CLIENT_NAME_LENGTH } from '../../../src/domain/client.ts';
import type { Language } from '../../../src/i18n/index.ts';
import { MAX_QUESTION_LENGTH } from '../../../src/slack/parse/form-limits.ts';
import type { Size } from './screen.ts';

/** Everything on the screens that people wrote. */
export type SampleWords = {
  readonly clientName: string;
  /** An answer or a rationale. */
  readonly text: string;
  readonly question: string;
  /** How somebody calls themselves in Slack. */
  readonly displayName: string;
  /** What was typed after the command. */
  readonly typed: string;
};

const SHORT: Readonly<Record<Language, SampleWords>> = {
  en: {
    clientName: 'Northwind',
    text: 'Every sign-off is followed by “one small thing”.',
    question: 'Shall we renew in January?',
    displayName: 'Kim Guest',
    typed: 'lst',
  },
  ru: {
    clientName: 'Северный ветер',
    text: 'После каждой приёмки появляется «ещё одна мелочь».',
    question: 'Продлеваем договор в январе?',
    displayName: 'Ким, гость',
    typed: 'спсок',
  },
};

const LONG_NAME: Readonly<Record<Language, string>> = {
  en: 'Northwind Traders of the Eastern and Southern Counties, Sons and Daughters, Ltd.',
  ru: 'Торговый дом «Северный ветер» восточных и южных областей, сыновья, дочери и Ко',
};

const STORY: Readonly<Record<Language, string>> = {
  en: 'Every sign-off is followed by “one small thing”, and the small thing takes two days. We wrote the scope down twice, and twice it was read again as an invitation. Friday evening: “we need it on Monday”. ',
  ru: 'После каждой приёмки появляется «ещё одна мелочь», и мелочь занимает два дня. Объём работ мы записали дважды, и дважды его прочли как приглашение. Пятница, вечер: «нужно к понедельнику». ',
};

/** What people write, at its shortest or as long as the forms take it. */
export function sampleWords(size: Size, language: Language): SampleWords {
  const short = SHORT[language];
  if (size === 'none') return short;
  const story = STORY[language];
  return {
    clientName: LONG_NAME[language].slice(0, MAX_CLIENT_NAME_LENGTH),
    text: filled(story, MAX_ANSWER_LENGTH),
    question: filled(story, MAX_QUESTION_LENGTH),
    displayName: `${short.displayName} ${LONG_NAME[language]}`.slice(0, 80),
    typed: filled(story, 4000),
  };
}

function filled(story: string, length: number): string {
  return story
    .repeat(Math.ceil(length / story.length))
    .slice(0, length)
    .trimEnd();
}

import type { Concerns, Frequency } from '../src/domain/answer.ts';
import type { Language } from '../src/domain/language.ts';
import type { SignalChoice } from '../src/domain/signals.ts';
import type { PersonName } from './sample-agency.ts';
import type { StageWords } from './stage.ts';

export type PlayComplaint = {
  text: string;
  signals: SignalChoice[];
  severity: '1' | '2' | '3';
  frequency: Frequency;
  concerns?: Concerns;
};

export type Script = {
  readonly client: string;
  readonly question: string;
  readonly complaints: Partial<Record<PersonName, PlayComplaint>>;
  /** Lena's first words, before she thinks better of them. */
  readonly firstTry: string;
  /** Jonas answers when the step has closed already. */
  readonly late: PlayComplaint;
  /** Who is not here cannot name one. */
  readonly positives: Partial<Record<PersonName, string>>;
  readonly lessons: Partial<Record<PersonName, { relationship?: string; learned?: string; elsewhere?: string }>>;
  readonly hours: Partial<Record<PersonName, string>>;
  readonly rationale: string;
  readonly words: StageWords;
  readonly narration: Record<
    | 'cast'
    | 'start'
    | 'answers'
    | 'edits'
    | 'nextStep'
    | 'late'
    | 'cannotName'
    | 'lessons'
    | 'votes'
    | 'decides'
    | 'twice'
    | 'done',
    string
  >;
};

const EN: Script = {
  client: 'Northwind',
  question: 'The contract ends in January. Shall we renew it?',
  complaints: {
    mara: {
      text: 'Every sign-off is followed by one small thing.',
      signals: ['scope_creep'],
      severity: '2',
      frequency: 'sometimes',
    },
    omar: {
      text: 'The October invoice came in December.',
      signals: ['late_payment'],
      severity: '2',
      frequency: 'constantly',
    },
    lena: {
      text: 'They add screens after the design is approved, and expect the old price.',
      signals: ['scope_creep', 'unrealistic_expectations'],
      severity: '2',
      frequency: 'sometimes',
      concerns: 'one_person',
    },
    tom: {
      text: 'On Friday evening: we need it on Monday.',
      signals: ['unrealistic_expectations', 'scope_creep'],
      severity: '2',
      frequency: 'sometimes',
      concerns: 'one_person',
    },
    priya: {
      text: 'I have written 11 reminders this year.',
      signals: ['late_payment'],
      severity: '2',
      frequency: 'constantly',
    },
  },
  firstTry: 'Their Steve is impossible.',
  late: {
    text: 'They order more than the offer says and call it a misunderstanding.',
    signals: ['scope_creep', 'late_payment'],
    severity: '2',
    frequency: 'sometimes',
  },
  positives: {
    mara: 'They credit us by name.',
    omar: 'They sent us two other clients.',
    lena: 'Their designer is a joy to work with.',
    tom: 'Feedback is quick and clear.',
    jonas: 'They tell us early when budgets change.',
    ira: 'They never shout.',
  },
  lessons: {
    lena: { learned: 'Send the price with the change, not after it.' },
    omar: { relationship: 'I promised "a small thing" myself once. It became the rule.' },
    priya: { elsewhere: 'Payment in 14 days in the contract works with Contoso.' },
  },
  hours: { lena: '4', tom: '3.5', priya: '2' },
  rationale: 'One more quarter, with a signed change process and payment in 14 days.',
  words: {
    card: (channel) => `Everyone in ${channel} sees the card`,
    thread: (channel) => `Everyone in ${channel} sees in its thread`,
    alone: (name) => `Only ${name} sees`,
    direct: (name) => `Only ${name} sees, in a direct message (the other five get one too)`,
    fills: (name) => `${name} fills in the form`,
    presses: (name, button) => `${name} presses [ ${button} ]`,
    writes: (name, words) => `${name} sends: ${words}`,
  },
  narration: {
    cast: `A review, from start to decision. Northwind is a client of a small agency.
Mara manages. Omar and Jonas are in sales, Lena and Tom in delivery, Ira in support, Priya in finance.`,
    start: 'Mara types /client-review Northwind',
    answers: 'Step 1. The team says what hurts. Nobody sees yet what the others wrote',
    edits: 'Lena thinks better of the name and changes her answer',
    nextStep: 'Six of seven have answered; Jonas is out. Mara moves on, and the words appear without names',
    late: 'Jonas answers step 1 late: it counts, but a lone late answer would point at him, so its words stay hidden',
    cannotName:
      'Step 2. Everybody names one good thing; Priya cannot. When the last one answers, the step ends by itself',
    lessons: 'Step 3. What did we learn?',
    votes: 'Step 4. Keep or part? One click, and the hours lost if there are any. Then the verdict follows',
    decides: 'Mara reads the summary and decides',
    twice: 'On her phone the old button is still there: Mara presses Decide once more',
    done: 'Northwind is now',
  },
};

const RU: Script = {
  client: 'Northwind',
  question: 'Договор заканчивается в январе. Продлеваем?',
  complaints: {
    mara: {
      text: 'После каждой приёмки появляется «ещё одна мелочь».',
      signals: ['scope_creep'],
      severity: '2',
      frequency: 'sometimes',
    },
    omar: {
      text: 'Счёт за октябрь оплатили в декабре.',
      signals: ['late_payment'],
      severity: '2',
      frequency: 'constantly',
    },
    lena: {
      text: 'Дизайн согласован, а экраны всё добавляют, и за прежние деньги.',
      signals: ['scope_creep', 'unrealistic_expectations'],
      severity: '2',
      frequency: 'sometimes',
      concerns: 'one_person',
    },
    tom: {
      text: 'В пятницу вечером: нужно к понедельнику.',
      signals: ['unrealistic_expectations', 'scope_creep'],
      severity: '2',
      frequency: 'sometimes',
      concerns: 'one_person',
    },
    priya: {
      text: 'За год я отправила 11 напоминаний об оплате.',
      signals: ['late_payment'],
      severity: '2',
      frequency: 'constantly',
    },
  },
  firstTry: 'Их Степан невыносим.',
  late: {
    text: 'Заказывают больше, чем в смете, и называют это недоразумением.',
    signals: ['scope_creep', 'late_payment'],
    severity: '2',
    frequency: 'sometimes',
  },
  positives: {
    mara: 'Они называют нас авторами по имени.',
    omar: 'Привели к нам ещё двух клиентов.',
    lena: 'С их дизайнером приятно работать.',
    tom: 'Отвечают быстро и понятно.',
    jonas: 'Заранее говорят, когда меняется бюджет.',
    ira: 'Никогда не повышают голос.',
  },
  lessons: {
    lena: { learned: 'Цену правки называть сразу, а не потом.' },
    omar: { relationship: 'Однажды я сам пообещал «одну мелочь». Это стало правилом.' },
    priya: { elsewhere: 'Оплата за 14 дней в договоре работает с Contoso.' },
  },
  hours: { lena: '4', tom: '3,5', priya: '2' },
  rationale: 'Ещё один квартал: с подписанным порядком изменений и оплатой за 14 дней.',
  words: {
    card: (channel) => `Карточка, её видят все в ${channel}`,
    thread: (channel) => `Тред карточки, его видят все в ${channel}`,
    alone: (name) => `Видит только ${name}`,
    direct: (name) => `Видит только ${name}, в личном сообщении (такое же получают остальные пятеро)`,
    fills: (name) => `${name} заполняет форму`,
    presses: (name, button) => `${name} нажимает [ ${button} ]`,
    writes: (name, words) => `${name} отправляет: ${words}`,
  },
  narration: {
    cast: `Разбор от начала до решения. Northwind — клиент небольшой студии.
Мара руководит. Омар и Йонас в продажах, Лена и Том делают проекты, Ира в поддержке, Прия в финансах.`,
    start: 'Мара вводит /client-review Northwind',
    answers: 'Шаг 1. Команда говорит, что мешает. Пока никто не видит, что написали другие',
    edits: 'Лена передумала называть имя и меняет свой ответ',
    nextStep: 'Ответили шестеро из семи, Йонаса нет на месте. Мара идёт дальше, и ответы появляются без имён',
    late: 'Йонас отвечает на шаг 1 после срока: ответ учтут, но слова не покажут, одиночный ответ выдал бы автора',
    cannotName: 'Шаг 2. Каждый называет что-то хорошее; Прия не может. После последнего ответа шаг закончится сам',
    lessons: 'Шаг 3. Чему научились?',
    votes: 'Шаг 4. Продолжать или расстаться? Одно нажатие и, если есть, потерянные часы. Затем вердикт',
    decides: 'Мара читает итоги и принимает решение',
    twice: 'На телефоне Мары ещё осталась старая кнопка: она нажимает «Принять решение» ещё раз',
    done: 'Northwind теперь в статусе',
  },
};

export const SCRIPTS: Readonly<Record<Language, Script>> = { en: EN, ru: RU };

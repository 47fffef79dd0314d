import type { Concerns, Frequency } from '../src/domain/answer.ts';
import type { Language } from '../src/domain/language.ts';
import type { SignalChoice } from '../src/domain/signals.ts';
import type { PersonName } from './sample-agency.ts';

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
  readonly narration: Record<
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
    | 'done'
    | 'form',
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
  narration: {
    start: 'Mara types /client-review Northwind and sends the form',
    answers: 'Six people say what hurts; Ira has nothing to complain about',
    edits: 'Lena opens her answer again and writes it without a name',
    nextStep: 'Jonas is at a customer’s. Mara presses Next step',
    late: 'Jonas answers late; his words are kept back with the summary',
    cannotName: 'Everybody names one good thing; Priya cannot',
    lessons: 'What did we learn?',
    votes: 'Keep or part? Votes and the hours lost',
    decides: 'Mara reads the summary and decides',
    twice: 'She presses Decide once more',
    done: 'The client is now',
    form: 'sees the form',
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
  narration: {
    start: 'Мара вводит /client-review Northwind и отправляет форму',
    answers: 'Люди говорят, что мешает; Ире не на что жаловаться',
    edits: 'Лена открывает свой ответ ещё раз и пишет без имени',
    nextStep: 'Йонас у заказчика. Мара нажимает «Следующий шаг»',
    late: 'Йонас отвечает с опозданием; его слова ждут итогов',
    cannotName: 'Каждый называет что-то хорошее; Прия не может',
    lessons: 'Чему научились?',
    votes: 'Продолжать или расстаться? Голоса и потерянные часы',
    decides: 'Мара читает итоги и принимает решение',
    twice: 'Она нажимает «Принять решение» ещё раз',
    done: 'Статус клиента теперь',
    form: 'видит форму',
  },
};

export const SCRIPTS: Readonly<Record<Language, Script>> = { en: EN, ru: RU };

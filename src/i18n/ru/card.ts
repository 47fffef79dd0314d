import type { Mrkdwn, Safe } from '../../domain/escaping.ts';
import { italicLine, md, mention, moment } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { plural, pluralForm } from '../plural.ts';

export const card: Messages['card'] = {
  title: (clientName: string) => `Разбор клиента: ${clientName}`,
  step: (number: number, question: string) => md`*Шаг ${number} из 4 · ${question}*`,
  until: (at: Date) => md`⏳ до ${moment(at)}`,
  mode: {
    private: '🔒 Закрытый: никто не узнает, кто что написал',
    open: 'Открытый: ответы видны в треде вместе с именем',
  },
  progress: (answered: number, invited: number) =>
    `${pluralForm('ru', answered, { one: 'ответил', other: 'ответили' })} ${answered} из ${invited}`,
  answeredBy: (people: Safe) => md`Уже есть ответы: ${people}`,
  asks: 'спрашивает:',
  questionGoesOn: 'Вопрос целиком — в треде.',
  forFacilitator: (userId: string) => md`Для ведущего, ${mention(userId)}:`,
  waiting: (have: number, need: number, invited: number) =>
    md`*Ответов пока мало.* ${pluralForm('ru', have, { one: 'Ответил', other: 'Ответили' })} ${have} из ${invited}, для вердикта нужно ${need}.`,
  waitingUntil: (at: Date) => md`⏳ ждём до ${moment(at)}`,
  tookPart: (tookPart: number, invited: number) =>
    `${pluralForm('ru', tookPart, { one: 'участвовал', other: 'участвовали' })} ${tookPart} из ${invited}`,
  votes: (keep: number, part: number, unsure: number) =>
    `голоса: продолжать ${keep}, расстаться ${part}, не знаю ${unsure}`,
  mostNamed: (signals: string) => `Чаще всего называли: ${signals}.`,
  signalCount: (label: string, voices: number, of: number) => `${label} (${voices} из ${of})`,
  noTrouble: 'Ни о каких проблемах не сказали.',
  goodNamed: (named: number, of: number) =>
    named === 0
      ? 'Ничего хорошего никто не назвал.'
      : `Что-то хорошее ${pluralForm('ru', named, { one: 'назвал', other: 'назвали' })} ${named} из ${of}.`,
  verdictLabel: 'Вердикт:',
  waitsForDecision: 'Что делать дальше, решает руководитель.',
  cancelled: (userId: string) => md`*Разбор отменён.* Кто отменил: ${mention(userId)}. Все ответы удалены.`,
  closedAt: (at: Date) => md`Завершён ${moment(at, 'date')}`,
  decidedAt: (at: Date) => md`Решено ${moment(at, 'date')}`,
  notification: {
    open: (clientName: string, number: number, question: string, progress: string) =>
      md`Разбор клиента: ${clientName} · Шаг ${number} из 4: ${question} ${progress}.`,
    closed: (verdict: string) => md`${verdict}. Что делать дальше, решает руководитель.`,
  },
  buttons: {
    answer: 'Ответить',
    nothing: {
      complaints: 'Ничего не мешает',
      positives: 'Не могу ничего назвать',
      lessons: 'Нечего добавить',
    },
    keep: 'Продолжать',
    part: 'Расстаться',
    unsure: 'Не знаю',
    hours: 'Добавить потери времени',
    myAnswers: 'Мои ответы',
    nextStep: 'Следующий шаг',
    extend: 'Дать ещё время',
    closeWithoutVerdict: 'Закрыть без вердикта',
    decide: 'Принять решение',
    readSummary: 'Читать итоги',
  },
  confirmNextStep: {
    title: 'Идём дальше?',
    text: (missing: number, isLast: boolean) => {
      const rest = isLast ? 'Разбор закончится, появится вердикт.' : 'Ответить можно будет и позже.';
      const people = plural('ru', missing, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' });
      return missing === 0 ? 'Ответили все.' : `Ещё не ответили: ${people}. ${rest}`;
    },
    confirm: 'Дальше',
    deny: 'Подождать',
  },
  confirmClose: {
    title: 'Закрыть без вердикта?',
    text: 'Больше никто не сможет ответить. Принять решение по клиенту всё равно можно.',
    confirm: 'Закрыть',
    deny: 'Ждать дальше',
  },
  continued: (title: string): Mrkdwn => italicLine(md`${title} (продолжение)`),
};

import type { Language } from '../src/domain/language.ts';

const EN = {
  makesPlan: 'Keep and repair: Mara makes a plan. First a few questions, then items to tick, then owners and dates',
  ownItem: 'Call their finance: who approves our invoices?',
  given: 'Everybody hears what they have to do',
  plansMeeting: 'Mara plans the meeting with the client. The prep sheet is made from the record',
  place: 'At their office',
  dayBefore: 'Tuesday, the working day before: a reminder',
  records: 'Wednesday afternoon: the meeting is over, and Mara records it',
  theirView: 'They need flexibility, and did not know what the extras cost us.',
  ourView: 'We like the work, but not without a limit.',
  agreed: 'Changes have a price from January.\nInvoices are paid within 30 days, not 14.',
  decidesAgain: 'The verdict was made again from it, and Mara decides again',
  rationale: 'They meet us halfway. Until March, then we look again.',
  dueSoon: 'Monday: what is due within two working days. Tom needs longer, Lena has done hers',
  overdue: 'Wednesday: Tom is done, and Priya has two days left',
  overdueList: 'The Monday after: Priya is late and hears of it; Mara gets one message with all that is overdue',
  allDone: 'Priya is done as well, and with that the plan is',
  outcome: 'A month after the decision: was it right?',
  why: 'Paid on time, and no work without a price since.',
};

export type RepairWords = typeof EN;

const RU: RepairWords = {
  makesPlan:
    'Продолжаем и налаживаем: Мара составляет план. Сначала вопросы, потом пункты на выбор, потом люди и сроки',
  ownItem: 'Позвонить в их бухгалтерию: кто утверждает наши счета?',
  given: 'Каждый узнаёт, что ему делать',
  plansMeeting: 'Мара планирует встречу с клиентом. Памятка составлена по записям',
  place: 'У них в офисе',
  dayBefore: 'Вторник, рабочий день перед встречей: напоминание',
  records: 'Среда, после встречи: Мара записывает, как она прошла',
  theirView: 'Им нужна гибкость; чего нам стоят доработки, они не знали.',
  ourView: 'Работать с ними нравится, но не без границ.',
  agreed: 'С января у каждой правки есть цена.\nСчета оплачивают за 30 дней, а не за 14.',
  decidesAgain: 'По итогам встречи вердикт пересчитан, и Мара решает снова',
  rationale: 'Они идут навстречу. До марта, потом смотрим снова.',
  dueSoon: 'Понедельник: скоро срок. Тому нужно больше времени, а Лена всё сделала',
  overdue: 'Среда: Том справился, у Прии ещё два дня',
  overdueList:
    'Следующий понедельник: Прия опаздывает, и ей об этом пишут; Мара получает одно сообщение обо всём просроченном',
  allDone: 'Прия тоже закончила, а с ней и весь план',
  outcome: 'Через месяц после решения: было ли оно верным?',
  why: 'Платят вовремя, и без цены больше ничего не делаем.',
};

export const REPAIR_WORDS: Readonly<Record<Language, RepairWords>> = { en: EN, ru: RU };

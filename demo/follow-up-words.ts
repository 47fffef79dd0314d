import type { IntakeQuestion } from '../src/domain/intake.ts';
import type { Language } from '../src/domain/language.ts';
import type { PlanTexts } from '../src/domain/plan/plan-questions.ts';
import type { SignalChoice } from '../src/domain/signals.ts';

/** Something that was logged: so many days ago. */
export type Incident = {
  readonly daysAgo: number;
  readonly text: string;
  readonly signal: SignalChoice;
  readonly amount: string | null;
};

export type FollowUpWords = {
  readonly weighed: PlanTexts;
  readonly ownItem: string;
  readonly dropped: string;
  readonly place: string;
  readonly contoso: readonly Incident[];
  readonly fabrikam: readonly Incident[];
  readonly checked: string;
  readonly noLawyer: string;
  /** What was said to the questions of the intake; what is left out was answered *no*. */
  readonly intake: Readonly<Partial<Record<IntakeQuestion, string>>>;
};

const EN: FollowUpWords = {
  weighed: {
    keep_pros: 'They listen, and they say thank you.',
    keep_cons: 'Work that nobody priced.',
    part_pros: 'A day a week for the others.',
    part_cons: 'A tenth of our revenue.',
  },
  ownItem: 'Send the invoice on the first of the month, not after the delivery.',
  dropped: 'Their new product owner has no time before spring.',
  place: 'Their office, second floor',
  contoso: [
    { daysAgo: 62, text: 'The invoice for August was paid 24 days late.', signal: 'late_payment', amount: '8400' },
    {
      daysAgo: 41,
      text: 'Two more screens were asked for in a meeting, without a price.',
      signal: 'scope_creep',
      amount: null,
    },
    { daysAgo: 20, text: 'The invoice for September was paid 9 days late.', signal: 'late_payment', amount: '8400' },
  ],
  fabrikam: [
    {
      daysAgo: 90,
      text: 'The signed brief was changed for the fifth time.',
      signal: 'broken_agreements',
      amount: '6200',
    },
    { daysAgo: 33, text: 'A call on Saturday at 21:30 about a banner.', signal: 'off_hours', amount: null },
  ],
  checked: 'Notice in writing, 30 days, no penalty.',
  noLawyer: 'Nothing is in dispute.',
  intake: {
    contract: 'Signed in 2024, renewed each January.',
    deliverables: '',
    payment_terms: '14 days',
    rhythm: 'A call on Tuesdays at ten.',
    decision_maker: 'Their product owner; money above 5,000: the managing director.',
    client_type: 'Friendly and quick; likes to decide in the meeting.',
  },
};

const RU: FollowUpWords = {
  weighed: {
    keep_pros: 'Они слышат и благодарят.',
    keep_cons: 'Работа, которую никто не оценивал.',
    part_pros: 'День в неделю для других клиентов.',
    part_cons: 'Десятая часть выручки.',
  },
  ownItem: 'Выставлять счёт первого числа, а не после сдачи работ.',
  dropped: 'У их нового менеджера нет времени до весны.',
  place: 'У них в офисе, второй этаж',
  contoso: [
    { daysAgo: 62, text: 'Счёт за август оплачен на 24 дня позже.', signal: 'late_payment', amount: '8400' },
    {
      daysAgo: 41,
      text: 'На встрече попросили ещё два экрана, о цене речи не было.',
      signal: 'scope_creep',
      amount: null,
    },
    { daysAgo: 20, text: 'Счёт за сентябрь оплачен на 9 дней позже.', signal: 'late_payment', amount: '8400' },
  ],
  fabrikam: [
    { daysAgo: 90, text: 'Подписанное задание изменили в пятый раз.', signal: 'broken_agreements', amount: '6200' },
    { daysAgo: 33, text: 'Звонок в субботу в 21:30 из-за баннера.', signal: 'off_hours', amount: null },
  ],
  checked: 'Уведомление письменно, за 30 дней, без неустойки.',
  noLawyer: 'Спора нет.',
  intake: {
    contract: 'Подписан в 2024 году, продлевается каждый январь.',
    deliverables: '',
    payment_terms: '14 дней',
    rhythm: 'Созвон по вторникам в десять.',
    decision_maker: 'Их менеджер; суммы больше 5000 согласует директор.',
    client_type: 'Дружелюбны и быстры; любят решать прямо на встрече.',
  },
};

export const FOLLOW_UP_WORDS: Readonly<Record<Language, FollowUpWords>> = { en: EN, ru: RU };

import type { Answer, Complaint, Phase, Role, Vote } from '../../src/domain/answer.ts';
import { MAX_COMPLAINTS, PHASES } from '../../src/domain/answer.ts';
import type { CardModel } from '../../src/domain/card.ts';
import { figuresOf } from '../../src/domain/figures.ts';
import { hiddenCost } from '../../src/domain/hidden-cost.ts';
import type { ReviewMode, ReviewState } from '../../src/domain/review.ts';
import type { SignalChoice } from '../../src/domain/signals.ts';
import { SIGNAL_IDS } from '../../src/domain/signals.ts';
import type { Said, WordPhase } from '../../src/domain/statement.ts';
import { phaseOfStatement, statementsOf } from '../../src/domain/statement.ts';
import type { SummaryModel } from '../../src/domain/summary.ts';
import type { VerdictContext } from '../../src/domain/verdict.ts';
import { DEFAULT_THRESHOLDS, decideVerdict } from '../../src/domain/verdict.ts';
import type { Language } from '../../src/i18n/index.ts';
import type { PostFacts } from '../../src/slack/blocks/render-post.ts';

export const REVIEW_ID = '4c5f6b0e-8f0e-4a53-9c2c-2d1f6f0f7a11';

const AT = new Date('2026-11-23T16:00:00Z');

export const NO_CONTEXT: VerdictContext = {
  previousPressure: null,
  recentPulseHealth: [],
  clientMeeting: null,
  revenueShare: null,
  readiness: null,
  thresholds: DEFAULT_THRESHOLDS,
};

/** One person of a sample review and all they say; an answer left out was not given. */
export type SamplePerson = {
  readonly userId: string;
  readonly role: Role;
  readonly complaints?: readonly Complaint[];
  readonly positive?: string | null;
  readonly learned?: string | null;
  readonly vote?: Vote;
  readonly hours?: number;
};

export function complaint(text: string, signals: readonly SignalChoice[], rest: Partial<Complaint> = {}): Complaint {
  return { text, signals, severity: 2, frequency: 'sometimes', concerns: null, ...rest };
}

type Sentences = Readonly<Record<Language, string>>;

const words: Readonly<Record<string, Sentences>> = {
  creep: {
    en: 'Every sign-off is followed by “one small thing”.',
    ru: 'После каждой приёмки появляется «ещё одна мелочь».',
  },
  brief: { en: 'The brief changed twice after we started.', ru: 'Задание дважды поменяли, когда мы уже начали.' },
  october: { en: 'The October invoice came in December.', ru: 'Счёт за октябрь оплатили в декабре.' },
  monday: { en: 'Friday evening: “we need it on Monday”.', ru: 'Пятница, вечер: «нужно к понедельнику».' },
  pages: { en: 'New pages in an agreed layout.', ru: 'В согласованном макете появились новые страницы.' },
  meetings: {
    en: 'Features appear in meetings that nobody wrote down.',
    ru: 'Новые функции возникают на встречах, и их никто не записывает.',
  },
  hour: { en: 'They expect answers within the hour.', ru: 'Ждут ответа в течение часа.' },
  weeks: { en: 'Reminders go unanswered for weeks.', ru: 'На напоминания не отвечают неделями.' },
  month: { en: 'Every invoice is paid a month late.', ru: 'Каждый счёт оплачивают на месяц позже.' },
  credit: { en: 'They credit us by name.', ru: 'Они называют нас авторами по имени.' },
  designer: { en: 'Their designer is a joy to work with.', ru: 'С их дизайнером приятно работать.' },
  feedback: { en: 'Feedback is quick and clear.', ru: 'Отвечают быстро и понятно.' },
  thanks: { en: 'They say thank you.', ru: 'Говорят спасибо.' },
  bring: { en: 'They bring us other clients.', ru: 'Приводят к нам других клиентов.' },
  price: { en: 'Send the price with the change, not after it.', ru: 'Цену правки называть сразу, а не потом.' },
  call: { en: 'A weekly call keeps surprises small.', ru: 'Созвон раз в неделю избавляет от сюрпризов.' },
  write: { en: 'Write down what was said, the same day.', ru: 'Записывать сказанное в тот же день.' },
};

/** Seven people: four say scope_creep, three late_payment, two unrealistic_expectations; five name something good (method 4). */
export function sevenPeople(language: Language = 'en'): SamplePerson[] {
  const say = (key: string) => words[key]?.[language] ?? key;
  const creep = (key: string) => complaint(say(key), ['scope_creep']);
  const late = (key: string) => complaint(say(key), ['late_payment'], { frequency: 'constantly' });
  const rush = (key: string) => complaint(say(key), ['unrealistic_expectations']);
  return [
    {
      userId: 'U0SALES1',
      role: 'sales',
      complaints: [creep('creep')],
      positive: say('credit'),
      learned: say('price'),
      vote: 'keep',
    },
    {
      userId: 'U0ACCOUNT1',
      role: 'account',
      complaints: [creep('brief'), late('october')],
      positive: say('designer'),
      learned: say('call'),
      vote: 'keep',
      hours: 4,
    },
    {
      userId: 'U0DELIV1',
      role: 'delivery',
      complaints: [rush('monday'), creep('pages')],
      positive: say('feedback'),
      learned: null,
      vote: 'part',
      hours: 4,
    },
    {
      userId: 'U0DELIV2',
      role: 'delivery',
      complaints: [creep('meetings')],
      positive: null,
      learned: say('write'),
      vote: 'part',
      hours: 3,
    },
    {
      userId: 'U0SUPPORT1',
      role: 'support',
      complaints: [rush('hour')],
      positive: say('thanks'),
      learned: null,
      vote: 'keep',
    },
    {
      userId: 'U0ACCOUNT2',
      role: 'account',
      complaints: [late('weeks')],
      positive: say('bring'),
      learned: null,
      vote: 'keep',
    },
    {
      userId: 'U0FINANCE1',
      role: 'finance',
      complaints: [late('month')],
      positive: null,
      learned: null,
      vote: 'unsure',
    },
  ];
}

export type SampleReview = {
  readonly people: readonly SamplePerson[];
  readonly mode?: ReviewMode;
  readonly clientName?: string;
  readonly invited?: number;
  readonly context?: Partial<VerdictContext>;
  readonly withheld?: Partial<Record<WordPhase, number>>;
};

/** The summary that a review of these people leads to, by the real rules. */
export function sampleSummary(review: SampleReview): SummaryModel {
  const { people, mode = 'private', clientName = 'Northwind', withheld } = review;
  const figures = sampleFigures(review);
  const said = people.flatMap((person) =>
    answersOf(person).flatMap((answer) => statementsOf(answer, mode === 'open' ? person.userId : null)),
  );
  const of = (phase: WordPhase): Said[] =>
    withheld?.[phase] ? [] : said.filter((statement) => phaseOfStatement(statement.kind) === phase);
  const cost = hiddenCost({ hoursPerWeek: figures.hours.perWeek, hourlyCost: 60, monthlyRevenue: 12_000 });
  const votersOf = (vote: Vote) => people.filter((person) => person.vote === vote).map(({ userId }) => userId);
  return {
    reviewId: REVIEW_ID,
    clientName,
    mode,
    verdict: decideVerdict(figures, { ...NO_CONTEXT, ...review.context }),
    figures,
    said: { complaints: of('complaints'), positives: of('positives'), lessons: of('lessons') },
    withheld: { complaints: 0, positives: 0, lessons: 0, ...withheld },
    hiddenCost: { hoursPerWeek: figures.hours.perWeek, money: cost.perMonth, revenueShare: cost.shareOfRevenue },
    currency: 'EUR',
    notHeard: figures.roles.invited.filter((role) => !figures.roles.heard.includes(role)),
    tookPart: mode === 'open' ? people.map(({ userId }) => userId) : null,
    voters: mode === 'open' ? { keep: votersOf('keep'), part: votersOf('part'), unsure: votersOf('unsure') } : null,
  };
}

/** The card of a sample review in a state; say what differs. */
export function sampleCard(state: ReviewState, different: Partial<CardModel> = {}): CardModel {
  const summary = sampleSummary({ people: sevenPeople() });
  const isDone = state === 'closed' || state === 'decided' || state === 'cancelled';
  const asked: Phase = state === 'short_of_voices' || isDone ? 'complaints' : state;
  return {
    reviewId: REVIEW_ID,
    clientName: 'Northwind',
    mode: 'private',
    state,
    facilitatorId: 'U0MARA',
    cancelledById: state === 'cancelled' ? 'U0MARA' : null,
    question: null,
    phase: isDone ? null : asked,
    phaseEndsAt: isDone ? null : AT,
    revealed: [],
    invited: 7,
    answered: 4,
    answeredBy: null,
    roles: [
      { role: 'sales', isHeard: true },
      { role: 'delivery', isHeard: true },
      { role: 'support', isHeard: false },
      { role: 'finance', isHeard: false },
    ],
    notWaitedFor: [],
    voices: state === 'short_of_voices' ? { have: 2, need: 4 } : null,
    result: isDone ? { verdict: summary.verdict, figures: summary.figures, closedAt: AT } : null,
    decision:
      state === 'decided'
        ? {
            choice: 'keep_and_repair',
            rationale: null,
            hardStop: null,
            decidedBy: 'U0MARA',
            decidedAt: AT,
            differs: false,
          }
        : null,
    summaryUrl: isDone ? 'https://example.slack.com/archives/C0TEAM/p1' : null,
    ...different,
  };
}

export function sampleFacts(card: CardModel, { takesReplies = false } = {}): PostFacts {
  return { reviewId: card.reviewId, card, channelId: 'C0TEAM', takesReplies };
}

/** Text meant to break things: emoji of several parts, right to left, entities, mentions, code, and as long as is allowed. */
export function nastyText(length: number): string {
  const unit = '👩‍👩‍👧‍👦 مرحبا <!channel> &amp; `code` <@U1> *б* "q" \\ \n> щёки 客户 ';
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** Fifty people, each with eight complaints of 3,000 characters; every signal is named. */
export function fiftyPeople(text = nastyText(3000)): SamplePerson[] {
  const roles: readonly Role[] = ['sales', 'account', 'delivery', 'support', 'finance', 'other'];
  return Array.from({ length: 50 }, (_, person) => ({
    userId: `U0PERSON${String(person).padStart(4, '0')}`,
    role: roles[person % roles.length] ?? 'other',
    complaints: Array.from({ length: MAX_COMPLAINTS }, (_, index) => {
      const at = (person * MAX_COMPLAINTS + index) * 3;
      const signals = [0, 1, 2].map((offset) => SIGNAL_IDS[(at + offset) % SIGNAL_IDS.length] ?? 'other');
      return complaint(text, signals, { severity: 3, frequency: 'constantly', concerns: 'everyone' });
    }),
    positive: person % 2 === 0 ? text : null,
    learned: text,
    vote: (['keep', 'part', 'unsure'] as const)[person % 3] ?? 'unsure',
    hours: 12.25,
  }));
}

function sampleFigures({ people, invited = people.length }: SampleReview) {
  const keyed = people.flatMap((person) => answersOf(person).map((answer) => ({ personKey: person.userId, answer })));
  const absent = Array.from({ length: invited - people.length }, (_, at) => ({
    personKey: `absent-${at}`,
    role: 'finance' as const,
  }));
  return figuresOf({
    invited: [...people.map(({ userId, role }) => ({ personKey: userId, role })), ...absent],
    answers: keyed,
    rolesHeard: people.filter(({ complaints }) => complaints !== undefined).map(({ role }) => role),
  });
}

/** What a person says, as answers in the order of the questions. */
export function answersOf({ complaints, positive, learned, vote, hours }: SamplePerson): Answer[] {
  const all: Record<Phase, Answer | null> = {
    complaints: complaints === undefined ? null : { phase: 'complaints', complaints },
    positives: positive === undefined ? null : { phase: 'positives', text: positive },
    lessons: learned === undefined ? null : { phase: 'lessons', relationship: null, learned, elsewhere: null },
    vote: vote === undefined ? null : { phase: 'vote', vote, hoursPerWeek: hours ?? null },
  };
  return PHASES.map((phase) => all[phase]).filter((answer) => answer !== null);
}

import type { Language } from '../src/domain/language.ts';
import { complaint, votes } from './past-reviews.ts';
import type { SampleClient } from './sample-clients.ts';
import type { PastReview } from './seed.ts';

/** The client that the agency has parted with, and one whose verdict waits for a decision. Nobody is asked about them in the pulse. */
export const OTHER_CLIENTS = {
  parted: { name: 'Litware', team: ['mara', 'omar', 'lena', 'priya'], noticeDays: 30 },
  undecided: { name: 'Proseware', team: ['mara', 'omar', 'tom', 'jonas'], noticeDays: 60 },
} as const satisfies Record<string, SampleClient>;

type Words = Readonly<Record<'unpaid' | 'threat' | 'again' | 'promise' | 'night' | 'lesson' | 'ready', string>>;

const EN: Words = {
  unpaid: 'Three invoices are open, and nobody there answers.',
  threat: 'They say a bad review is written quickly.',
  again: 'What we agree on in a call is denied in the next one.',
  promise: 'The discount was for one month. It is the third year.',
  night: 'Messages after ten in the evening, and a complaint in the morning.',
  lesson: 'No second task before the first invoice is paid.',
  ready: 'They were two per cent of our revenue.',
};

const RU: Words = {
  unpaid: 'Три счёта не оплачены, и никто там не отвечает.',
  threat: 'Говорят, что плохой отзыв пишется быстро.',
  again: 'О чём договорились на созвоне, на следующем уже отрицают.',
  promise: 'Скидку давали на месяц. Идёт третий год.',
  night: 'Сообщения после десяти вечера, а утром жалоба.',
  lesson: 'Никакой второй задачи, пока не оплачен первый счёт.',
  ready: 'Они приносили два процента нашей выручки.',
};

export type OtherReviews = Readonly<Record<keyof typeof OTHER_CLIENTS, PastReview>>;

function otherReviews({ unpaid, threat, again, promise, night, lesson, ready }: Words): OtherReviews {
  const often = { frequency: 'constantly', severity: 3, concerns: 'everyone' } as const;
  return {
    parted: {
      client: OTHER_CLIENTS.parted.name,
      startedAt: '2026-04-13T09:00:00Z',
      complaints: {
        mara: [complaint(unpaid, ['non_payment'], often)],
        omar: [complaint(threat, ['manipulation'], often)],
        lena: [complaint(again, ['broken_agreements', 'poor_communication'], often)],
        tom: [complaint(again, ['broken_agreements', 'scope_creep'], often)],
        priya: [complaint(unpaid, ['non_payment'], often)],
        jonas: [complaint(threat, ['manipulation', 'team_harm'], often)],
      },
      positives: {},
      lessons: { priya: lesson },
      votes: votes([], ['mara', 'omar', 'lena', 'tom', 'priya', 'jonas']),
      decision: { choice: 'part', rationale: null, skipReadiness: ready },
    },
    undecided: {
      client: OTHER_CLIENTS.undecided.name,
      startedAt: '2026-10-19T09:00:00Z',
      complaints: {
        mara: [complaint(promise, ['low_pay', 'price_pressure'], often)],
        omar: [complaint(promise, ['low_pay', 'disloyalty'], often)],
        lena: [complaint(again, ['broken_agreements', 'scope_creep'], often)],
        tom: [complaint(night, ['off_hours', 'team_harm'], often)],
        ira: [complaint(night, ['off_hours', 'constant_dissatisfaction'], often)],
        jonas: [complaint(again, ['broken_agreements', 'manipulation'], often)],
      },
      positives: {},
      lessons: {},
      votes: votes([], ['omar', 'lena', 'tom', 'ira', 'jonas']),
      decision: null,
    },
  };
}

export const OTHER_REVIEWS: Readonly<Record<Language, OtherReviews>> = { en: otherReviews(EN), ru: otherReviews(RU) };

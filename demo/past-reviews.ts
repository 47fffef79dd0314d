import type { Complaint, Vote } from '../src/domain/answer.ts';
import type { Language } from '../src/domain/language.ts';
import type { PersonName } from './sample-agency.ts';
import type { SampleClientName } from './sample-clients.ts';
import type { PastReview } from './seed.ts';

/** A complaint that is of middling weight unless said otherwise. */
export const complaint = (text: string, signals: Complaint['signals'], rest: Partial<Complaint> = {}): Complaint => ({
  text,
  signals,
  severity: 2,
  frequency: 'sometimes',
  concerns: null,
  ...rest,
});

/** Everybody else is unsure. */
export const votes = (keep: readonly PersonName[], part: readonly PersonName[]): Record<PersonName, Vote> => {
  const of = (name: PersonName): Vote => (keep.includes(name) ? 'keep' : part.includes(name) ? 'part' : 'unsure');
  return {
    mara: of('mara'),
    omar: of('omar'),
    lena: of('lena'),
    tom: of('tom'),
    ira: of('ira'),
    priya: of('priya'),
    jonas: of('jonas'),
  };
};

type Words = {
  readonly contoso: {
    scope: string;
    late: string;
    rush: string;
    good: string;
    fair: string;
    kind: string;
    lesson: string;
    rationale: string;
  };
  readonly fabrikam: {
    off: string;
    pressure: string;
    never: string;
    changed: string;
    harm: string;
    lesson: string;
    ready: string;
  };
};

const EN: Words = {
  contoso: {
    scope: 'Every second meeting ends with work nobody priced.',
    late: 'They pay the invoice after the second reminder.',
    rush: 'Briefs arrive on Thursday for Monday.',
    good: 'They say thank you, and mean it.',
    fair: 'When we explain a delay, they listen.',
    kind: 'Their product owner answers within the hour.',
    lesson: 'A written list of what we deliver ends most arguments before they start.',
    rationale: 'We like them. We need a change process and payment in 14 days.',
  },
  fabrikam: {
    off: 'Calls on Saturday evening, and they are never urgent.',
    pressure: 'Each renewal they say somebody cheaper is waiting.',
    never: 'Three rounds approved, then "start again".',
    changed: 'The brief changed five times after we signed it.',
    harm: 'Two people asked to be taken off this account.',
    ready: 'Four people asked in the same week to be let go of this client.',
    lesson: 'We said yes to the first weekend call. After that it was normal.',
  },
};

const RU: Words = {
  contoso: {
    scope: 'Каждая вторая встреча заканчивается работой, которую никто не оценивал.',
    late: 'Счёт оплачивают после второго напоминания.',
    rush: 'Задачи приходят в четверг на понедельник.',
    good: 'Они благодарят, и это искренне.',
    fair: 'Когда объясняем задержку, нас слышат.',
    kind: 'Их менеджер отвечает в течение часа.',
    lesson: 'Список работ на бумаге снимает большинство споров до их начала.',
    rationale: 'Нам с ними хорошо. Нужен порядок изменений и оплата за 14 дней.',
  },
  fabrikam: {
    off: 'Звонки в субботу вечером, и никогда не срочные.',
    pressure: 'При каждом продлении говорят, что ждёт кто-то дешевле.',
    never: 'Три круга согласований, потом «начните сначала».',
    changed: 'После подписания задание меняли пять раз.',
    harm: 'Двое попросили снять их с этого клиента.',
    ready: 'Четверо за одну неделю попросили отпустить этого клиента.',
    lesson: 'Мы ответили на первый звонок в выходной. Потом это стало нормой.',
  },
};

/** The reviews the agency has behind it: one that ended in a repair, one in an orderly parting. */
function pastReviews({ contoso, fabrikam }: Words): PastReview<SampleClientName>[] {
  return [
    {
      client: 'Contoso',
      startedAt: '2026-03-09T09:00:00Z',
      complaints: {
        lena: [complaint(contoso.scope, ['scope_creep'], { frequency: 'constantly' })],
        tom: [complaint(contoso.scope, ['scope_creep'])],
        omar: [complaint(contoso.late, ['late_payment'])],
        priya: [complaint(contoso.late, ['late_payment'], { frequency: 'constantly' })],
        ira: [complaint(contoso.rush, ['unrealistic_expectations'])],
      },
      positives: {
        mara: contoso.good,
        omar: contoso.fair,
        lena: contoso.kind,
        tom: contoso.good,
        ira: contoso.fair,
        priya: null,
        jonas: contoso.good,
      },
      lessons: { lena: contoso.lesson },
      votes: votes(['mara', 'omar', 'lena', 'jonas', 'ira'], ['priya']),
      decision: { choice: 'keep_and_repair', rationale: contoso.rationale },
    },
    {
      client: 'Fabrikam',
      startedAt: '2026-08-17T09:00:00Z',
      complaints: {
        mara: [complaint(fabrikam.pressure, ['disloyalty', 'price_pressure'], { frequency: 'constantly' })],
        omar: [complaint(fabrikam.pressure, ['disloyalty', 'manipulation'], { severity: 3 })],
        lena: [
          complaint(fabrikam.changed, ['scope_creep', 'broken_agreements'], {
            frequency: 'constantly',
            severity: 3,
            concerns: 'everyone',
          }),
        ],
        tom: [complaint(fabrikam.off, ['off_hours'], { frequency: 'constantly', concerns: 'everyone' })],
        ira: [complaint(fabrikam.off, ['off_hours', 'team_harm'], { frequency: 'constantly', concerns: 'everyone' })],
        priya: [complaint(fabrikam.never, ['constant_dissatisfaction', 'scope_creep'], { frequency: 'constantly' })],
        jonas: [complaint(fabrikam.harm, ['team_harm'], { severity: 3, frequency: 'constantly' })],
      },
      positives: {},
      lessons: { ira: fabrikam.lesson },
      votes: votes(['mara'], ['omar', 'lena', 'tom', 'ira', 'jonas']),
      decision: { choice: 'part', rationale: null, skipReadiness: fabrikam.ready },
    },
  ];
}

export const PAST_REVIEWS: Readonly<Record<Language, readonly PastReview<SampleClientName>[]>> = {
  en: pastReviews(EN),
  ru: pastReviews(RU),
};

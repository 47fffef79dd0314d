import { type Complaint, ROLES, type Vote } from '../../../src/domain/answer.ts';
import type { CardModel } from '../../../src/domain/card.ts';
import type { ReviewMode, ReviewState } from '../../../src/domain/review.ts';
import { ABSENCES } from '../../../src/domain/review-record.ts';
import { SIGNAL_IDS } from '../../../src/domain/signals.ts';
import {
  complaint,
  fiftyPeople,
  type SamplePerson,
  type SampleReview,
  sampleCard,
  sampleSummary,
} from '../sample-models.ts';
import type { SampleWords } from './sample-words.ts';
import type { Size } from './screen.ts';

export const PEOPLE: Readonly<Record<Size, number>> = { none: 3, largest: 50 };

/** Slack ids of a whole team. */
export function teamIds(size: Size): string[] {
  return Array.from({ length: PEOPLE[size] }, (_, at) => `U0PERSON${String(at).padStart(4, '0')}`);
}

/** Nobody, or a whole team, with every reason in turn. */
export function absencesAt(size: Size): CardModel['notWaitedFor'] {
  const ids = size === 'largest' ? teamIds(size) : [];
  return ids.map((userId, at) => ({ userId, absence: ABSENCES[at % ABSENCES.length] ?? 'away' }));
}

/** A review that leads to each verdict there is, and to each warning that can stand above one. */
export function reviewsByVerdict(size: Size, words: SampleWords): Readonly<Record<string, SampleReview>> {
  const { text, clientName } = words;
  const invited = PEOPLE[size];
  const everyone = (complaints: readonly Complaint[], vote: Vote, positive: string | null = text): SamplePerson[] =>
    teamIds(size).map((userId, at) => ({
      userId,
      role: ROLES[at % ROLES.length] ?? 'other',
      complaints,
      positive,
      learned: size === 'largest' ? text : null,
      vote,
      hours: size === 'largest' ? 12.25 : 0,
    }));
  const everywhere = { severity: 3, frequency: 'constantly', concerns: 'everyone' } as const;
  const heavy = [
    complaint(text, SIGNAL_IDS.slice(0, 3), everywhere),
    complaint(text, SIGNAL_IDS.slice(6, 9), everywhere),
    complaint(text, SIGNAL_IDS.slice(10, 13), everywhere),
  ];
  const creep = complaint(text, ['scope_creep'], { severity: 3, concerns: 'one_person' });
  const hardStops = [complaint(text, ['harassment', 'illegal_or_unethical'], everywhere)];
  const review = (people: readonly SamplePerson[], rest: Partial<SampleReview> = {}) => ({
    people,
    clientName,
    ...rest,
  });
  return {
    'nobody answered': review([], { invited }),
    'too few answered': review(everyone([creep], 'unsure').slice(0, Math.floor(invited / 3)), {
      invited,
      withheld: { complaints: 8, positives: 2, lessons: 1 },
    }),
    'all is well': review(everyone([], 'keep')),
    'repair, another contact': review(everyone([creep], 'keep')),
    ...(size === 'largest' ? { 'everything named': review(fiftyPeople(text)) } : {}),
    'part in order': review(everyone(heavy, 'part')),
    'part, against the votes': review(everyone(heavy, 'keep')),
    'part, too dear': review(everyone(heavy, 'part'), { context: { revenueShare: 0.3, readiness: 40 } }),
    'nothing good, will not mend': review(everyone(heavy, 'part', null), {
      context: { clientMeeting: { willingToMend: 'no' }, previousPressure: 70 },
    }),
    'hard stop': review(everyone(hardStops, 'part')),
  };
}

/** The card of a review in one state. */
export function cardAt(
  size: Size,
  words: SampleWords,
  { state, mode }: { readonly state: ReviewState; readonly mode: ReviewMode },
): CardModel {
  const isLargest = size === 'largest';
  const people = isLargest ? fiftyPeople(words.text) : [];
  const summary = sampleSummary({ people, clientName: words.clientName, mode, invited: PEOPLE[size] });
  const card = sampleCard(state);
  const answered = isLargest ? (state === 'short_of_voices' ? 24 : PEOPLE.largest - 1) : 0;
  return {
    ...card,
    mode,
    clientName: words.clientName,
    question: isLargest ? words.question : null,
    invited: PEOPLE[size],
    answered,
    answeredBy: mode === 'open' ? teamIds(size).slice(0, answered) : null,
    roles: isLargest ? ROLES.map((role, at) => ({ role, isHeard: at % 2 === 0 })) : [],
    notWaitedFor: absencesAt(size),
    voices: card.voices === null ? null : { have: answered, need: Math.ceil(PEOPLE[size] / 2) },
    result: card.result === null ? null : { ...card.result, verdict: summary.verdict, figures: summary.figures },
    decision: card.decision === null ? null : { ...card.decision, rationale: isLargest ? words.text : null },
    summaryUrl: isLargest ? card.summaryUrl : null,
  };
}

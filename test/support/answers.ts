import fc from 'fast-check';
import type { Answer, Complaint, Role } from '../../src/domain/answer.ts';
import {
  CONCERNS,
  FREQUENCIES,
  MAX_COMPLAINTS,
  MAX_SIGNALS,
  ROLES,
  SEVERITIES,
  VOTES,
} from '../../src/domain/answer.ts';
import type { Figures, FiguresInput } from '../../src/domain/figures.ts';
import type { SignalChoice } from '../../src/domain/signals.ts';
import { HARD_STOP_IDS, WEIGHTED_SIGNAL_IDS } from '../../src/domain/signals.ts';
import type { VerdictContext } from '../../src/domain/verdict.ts';
import { DEFAULT_THRESHOLDS } from '../../src/domain/verdict.ts';

/** A harmful thing that happens sometimes; the test states what is different. */
export function aComplaint(overrides: Partial<Complaint> = {}): Complaint {
  return {
    text: 'The brief changed again after the approval',
    signals: ['scope_creep'],
    severity: 2,
    frequency: 'sometimes',
    concerns: null,
    ...overrides,
  };
}

/** So many lists of complaints, one per voice: `count` of them say `complaints`, the others have nothing to complain about. */
export function voicesSaying(total: number, groups: readonly (readonly [count: number, complaint: Complaint])[]) {
  return Array.from({ length: total }, (_, index) =>
    groups.filter(([count]) => index < count).map(([, complaint]) => complaint),
  );
}

/** Answers of a team: person N gives the Nth answer. */
export function answersOf(answers: readonly Answer[], keyPrefix = 'person'): FiguresInput['answers'] {
  return answers.map((answer, index) => ({ personKey: `${keyPrefix}-${index}`, answer }));
}

/** So many people invited, with the roles of an agency's team in turn. */
export function invitedPeople(count: number): FiguresInput['invited'] {
  const roles: readonly Role[] = ['sales', 'account', 'delivery', 'support', 'finance'];
  return Array.from({ length: count }, (_, index) => ({
    personKey: `person-${index}`,
    role: roles[index % roles.length] ?? 'other',
  }));
}

/** A calm review: nine invited, all of them voices, no complaint, everyone names a positive and votes to keep. */
export function someFigures(overrides: Partial<Figures> = {}): Figures {
  return {
    invited: 9,
    voices: 9,
    tookPart: 9,
    pressure: 0,
    signals: [],
    hardStops: [],
    complaints: {
      total: 0,
      byConcerns: { one_person: 0, few_people: 0, everyone: 0, not_said: 0 },
      byFrequency: { once: 0, sometimes: 0, constantly: 0 },
    },
    positives: { answered: 9, named: 9, cannotName: 0, warmth: 1 },
    votes: { keep: 9, part: 0, unsure: 0 },
    hours: { perWeek: 0, givenBy: 0 },
    roles: { invited: ['sales', 'delivery'], heard: ['sales', 'delivery'] },
    ...overrides,
  };
}

/** Figures of one signal, reported once by each voice as harmful and happening sometimes. */
export function aSignal(overrides: Partial<Figures['signals'][number]> = {}): Figures['signals'][number] {
  return {
    id: 'scope_creep',
    voices: 1,
    reports: 1,
    load: 0.1,
    contribution: 10,
    usualFrequency: 'sometimes',
    maxSeverity: 2,
    unbearableAndConstant: 0,
    ...overrides,
  };
}

/** Nothing known but the review itself, with the default thresholds. */
export function aContext(overrides: Partial<VerdictContext> = {}): VerdictContext {
  return {
    previousPressure: null,
    recentPulseHealth: [],
    clientMeeting: null,
    revenueShare: null,
    readiness: null,
    thresholds: DEFAULT_THRESHOLDS,
    ...overrides,
  };
}

/** Hard stops are rare, as they decide every verdict they are in. */
const anySignalChoice: fc.Arbitrary<SignalChoice> = fc.oneof(
  { weight: 100, arbitrary: fc.constantFrom(...WEIGHTED_SIGNAL_IDS, 'other' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...HARD_STOP_IDS) },
);

export const anyComplaint: fc.Arbitrary<Complaint> = fc.record({
  text: fc.string({ maxLength: 40 }),
  signals: fc.array(anySignalChoice, { minLength: 1, maxLength: MAX_SIGNALS }),
  severity: fc.constantFrom(...SEVERITIES),
  frequency: fc.constantFrom(...FREQUENCIES),
  concerns: fc.option(fc.constantFrom(...CONCERNS)),
});

export const anyComplaints = fc.array(anyComplaint, { maxLength: MAX_COMPLAINTS });

const anyAnswers: fc.Arbitrary<readonly Answer[]> = fc
  .tuple(
    mostly(
      fc.record({ phase: fc.constant('complaints' as const), complaints: fc.oneof(anyComplaints, fc.constant([])) }),
    ),
    mostly(fc.record({ phase: fc.constant('positives' as const), text: fc.option(fc.string(), { freq: 2 }) })),
    mostly(
      fc.record({
        phase: fc.constant('lessons' as const),
        relationship: fc.option(fc.string()),
        learned: fc.option(fc.string()),
        elsewhere: fc.option(fc.string()),
      }),
    ),
    mostly(
      fc.record({
        phase: fc.constant('vote' as const),
        vote: fc.constantFrom(...VOTES),
        hoursPerWeek: fc.option(fc.double({ min: 0, max: 168, noNaN: true })),
      }),
    ),
  )
  .map((answers) => answers.filter((answer) => answer !== null));

/** Up to 12 people invited, most of whom answer most of the questions, so that every rule has its turn. */
export const anyReview: fc.Arbitrary<FiguresInput> = fc
  .record({
    team: fc.array(fc.oneof({ weight: 4, arbitrary: anyAnswers }, { weight: 1, arbitrary: fc.constant([]) }), {
      maxLength: 12,
      size: 'max',
    }),
    rolesHeard: fc.subarray([...ROLES]),
    isBleak: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  })
  .map(({ team, rolesHeard, isBleak }) => ({
    invited: invitedPeople(team.length),
    answers: team.flatMap((answers, index) =>
      answers.map((answer) => ({
        personKey: `person-${index}`,
        answer: isBleak && answer.phase === 'positives' ? { ...answer, text: null } : answer,
      })),
    ),
    rolesHeard,
  }));

function mostly<T>(answer: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(answer, { freq: 9 });
}

export const anyContext: fc.Arbitrary<VerdictContext> = fc.record({
  previousPressure: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
  recentPulseHealth: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 }),
  clientMeeting: fc.option(fc.record({ willingToMend: fc.constantFrom('yes', 'partly', 'no') })),
  revenueShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  readiness: fc.option(fc.integer({ min: 0, max: 100 })),
  thresholds: fc.constant(DEFAULT_THRESHOLDS),
});

import type { Answer, Concerns, Frequency, Phase, Role, Severity, Vote } from './answer.ts';
import { CONCERNS, FREQUENCIES, ROLES, SEVERITIES, VOTES } from './answer.ts';
import { type Naming, namingOf, type Voice } from './naming.ts';
import type { SignalPressure } from './pressure.ts';
import { isFullLoad, pressureOf } from './pressure.ts';
import type { HardStopId, WeightedSignalId } from './signals.ts';
import { HARD_STOP_IDS } from './signals.ts';
import { stands } from './taken-back.ts';

export type SignalFigures = {
  readonly id: WeightedSignalId;
  /** How many people named it. */
  readonly voices: number;
  /** How many complaints carry it. */
  readonly reports: number;
  readonly load: number;
  readonly contribution: number;
  /** The frequency given most often; of equals, the more frequent one. */
  readonly usualFrequency: Frequency;
  readonly maxSeverity: Severity;
  /** How many people reported it in one complaint as both unbearable and constant. */
  readonly unbearableAndConstant: number;
};

export type HardStopFigures = { readonly id: HardStopId; readonly voices: number; readonly reports: number };

/**
 * All that a verdict needs, in numbers: no text, no name, no key, so that it may be kept after a private review, when
 * the keys of its answers are gone. Plain JSON.
 */
export type Figures = {
  readonly invited: number;
  /** People who answered the complaints question; nothing to complain about is an answer. */
  readonly voices: number;
  /** People who answered any question. */
  readonly tookPart: number;
  /** 0..100, one decimal. */
  readonly pressure: number;
  /** The weighted signals named, largest contribution first. */
  readonly signals: readonly SignalFigures[];
  /** The hard stops named, in catalogue order. */
  readonly hardStops: readonly HardStopFigures[];
  readonly complaints: {
    readonly total: number;
    readonly byConcerns: Readonly<Record<Concerns | 'not_said', number>>;
    readonly byFrequency: Readonly<Record<Frequency, number>>;
  };
  readonly positives: {
    readonly answered: number;
    readonly named: number;
    readonly cannotName: number;
    /** Warmth, 0..1: share of the voices who named a positive; null when nobody answered the question. */
    readonly warmth: number | null;
  };
  readonly votes: Readonly<Record<Vote, number>>;
  /** Hours a week lost to friction, over all who gave a number. */
  readonly hours: { readonly perWeek: number; readonly givenBy: number };
  readonly roles: { readonly invited: readonly Role[]; readonly heard: readonly Role[] };
};

export type FiguresInput = {
  readonly invited: readonly { readonly personKey: string; readonly role: Role }[];
  /** One per person key and phase; of several, the last counts. */
  readonly answers: readonly { readonly personKey: string; readonly answer: Answer }[];
  /** Roles of those who answered the complaints question, from the record of participation. */
  readonly rolesHeard: readonly Role[];
  /** People who answered anything, from the record of participation; without it, the best attended phase. */
  readonly tookPart?: number;
};

/**
 * Sums up a review's answers (method 1 and 4). Person keys are compared within one phase only, because a private review
 * gives each person another key in each phase; for the same reason roles and participation are inputs of their own.
 * The order of the answers does not matter. A complaint that was taken back leaves a voice with nothing to complain about; a positive
 * that was taken back is none, and no "I cannot name one" either.
 */
export function figuresOf({ invited, answers, rolesHeard, tookPart }: FiguresInput): Figures {
  const complaintAnswers = answersIn(answers, 'complaints').map((answer) => answer.complaints);
  const positives = answersIn(answers, 'positives').filter(stands);
  const lessons = answersIn(answers, 'lessons');
  const votes = answersIn(answers, 'vote');
  const voices = complaintAnswers.length;
  const complaints = complaintAnswers.flat();
  const naming = namingOf(complaintAnswers);
  const { pressure, bySignal } = pressureOf(complaintAnswers, naming);
  const hours = votes.flatMap((answer) => (answer.hoursPerWeek === null ? [] : [answer.hoursPerWeek]));
  const named = positives.filter((answer) => answer.text !== null).length;
  return {
    invited: invited.length,
    voices,
    tookPart: tookPart ?? Math.max(voices, positives.length, lessons.length, votes.length),
    pressure,
    signals: bySignal.map((signal) => signalFigures(signal, naming.get(signal.id) ?? [])),
    hardStops: hardStopsOf(naming),
    complaints: {
      total: complaints.length,
      byConcerns: countBy([...CONCERNS, 'not_said'], complaints, (complaint) => complaint.concerns ?? 'not_said'),
      byFrequency: countBy(FREQUENCIES, complaints, (complaint) => complaint.frequency),
    },
    positives: {
      answered: positives.length,
      named,
      cannotName: positives.length - named,
      warmth: positives.length === 0 || voices === 0 ? null : Math.min(1, named / voices),
    },
    votes: countBy(VOTES, votes, (answer) => answer.vote),
    hours: { perWeek: sumHours(hours), givenBy: hours.length },
    roles: {
      invited: ROLES.filter((role) => invited.some((person) => person.role === role)),
      heard: ROLES.filter((role) => rolesHeard.includes(role)),
    },
  };
}

type AnswerIn<P extends Phase> = Extract<Answer, { phase: P }>;

function answersIn<P extends Phase>(answers: FiguresInput['answers'], phase: P): readonly AnswerIn<P>[] {
  const isInPhase = (answer: Answer): answer is AnswerIn<P> => answer.phase === phase;
  const byPerson = new Map<string, AnswerIn<P>>();
  for (const { personKey, answer } of answers) {
    if (isInPhase(answer)) byPerson.set(personKey, answer);
  }
  return [...byPerson.values()];
}

function signalFigures(signal: SignalPressure, naming: readonly Voice[]): SignalFigures {
  const reports = naming.flat();
  const frequencies = countBy(FREQUENCIES, reports, (complaint) => complaint.frequency);
  return {
    ...signal,
    reports: reports.length,
    usualFrequency: FREQUENCIES.reduce((usual, next) => (frequencies[next] >= frequencies[usual] ? next : usual)),
    maxSeverity: SEVERITIES.findLast((level) => reports.some((complaint) => complaint.severity === level)) ?? 1,
    unbearableAndConstant: naming.filter((complaints) => complaints.some(isFullLoad)).length,
  };
}

function hardStopsOf(naming: Naming): readonly HardStopFigures[] {
  return HARD_STOP_IDS.flatMap((id) => {
    const voices = naming.get(id) ?? [];
    return voices.length === 0 ? [] : [{ id, voices: voices.length, reports: voices.flat().length }];
  });
}

function countBy<K extends string, T>(keys: readonly K[], items: readonly T[], keyOf: (item: T) => K) {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const item of items) counts[keyOf(item)] += 1;
  return counts;
}

// Summed in hundredths: half and quarter hours add up exactly, in any order.
function sumHours(hours: readonly number[]): number {
  return hours.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;
}

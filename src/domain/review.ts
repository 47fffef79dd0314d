import { PHASES, type Phase } from './answer.ts';

/** Who sees an answer: everyone under its author's name, or everyone without any name (method 3). */
export const MODES = ['private', 'open'] as const;
export type ReviewMode = (typeof MODES)[number];

/** `live`: minutes a step, for a meeting. `async`: one working day a step. */
export const PRESETS = ['async', 'live'] as const;
export type Preset = (typeof PRESETS)[number];

/** Where a review stands. `short_of_voices` waits, for a limited time, for the answers a verdict needs (method 5, rule 2). */
export const REVIEW_STATES = [...PHASES, 'short_of_voices', 'closed', 'decided', 'cancelled'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const REVIEW_EVENTS = ['everyone_answered', 'time_up', 'next_phase', 'extend', 'cancel', 'decide'] as const;
export type ReviewEvent = (typeof REVIEW_EVENTS)[number];

/** What a transition asks for, as data; the use case carries it out in one transaction. */
export type ReviewEffect =
  | { readonly kind: 'reveal'; readonly phase: Phase }
  | { readonly kind: 'open_phase'; readonly phase: Phase }
  | { readonly kind: 'ask_for_voices' }
  | { readonly kind: 'close' }
  /** Nothing that was said is kept. */
  | { readonly kind: 'discard' }
  | { readonly kind: 'record_decision' };

export type TransitionRefusal = 'already_decided' | 'review_closed' | 'still_open' | 'not_short_of_voices';

export type Transition =
  | { readonly ok: true; readonly state: ReviewState; readonly effects: readonly ReviewEffect[] }
  | { readonly ok: false; readonly reason: TransitionRefusal };

type Row = Readonly<Record<ReviewEvent, (hasEnoughVoices: boolean) => Transition>>;

const refuse = (reason: TransitionRefusal) => (): Transition => ({ ok: false, reason });
const go = (state: ReviewState, ...effects: ReviewEffect[]): Transition => ({ ok: true, state, effects });

const cancel = () => go('cancelled', { kind: 'discard' });

function phaseRow(phase: Phase, next: Phase): Row {
  const advance = () => go(next, { kind: 'reveal', phase }, { kind: 'open_phase', phase: next });
  return {
    everyone_answered: advance,
    time_up: advance,
    next_phase: advance,
    extend: refuse('not_short_of_voices'),
    cancel,
    decide: refuse('still_open'),
  };
}

const close = () => go('closed', { kind: 'close' });
const closeOrWait = (hasEnoughVoices: boolean) =>
  hasEnoughVoices ? close() : go('short_of_voices', { kind: 'ask_for_voices' });

const TABLE: Readonly<Record<ReviewState, Row>> = {
  complaints: phaseRow('complaints', 'positives'),
  positives: phaseRow('positives', 'lessons'),
  lessons: phaseRow('lessons', 'vote'),
  vote: {
    everyone_answered: closeOrWait,
    time_up: closeOrWait,
    next_phase: closeOrWait,
    extend: refuse('not_short_of_voices'),
    cancel,
    decide: refuse('still_open'),
  },
  short_of_voices: {
    everyone_answered: close,
    time_up: close,
    next_phase: close,
    extend: () => go('short_of_voices', { kind: 'ask_for_voices' }),
    cancel,
    decide: refuse('still_open'),
  },
  closed: {
    everyone_answered: refuse('review_closed'),
    time_up: refuse('review_closed'),
    next_phase: refuse('review_closed'),
    extend: refuse('review_closed'),
    cancel: refuse('review_closed'),
    decide: () => go('decided', { kind: 'record_decision' }),
  },
  decided: {
    everyone_answered: refuse('review_closed'),
    time_up: refuse('review_closed'),
    next_phase: refuse('review_closed'),
    extend: refuse('review_closed'),
    cancel: refuse('review_closed'),
    decide: refuse('already_decided'),
  },
  cancelled: {
    everyone_answered: refuse('review_closed'),
    time_up: refuse('review_closed'),
    next_phase: refuse('review_closed'),
    extend: refuse('review_closed'),
    cancel: refuse('review_closed'),
    decide: refuse('review_closed'),
  },
};

/**
 * The ritual as a table: where a review goes from `state` on `event`, and what that asks for (method 3).
 * `hasEnoughVoices` says whether a verdict is possible (rule 1 or no rule 2); it matters only where the vote ends.
 * From every open state each of `time_up` and `next_phase` leads on, so no review can get stuck.
 */
export function transition(state: ReviewState, event: ReviewEvent, hasEnoughVoices: boolean): Transition {
  return TABLE[state][event](hasEnoughVoices);
}

const OVER: readonly ReviewState[] = ['closed', 'decided', 'cancelled'];

/** True until the review closes or is cancelled: answers can be given, edited and withdrawn. */
export function isOpen(state: ReviewState): boolean {
  return !OVER.includes(state);
}

/** The question being asked, or null when none is: while waiting for voices it is the complaints question again. */
export function currentPhase(state: ReviewState): Phase | null {
  if (state === 'closed' || state === 'decided' || state === 'cancelled') return null;
  return state === 'short_of_voices' ? 'complaints' : state;
}

/** What came before an answer, for a question whose step is still to come. */
export type EarlierFacts = {
  /** The questions that this person has answered. */
  readonly answered?: readonly Phase[];
  /** The question was asked before the review went back to an earlier step. */
  readonly wasAsked?: boolean;
};

export type AnswerPlan =
  | { readonly ok: true; readonly isLate: boolean; readonly isAhead: boolean }
  | { readonly ok: false; readonly reason: 'not_open_yet' | 'review_closed' };

/**
 * Whether an answer to `phase` can be taken now. Order is enforced for each person: a question that was not asked yet takes an answer,
 * ahead, only from somebody who has `answered` all the earlier ones, or a change of what they said there. One that `wasAsked` before
 * the review went back to an earlier step is in time: its own step comes again. An answer to an earlier question is late; while the
 * review waits for voices every answer is late.
 */
export function planAnswer(state: ReviewState, phase: Phase, earlier: EarlierFacts = {}): AnswerPlan {
  if (!isOpen(state)) return { ok: false, reason: 'review_closed' };
  if (state === 'short_of_voices') return { ok: true, isLate: true, isAhead: false };
  const asked = PHASES.indexOf(state as Phase);
  const given = PHASES.indexOf(phase);
  if (given <= asked || earlier.wasAsked) return { ok: true, isLate: given < asked, isAhead: false };
  const { answered = [] } = earlier;
  const isInOrder = PHASES.slice(0, given).every((before) => answered.includes(before));
  const isChange = answered.includes(phase);
  return isInOrder || isChange ? { ok: true, isLate: false, isAhead: true } : { ok: false, reason: 'not_open_yet' };
}

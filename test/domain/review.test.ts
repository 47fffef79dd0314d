import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHASES, type Phase } from '../../src/domain/answer.ts';
import {
  currentPhase,
  isOpen,
  planAnswer,
  REVIEW_EVENTS,
  REVIEW_STATES,
  type ReviewEvent,
  type ReviewState,
  transition,
} from '../../src/domain/review.ts';

describe('the ritual as a table', () => {
  it.each<[ReviewState, ReviewEvent, boolean, ReviewState, string[]]>([
    ['complaints', 'everyone_answered', true, 'positives', ['reveal complaints', 'open_phase positives']],
    ['complaints', 'time_up', false, 'positives', ['reveal complaints', 'open_phase positives']],
    ['positives', 'next_phase', true, 'lessons', ['reveal positives', 'open_phase lessons']],
    ['lessons', 'time_up', true, 'vote', ['reveal lessons', 'open_phase vote']],
    ['vote', 'everyone_answered', true, 'closed', ['close']],
    ['vote', 'time_up', false, 'short_of_voices', ['ask_for_voices']],
    ['short_of_voices', 'extend', false, 'short_of_voices', ['ask_for_voices']],
    ['short_of_voices', 'time_up', false, 'closed', ['close']],
    ['short_of_voices', 'next_phase', false, 'closed', ['close']],
    ['short_of_voices', 'everyone_answered', true, 'closed', ['close']],
    ['closed', 'decide', true, 'decided', ['record_decision']],
  ])('leads from %s on %s (enough voices: %s) to %s', (state, event, enough, next, effects) => {
    const moved = transition(state, event, enough);
    expect(moved).toMatchObject({ ok: true, state: next });
    const named = moved.ok ? moved.effects.map((e) => ('phase' in e ? `${e.kind} ${e.phase}` : e.kind)) : [];
    expect(named).toEqual(effects);
  });

  it.each<[ReviewState, ReviewEvent, string]>([
    ['complaints', 'decide', 'still_open'],
    ['vote', 'extend', 'not_short_of_voices'],
    ['short_of_voices', 'decide', 'still_open'],
    ['closed', 'next_phase', 'review_closed'],
    ['closed', 'time_up', 'review_closed'],
    ['decided', 'decide', 'already_decided'],
    ['decided', 'everyone_answered', 'review_closed'],
  ])('refuses in %s the event %s: %s', (state, event, reason) => {
    expect(transition(state, event, true)).toEqual({ ok: false, reason });
  });
});

type Step = { event: ReviewEvent; enough: boolean; answerTo: Phase };
const anyStep: fc.Arbitrary<Step> = fc.record({
  event: fc.constantFrom(...REVIEW_EVENTS),
  enough: fc.boolean(),
  answerTo: fc.constantFrom(...PHASES),
});

/** Plays steps and keeps the answers as the app does: taken while open, counted by the closing. */
function play(steps: readonly Step[]) {
  let state: ReviewState = 'complaints';
  const taken: Phase[] = [];
  let counted: Phase[] | null = null;
  for (const step of steps) {
    if (planAnswer(state, step.answerTo).ok) taken.push(step.answerTo);
    const moved = transition(state, step.event, step.enough);
    if (!moved.ok) continue;
    if (moved.effects.some((effect) => effect.kind === 'close')) counted = [...taken];
    state = moved.state;
  }
  return { state, taken, counted };
}

describe('any sequence of events', () => {
  it('counts every answer that was taken', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const { taken, counted } = play(steps);
        if (counted !== null) expect(counted).toEqual(taken);
      }),
    );
  });

  it('leaves no review stuck: time alone brings it to its end', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), fc.infiniteStream(fc.boolean()), (steps, enough) => {
        let { state } = play(steps);
        for (let i = 0; i < 6 && isOpen(state); i += 1) {
          const moved = transition(state, 'time_up', enough.next().value as boolean);
          expect(moved.ok).toBe(true);
          if (moved.ok) state = moved.state;
        }
        expect(isOpen(state)).toBe(false);
      }),
    );
  });

  it('reveals each question once, in order, and closes once', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
        let state: ReviewState = 'complaints';
        const seen: string[] = [];
        for (const { event, enough } of steps) {
          const moved = transition(state, event, enough);
          if (!moved.ok) continue;
          state = moved.state;
          for (const effect of moved.effects) {
            if (effect.kind === 'reveal') seen.push(effect.phase);
            if (effect.kind === 'close' || effect.kind === 'record_decision') seen.push(effect.kind);
          }
        }
        expect(['complaints', 'positives', 'lessons', 'close', 'record_decision'].slice(0, seen.length)).toEqual(seen);
      }),
    );
  });
});

describe('an answer', () => {
  it.each<[ReviewState, Phase, ReturnType<typeof planAnswer>]>([
    ['complaints', 'complaints', { ok: true, isLate: false, isAhead: false }],
    ['complaints', 'positives', { ok: false, reason: 'not_open_yet' }],
    ['vote', 'complaints', { ok: true, isLate: true, isAhead: false }],
    ['vote', 'vote', { ok: true, isLate: false, isAhead: false }],
    ['short_of_voices', 'complaints', { ok: true, isLate: true, isAhead: false }],
    ['short_of_voices', 'vote', { ok: true, isLate: true, isAhead: false }],
    ['closed', 'complaints', { ok: false, reason: 'review_closed' }],
    ['decided', 'vote', { ok: false, reason: 'review_closed' }],
  ])('given in %s to %s is planned as it should', (state, phase, plan) => {
    expect(planAnswer(state, phase)).toEqual(plan);
  });

  it.each<[ReviewState, Phase, Phase[], ReturnType<typeof planAnswer>]>([
    ['complaints', 'positives', ['complaints'], { ok: true, isLate: false, isAhead: true }],
    ['complaints', 'lessons', ['complaints'], { ok: false, reason: 'not_open_yet' }],
    ['complaints', 'vote', ['complaints', 'positives', 'lessons'], { ok: true, isLate: false, isAhead: true }],
    ['positives', 'lessons', ['positives'], { ok: false, reason: 'not_open_yet' }],
    ['positives', 'complaints', ['positives'], { ok: true, isLate: true, isAhead: false }],
    ['complaints', 'vote', ['vote'], { ok: true, isLate: false, isAhead: true }],
    ['closed', 'vote', [...PHASES], { ok: false, reason: 'review_closed' }],
  ])('given in %s to %s by somebody who answered %j is planned as it should', (state, phase, answered, plan) => {
    expect(planAnswer(state, phase, { answered })).toEqual(plan);
  });

  it('is taken ahead only in order, for each person, or as a change of what they said', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PHASES),
        fc.constantFrom(...PHASES),
        fc.subarray([...PHASES]),
        (state, phase, answered) => {
          const plan = planAnswer(state, phase, { answered });
          const hasBegun = PHASES.indexOf(phase) <= PHASES.indexOf(state);
          const isMissing = (earlier: Phase) => !answered.includes(earlier);
          const skips = PHASES.slice(0, PHASES.indexOf(phase)).some(isMissing);
          expect(plan.ok).toBe(hasBegun || !skips || answered.includes(phase));
          if (plan.ok) expect(plan).toEqual({ ok: true, isLate: hasBegun && phase !== state, isAhead: !hasBegun });
        },
      ),
    );
  });

  it('can be given to the current question in every open state', () => {
    for (const state of REVIEW_STATES) {
      const phase = currentPhase(state);
      expect(phase === null ? !isOpen(state) : planAnswer(state, phase).ok).toBe(true);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHASES, type Phase } from '../../src/domain/answer.ts';
import { earlierPhases, planReopen } from '../../src/domain/reopen.ts';
import { isOpen, planAnswer, REVIEW_STATES, type ReviewState, transition } from '../../src/domain/review.ts';

describe('a step that is opened again', () => {
  it.each<[ReviewState, readonly Phase[]]>([
    ['complaints', []],
    ['positives', ['complaints']],
    ['lessons', ['complaints', 'positives']],
    ['vote', ['complaints', 'positives', 'lessons']],
    ['short_of_voices', ['complaints', 'positives', 'lessons', 'vote']],
    ['closed', []],
    ['decided', []],
    ['cancelled', []],
  ])('is, in %s, one of %j', (state, phases) => {
    expect(earlierPhases(state)).toEqual(phases);
    for (const phase of PHASES) {
      const reason = isOpen(state) ? 'not_earlier' : 'review_closed';
      expect(planReopen(state, phase)).toEqual(
        phases.includes(phase) ? { ok: true, state: phase } : { ok: false, reason },
      );
    }
  });

  it.each(PHASES)('leads on as usual from %s, by time and by the facilitator', (phase) => {
    const plan = planReopen('short_of_voices', phase);
    expect(plan).toEqual({ ok: true, state: phase });
    for (const event of ['time_up', 'next_phase'] as const)
      expect(transition(phase, event, true)).toMatchObject({
        ok: true,
        state: PHASES[PHASES.indexOf(phase) + 1] ?? 'closed',
      });
  });

  it('takes answers in time, and so does a later one that was asked before', () => {
    expect(planAnswer('complaints', 'complaints')).toEqual({ ok: true, isLate: false, isAhead: false });
    expect(planAnswer('complaints', 'lessons')).toEqual({ ok: false, reason: 'not_open_yet' });
    expect(planAnswer('complaints', 'lessons', { wasAsked: true })).toEqual({
      ok: true,
      isLate: false,
      isAhead: false,
    });
    expect(planAnswer('closed', 'lessons', { wasAsked: true })).toEqual({ ok: false, reason: 'review_closed' });
  });

  it('leaves no review stuck, however often that is done', () => {
    const anyMove = fc.oneof(fc.constantFrom('time_up' as const, 'next_phase' as const), fc.constantFrom(...PHASES));
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 40 }), (moves) => {
        let state: ReviewState = 'complaints';
        for (const move of moves) {
          if (move === 'time_up' || move === 'next_phase') {
            const moved = transition(state, move, false);
            if (moved.ok) state = moved.state;
          } else {
            const plan = planReopen(state, move);
            if (plan.ok) state = plan.state;
          }
        }
        for (let i = 0; i < 6 && isOpen(state); i += 1) {
          const moved = transition(state, 'time_up', false);
          if (moved.ok) state = moved.state;
        }
        expect(isOpen(state)).toBe(false);
      }),
    );
  });
});

describe('a review that is cancelled', () => {
  it.each(REVIEW_STATES)('was in %s, and nothing leads on from there', (state) => {
    const moved = transition(state, 'cancel', true);
    expect(moved).toEqual(
      isOpen(state)
        ? { ok: true, state: 'cancelled', effects: [{ kind: 'discard' }] }
        : { ok: false, reason: 'review_closed' },
    );
    expect(transition('cancelled', 'next_phase', true)).toEqual({ ok: false, reason: 'review_closed' });
  });
});

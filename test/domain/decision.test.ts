import { describe, expect, it } from 'vitest';
import { type DecidedUpon, type DecisionInput, planDecision, recommendedChoice } from '../../src/domain/decision.ts';

const repair: DecidedUpon = { stance: 'keep', mode: 'repair', hasHardStop: false };
const stop: DecidedUpon = { stance: 'part', mode: 'now', hasHardStop: true };
const nothing: DecidedUpon = { stance: 'none', mode: 'not_enough_voices', hasHardStop: false };
const input = (choice: DecisionInput['choice'], rest: Partial<DecisionInput> = {}): DecisionInput => ({
  choice,
  rationale: null,
  hardStop: null,
  ...rest,
});

describe('a decision', () => {
  it.each<[string, DecidedUpon, DecisionInput, ReturnType<typeof planDecision>]>([
    ['agrees without a word', repair, input('keep_and_repair'), { ok: true, status: 'repairing', differs: false }],
    ['differs without a rationale', repair, input('part'), { ok: false, reason: 'rationale_missing' }],
    [
      'differs with a rationale',
      repair,
      input('part', { rationale: 'no more' }),
      { ok: true, status: 'parting', differs: true },
    ],
    ['leaves a hard stop unanswered', stop, input('part_now'), { ok: false, reason: 'hard_stop_unanswered' }],
    [
      'confirms a hard stop',
      stop,
      input('part_now', { hardStop: 'confirmed' }),
      { ok: true, status: 'parting', differs: false },
    ],
    [
      'parts now on facts that were not confirmed',
      stop,
      input('part_now', { hardStop: 'not_confirmed', rationale: 'x' }),
      { ok: false, reason: 'part_now_needs_hard_stop' },
    ],
    [
      'rejects the facts and keeps',
      stop,
      input('keep_as_is', { hardStop: 'not_confirmed', rationale: 'not true' }),
      { ok: true, status: 'active', differs: true },
    ],
    [
      'is taken without a verdict',
      nothing,
      input('keep_as_is', { rationale: 'we know them' }),
      { ok: true, status: 'active', differs: true },
    ],
    [
      'is taken without a verdict and without a reason',
      nothing,
      input('keep_as_is'),
      { ok: false, reason: 'rationale_missing' },
    ],
  ])('%s', (_name, verdict, given, plan) => {
    expect(planDecision(verdict, given)).toEqual(plan);
  });

  it.each<[DecidedUpon['stance'], DecidedUpon['mode'], ReturnType<typeof recommendedChoice>]>([
    ['keep', 'as_is', 'keep_as_is'],
    ['keep', 'repair', 'keep_and_repair'],
    ['part', 'planned', 'part'],
    ['part', 'now', 'part_now'],
    ['none', 'not_enough_voices', null],
  ])('follows a verdict of %s, %s with %s', (stance, mode, choice) => {
    expect(recommendedChoice({ stance, mode, hasHardStop: false })).toBe(choice);
  });
});

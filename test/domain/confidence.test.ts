import { describe, expect, it } from 'vitest';
import type { Stance } from '../../src/domain/confidence.ts';
import { confidenceIn, dissentFrom } from '../../src/domain/confidence.ts';
import type { Figures } from '../../src/domain/figures.ts';
import { DEFAULT_THRESHOLDS } from '../../src/domain/verdict.ts';
import { someFigures } from '../support/answers.ts';

const votes = (keep: number, part: number, unsure: number) => ({ votes: { keep, part, unsure } });
const answered = (voices: number, invited: number) => ({ voices, invited });

describe('confidence', () => {
  it.each<[string, Stance, Partial<Figures>, string, string[]]>([
    ['all answered and agree', 'keep', {}, 'high', []],
    ['80 % answered and 70 % agree', 'keep', { ...answered(8, 10), ...votes(7, 3, 0) }, 'high', []],
    ['79 % answered', 'keep', answered(79, 100), 'medium', ['not_all_answered']],
    ['69 % agree', 'keep', votes(69, 31, 0), 'medium', ['votes_differ']],
    ['unsure votes dilute the agreement', 'keep', votes(6, 0, 3), 'medium', ['votes_differ']],
    ['60 % answered', 'keep', answered(6, 10), 'medium', ['not_all_answered']],
    ['59 % answered', 'keep', answered(59, 100), 'low', ['few_answered']],
    [
      'a role has no voice',
      'keep',
      { roles: { invited: ['sales', 'finance'], heard: ['sales'] } },
      'low',
      ['role_unheard'],
    ],
    ['keep has exactly half', 'keep', votes(5, 3, 2), 'low', ['no_majority']],
    ['keep and part tie', 'keep', votes(4, 4, 0), 'low', ['no_majority']],
    ['nobody voted', 'keep', votes(0, 0, 0), 'low', ['no_majority']],
    ['most vote against the stance', 'keep', votes(2, 7, 0), 'medium', ['votes_differ']],
    ['most vote for parting', 'part', votes(2, 7, 0), 'high', []],
    ['there is no verdict', 'none', {}, 'low', ['no_verdict']],
    [
      'all of it',
      'part',
      {
        ...answered(1, 9),
        ...votes(0, 0, 1),
        roles: { invited: ['sales', 'finance'], heard: ['sales'] },
      },
      'low',
      ['few_answered', 'role_unheard', 'no_majority'],
    ],
    [
      'both high marks are missed',
      'keep',
      { ...answered(7, 10), ...votes(6, 1, 3) },
      'medium',
      ['not_all_answered', 'votes_differ'],
    ],
  ])('where %s, in the stance %s', (_, stance, figures, level, limits) => {
    const confidence = confidenceIn(stance, someFigures(figures), DEFAULT_THRESHOLDS);
    expect(confidence.level).toBe(level);
    expect(confidence.loweredBy.map(({ limit }) => limit)).toEqual(limits);
  });

  it('gives the figures that lower it', () => {
    const figures = someFigures({ ...answered(7, 10), ...votes(6, 1, 3) });
    expect(confidenceIn('keep', figures, DEFAULT_THRESHOLDS).loweredBy).toEqual([
      { limit: 'not_all_answered', voices: 7, invited: 10, needed: 0.8 },
      { limit: 'votes_differ', agree: 6, of: 10, needed: 0.7 },
    ]);
  });
});

describe('dissent', () => {
  it.each([
    ['keep', 2],
    ['part', 5],
    ['none', 0],
  ] as const)('counts the votes against %s, never the unsure', (stance, count) => {
    expect(dissentFrom(stance, someFigures(votes(5, 2, 3)))).toEqual({ count, of: 10 });
  });
});

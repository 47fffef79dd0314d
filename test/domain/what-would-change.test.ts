import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figures } from '../../src/domain/figures.ts';
import { figuresOf } from '../../src/domain/figures.ts';
import type { VerdictContext } from '../../src/domain/verdict.ts';
import { decideVerdict } from '../../src/domain/verdict.ts';
import { whatWouldChange } from '../../src/domain/what-would-change.ts';
import { aContext, anyContext, anyReview, aSignal, someFigures } from '../support/answers.ts';

const refused = { clientMeeting: { willingToMend: 'no' } } as const;
const broken = { positives: { answered: 9, named: 0, cannotName: 9, warmth: 0 } };
const severe: Partial<Figures> = {
  pressure: 72.8,
  signals: (['scope_creep', 'late_payment', 'off_hours'] as const).map((id) => aSignal({ id, voices: 4 })),
  complaints: {
    total: 12,
    byConcerns: { one_person: 0, few_people: 0, everyone: 0, not_said: 12 },
    byFrequency: { once: 0, sometimes: 2, constantly: 10 },
  },
};

function changesOn(figures: Partial<Figures>, context: Partial<VerdictContext> = {}) {
  return whatWouldChange(someFigures(figures), aContext(context));
}

describe('what would change the verdict', () => {
  it('from keeping as is: the way to repair comes first', () => {
    const [nearest, ...others] = changesOn({ pressure: 25.5, signals: [aSignal({ voices: 3 })] });
    expect(nearest).toEqual({
      direction: 'towards',
      rule: 'needs_repair',
      to: { stance: 'keep', mode: 'repair' },
      require: 'any',
      gaps: [
        { on: 'pressure', pressure: 25.5, bound: 30, by: 4.5 },
        { on: 'shared_signal', id: 'scope_creep', voices: 3, needed: 5, by: 2 },
      ],
    });
    expect(others.map(({ rule }) => rule).sort()).toEqual([
      'breaking_point',
      'client_will_not_mend',
      'systemic_and_chronic',
    ]);
  });

  it('from repair: only the pressure that parting still misses', () => {
    const [nearest] = changesOn({ ...severe, pressure: 55 });
    expect(nearest).toEqual({
      direction: 'towards',
      rule: 'systemic_and_chronic',
      to: { stance: 'part', mode: 'planned' },
      require: 'all',
      gaps: [{ on: 'pressure', pressure: 55, bound: 60, by: 5 }],
    });
  });

  it('from repair: what is not systemic and not chronic yet', () => {
    const changes = changesOn({ pressure: 61 }, { clientMeeting: { willingToMend: 'yes' } });
    const chronic = changes.find(({ rule }) => rule === 'systemic_and_chronic');
    expect(chronic?.gaps.map(({ on }) => on)).toEqual(['systemic', 'chronic']);
  });

  it('from repair: a meeting half way is nearer than none', () => {
    const [nearest] = changesOn({ pressure: 31 }, { clientMeeting: { willingToMend: 'partly' } });
    expect(nearest).toMatchObject({
      rule: 'client_will_not_mend',
      gaps: [{ on: 'client_meeting', willingToMend: 'partly' }],
    });
  });

  it('from parting: the pressure that would have to go', () => {
    expect(changesOn(severe)).toMatchObject([
      {
        direction: 'away',
        rule: 'systemic_and_chronic',
        to: { stance: 'keep', mode: 'repair' },
        require: 'any',
        gaps: [{ on: 'pressure', bound: 60, by: 12.8 }, { on: 'systemic' }, { on: 'chronic' }],
      },
    ]);
  });

  it('from parting for several reasons: each of them', () => {
    const changes = changesOn({ ...severe, ...broken }, refused);
    expect(changes.map(({ rule }) => rule).sort()).toEqual([
      'breaking_point',
      'client_will_not_mend',
      'systemic_and_chronic',
    ]);
  });

  it('from the breaking point of a calm team: one positive', () => {
    expect(changesOn(broken)).toMatchObject([
      { rule: 'breaking_point', to: { mode: 'as_is' }, gaps: [{ on: 'positives', named: 0, cannotName: 9 }] },
    ]);
  });

  it('from a hard stop: what holds if it is not confirmed', () => {
    const hardStops = [{ id: 'harassment', voices: 9, reports: 9 }] as const;
    expect(changesOn({ hardStops })).toMatchObject([{ rule: 'hard_stop', to: { stance: 'keep', mode: 'as_is' } }]);
    expect(changesOn({ ...severe, hardStops })).toMatchObject([{ to: { stance: 'part', mode: 'planned' } }]);
  });

  it.each([
    [2, 4, 3, 1],
    [3, 9, 5, 2],
    [0, 1, 3, 3],
  ])('from %i voices of %i: the voices missing', (voices, invited, needed, by) => {
    expect(changesOn({ voices, invited })).toEqual([
      {
        direction: 'away',
        rule: 'not_enough_voices',
        to: null,
        require: 'all',
        gaps: [{ on: 'voices', voices, needed, by }],
      },
    ]);
  });

  it('from a parting we cannot afford: readiness or dependence', () => {
    expect(changesOn(broken, { revenueShare: 0.5, readiness: 30 })).toEqual([
      {
        direction: 'away',
        rule: 'cannot_afford_to_part_yet',
        to: { stance: 'part', mode: 'planned' },
        require: 'any',
        gaps: [
          { on: 'readiness', readiness: 30, needed: 50, by: 20 },
          { on: 'revenue_share', share: 0.5, bound: 0.25, by: 0.25 },
        ],
      },
    ]);
  });

  it('from keeping as is with a client who will not mend: pressure leads to parting, not to repair', () => {
    const changes = changesOn({ pressure: 20 }, refused);
    expect(changes.find(({ rule }) => rule === 'needs_repair')?.gaps.map(({ on }) => on)).toEqual(['shared_signal']);
    expect(changes.find(({ rule }) => rule === 'client_will_not_mend')?.gaps).toEqual([
      { on: 'pressure', pressure: 20, bound: 30, by: 10 },
    ]);
  });

  it('leaves out a parting that we could not afford anyway', () => {
    expect(changesOn({ pressure: 45 }, { revenueShare: 0.5, readiness: 30 })).toEqual([]);
  });
});

describe('what would change any verdict', () => {
  const anyCase = fc.record({ figures: anyReview.map(figuresOf), context: anyContext });

  it('leads to another verdict by a rule on the right side', () => {
    fc.assert(
      fc.property(anyCase, ({ figures, context }) => {
        const { mode, adjusted, reasons, wouldChange } = decideVerdict(figures, context);
        const held = reasons.map(({ rule }) => rule as string);
        for (const { direction, rule, to } of wouldChange) {
          expect(to?.mode).not.toBe(mode);
          if (adjusted === null) expect(held.includes(rule)).toBe(direction === 'away');
        }
      }),
    );
  });

  it('never misses by less than nothing', () => {
    fc.assert(
      fc.property(anyCase, ({ figures, context }) => {
        for (const gap of decideVerdict(figures, context).wouldChange.flatMap(({ gaps }) => gaps)) {
          if ('by' in gap) expect(gap.by).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('reaches the verdict it names once the pressure alone is missing', () => {
    fc.assert(
      fc.property(anyCase, ({ figures, context }) => {
        for (const { direction, to, require, gaps } of decideVerdict(figures, context).wouldChange) {
          const [gap] = gaps;
          const isPressureAlone = gap.on === 'pressure' && (require === 'any' || gaps.length === 1);
          if (direction !== 'towards' || !isPressureAlone) continue;
          expect(decideVerdict({ ...figures, pressure: gap.bound }, context).mode).toBe(to?.mode);
        }
      }),
    );
  });

  it('keeps the client once the pressure alone stood for parting', () => {
    fc.assert(
      fc.property(anyCase, ({ figures, context }) => {
        const { stance, reasons, wouldChange } = decideVerdict(figures, context);
        const [gap, ...others] = wouldChange.flatMap(({ gaps }) => gaps.slice(0, 1));
        if (stance !== 'part' || gap?.on !== 'pressure' || others.length > 0) return;
        expect(reasons[0].rule).not.toBe('breaking_point');
        expect(decideVerdict({ ...figures, pressure: gap.bound - 0.1 }, context).stance).toBe('keep');
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figures } from '../../src/domain/figures.ts';
import { figuresOf } from '../../src/domain/figures.ts';
import type { Verdict, VerdictContext } from '../../src/domain/verdict.ts';
import { decideVerdict } from '../../src/domain/verdict.ts';
import { RULE_OUTCOMES } from '../../src/domain/verdict-rules.ts';
import {
  aComplaint,
  aContext,
  answersOf,
  anyContext,
  anyReview,
  invitedPeople,
  someFigures,
} from '../support/answers.ts';

const hardStops = [{ id: 'harassment', voices: 1, reports: 1 }] as const;
const broken = { positives: { answered: 9, named: 0, cannotName: 9, warmth: 0 } };
const dependent = { revenueShare: 0.25, readiness: 49 };

function verdictOn(figures: Partial<Figures> = {}, context: Partial<VerdictContext> = {}): Verdict {
  return decideVerdict(someFigures(figures), aContext(context));
}

describe('verdict', () => {
  it.each<[string, Partial<Figures>, string, string, boolean]>([
    ['parts now, once verified, on a hard stop', { hardStops }, 'part', 'now', true],
    ['gives none on too few voices', { voices: 2 }, 'none', 'not_enough_voices', false],
    ['parts in order at the breaking point', broken, 'part', 'planned', false],
    ['keeps and repairs under pressure', { pressure: 30 }, 'keep', 'repair', false],
    ['keeps as is where nothing is serious', {}, 'keep', 'as_is', false],
  ])('%s', (_, figures, stance, mode, verifyFirst) => {
    expect(verdictOn(figures)).toMatchObject({ stance, mode, verifyFirst, adjusted: null });
  });

  it('comes from answers to a verdict without anything in between', () => {
    const answers = [1, 2, 3, 4].flatMap(() => [
      { phase: 'complaints' as const, complaints: [aComplaint({ severity: 3, frequency: 'constantly' })] },
    ]);
    const figures = figuresOf({ invited: invitedPeople(4), answers: answersOf(answers), rolesHeard: ['sales'] });
    expect(decideVerdict(figures, aContext())).toMatchObject({
      mode: 'repair',
      reasons: [{ rule: 'needs_repair', causes: [{ cause: 'pressure', pressure: 60 }, { cause: 'shared_signal' }] }],
    });
  });
});

describe('a parting we cannot afford yet', () => {
  it.each<[string, Partial<VerdictContext>, string]>([
    ['waits at a quarter of revenue and readiness 49', dependent, 'repair'],
    ['goes on under a quarter of revenue', { ...dependent, revenueShare: 0.249 }, 'planned'],
    ['goes on from readiness 50', { ...dependent, readiness: 50 }, 'planned'],
    ['goes on where the revenue share is unknown', { ...dependent, revenueShare: null }, 'planned'],
    ['goes on where readiness is unknown', { ...dependent, readiness: null }, 'planned'],
  ])('%s', (_, context, mode) => {
    expect(verdictOn(broken, context).mode).toBe(mode);
  });

  it('says so with its figures and keeps the reasons for parting', () => {
    expect(verdictOn(broken, dependent)).toMatchObject({
      stance: 'keep',
      mode: 'repair',
      adjusted: { adjustment: 'cannot_afford_to_part_yet', revenueShare: 0.25, readiness: 49, minReadiness: 50 },
      reasons: [{ rule: 'breaking_point' }],
    });
  });

  it('never holds back parting now', () => {
    expect(verdictOn({ ...broken, hardStops }, dependent)).toMatchObject({ mode: 'now', adjusted: null });
  });

  it.each([{}, { pressure: 40 }, { voices: 1 }])('changes nothing else: %j', (figures) => {
    expect(verdictOn(figures, dependent)).toMatchObject({ mode: verdictOn(figures).mode, adjusted: null });
  });
});

describe('a change of contact', () => {
  it.each([
    [2, 0, 3, true],
    [1, 1, 3, true],
    [3, 3, 9, true],
    [3, 2, 8, false],
    [0, 0, 3, false],
    [0, 0, 0, false],
  ])('follows from %i about one and %i about few people of %i', (onePerson, fewPeople, total, isSuggested) => {
    const { suggestChangeOfContact } = verdictOn({
      complaints: {
        total,
        byConcerns: {
          one_person: onePerson,
          few_people: fewPeople,
          everyone: total - onePerson - fewPeople,
          not_said: 0,
        },
        byFrequency: { once: total, sometimes: 0, constantly: 0 },
      },
    });
    expect(suggestChangeOfContact).toEqual(isSuggested ? { onePerson, fewPeople, complaints: total } : null);
  });
});

describe('the verdict on any review', () => {
  const anyCase = fc.record({ figures: anyReview.map(figuresOf), context: anyContext });
  const firmness = { not_enough_voices: 0, as_is: 1, repair: 2, planned: 3, now: 4 };

  it('exists and follows the first reason, or the adjustment', () => {
    fc.assert(
      fc.property(anyCase, ({ figures, context }) => {
        const { stance, mode, adjusted, reasons } = decideVerdict(figures, context);
        const ruled = RULE_OUTCOMES[reasons[0].rule];
        expect({ stance, mode }).toEqual(adjusted === null ? ruled : { stance: 'keep', mode: 'repair' });
        expect(adjusted === null || ruled.mode === 'planned').toBe(true);
      }),
    );
  });

  it('lists its reasons in the order of the rules, each once', () => {
    const order = Object.keys(RULE_OUTCOMES);
    fc.assert(
      fc.property(anyCase, ({ figures, context }) => {
        const places = decideVerdict(figures, context).reasons.map(({ rule }) => order.indexOf(rule));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      }),
    );
  });

  it('parts now whenever a hard stop was reported', () => {
    fc.assert(
      fc.property(anyCase, ({ figures, context }) => {
        expect(decideVerdict({ ...figures, hardStops }, context)).toMatchObject({ mode: 'now', verifyFirst: true });
      }),
    );
  });

  it('never gets milder when only the pressure rises', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 1000 }), ({ figures, context }, tenths) => {
        const pressure = Math.max(figures.pressure, tenths / 10);
        const before = decideVerdict(figures, context).mode;
        expect(firmness[decideVerdict({ ...figures, pressure }, context).mode]).toBeGreaterThanOrEqual(
          firmness[before],
        );
      }),
    );
  });

  it('never gets milder when the client refuses to mend', () => {
    fc.assert(
      fc.property(anyCase, ({ figures, context }) => {
        const refused = { ...context, clientMeeting: { willingToMend: 'no' as const } };
        const before = decideVerdict(figures, context).mode;
        expect(firmness[decideVerdict(figures, refused).mode]).toBeGreaterThanOrEqual(firmness[before]);
      }),
    );
  });

  it('survives being stored as JSON', () => {
    fc.assert(
      fc.property(anyCase, ({ figures, context }) => {
        const verdict = decideVerdict(figures, context);
        expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, healthOf, type PulseRating, RATINGS, responseRate } from '../../src/domain/health.ts';
import { SIGNAL_IDS, SIGNALS, type SignalChoice, WEIGHTED_SIGNAL_IDS } from '../../src/domain/signals.ts';

const says = (rating: PulseRating['rating'], ...signals: SignalChoice[]): PulseRating => ({ rating, signals });

const anyRating: fc.Arbitrary<PulseRating> = fc.record({
  rating: fc.constantFrom(...RATINGS),
  signals: fc.uniqueArray(fc.constantFrom<SignalChoice>(...SIGNAL_IDS, 'other'), { maxLength: 5 }),
});
const anyWeek = fc.array(anyRating, { minLength: 1, maxLength: 30 });

describe('healthOf', () => {
  it.each<[string, PulseRating[], number]>([
    ['everybody is pleased', [says(5), says(5)], 100],
    ['everybody is desperate and names nothing', [says(1), says(1)], 30],
    ['the middle', [says(3)], 65],
    // base 50, strain 100 × (1 − (1 − 3/5 × 1)) = 60: 35 + 12
    ['one signal that all name', [says(3, 'late_payment'), says(3, 'late_payment')], 47],
    // base 62.5, strain 100 × (1 − (1 − 3/5 × 1/2)(1 − 4/5 × 1/2)) = 58: 43.75 + 12.6 = 56.35
    ['two signals, each named by one of two', [says(3, 'late_payment'), says(4, 'manipulation')], 56],
    // base 75, strain 60 × 1/4 … : 52.5 + 30 × (1 − 0.15) = 78
    ['a signal of one in four', [says(4, 'off_hours'), says(4), says(4), says(4)], 78],
    ['a hard stop has no weight', [says(5, 'harassment'), says(5)], 100],
    ['other has no weight', [says(5, 'other')], 100],
    ['full weight by all leaves nothing of the calm', [says(1, 'non_payment')], 0],
  ])('%s', (_, answers, health) => {
    expect(healthOf(answers.length, answers).health).toBe(health);
  });

  it('has no score when nobody answered', () => {
    expect(healthOf(4, [])).toEqual({
      asked: 4,
      respondents: 0,
      health: null,
      band: null,
      meanRating: null,
      signals: [],
      hardStops: [],
    });
  });

  it('leaves those who did not answer out', () => {
    expect(healthOf(20, [says(4), says(5)]).health).toBe(healthOf(2, [says(4), says(5)]).health);
  });

  it('counts who named what, most named first', () => {
    const { signals, hardStops, meanRating } = healthOf(3, [
      says(2, 'off_hours', 'late_payment'),
      says(3, 'off_hours', 'harassment'),
      says(2),
    ]);
    expect(signals).toEqual([
      { id: 'off_hours', respondents: 2 },
      { id: 'late_payment', respondents: 1 },
    ]);
    expect(hardStops).toEqual([{ id: 'harassment', respondents: 1 }]);
    expect(meanRating).toBe(2.33);
  });

  it('is a whole number from 0 to 100 that agrees with the formula', () => {
    fc.assert(
      fc.property(anyWeek, (answers) => {
        const { health } = healthOf(answers.length, answers);
        const mean = answers.reduce((sum, { rating }) => sum + rating, 0) / answers.length;
        const share = (id: SignalChoice) => answers.filter((a) => a.signals.includes(id)).length / answers.length;
        const calm = WEIGHTED_SIGNAL_IDS.reduce((left, id) => left * (1 - (SIGNALS[id].weight / 5) * share(id)), 1);
        const exact = 0.7 * ((mean - 1) / 4) * 100 + 0.3 * 100 * calm;
        expect(Number.isInteger(health)).toBe(true);
        expect(health).toBeGreaterThanOrEqual(0);
        expect(health).toBeLessThanOrEqual(100);
        expect(Math.abs((health ?? 0) - exact)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });

  it('does not depend on the order of the answers', () => {
    const shuffledPair = anyWeek.chain((week) =>
      fc.tuple(fc.constant(week), fc.shuffledSubarray(week, { minLength: week.length })),
    );
    fc.assert(
      fc.property(shuffledPair, ([week, shuffled]) => {
        expect(healthOf(30, shuffled)).toEqual(healthOf(30, week));
      }),
    );
  });

  it('never rises when somebody names one more signal, and never falls when somebody rates higher', () => {
    fc.assert(
      fc.property(anyWeek, fc.constantFrom(...SIGNAL_IDS), (week, id) => {
        const [first, ...others] = week as [PulseRating, ...PulseRating[]];
        const score = (answers: PulseRating[]) => healthOf(answers.length, answers).health ?? 0;
        const worse = { ...first, signals: [...new Set([...first.signals, id])] };
        expect(score([worse, ...others])).toBeLessThanOrEqual(score(week));
        expect(score([{ ...first, rating: 5 }, ...others])).toBeGreaterThanOrEqual(score(week));
      }),
    );
  });
});

describe('bandOf', () => {
  it.each([
    [100, 'healthy'],
    [70, 'healthy'],
    [69, 'watch'],
    [40, 'watch'],
    [39, 'critical'],
    [0, 'critical'],
  ] as const)('%i is %s', (health, band) => {
    expect(bandOf(health)).toBe(band);
  });
});

describe('responseRate', () => {
  it('is the share of those asked, or nothing when nobody was', () => {
    expect(responseRate({ asked: 4, respondents: 3 })).toBe(0.75);
    expect(responseRate({ asked: 0, respondents: 0 })).toBeNull();
  });
});

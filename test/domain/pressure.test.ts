import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../src/domain/answer.ts';
import { pressureOf } from '../../src/domain/pressure.ts';
import { aComplaint, anyComplaint, anyComplaints, voicesSaying } from '../support/answers.ts';

const anyVoices = fc.array(anyComplaints, { maxLength: 12 });
const constantly = { severity: 2, frequency: 'constantly' } as const;

describe('pressure', () => {
  it('gives 37.2 for the first worked example', () => {
    const { pressure, bySignal } = pressureOf(
      voicesSaying(7, [
        [4, aComplaint({ signals: ['scope_creep'] })],
        [3, aComplaint({ signals: ['late_payment'], ...constantly })],
        [2, aComplaint({ signals: ['unrealistic_expectations'] })],
      ]),
    );
    expect(pressure).toBe(37.2);
    expect(bySignal.map(({ id, voices, load }) => [id, voices, load.toFixed(3)])).toEqual([
      ['late_payment', 3, '0.171'],
      ['scope_creep', 4, '0.171'],
      ['unrealistic_expectations', 2, '0.086'],
    ]);
  });

  it('gives 72.8 for the second worked example', () => {
    const { pressure } = pressureOf(
      voicesSaying(7, [
        [5, aComplaint({ signals: ['scope_creep'], ...constantly })],
        [4, aComplaint({ signals: ['late_payment'], ...constantly })],
        [4, aComplaint({ signals: ['off_hours'], ...constantly })],
        [3, aComplaint({ signals: ['team_harm'], ...constantly })],
        [2, aComplaint({ signals: ['manipulation'], severity: 3 })],
      ]),
    );
    expect(pressure).toBe(72.8);
  });

  it.each<[string, Complaint[][], number]>([
    ['no voices', [], 0],
    ['voices without complaints', [[], [], []], 0],
    ['only a hard stop', [[aComplaint({ signals: ['harassment'], severity: 3, frequency: 'constantly' })]], 0],
    ['only other', [[aComplaint({ signals: ['other'] })]], 0],
    [
      'a full load of the heaviest signal by all',
      [[aComplaint({ signals: ['non_payment'], severity: 3, frequency: 'constantly' })]],
      100,
    ],
    [
      'the lightest report of the lightest signal',
      [[aComplaint({ signals: ['disloyalty'], severity: 1, frequency: 'once' })]],
      6.7,
    ],
    ['a tie of 3.75, rounded up', [[aComplaint({ severity: 1 })], [], [], []], 3.8],
    [
      'a tie of 6.25, rounded up',
      [[aComplaint({ severity: 1, frequency: 'once' })], [aComplaint({ severity: 1 })], [], []],
      6.3,
    ],
  ])('rates %s', (_, voices, expected) => {
    expect(pressureOf(voices).pressure).toBe(expected);
  });

  it('takes the largest load of one person per signal', () => {
    const mild = aComplaint({ severity: 1, frequency: 'constantly' });
    const strong = aComplaint({ severity: 3, frequency: 'sometimes' });
    expect(pressureOf([[mild, strong], []])).toEqual(pressureOf([[strong], []]));
  });

  it('counts each signal of a complaint once', () => {
    const twice = aComplaint({ signals: ['low_pay', 'low_pay', 'off_hours'] });
    expect(pressureOf([[twice]])).toEqual(pressureOf([[aComplaint({ signals: ['low_pay', 'off_hours'] })]]));
  });

  it('gives an equal load an equal contribution', () => {
    const { bySignal } = pressureOf([[aComplaint({ signals: ['low_pay', 'off_hours'] })]]);
    expect(bySignal[0]?.contribution).toBe(bySignal[1]?.contribution);
  });
});

describe('pressure of any answers', () => {
  it('stays between 0 and 100 with one decimal', () => {
    fc.assert(
      fc.property(anyVoices, (voices) => {
        const { pressure } = pressureOf(voices);
        expect(pressure).toBeGreaterThanOrEqual(0);
        expect(pressure).toBeLessThanOrEqual(100);
        expect(pressure).toBe(Number(pressure.toFixed(1)));
      }),
    );
  });

  it('never falls when a voice adds a complaint', () => {
    fc.assert(
      fc.property(
        fc.array(anyComplaints, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        anyComplaint,
        (voices, who, added) => {
          const after = voices.map((said, index) => (index === who % voices.length ? [...said, added] : said));
          expect(pressureOf(after).pressure).toBeGreaterThanOrEqual(pressureOf(voices).pressure);
        },
      ),
    );
  });

  it('is the same whatever the order of voices and of complaints', () => {
    const shuffled = anyVoices.chain((voices) =>
      fc.tuple(
        fc.constant(voices),
        fc
          .shuffledSubarray(
            voices.map((_, index) => index),
            { minLength: voices.length },
          )
          .map((order) => order.map((index) => [...(voices[index] ?? [])].reverse())),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([voices, other]) => {
        expect(pressureOf(other)).toEqual(pressureOf(voices));
      }),
    );
  });

  it('is the sum of contributions, none of them negative', () => {
    fc.assert(
      fc.property(anyVoices, (voices) => {
        const { pressure, bySignal } = pressureOf(voices);
        expect(bySignal.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(pressure, 9);
        for (const { contribution } of bySignal) expect(contribution).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('does not change when a person says the same twice', () => {
    fc.assert(
      fc.property(anyVoices, (voices) => {
        expect(pressureOf(voices.map((said) => [...said, ...said]))).toEqual(pressureOf(voices));
      }),
    );
  });

  it('agrees with the formula of the method in floating point', () => {
    fc.assert(
      fc.property(anyVoices, (voices) => {
        const product = pressureOf(voices).bySignal.reduce((calm, { load }) => calm * (1 - load), 1);
        expect(Math.abs(pressureOf(voices).pressure - 100 * (1 - product))).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byNeed, type Need, needOf } from '../../src/domain/client-need.ts';
import { healthOf, type PulseRating } from '../../src/domain/health.ts';
import { alertsToSend, findAlerts } from '../../src/domain/health-alert.ts';
import { changeInWeek, type ScoredWeek, trendOf, weeksFalling } from '../../src/domain/health-trend.ts';

const WEEK = 2964;
/** Scores of weeks up to and including WEEK, oldest first. */
const weeks = (...scores: (number | null)[]): ScoredWeek[] =>
  scores.map((health, i) => ({ week: WEEK - scores.length + 1 + i, health }));
const now = (health: number | null) => ({
  ...healthOf(3, []),
  health,
  band: health === null ? null : health < 40 ? ('critical' as const) : ('watch' as const),
});
const conditions = (...scores: (number | null)[]) => {
  const all = weeks(...scores);
  return findAlerts(WEEK, now(scores.at(-1) ?? null), all.slice(0, -1)).map(({ condition }) => condition);
};

describe('trendOf', () => {
  it.each<[string, ScoredWeek[], number | null]>([
    ['no weeks', [], null],
    ['no scores', weeks(null, null), null],
    ['one week', weeks(60), 60],
    ['half of each step', weeks(80, 60), 70],
    ['a gap is left out', weeks(80, null, 60), 70],
    ['the newest weighs most', weeks(100, 50, 0), 37.5],
  ])('%s', (_, given, trend) => {
    expect(trendOf(given)).toBe(trend);
  });

  it('stays between the lowest and the highest score, whatever the order of the list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 }), (scores) => {
        const trend = trendOf(weeks(...scores)) ?? -1;
        expect(trend).toBeGreaterThanOrEqual(Math.min(...scores));
        expect(trend).toBeLessThanOrEqual(Math.max(...scores));
        expect(trendOf(weeks(...scores).reverse())).toBe(trend);
      }),
    );
  });
});

describe('changeInWeek and weeksFalling', () => {
  it('compares with the week before only', () => {
    expect(changeInWeek(weeks(80, 62), WEEK)).toBe(-18);
    expect(changeInWeek(weeks(80, null, 62), WEEK)).toBeNull();
  });

  it.each<[number, (number | null)[]]>([
    [0, [60]],
    [0, [60, 60]],
    [1, [60, 59]],
    [3, [60, 59, 58, 57]],
    [1, [60, null, 58, 57]],
    [0, [60, 59, null]],
  ])('%i weeks of falling in %j', (falling, scores) => {
    expect(weeksFalling(weeks(...scores), WEEK)).toBe(falling);
  });
});

describe('findAlerts', () => {
  it.each<[string, (number | null)[], string[]]>([
    ['nobody answered', [80, null], []],
    ['healthy', [80, 78], []],
    ['critical', [39], ['critical']],
    ['exactly 40 is not critical', [40], []],
    ['a fall of 15', [75, 60], ['sharp_fall']],
    ['a fall of 14', [75, 61], []],
    ['a fall over a week without answers', [90, null, 60], []],
    ['three falls', [70, 69, 68, 67], ['long_fall']],
    ['two falls', [69, 68, 67], []],
    ['everything at once', [70, 69, 55, 38], ['critical', 'sharp_fall', 'long_fall']],
  ])('%s', (_, scores, expected) => {
    expect(conditions(...scores)).toEqual(expected);
  });

  it('tells of a hard stop first, with how many named it', () => {
    const answers: PulseRating[] = [
      { rating: 1, signals: ['harassment'] },
      { rating: 5, signals: [] },
    ];
    expect(findAlerts(WEEK, healthOf(2, answers), [])[0]).toEqual({
      condition: 'hard_stop',
      hardStops: [{ id: 'harassment', respondents: 1 }],
    });
  });

  it('says the four weeks of a long fall, oldest first', () => {
    expect(findAlerts(WEEK, now(67), weeks(99, 70, 69, 68, 67).slice(0, -1))).toEqual([
      { condition: 'long_fall', weeks: [70, 69, 68, 67] },
    ]);
  });
});

describe('alertsToSend', () => {
  const NOW = '2026-11-20T17:00:00.000Z';
  it.each([
    ['14 days to the millisecond', '2026-11-06T17:00:00.000Z', NOW, 1],
    ['14 days but a few minutes', '2026-11-06T17:04:00.000Z', NOW, 1],
    ['the 14th day from its first moment', '2026-11-06T23:59:59.999Z', '2026-11-20T00:00:00.000Z', 1],
    ['13 days', '2026-11-07T00:00:00.000Z', NOW, 0],
    ['13 days, late', '2026-11-07T00:00:00.000Z', '2026-11-20T23:59:59.999Z', 0],
    ['a leap day between', '2028-02-16T17:00:00.000Z', '2028-03-01T17:00:00.000Z', 1],
    ['a month', '2026-10-20T17:00:00.000Z', NOW, 1],
  ])('after %s sends as it may', (_, last, now, count) => {
    const sent = [{ condition: 'critical' as const, at: new Date(last) }];
    expect(alertsToSend([{ condition: 'critical', health: 30 }], sent, new Date(now))).toHaveLength(count);
  });

  it('does not hold one condition back for another', () => {
    const sent = [{ condition: 'critical' as const, at: new Date('2026-11-19T17:00:00.000Z') }];
    expect(alertsToSend([{ condition: 'sharp_fall', from: 60, to: 30 }], sent, new Date(NOW))).toHaveLength(1);
  });
});

describe('needOf', () => {
  it.each<[string, (number | null)[], Need]>([
    ['a point less', [80, 79], 'healthy'],
    ['four points less', [80, 76], 'healthy'],
    ['five points less', [80, 75], 'falling'],
    ['five points less, not healthy', [60, 55], 'falling'],
    ['five points less, critical', [40, 35], 'critical'],
    ['a point less for two weeks', [81, 80, 79], 'healthy'],
    ['a point less for three weeks', [82, 81, 80, 79], 'falling'],
    ['three falls, then none', [82, 81, 80, 79, 79], 'healthy'],
    ['less than before a week without answers', [90, null, 70], 'healthy'],
    ['the first week', [45], 'watch'],
    ['no answers', [80, null], 'no_data'],
  ])('%s', (_, scores, need) => {
    expect(needOf(weeks(...scores), WEEK)).toBe(need);
  });
});

describe('byNeed', () => {
  it('puts who needs most first', () => {
    const clients = [
      { name: 'Nobody answered', weeks: weeks(50, null) },
      { name: 'Healthy', weeks: weeks(80, 90) },
      { name: 'Watch', weeks: weeks(50, 55) },
      { name: 'Healthy but falling', weeks: weeks(95, 90) },
      { name: 'Critical', weeks: weeks(30, 35) },
      { name: 'More critical', weeks: weeks(30, 20) },
      { name: 'Also critical', weeks: weeks(30, 35) },
      { name: 'New', weeks: [] },
    ];
    expect(byNeed(clients, WEEK).map(({ name }) => name)).toEqual([
      'More critical',
      'Also critical',
      'Critical',
      'Healthy but falling',
      'Watch',
      'Healthy',
      'New',
      'Nobody answered',
    ]);
    expect(needOf(weeks(40), WEEK)).toBe('watch');
  });
});

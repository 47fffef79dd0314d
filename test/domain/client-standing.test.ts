import { describe, expect, it } from 'vitest';
import { byStanding, standingOf } from '../../src/domain/client-standing.ts';

const NOW = 2968;
const weeks = (...health: (number | null)[]) =>
  health.map((one, at) => ({ week: NOW - health.length + 1 + at, health: one }));
const NOTHING = { need: 'no_data', week: null, health: null, change: null };

describe('the standing of a client', () => {
  it.each([
    ['nothing', [], NOTHING],
    ['its newest week', weeks(50, 34), { need: 'critical', week: NOW, health: 34, change: -16 }],
    [
      'the week before while this one is not closed',
      weeks(60, 82).map((one) => ({ ...one, week: one.week - 1 })),
      { need: 'healthy', week: NOW - 1, health: 82, change: 22 },
    ],
    ['a week that fell', weeks(90, 80), { need: 'falling', week: NOW, health: 80, change: -10 }],
    ['a week in which nobody answered', weeks(90, null), { need: 'no_data', week: NOW, health: null, change: null }],
    [
      'two weeks ago, after a holiday',
      [{ week: NOW - 2, health: 75 }],
      { need: 'healthy', week: NOW - 2, health: 75, change: null },
    ],
    ['three weeks ago: nothing', [{ week: NOW - 3, health: 75 }], NOTHING],
    ['a week to come: nothing', [{ week: NOW + 1, health: 75 }], NOTHING],
  ])('is that of %s', (_, given, standing) => {
    expect(standingOf(given, NOW)).toEqual(standing);
  });

  it('orders clients by need, then health, then name', () => {
    const client = (name: string, ...health: (number | null)[]) => ({
      name,
      standing: standingOf(weeks(...health), NOW),
    });
    const clients = [
      client('No data'),
      client('B healthy', 90),
      client('A healthy', 90),
      client('Falling', 95, 90),
      client('Watch', 60),
      client('Critical', 39),
      client('More critical', 10),
    ];
    const names = ['More critical', 'Critical', 'Falling', 'Watch', 'A healthy', 'B healthy', 'No data'];
    expect(byStanding(clients).map(({ name }) => name)).toEqual(names);
    expect(clients[0]?.name).toBe('No data');
  });
});

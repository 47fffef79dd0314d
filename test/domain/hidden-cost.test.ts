import { describe, expect, it } from 'vitest';
import { hiddenCost } from '../../src/domain/hidden-cost.ts';

describe('hidden cost', () => {
  it.each([
    [
      { hoursPerWeek: 12, hourlyCost: 50, monthlyRevenue: 10_000 },
      { hoursPerMonth: 52, perMonth: 2600, shareOfRevenue: 0.26 },
    ],
    [
      { hoursPerWeek: 12, hourlyCost: 50, monthlyRevenue: 1300 },
      { hoursPerMonth: 52, perMonth: 2600, shareOfRevenue: 2 },
    ],
    [
      { hoursPerWeek: 12, hourlyCost: 50, monthlyRevenue: null },
      { hoursPerMonth: 52, perMonth: 2600, shareOfRevenue: null },
    ],
    [
      { hoursPerWeek: 12, hourlyCost: null, monthlyRevenue: 5000 },
      { hoursPerMonth: 52, perMonth: null, shareOfRevenue: null },
    ],
    [
      { hoursPerWeek: 12, hourlyCost: 50, monthlyRevenue: 0 },
      { hoursPerMonth: 52, perMonth: 2600, shareOfRevenue: null },
    ],
    [
      { hoursPerWeek: 0, hourlyCost: 50, monthlyRevenue: 5000 },
      { hoursPerMonth: 0, perMonth: 0, shareOfRevenue: 0 },
    ],
    [
      { hoursPerWeek: 3, hourlyCost: 33.33, monthlyRevenue: null },
      { hoursPerMonth: 13, perMonth: 433.29, shareOfRevenue: null },
    ],
  ])('turns %j into %j', (input, expected) => {
    expect(hiddenCost(input)).toEqual(expected);
  });
});

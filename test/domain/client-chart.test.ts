import { describe, expect, it } from 'vitest';
import { planClientChart } from '../../src/domain/client-chart.ts';

describe('planClientChart', () => {
  it('runs from the first score to the newest week, in order and without gaps', () => {
    const weeks = [
      { week: 9, health: null },
      { week: 8, health: 34 },
      { week: 6, health: 52 },
      { week: 5, health: null },
    ];
    expect(planClientChart('Northwind', weeks)).toEqual({
      weeks: [6, 7, 8, 9],
      lines: [{ name: 'Northwind', scores: [52, null, 34, null] }],
    });
  });

  it('draws one point where there is one score', () => {
    expect(planClientChart('Contoso', [{ week: 7, health: 0 }])).toEqual({
      weeks: [7],
      lines: [{ name: 'Contoso', scores: [0] }],
    });
  });

  it.each([[[]], [[{ week: 7, health: null }]]])('is none where no week has a score', (weeks) => {
    expect(planClientChart('Initech', weeks)).toBeNull();
  });
});

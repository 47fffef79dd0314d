import { describe, expect, it } from 'vitest';
import type { Alert } from '../../src/domain/health-alert.ts';
import { namedInPulse } from '../../src/domain/named-in-pulse.ts';

const off = { id: 'off_hours', respondents: 3 } as const;
const late = { id: 'late_payment', respondents: 2 } as const;
const told: Alert = { condition: 'hard_stop', hardStops: [{ id: 'harassment', respondents: 1 }] };
const aWeek = { respondents: 4, signals: [off, late], hardStops: [] };

describe('namedInPulse', () => {
  it.each([
    ['three answered', 3, { signals: [off, late], isWithheld: false }],
    ['two answered', 2, { signals: [], isWithheld: true }],
  ])('when %s', (_, respondents, expected) => {
    expect(namedInPulse({ ...aWeek, respondents }, [])).toEqual({ hardStops: [], ...expected });
  });

  it('names nothing but what was told while the week is open', () => {
    expect(namedInPulse(null, [told])).toEqual({ hardStops: ['harassment'], signals: [], isWithheld: false });
    expect(namedInPulse(null, [])).toEqual({ hardStops: [], signals: [], isWithheld: false });
  });

  it('keeps a hard stop that was taken back, adds those of the closed week, and says of none by how many', () => {
    const week = { ...aWeek, respondents: 1, hardStops: [{ id: 'illegal_or_unethical', respondents: 1 } as const] };
    const named = namedInPulse(week, [told]);
    expect(named.hardStops).toEqual(['harassment', 'illegal_or_unethical']);
    expect(named).toMatchObject({ signals: [], isWithheld: true });
  });
});

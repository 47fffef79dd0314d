import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, isWorkingDay } from '../../../src/domain/calendar.ts';
import type { ClientStatus } from '../../../src/domain/client.ts';
import { planOverdueLists } from '../../../src/domain/plan/overdue-list.ts';
import type { PlanItem } from '../../../src/domain/plan/plan-item.ts';
import { anItem, anyDay, anyDaysOff, anyZone, aPerson } from '../../support/follow-up.ts';

const mara = { ...aPerson({ userId: 'UMARA' }), clientIds: ['client-1'] };
const asFacts = (items: readonly PlanItem[], clientStatus: ClientStatus = 'repairing') =>
  items.map((item) => ({ item, clientStatus }));

function listsAt(now: string, items: readonly PlanItem[], more: Partial<Parameters<typeof planOverdueLists>[0]> = {}) {
  const facts = { managers: [mara], items: asFacts(items), sentPurposes: new Set<string>(), ...more };
  return planOverdueLists(facts, new Date(now));
}

describe('the weekly list of a manager', () => {
  const friday = anItem({ id: 'friday' });
  const older = anItem({ id: 'older', dueOn: '2026-11-30' });

  it('names what was overdue when the week began, longest first', () => {
    const monday = anItem({ id: 'monday', dueOn: '2026-12-07' });
    const others = [anItem({ id: 'x', clientId: 'client-2' }), anItem({ id: 'y', state: 'done' })];
    const [list] = listsAt('2026-12-07T08:00:00Z', [friday, older, monday, ...others]);
    expect(list).toMatchObject({ userId: 'UMARA', itemIds: ['older', 'friday'] });
  });

  it.each([
    ['before working hours', '2026-12-07T07:59:00Z'],
    ['on Sunday', '2026-12-06T10:00:00Z'],
    ['in the week in which it becomes overdue', '2026-12-04T10:00:00Z'],
  ])('does not come %s', (_, now) => {
    expect(listsAt(now, [friday])).toEqual([]);
  });

  it('comes on the next working day where Monday is off', () => {
    const managers = [{ ...mara, daysOff: [{ from: '2026-12-07', to: '2026-12-07' }] }];
    expect(listsAt('2026-12-07T10:00:00Z', [friday], { managers })).toEqual([]);
    expect(listsAt('2026-12-08T10:00:00Z', [friday], { managers })).toHaveLength(1);
  });

  it('leaves out clients we part with', () => {
    expect(listsAt('2026-12-07T10:00:00Z', [], { items: asFacts([friday], 'parting') })).toEqual([]);
  });

  it('comes once a week at most, and never on a day off', () => {
    const world = anyDay.chain((start) =>
      fc.record({ start: fc.constant(start), zone: anyZone, daysOff: anyDaysOff(start) }),
    );
    fc.assert(
      fc.property(world, ({ start, zone, daysOff }) => {
        const managers = [{ ...mara, timeZone: zone, daysOff }];
        const items = asFacts([anItem({ dueOn: addDays(start, -20) })]);
        const sentPurposes = new Set<string>();
        const sentOn: string[] = [];
        for (let hour = 0; hour < 28 * 24; hour += 1) {
          const now = new Date(Date.parse(`${start}T00:00:00Z`) + hour * 60 * 60_000);
          for (const { purpose } of planOverdueLists({ managers, items, sentPurposes }, now)) {
            sentPurposes.add(purpose);
            sentOn.push(dayOf(now, zone));
          }
        }
        expect(sentPurposes.size).toBe(sentOn.length);
        expect(sentOn.length).toBeLessThanOrEqual(5);
        expect(sentOn.every((day) => isWorkingDay(day, daysOff))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

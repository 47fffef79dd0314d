import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assignment } from '../../../src/domain/assignments/assignment.ts';
import { planOverdueLists } from '../../../src/domain/assignments/overdue-list.ts';
import { addDays, dayOf, isWorkingDay } from '../../../src/domain/calendar.ts';
import { anAssignment, anyDay, anyDaysOff, anyZone, aPerson } from '../../support/follow-up.ts';

const mara = { ...aPerson({ userId: 'UMARA' }), clientIds: ['client-1'] };
function listsAt(
  now: string,
  assignments: readonly Assignment[],
  more: Partial<Parameters<typeof planOverdueLists>[0]> = {},
) {
  const facts = { managers: [mara], assignments, sentPurposes: new Set<string>(), ...more };
  return planOverdueLists(facts, new Date(now));
}

describe('the weekly list of a manager', () => {
  const friday = anAssignment({ id: 'friday' });
  const older = anAssignment({ id: 'older', dueOn: '2026-11-30' });

  it('names what was overdue when the week began, longest first', () => {
    const monday = anAssignment({ id: 'monday', dueOn: '2026-12-07' });
    const others = [anAssignment({ id: 'x', clientId: 'client-2' }), anAssignment({ id: 'y', dueOn: '2026-12-11' })];
    const [list] = listsAt('2026-12-07T08:00:00Z', [friday, older, monday, ...others]);
    expect(list).toMatchObject({ userId: 'UMARA', overdue: [{ id: 'older' }, { id: 'friday' }] });
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

  it('names steps of partings beside items of plans, those of nobody too', () => {
    const step = anAssignment({ id: 'step', kind: 'step', ownerId: null, dueOn: '2026-12-01' });
    const [list, ...more] = listsAt('2026-12-07T10:00:00Z', [friday, step]);
    expect(list?.overdue).toEqual([
      { kind: 'step', id: 'step' },
      { kind: 'item', id: 'friday' },
    ]);
    expect(more).toEqual([]);
  });

  it('comes once a week at most, and never on a day off', () => {
    const world = anyDay.chain((start) =>
      fc.record({ start: fc.constant(start), zone: anyZone, daysOff: anyDaysOff(start) }),
    );
    fc.assert(
      fc.property(world, ({ start, zone, daysOff }) => {
        const managers = [{ ...mara, timeZone: zone, daysOff }];
        const assignments = [anAssignment({ dueOn: addDays(start, -20) })];
        const sentPurposes = new Set<string>();
        const sentOn: string[] = [];
        for (let hour = 0; hour < 28 * 24; hour += 1) {
          const now = new Date(Date.parse(`${start}T00:00:00Z`) + hour * 60 * 60_000);
          for (const { purpose } of planOverdueLists({ managers, assignments, sentPurposes }, now)) {
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLIENT_FIELDS,
  type ClientField,
  type ClientFields,
  emptyFields,
  type FieldMarks,
  fieldKey,
  followGroup,
  isWatched,
  lastDayOfNotice,
  planEdit,
} from '../../src/domain/client-profile.ts';

const marksOf = (fields: ClientFields) =>
  Object.fromEntries(CLIENT_FIELDS.map((field) => [field, fieldKey(fields, field)])) as FieldMarks;
const plan = (shown: ClientFields, current: ClientFields, edited: ClientFields) =>
  planEdit({ current, edited, read: marksOf(shown), markOf: fieldKey });

const shown = { ...emptyFields('Acme'), monthlyRevenue: 100, noticeDays: 30 };

describe('planEdit', () => {
  it('takes what was changed here, and what others changed elsewhere', () => {
    const current = { ...shown, monthlyRevenue: 200 };
    const edited = { ...shown, noticeDays: 60 };
    expect(plan(shown, current, edited)).toEqual({
      fields: { ...shown, monthlyRevenue: 200, noticeDays: 60 },
      clashes: [],
    });
  });

  it('reports a field that both changed to different things', () => {
    const edited = { ...shown, monthlyRevenue: 300 };
    expect(plan(shown, { ...shown, monthlyRevenue: 200 }, edited)).toEqual({
      fields: edited,
      clashes: ['monthlyRevenue'],
    });
  });

  it('has nothing to report where both changed it to the same', () => {
    const same = { ...shown, name: 'Acme Ltd' };
    expect(plan(shown, same, same)).toEqual({ fields: same, clashes: [] });
  });

  it('loses no change: each is in the result or reported', () => {
    const revenue = fc.constantFrom(null, 1, 2, 3);
    fc.assert(
      fc.property(revenue, revenue, revenue, (before, theirs, mine) => {
        const of = (monthlyRevenue: number | null) => ({ ...shown, monthlyRevenue });
        const { fields, clashes } = plan(of(before), of(theirs), of(mine));
        const kept = (value: number | null) => value === before || fields.monthlyRevenue === value;
        expect((kept(theirs) && kept(mine)) || clashes.includes('monthlyRevenue' satisfies ClientField)).toBe(true);
      }),
    );
  });

  it('takes a team in another order for the same', () => {
    const team = (ids: string[]) => ids.map((userId) => ({ userId, role: 'sales' as const, isFromGroup: false }));
    const [one, other] = [
      { ...shown, team: team(['U1', 'U2']) },
      { ...shown, team: team(['U2', 'U1']) },
    ];
    expect(plan(one, other, one).clashes).toEqual([]);
  });
});

describe('followGroup', () => {
  const team = [
    { userId: 'U1', role: 'sales', isFromGroup: false },
    { userId: 'U2', role: 'delivery', isFromGroup: true },
    { userId: 'U3', role: 'other', isFromGroup: true },
  ] as const;

  it('lets those go who left the group, keeps roles, and adds new people with the role they had', () => {
    expect(followGroup(team, ['U2', 'U4', 'U5'], new Map([['U4', 'finance']]))).toEqual([
      team[0],
      team[1],
      { userId: 'U4', role: 'finance', isFromGroup: true },
      { userId: 'U5', role: 'other', isFromGroup: true },
    ]);
  });

  it('keeps those who were named by hand when the group is empty', () => {
    expect(followGroup(team, [], new Map())).toEqual([team[0]]);
  });
});

describe('lastDayOfNotice', () => {
  it.each([
    ['2027-03-31', 30, '2027-03-01'],
    ['2028-03-01', 1, '2028-02-29'],
    ['2027-10-31', 0, '2027-10-31'],
    ['2027-03-31', null, null],
    [null, 30, null],
  ])('of a contract until %s with %s days is %s', (contractEnd, noticeDays, day) => {
    expect(lastDayOfNotice({ contractEnd, noticeDays })).toBe(day);
  });
});

describe('isWatched', () => {
  it.each([
    ['active', false, true, true],
    ['repairing', false, true, true],
    ['parting', false, true, true],
    ['parted', false, true, false],
    ['active', true, true, false],
    ['active', false, false, false],
  ] as const)('of a client that is %s, archived %s, with the pulse on %s is %s', (status, isArchived, hasPulse, is) => {
    expect(isWatched({ status, isArchived, hasPulse })).toBe(is);
  });
});

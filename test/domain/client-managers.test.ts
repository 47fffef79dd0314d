import { describe, expect, it } from 'vitest';
import { isClientManager, reachable } from '../../src/domain/client-managers.ts';
import type { Member } from '../../src/domain/member.ts';

const aMember = (overrides: Partial<Member> = {}): Member => ({
  ...{ id: 'U1', name: 'Mara', isDeactivated: false, isBot: false, isGuest: false, isOutside: false, isAdmin: false },
  ...{ locale: 'en', timeZone: 'UTC' },
  ...overrides,
});
const ok = { userId: 'U1', member: aMember() };
const unknown = { userId: 'U2', member: null };
const REFUSED = ['isDeactivated', 'isBot', 'isGuest', 'isOutside'] as const;

describe('reachable', () => {
  it.each([
    [[], []],
    [[ok], ['U1']],
    [
      [ok, unknown],
      ['U1', 'U2'],
    ],
    [[unknown], []],
  ])('of %j tells %j', (people, told) => {
    expect(reachable(people)).toEqual(told);
  });

  it.each(REFUSED)('never tells somebody who %s', (what) => {
    const refused = { userId: 'U3', member: aMember({ id: 'U3', [what]: true }) };
    expect(reachable([ok, refused])).toEqual(['U1']);
    expect(reachable([refused, unknown])).toEqual([]);
  });
});

describe('isClientManager', () => {
  it('is who was named for the client and is still one of us', () => {
    expect(isClientManager(aMember(), { managerIds: ['U1'] })).toBe(true);
    expect(isClientManager(aMember(), { managerIds: [] })).toBe(false);
    expect(isClientManager(aMember({ isAdmin: true }), { managerIds: ['U2'] })).toBe(false);
    for (const what of REFUSED) expect(isClientManager(aMember({ [what]: true }), { managerIds: ['U1'] })).toBe(false);
  });
});

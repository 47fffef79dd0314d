import { describe, expect, it } from 'vitest';
import type { Member } from '../../../src/domain/member.ts';
import { ownerRefusal } from '../../../src/domain/plan/item-owner.ts';
import { checkNewItems, mergeEarlierItems, type TypedItem } from '../../../src/domain/plan/plan-draft.ts';
import { isOverdue, planFigures } from '../../../src/domain/plan/plan-figures.ts';
import { MAX_OPEN_ITEMS } from '../../../src/domain/plan/plan-item.ts';
import { anItem } from '../../support/follow-up.ts';

const lena: Member = {
  ...{ id: 'ULENA', name: 'Lena', isDeactivated: false, isBot: false, isGuest: false, isOutside: false },
  ...{ isAdmin: false, locale: null, timeZone: null },
};
const typed: TypedItem = {
  ...{ suggestionId: null, text: ' Talk to them ', isFirst: false, ownerId: 'ULENA', dueOn: '2026-12-04' },
};
const facts = { refusalOf: () => null, today: '2026-11-25' };

describe('the owner of an item', () => {
  it.each<[string, Partial<Member> | null, boolean, readonly string[], string | null]>([
    ['is somebody of the account team', {}, false, ['ULENA'], null],
    ['is a manager outside the team', {}, true, [], null],
    ['is not just anybody', {}, false, ['UTOM'], 'not_in_team'],
    ['is no guest, though in the team', { isGuest: true }, false, ['ULENA'], 'guest'],
    ['is not deactivated', { isDeactivated: true }, true, ['ULENA'], 'deactivated'],
    ['is not from outside', { isOutside: true }, false, ['ULENA'], 'outside'],
    ['is no bot', { isBot: true }, false, ['ULENA'], 'bot'],
    ['is somebody Slack knows', null, false, ['ULENA'], 'owner_unknown'],
  ])('%s', (_, member, isManager, teamIds, expected) => {
    expect(ownerRefusal(member && { ...lena, ...member }, { teamIds, isManager })).toBe(expected);
  });
});

describe('the items of a form', () => {
  it('are taken together, without white space around the words', () => {
    expect(checkNewItems({ typed: [typed], ...facts })).toEqual({
      ok: true,
      items: [{ ...typed, text: 'Talk to them' }],
    });
  });

  it('name every field that is wrong at the same time', () => {
    const wrong = { ...typed, text: '', ownerId: null, dueOn: '2026-11-24' };
    expect(checkNewItems({ typed: [typed, wrong], ...facts })).toEqual({
      ok: false,
      problems: [
        { index: 1, field: 'text', reason: 'text_missing' },
        { index: 1, field: 'ownerId', reason: 'owner_missing' },
        { index: 1, field: 'dueOn', reason: 'date_past' },
      ],
    });
  });

  it('say why an owner is refused', () => {
    expect(checkNewItems({ typed: [typed], ...facts, refusalOf: () => 'guest' })).toEqual({
      ok: false,
      problems: [{ index: 0, field: 'ownerId', reason: 'guest' }],
    });
  });
});

describe('a new plan', () => {
  it('begins with what is open of this client, first due first', () => {
    const items = [
      anItem({ id: 'b', dueOn: '2026-12-09' }),
      anItem({ id: 'a', dueOn: '2026-12-01', suggestionId: 'sign_first' }),
      anItem({ id: 'c', state: 'done' }),
      anItem({ id: 'd', clientId: 'client-2' }),
    ];
    const { earlier, alreadyOpen, roomFor } = mergeEarlierItems(items, 'client-1');
    expect(earlier.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(alreadyOpen).toEqual(['payment_plan', 'sign_first']);
    expect(roomFor).toBe(MAX_OPEN_ITEMS - 2);
  });
});

describe('a plan in numbers', () => {
  const now = new Date('2026-12-05T12:00:00Z');

  it.each([
    ['Pacific/Kiritimati', '2026-12-04T09:59:00Z', false],
    ['Pacific/Kiritimati', '2026-12-04T10:00:00Z', true],
    ['Pacific/Pago_Pago', '2026-12-05T10:59:00Z', false],
    ['Pacific/Pago_Pago', '2026-12-05T11:00:00Z', true],
  ])('an item is overdue in %s at %s: %s', (zone, at, expected) => {
    expect(isOverdue(anItem(), new Date(at), zone)).toBe(expected);
    expect(isOverdue(anItem({ state: 'done' }), new Date(at), zone)).toBe(false);
  });

  it('counts what is open, done, dropped and overdue', () => {
    const items = [
      anItem(),
      anItem({ id: 'item-2', dueOn: '2026-12-20' }),
      anItem({ id: 'item-3', state: 'done' }),
      anItem({ id: 'item-4', state: 'dropped' }),
    ];
    expect(planFigures(items, () => 'UTC', now)).toMatchObject({
      ...{ open: 2, done: 1, dropped: 1, overdue: 1, next: { id: 'item-1' }, isFinished: false },
    });
  });

  it('is finished when nothing is open, and not when nothing was planned', () => {
    expect(planFigures([anItem({ state: 'done' })], () => 'UTC', now).isFinished).toBe(true);
    expect(planFigures([], () => 'UTC', now)).toMatchObject({ isFinished: false, next: null });
  });
});

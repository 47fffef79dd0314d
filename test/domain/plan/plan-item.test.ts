import { describe, expect, it } from 'vitest';
import { changeItem, type ItemActor, type ItemChange, type PlanItem } from '../../../src/domain/plan/plan-item.ts';
import { anItem } from '../../support/follow-up.ts';

const now = new Date('2026-11-25T10:00:00Z');
const manager: ItemActor = { userId: 'UMARA', isManager: true, today: '2026-11-25', now };
const owner: ItemActor = { ...manager, userId: 'ULENA', isManager: false };
const other: ItemActor = { ...owner, userId: 'UTOM' };

const done = anItem({ state: 'done', closedAt: now, closedById: 'ULENA' });
const dropped = anItem({ state: 'dropped', reason: 'They left', closedAt: now, closedById: 'ULENA' });
const drop: ItemChange = { kind: 'drop', reason: 'They left' };
const edit: ItemChange = { kind: 'edit', text: 'Something else', dueOn: '2026-12-04' };

describe('an item', () => {
  it.each<[string, PlanItem, ItemChange, ItemActor, Partial<PlanItem>]>([
    ['is done by its owner', anItem(), { kind: 'done' }, owner, { state: 'done', closedById: 'ULENA', closedAt: now }],
    ['is done by a manager', anItem(), { kind: 'done' }, manager, { state: 'done', closedById: 'UMARA' }],
    ['is dropped with a reason', anItem(), drop, owner, { state: 'dropped', reason: 'They left' }],
    ['gets a later day', anItem(), { kind: 'later', dueOn: '11.12.2026' }, owner, { dueOn: '2026-12-11' }],
    [
      'is opened again when done',
      done,
      { kind: 'reopen', dueOn: '2026-12-11' },
      manager,
      { state: 'open', closedAt: null },
    ],
    ['is opened again when dropped', dropped, { kind: 'reopen', dueOn: '2026-12-11' }, manager, { reason: null }],
    ['is opened again by its owner', done, { kind: 'reopen', dueOn: '2026-12-11' }, owner, { state: 'open' }],
    [
      'is reworded while overdue',
      anItem({ dueOn: '2026-11-20' }),
      { ...edit, dueOn: '2026-11-20' },
      manager,
      { text: 'Something else' },
    ],
    [
      'goes to somebody else',
      anItem(),
      { kind: 'give', ownerId: 'UTOM', dueOn: '2026-12-11' },
      manager,
      { ownerId: 'UTOM', giving: 2, givenAt: now },
    ],
  ])('%s', (_, item, change, actor, expected) => {
    const result = changeItem(item, change, actor);
    expect(result).toMatchObject({ ok: true, value: { ...expected, version: 2 } });
  });

  it.each<[string, PlanItem, ItemChange, ItemActor, string]>([
    ['of somebody else is not done', anItem(), { kind: 'done' }, other, 'not_yours'],
    ['is not given on by its owner', anItem(), { kind: 'give', ownerId: 'UTOM', dueOn: null }, owner, 'not_yours'],
    ['is not reworded by its owner', anItem(), edit, owner, 'not_yours'],
    ['is not opened again by others', done, { kind: 'reopen', dueOn: '2026-12-11' }, other, 'not_yours'],
    ['that was dropped cannot be done', dropped, { kind: 'done' }, owner, 'already_dropped'],
    ['that was dropped cannot be dropped', dropped, drop, owner, 'already_dropped'],
    ['that is done cannot be done again', done, { kind: 'done' }, owner, 'already_done'],
    ['that is done cannot be dropped', done, drop, manager, 'already_done'],
    [
      'that is done cannot be given away',
      done,
      { kind: 'give', ownerId: 'UTOM', dueOn: '2026-12-11' },
      manager,
      'already_done',
    ],
    ['that is open cannot be opened', anItem(), { kind: 'reopen', dueOn: '2026-12-11' }, manager, 'still_open'],
    ['is not dropped without a reason', anItem(), { kind: 'drop', reason: '  ' }, owner, 'reason_missing'],
    ['is not dropped with an essay', anItem(), { kind: 'drop', reason: 'x'.repeat(501) }, owner, 'reason_too_long'],
    ['is not put off to an earlier day', anItem(), { kind: 'later', dueOn: '2026-12-03' }, owner, 'not_later'],
    ['is not put off to the same day', anItem(), { kind: 'later', dueOn: '2026-12-04' }, owner, 'not_later'],
    ['is not put off into the past', anItem(), { kind: 'later', dueOn: '2026-11-24' }, owner, 'date_past'],
    ['is not put off to a day that is none', anItem(), { kind: 'later', dueOn: '31.02.2027' }, owner, 'date_invalid'],
    ['is not opened again without a day', done, { kind: 'reopen', dueOn: null }, manager, 'date_missing'],
    ['is not emptied', anItem(), { ...edit, text: ' ' }, manager, 'text_missing'],
    ['is no essay', anItem(), { ...edit, text: 'x'.repeat(501) }, manager, 'text_too_long'],
  ])('%s', (_, item, change, actor, reason) => {
    expect(changeItem(item, change, actor)).toEqual({ ok: false, reason });
  });
});

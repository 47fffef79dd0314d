import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, isWorkingDay } from '../../../src/domain/calendar.ts';
import {
  type FollowedItem,
  type ItemMessage,
  itemPurpose,
  planItemMessages,
} from '../../../src/domain/plan/plan-item-messages.ts';
import { wallClock } from '../../../src/domain/wall-clock.ts';
import { anItem, anyDay, anyDaysOff, anyZone, aPerson } from '../../support/follow-up.ts';

const HOUR_MS = 60 * 60_000;
const mara = aPerson({ userId: 'UMARA' });
const given = new Set([itemPurpose.given(anItem())]);

function followed(overrides: Partial<FollowedItem> = {}): FollowedItem {
  return { item: anItem(), clientStatus: 'repairing', owner: aPerson(), manager: mara, ...overrides };
}
const kindsAt = (now: string, one: FollowedItem, sent: ReadonlySet<string>) =>
  planItemMessages([one], sent, new Date(now)).map(({ kind }) => kind);

describe('messages about an item due on Friday 4 December', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing on the day before the reminder', '2026-12-01T10:00:00Z', []],
    ['nothing before working hours', '2026-12-02T07:59:00Z', []],
    ['a reminder two working days before', '2026-12-02T08:00:00Z', ['due_soon']],
    ['the reminder on the last day, after downtime', '2026-12-04T10:00:00Z', ['due_soon']],
    ['nothing in the night after it', '2026-12-04T23:30:00Z', []],
    ['nothing on Saturday', '2026-12-05T10:00:00Z', []],
    ['that it is overdue, on Monday', '2026-12-07T08:00:00Z', ['overdue']],
  ])('%s', (_, now, kinds) => {
    expect(kindsAt(now, followed(), given)).toEqual(kinds);
  });

  it('begin with being given it, which stands for the reminder of the same moment', () => {
    const item = anItem({ dueOn: '2026-11-24' });
    const [message] = planItemMessages([followed({ item })], new Set(), new Date('2026-11-23T10:00:00Z'));
    expect(message).toMatchObject({ kind: 'given', userId: 'ULENA' });
    expect(message?.settles).toEqual([itemPurpose.given(item), itemPurpose.dueSoon(item)]);
  });

  it('count the days off of the owner', () => {
    const owner = aPerson({ daysOff: [{ from: '2026-12-02', to: '2026-12-03' }] });
    expect(kindsAt('2026-11-27T10:00:00Z', followed({ owner }), given)).toEqual([]);
    expect(kindsAt('2026-11-30T10:00:00Z', followed({ owner }), given)).toEqual(['due_soon']);
    expect(kindsAt('2026-12-02T10:00:00Z', followed({ owner }), given)).toEqual([]);
  });

  it('wait for the end of a pause', () => {
    const owner = aPerson({ pausedUntil: '2026-12-03' });
    expect(kindsAt('2026-12-03T10:00:00Z', followed({ owner }), given)).toEqual([]);
    expect(kindsAt('2026-12-04T10:00:00Z', followed({ owner }), given)).toEqual(['due_soon']);
  });

  it('come anew with a new date and a new owner', () => {
    const sent = new Set([...given, itemPurpose.dueSoon(anItem())]);
    const later = followed({ item: anItem({ dueOn: '2026-12-11' }) });
    expect(kindsAt('2026-12-09T10:00:00Z', later, sent)).toEqual(['due_soon']);
    const toTom = followed({ item: anItem({ giving: 2, ownerId: 'UTOM' }), owner: aPerson({ userId: 'UTOM' }) });
    expect(kindsAt('2026-11-25T10:00:00Z', toTom, sent)).toEqual(['given']);
  });

  it('go to the manager, once, when the owner is gone', () => {
    const orphan = followed({ owner: null });
    const [message] = planItemMessages([orphan], given, new Date('2026-11-25T10:00:00Z'));
    expect(message).toMatchObject({ kind: 'owner_left', userId: 'UMARA' });
    expect(kindsAt('2026-11-25T10:00:00Z', orphan, new Set(message?.settles))).toEqual([]);
    expect(kindsAt('2026-11-25T10:00:00Z', followed({ owner: null, manager: null }), given)).toEqual([]);
  });

  it.each([
    ['done', { item: anItem({ state: 'done' }) }],
    ['dropped', { item: anItem({ state: 'dropped' }) }],
    ['of a client we part with', { clientStatus: 'parting' }],
    ['of a client we parted with', { clientStatus: 'parted' }],
  ] as const)('never come for an item %s', (_, overrides) => {
    expect(kindsAt('2026-12-07T10:00:00Z', followed(overrides), given)).toEqual([]);
  });
});

describe('a sweep every hour', () => {
  const world = anyDay.chain((start) =>
    fc.record({ start: fc.constant(start), zone: anyZone, daysOff: anyDaysOff(start), due: fc.nat(15) }),
  );

  it('sends each message once, in working hours, never on a day off, and nothing in a second run', () => {
    fc.assert(
      fc.property(world, ({ start, zone, daysOff, due }) => {
        const item = anItem({ dueOn: addDays(start, due) });
        const one = followed({ item, owner: aPerson({ timeZone: zone, daysOff }) });
        const sent = new Set<string>();
        const messages: (ItemMessage & { readonly at: Date })[] = [];
        const first = new Date(`${start}T00:00:00Z`).getTime();
        for (let now = first; now < first + 28 * 24 * HOUR_MS; now += HOUR_MS) {
          const at = new Date(now);
          const planned = planItemMessages([one], sent, at);
          for (const message of planned) for (const purpose of message.settles) sent.add(purpose);
          messages.push(...planned.map((message) => ({ ...message, at })));
          expect(planItemMessages([one], sent, at)).toEqual([]);
        }
        expect(new Set(messages.map(({ purpose }) => purpose)).size).toBe(messages.length);
        expect(messages.length).toBeLessThanOrEqual(3);
        for (const { at } of messages) {
          const hour = wallClock(at, zone).getUTCHours();
          expect(hour >= 9 && hour < 18 && isWorkingDay(dayOf(at, zone), daysOff)).toBe(true);
        }
        const order = ['given', 'due_soon', 'overdue'];
        const kinds = messages.map(({ kind }) => order.indexOf(kind));
        expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
      }),
      { numRuns: 20 },
    );
  });
});

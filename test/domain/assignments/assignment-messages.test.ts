import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Assignment,
  assignmentOfItem,
  assignmentOfStep,
  assignmentPurpose,
} from '../../../src/domain/assignments/assignment.ts';
import {
  type AssignmentMessage,
  assignmentMessages,
  type FollowedAssignment,
} from '../../../src/domain/assignments/assignment-messages.ts';
import { addDays, dayOf, isWorkingDay } from '../../../src/domain/calendar.ts';
import { wallClock } from '../../../src/domain/wall-clock.ts';
import { anAssignment, anItem, anyDay, anyDaysOff, anyZone, aPerson, aStep } from '../../support/follow-up.ts';

const HOUR_MS = 60 * 60_000;
const mara = aPerson({ userId: 'UMARA' });
const given = new Set([assignmentPurpose.given(anAssignment())]);

function followed(overrides: Partial<FollowedAssignment> = {}): FollowedAssignment {
  return { assignment: anAssignment(), owner: aPerson(), manager: mara, ...overrides };
}
const kindsAt = (now: string, one: FollowedAssignment, sent: ReadonlySet<string>) =>
  assignmentMessages([one], sent, new Date(now)).map(({ kind }) => kind);

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
    const assignment = anAssignment({ dueOn: '2026-11-24' });
    const [message] = assignmentMessages([followed({ assignment })], new Set(), new Date('2026-11-23T10:00:00Z'));
    expect(message).toMatchObject({ kind: 'given', userId: 'ULENA' });
    expect(message?.notes[0]?.settles).toEqual([
      assignmentPurpose.given(assignment),
      assignmentPurpose.dueSoon(assignment),
    ]);
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
    const sent = new Set([...given, assignmentPurpose.dueSoon(anAssignment())]);
    const later = followed({ assignment: anAssignment({ dueOn: '2026-12-11' }) });
    expect(kindsAt('2026-12-09T10:00:00Z', later, sent)).toEqual(['due_soon']);
    const toTom = followed({
      assignment: anAssignment({ giving: 2, ownerId: 'UTOM' }),
      owner: aPerson({ userId: 'UTOM' }),
    });
    expect(kindsAt('2026-11-25T10:00:00Z', toTom, sent)).toEqual(['given']);
  });

  it('go to the manager, once, when the owner is gone', () => {
    const orphan = followed({ owner: null });
    const [message] = assignmentMessages([orphan], given, new Date('2026-11-25T10:00:00Z'));
    expect(message).toMatchObject({ kind: 'owner_left', userId: 'UMARA' });
    expect(kindsAt('2026-11-25T10:00:00Z', orphan, new Set(message?.notes[0]?.settles))).toEqual([]);
    expect(kindsAt('2026-11-25T10:00:00Z', followed({ owner: null, manager: null }), given)).toEqual([]);
  });

  it('begin with the reminder for whoever gave it to themself', () => {
    const own = followed({ assignment: anAssignment({ givenById: 'ULENA' }) });
    expect(kindsAt('2026-11-24T10:00:00Z', own, new Set())).toEqual([]);
    expect(kindsAt('2026-12-02T10:00:00Z', own, new Set())).toEqual(['due_soon']);
  });

  it('never come for a step that nobody has taken', () => {
    const nobodys = followed({ assignment: anAssignment({ kind: 'step', ownerId: null }), owner: null });
    expect(kindsAt('2026-12-07T10:00:00Z', nobodys, new Set())).toEqual([]);
  });
});

describe('what one person hears of one list at the same moment', () => {
  const step = (id: string, overrides: Partial<Assignment> = {}) =>
    followed({ assignment: anAssignment({ kind: 'step', listId: 'review-1', id, ...overrides }) });
  const idsAt = (...all: FollowedAssignment[]) =>
    assignmentMessages(all, new Set(), new Date('2026-11-24T10:00:00Z')).map(({ notes }) =>
      notes.map(({ assignment }) => assignment.id),
    );

  it.each<[string, readonly FollowedAssignment[], readonly string[][]]>([
    ['is one message', [step('a'), step('b'), step('c')], [['a', 'b', 'c']]],
    ['is told apart by list', [step('a'), step('b', { listId: 'review-2' })], [['a'], ['b']]],
    ['is told apart by who gave it', [step('a'), step('b', { givenById: 'UIRA' }), step('c')], [['a', 'c'], ['b']]],
    ['is told apart for items of plans', [step('a', { listId: null }), step('b', { listId: null })], [['a'], ['b']]],
  ])('%s', (_, all, ids) => {
    expect(idsAt(...all)).toEqual(ids);
  });
});

describe('an assignment', () => {
  const running = { reviewId: 'review-1', clientId: 'client-1', state: 'running' } as const;

  it.each([
    ['of an item that is done', assignmentOfItem(anItem({ state: 'done' }), 'repairing')],
    ['of an item that was dropped', assignmentOfItem(anItem({ state: 'dropped' }), 'active')],
    ['of an item of a client we part with', assignmentOfItem(anItem(), 'parting')],
    ['of an item of a client we parted with', assignmentOfItem(anItem(), 'parted')],
    ['of a step that is done', assignmentOfStep(aStep({ state: 'done' }), running)],
    ['of a step that is not needed', assignmentOfStep(aStep({ state: 'not_needed' }), running)],
    ['of a parting that was stopped', assignmentOfStep(aStep(), { ...running, state: 'stopped' })],
    ['of a parting that is finished', assignmentOfStep(aStep(), { ...running, state: 'finished' })],
  ])('is nothing to be reminded of %s', (_, assignment) => {
    expect(assignment).toBeNull();
  });

  it('has names of its own for each kind', () => {
    const step = assignmentOfStep(aStep({ id: 'item-1', giving: 1 }), running);
    const item = assignmentOfItem(anItem(), 'active');
    expect(step && assignmentPurpose.given(step)).not.toBe(item && assignmentPurpose.given(item));
  });
});

describe('a sweep every hour', () => {
  const world = anyDay.chain((start) =>
    fc.record({ start: fc.constant(start), zone: anyZone, daysOff: anyDaysOff(start), due: fc.nat(15) }),
  );

  it('sends each message once, in working hours, never on a day off, and nothing in a second run', () => {
    fc.assert(
      fc.property(world, ({ start, zone, daysOff, due }) => {
        const assignment = anAssignment({ dueOn: addDays(start, due) });
        const one = followed({ assignment, owner: aPerson({ timeZone: zone, daysOff }) });
        const sent = new Set<string>();
        const messages: (AssignmentMessage & { readonly at: Date })[] = [];
        const first = new Date(`${start}T00:00:00Z`).getTime();
        for (let now = first; now < first + 28 * 24 * HOUR_MS; now += HOUR_MS) {
          const at = new Date(now);
          const planned = assignmentMessages([one], sent, at);
          for (const message of planned)
            for (const purpose of message.notes.flatMap(({ settles }) => settles)) sent.add(purpose);
          messages.push(...planned.map((message) => ({ ...message, at })));
          expect(assignmentMessages([one], sent, at)).toEqual([]);
        }
        expect(new Set(messages.map(({ notes }) => notes[0]?.purpose)).size).toBe(messages.length);
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

import fc from 'fast-check';
import type { Assignment } from '../../src/domain/assignments/assignment.ts';
import type { DayRange } from '../../src/domain/calendar.ts';
import { addDays } from '../../src/domain/calendar.ts';
import type { EvidenceEntry } from '../../src/domain/evidence/evidence.ts';
import type { SignalFigures } from '../../src/domain/figures.ts';
import type { ClientMeeting } from '../../src/domain/meeting/client-meeting.ts';
import type { PartingStep } from '../../src/domain/parting/parting-step.ts';
import type { PlanItem } from '../../src/domain/plan/plan-item.ts';
import type { WeightedSignalId } from '../../src/domain/signals.ts';
import type { WorkingPerson } from '../../src/domain/working-person.ts';

/** Zones with every kind of clock: half hours, both hemispheres' summer times, both ends of the date line. */
export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Pago_Pago',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
];

export const anyZone = fc.constantFrom(...ZONES);

/** A day from 2026 to 2028, leap day and both changes of the clock included. */
export const anyDay = fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2026-01-01', days));

/** A few days off around a day. */
export function anyDaysOff(around: string): fc.Arbitrary<readonly DayRange[]> {
  const span = fc.tuple(fc.integer({ min: -10, max: 60 }), fc.integer({ min: 0, max: 12 }));
  return fc
    .array(span, { maxLength: 4 })
    .map((spans) => spans.map(([at, length]) => ({ from: addDays(around, at), to: addDays(around, at + length) })));
}

export function aPerson(overrides: Partial<WorkingPerson> = {}): WorkingPerson {
  return { userId: 'ULENA', timeZone: 'Europe/Berlin', daysOff: [], pausedUntil: null, ...overrides };
}

/** Given by Mara to Lena, due on Friday 4 December 2026. */
export function anAssignment(overrides: Partial<Assignment> = {}): Assignment {
  return {
    ...{ kind: 'item', id: 'item-1', clientId: 'client-1', listId: null, ownerId: 'ULENA', givenById: 'UMARA' },
    ...{ giving: 1, dueOn: '2026-12-04' },
    ...overrides,
  };
}

/** A step of a parting, given by Mara to Lena, due on Friday 4 December 2026. */
export function aStep(overrides: Partial<PartingStep> = {}): PartingStep {
  return {
    ...{ id: 'step-1', stepId: 'hand_over', title: null, ownerId: 'ULENA', givenById: 'UMARA', giving: 1 },
    ...{ dueOn: '2026-12-04', isDateOwn: false, state: 'open', note: null, reason: null, version: 1 },
    ...overrides,
  };
}

/** Given on Monday 23 November 2026, due on Friday 4 December. */
export function anItem(overrides: Partial<PlanItem> = {}): PlanItem {
  return {
    id: 'item-1',
    clientId: 'client-1',
    reviewId: 'review-1',
    suggestionId: 'payment_plan',
    text: 'Agree on a payment plan',
    isFirst: true,
    ownerId: 'ULENA',
    givenById: 'UMARA',
    givenAt: new Date('2026-11-23T10:00:00Z'),
    giving: 1,
    dueOn: '2026-12-04',
    state: 'open',
    reason: null,
    closedAt: null,
    closedById: null,
    version: 1,
    ...overrides,
  };
}

/** Planned on Monday 23 November 2026 for Monday 30 November, 10:00 in Berlin. */
export function aMeeting(overrides: Partial<ClientMeeting> = {}): ClientMeeting {
  return {
    id: 'meeting-1',
    clientId: 'client-1',
    reviewId: 'review-1',
    plannedById: 'UMARA',
    plannedAt: new Date('2026-11-23T10:00:00Z'),
    startsAt: new Date('2026-11-30T09:00:00Z'),
    place: 'their office',
    attendeeIds: ['ULENA'],
    prepSheet: '',
    state: 'planned',
    record: null,
    recordedById: null,
    version: 1,
    ...overrides,
  };
}

export function anEntry(overrides: Partial<EvidenceEntry> = {}): EvidenceEntry {
  return {
    id: 'entry-1',
    clientId: 'client-1',
    happenedOn: '2026-10-05',
    text: 'The September invoice was paid on 5 October instead of 15 September.',
    signal: 'late_payment',
    amount: 4000,
    currency: 'EUR',
    link: null,
    correctsId: null,
    loggedById: 'ULENA',
    loggedAt: new Date('2026-10-05T10:00:00Z'),
    ...overrides,
  };
}

export function aSignal(id: WeightedSignalId, overrides: Partial<SignalFigures> = {}): SignalFigures {
  return {
    ...{ id, voices: 3, reports: 3, load: 0.2, contribution: 20 },
    ...{ usualFrequency: 'sometimes', maxSeverity: 2, unbearableAndConstant: 0 },
    ...overrides,
  };
}

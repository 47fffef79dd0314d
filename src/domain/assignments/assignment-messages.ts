import { dayOf } from '../calendar.ts';
import { workingDaysBefore } from '../working-days.ts';
import { mayBeWrittenTo, type WorkingPerson } from '../working-person.ts';
import { type Assignment, assignmentPurpose } from './assignment.ts';

/** An owner hears of an assignment this many working days before it is due (product: due and overdue action items). */
export const DUE_SOON_WORKING_DAYS = 2;

export type AssignmentMessageKind = 'given' | 'due_soon' | 'overdue' | 'owner_left';

/** Something to tell one person of one assignment. It settles all purposes in `settles`, so that nothing else says the same again. */
export type AssignmentNote = {
  readonly assignment: Assignment;
  readonly purpose: string;
  readonly settles: readonly string[];
};

/** One message that is due now. */
export type AssignmentMessage = {
  readonly kind: AssignmentMessageKind;
  /** Who gets it: the owner; the manager for `owner_left`. */
  readonly userId: string;
  /** At least one; several only of one list. */
  readonly notes: readonly AssignmentNote[];
};

export type FollowedAssignment = {
  readonly assignment: Assignment;
  /** Null when the owner is gone from Slack, or there is none. */
  readonly owner: WorkingPerson | null;
  /** Who is told when the owner is gone: the manager who gave it, or another of the client; null when there is none. */
  readonly manager: WorkingPerson | null;
};

/**
 * The messages about assignments that are due now (product: direct messages). The owner hears once when one is given by somebody else,
 * once two working days before it is due, once when it is overdue; each only in their own working hours, and never two about one at the
 * same time. A new date or a new owner begins anew. One whose owner is gone goes to the manager, once. What a person hears of one list
 * at the same moment is one message.
 */
export function assignmentMessages(
  followed: readonly FollowedAssignment[],
  sentPurposes: ReadonlySet<string>,
  now: Date,
): AssignmentMessage[] {
  const messages = followed.flatMap(({ assignment, owner, manager }): AssignmentMessage[] => {
    const to = owner ?? manager;
    if (assignment.ownerId === null || to === null || !mayBeWrittenTo(to, now)) return [];
    const message = owner === null ? ownerLeft(assignment, to) : toOwner({ assignment, owner, sentPurposes, now });
    return message === null || message.notes.some(({ purpose }) => sentPurposes.has(purpose)) ? [] : [message];
  });
  return messages.reduce(putTogether, []);
}

/** Adds a message to those there are, to the one that says the same of its list where there is one. */
function putTogether(messages: AssignmentMessage[], message: AssignmentMessage): AssignmentMessage[] {
  const same = messages.findIndex((other) => saysTheSame(other, message));
  return same < 0
    ? [...messages, message]
    : messages.map((other, at) => (at === same ? { ...other, notes: [...other.notes, ...message.notes] } : other));
}

function saysTheSame(a: AssignmentMessage, b: AssignmentMessage): boolean {
  const list = listOf(a);
  const isSame = a.kind === b.kind && a.userId === b.userId && giverOf(a) === giverOf(b);
  return list !== null && list === listOf(b) && isSame;
}

const listOf = ({ notes }: AssignmentMessage) => notes[0]?.assignment.listId ?? null;
/** Who asks for it is said where it is given. */
const giverOf = ({ kind, notes }: AssignmentMessage) => (kind === 'given' ? notes[0]?.assignment.givenById : null);

function ownerLeft(assignment: Assignment, { userId }: WorkingPerson): AssignmentMessage {
  const purpose = assignmentPurpose.ownerLeft(assignment);
  return { kind: 'owner_left', userId, notes: [{ assignment, purpose, settles: [purpose] }] };
}

type OwnerFacts = {
  readonly assignment: Assignment;
  readonly owner: WorkingPerson;
  readonly sentPurposes: ReadonlySet<string>;
  readonly now: Date;
};

/** The one message an owner gets now. Being given something says when it is due, so it stands for the reminders of the same moment. */
function toOwner({ assignment, owner, sentPurposes, now }: OwnerFacts): AssignmentMessage | null {
  const today = dayOf(now, owner.timeZone);
  const isLate = today > assignment.dueOn;
  const isSoon = today >= workingDaysBefore(assignment.dueOn, DUE_SOON_WORKING_DAYS, owner.daysOff);
  const message = (kind: AssignmentMessageKind, settles: readonly [string, ...string[]]): AssignmentMessage => ({
    ...{ kind, userId: owner.userId },
    notes: [{ assignment, purpose: settles[0], settles }],
  });
  const given = assignmentPurpose.given(assignment);
  const dueSoon = assignmentPurpose.dueSoon(assignment);
  const overdue = assignmentPurpose.overdue(assignment);
  // Whoever gives something to themself knows of it.
  if (assignment.givenById !== owner.userId && !sentPurposes.has(given))
    return message('given', [given, ...(isSoon ? [dueSoon] : []), ...(isLate ? [overdue] : [])]);
  if (isLate) return message('overdue', [overdue, dueSoon]);
  return isSoon ? message('due_soon', [dueSoon]) : null;
}

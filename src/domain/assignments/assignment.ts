import type { ClientStatus } from '../client.ts';
import type { PartingStep } from '../parting/parting-step.ts';
import type { Playbook } from '../parting/playbook.ts';
import type { PlanItem } from '../plan/plan-item.ts';

/** What somebody does for a client until a day and is reminded of: an open item of a plan, or an open step of a parting. */
export type Assignment = {
  readonly kind: 'item' | 'step';
  readonly id: string;
  readonly clientId: string;
  /** Those of one list that fall together are told in one message; null for what is told alone. */
  readonly listId: string | null;
  /** Null for a step that nobody has taken yet. */
  readonly ownerId: string | null;
  /** Who gave it last; null where nobody did. */
  readonly givenById: string | null;
  /** How many times it was given to somebody: each giving has messages of its own. */
  readonly giving: number;
  /** YYYY-MM-DD, a day of the owner's calendar: the whole of it is in time. */
  readonly dueOn: string;
};

/** A plan rests while we part: nobody is reminded to repair what is ending; it goes on when the client is kept after all. */
export function isPlanFollowed(status: ClientStatus): boolean {
  return status === 'active' || status === 'repairing';
}

/** An item of a plan as somebody's assignment; null for one that is closed and while its plan rests. */
export function assignmentOfItem(item: PlanItem, clientStatus: ClientStatus): Assignment | null {
  if (item.state !== 'open' || !isPlanFollowed(clientStatus)) return null;
  const { id, clientId, ownerId, givenById, giving, dueOn } = item;
  return { kind: 'item', listId: null, id, clientId, ownerId, givenById, giving, dueOn };
}

/** A step of a parting as somebody's assignment; null for one that is closed, and once the parting is stopped or finished. */
export function assignmentOfStep(
  { id, state, ownerId, givenById, giving, dueOn }: PartingStep,
  { reviewId, clientId, state: parting }: Pick<Playbook, 'reviewId' | 'clientId' | 'state'>,
): Assignment | null {
  if (state !== 'open' || parting !== 'running') return null;
  return { kind: 'step', listId: reviewId, id, clientId, ownerId, givenById, giving, dueOn };
}

type Named = Pick<Assignment, 'kind' | 'id' | 'giving' | 'dueOn'>;

/** The names of what is told about an assignment: each is told once. */
export const assignmentPurpose = {
  given: ({ kind, id, giving }: Named) => `${kind}-given:${id}:${giving}`,
  dueSoon: ({ kind, id, giving, dueOn }: Named) => `${kind}-due-soon:${id}:${giving}:${dueOn}`,
  overdue: ({ kind, id, giving, dueOn }: Named) => `${kind}-overdue:${id}:${giving}:${dueOn}`,
  ownerLeft: ({ kind, id, giving }: Named) => `${kind}-owner-left:${id}:${giving}`,
} as const;

/** Everything that can be told about an assignment as it is now. */
export function assignmentPurposes(assignment: Named): string[] {
  return Object.values(assignmentPurpose).map((of) => of(assignment));
}

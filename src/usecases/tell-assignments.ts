import {
  type Assignment,
  assignmentOfItem,
  assignmentOfStep,
  assignmentPurposes,
} from '../domain/assignments/assignment.ts';
import { type AssignmentMessage, assignmentMessages } from '../domain/assignments/assignment-messages.ts';
import { overdueListPurpose, planOverdueLists } from '../domain/assignments/overdue-list.ts';
import { dayOf } from '../domain/calendar.ts';
import type { PartingMessage, PlanMessage } from '../domain/post.ts';
import { weekOf } from '../domain/pulse-week.ts';
import type { Stores, WorkspaceStorage } from '../storage/storage.ts';
import { type AssignmentPeople, findAssignmentPeople } from './assignment-people.ts';
import type { AlertDeps } from './tell-alerts.ts';

/** How many messages about assignments and how many lists were owed. */
export type ToldAssignments = { readonly messages: number; readonly lists: number };

/**
 * Owes what people hear of items of plans and steps of partings (product: direct messages): the owner when one is given, soon due or
 * overdue; a manager when its owner is gone, and once a week what is overdue. What is sent is settled in the transaction of its message,
 * so that a second run, or a second replica, sends nothing. Whom Slack cannot tell at the moment is left for the next tick.
 */
export async function tellAssignments(deps: AlertDeps, workspaceId: string): Promise<ToldAssignments> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const assignments = await listAssignments(stores);
  if (assignments.length === 0) return { messages: 0, lists: 0 };
  const people = await findAssignmentPeople(deps, stores, assignments);
  const now = deps.clock();
  return { messages: await tellOwners(stores, people, now), lists: await tellManagers(stores, people, now) };
}

async function listAssignments(stores: Stores): Promise<Assignment[]> {
  const clients = new Map((await stores.clients.listProfiles()).map((client) => [client.id, client]));
  const items = (await stores.plans.listOpen()).map((item) => {
    const status = clients.get(item.clientId)?.status;
    return status === undefined ? null : assignmentOfItem(item, status);
  });
  const steps = (await stores.partingSteps.listOpen()).map(({ step, playbook }) => assignmentOfStep(step, playbook));
  return [...items, ...steps].filter((one) => one !== null);
}

async function tellOwners(stores: WorkspaceStorage, { followed }: AssignmentPeople, now: Date): Promise<number> {
  const sent = await stores.settledPurposes.list(followed.flatMap(({ assignment }) => assignmentPurposes(assignment)));
  let told = 0;
  for (const message of assignmentMessages(followed, sent, now)) if (await tellOnce(stores, message, now)) told += 1;
  return told;
}

/** Says once what nobody has said yet: of two replicas that find the same due, each says what it was the first to settle. */
function tellOnce(stores: WorkspaceStorage, { kind, userId, notes }: AssignmentMessage, now: Date): Promise<boolean> {
  return stores.transaction(async (own) => {
    const news: AssignmentMessage['notes'][number][] = [];
    for (const note of notes) {
      const others = note.settles.filter((one) => one !== note.purpose);
      if (await own.settledPurposes.settle([note.purpose, ...others], now)) news.push(note);
    }
    const [first] = news;
    if (first === undefined) return false;
    const { kind: what, id, listId } = first.assignment;
    const message: PlanMessage | PartingMessage =
      what === 'item'
        ? { kind: 'plan_item', about: kind, itemId: id, userId }
        : { kind: 'parting_steps', about: kind, steps: news.map(({ assignment }) => asOwed(assignment)), userId };
    // An item may outlive its review; a parting is of its review.
    const reviewId = what === 'item' ? null : listId;
    await own.outbox.put({ purpose: first.purpose, reviewId, channelId: userId, parentPurpose: null, message });
    return true;
  });
}

const asOwed = ({ id, giving, dueOn }: Assignment) => ({ id, giving, dueOn });

async function tellManagers(
  stores: WorkspaceStorage,
  { followed, managers }: AssignmentPeople,
  now: Date,
): Promise<number> {
  const purposes = managers.map(({ userId, timeZone }) => overdueListPurpose(weekOf(dayOf(now, timeZone)), userId));
  const sentPurposes = await stores.settledPurposes.list(purposes);
  const assignments = followed.map(({ assignment }) => assignment);
  let told = 0;
  for (const { userId, purpose, overdue } of planOverdueLists({ managers, assignments, sentPurposes }, now)) {
    const idsOf = (what: Assignment['kind']) => overdue.filter(({ kind }) => kind === what).map(({ id }) => id);
    const message = { kind: 'plan_overdue', itemIds: idsOf('item'), stepIds: idsOf('step'), userId } as const;
    const isNew = await stores.transaction(async (own) => {
      if (!(await own.settledPurposes.settle([purpose], now))) return false;
      await own.outbox.put({ purpose, reviewId: null, channelId: userId, parentPurpose: null, message });
      return true;
    });
    if (isNew) told += 1;
  }
  return told;
}

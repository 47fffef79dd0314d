import { dayOf } from '../domain/calendar.ts';
import { overdueListPurpose, planOverdueLists } from '../domain/plan/overdue-list.ts';
import { itemPurpose, planItemMessages } from '../domain/plan/plan-item-messages.ts';
import type { PlanMessage } from '../domain/post.ts';
import { weekOf } from '../domain/pulse-week.ts';
import type { WorkspaceStorage } from '../storage/storage.ts';
import { findPlanPeople, type PlanPeople } from './plan-people.ts';
import type { AlertDeps } from './tell-alerts.ts';

/** How many messages about items and how many lists were owed. */
export type ToldItems = { readonly messages: number; readonly lists: number };

/**
 * Owes what people hear of the items of plans (product: direct messages): the owner when one is given, soon due or overdue; a manager
 * when its owner is gone, and once a week what is overdue. What is sent is settled in the transaction of its message, so that a second
 * run, or a second replica, sends nothing. Whom Slack cannot tell at the moment is left for the next tick.
 */
export async function tellPlanItems(deps: AlertDeps, workspaceId: string): Promise<ToldItems> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const items = await stores.plans.listOpen();
  if (items.length === 0) return { messages: 0, lists: 0 };
  const people = await findPlanPeople(deps, stores, items);
  const now = deps.clock();
  return { messages: await tellOwners(stores, people, now), lists: await tellManagers(stores, people, now) };
}

async function tellOwners(stores: WorkspaceStorage, { followed }: PlanPeople, now: Date): Promise<number> {
  const purposes = followed.flatMap(({ item }) => Object.values(itemPurpose).map((of) => of(item)));
  const sent = await stores.settledPurposes.list(purposes);
  let told = 0;
  for (const { kind, itemId, userId, purpose, settles } of planItemMessages(followed, sent, now)) {
    const message: PlanMessage = { kind: 'plan_item', about: kind, itemId, userId };
    if (await tellOnce(stores, { purpose, settles, message, now })) told += 1;
  }
  return told;
}

async function tellManagers(
  stores: WorkspaceStorage,
  { followed: items, managers }: PlanPeople,
  now: Date,
): Promise<number> {
  const purposes = managers.map(({ userId, timeZone }) => overdueListPurpose(weekOf(dayOf(now, timeZone)), userId));
  const sentPurposes = await stores.settledPurposes.list(purposes);
  let told = 0;
  for (const { userId, purpose, itemIds } of planOverdueLists({ managers, items, sentPurposes }, now)) {
    const message: PlanMessage = { kind: 'plan_overdue', itemIds, userId };
    if (await tellOnce(stores, { purpose, settles: [], message, now })) told += 1;
  }
  return told;
}

type Telling = {
  readonly purpose: string;
  /** What it stands for besides. */
  readonly settles: readonly string[];
  readonly message: PlanMessage;
  readonly now: Date;
};

function tellOnce(stores: WorkspaceStorage, { purpose, settles, message, now }: Telling): Promise<boolean> {
  return stores.transaction(async (own) => {
    const others = settles.filter((one) => one !== purpose);
    if (!(await own.settledPurposes.settle([purpose, ...others], now))) return false;
    await own.outbox.put({ purpose, reviewId: null, channelId: message.userId, parentPurpose: null, message });
    return true;
  });
}

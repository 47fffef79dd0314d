import { assignmentPurposes } from '../domain/assignments/assignment.ts';
import { accepted, type Checked } from '../domain/checked.ts';
import {
  changeItem,
  type ItemActor,
  type ItemChange,
  type ItemRefusal,
  type PlanItem,
} from '../domain/plan/plan-item.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { oweAgain, owePlan } from './owe-plan.ts';

export type ChangePlanItem = Omit<ItemActor, 'now'> & {
  readonly workspaceId: string;
  readonly itemId: string;
  /** One after the other, all or none: a form may change words and owner. */
  readonly changes: readonly [ItemChange, ...ItemChange[]];
};

export type ChangeItemResult =
  | { readonly ok: true; readonly item: PlanItem }
  | { readonly ok: false; readonly reason: 'item_not_found' }
  /** `item` as it is: who closed it can be said. */
  | { readonly ok: false; readonly reason: ItemRefusal; readonly item: PlanItem };

/**
 * *Done*, *Later*, *Drop* and what managers change: the item and everything that shows it in one transaction. Of two people at once
 * the second is judged on what the first has done. The caller has found out whether the person is a manager of the client.
 */
export function changePlanItem(
  deps: Pick<Deps, 'storage' | 'clock'>,
  change: ChangePlanItem,
): Promise<ChangeItemResult> {
  const { workspaceId, itemId, changes, ...who } = change;
  const now = deps.clock();
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<ChangeItemResult> => {
    const first = await stores.plans.findItem(itemId);
    if (!first) return { ok: false, reason: 'item_not_found' };
    // Held, so that changes of one client's items come one after the other.
    await stores.clients.lock(first.clientId);
    const before = (await stores.plans.findItem(itemId)) ?? first;
    const next = applied(before, changes, { ...who, now });
    if (!next.ok) return { ok: false, reason: next.reason, item: before };
    if (!(await stores.plans.saveItem(next.value))) throw new Error('an item changed under the lock of its client');
    await oweItem(stores, before);
    await stores.audit.add({
      ...{ actorId: who.userId, action: 'plan_item_changed', subject: itemId, at: now },
      details: { change: changes.map(({ kind }) => kind).join(',') },
    });
    return { ok: true, item: next.value };
  });
}

function applied(item: PlanItem, changes: readonly ItemChange[], actor: ItemActor): Checked<PlanItem, ItemRefusal> {
  let next = item;
  for (const change of changes) {
    const changed = changeItem(next, change, actor);
    if (!changed.ok) return changed;
    next = changed.value;
  }
  return accepted({ ...next, version: item.version + 1 });
}

/** What shows an item: the plan, and what was said of it to people so far. */
async function oweItem(stores: Stores, before: PlanItem): Promise<void> {
  const review = await stores.reviews.find(before.reviewId);
  if (review) await owePlan(stores, review);
  for (const purpose of assignmentPurposes({ ...before, kind: 'item' })) await oweAgain(stores, purpose);
}

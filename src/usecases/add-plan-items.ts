import { accepted, type Checked, refused } from '../domain/checked.ts';
import type { NewItem } from '../domain/plan/plan-draft.ts';
import { MAX_OPEN_ITEMS } from '../domain/plan/plan-item.ts';
import type { Deps } from './deps.ts';
import { findPlannable, type PlanRefusal } from './find-plannable.ts';
import { owePlan } from './owe-plan.ts';

export type AddPlanItems = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly userId: string;
  /** Checked by `checkNewItems`. */
  readonly items: readonly NewItem[];
  /** The form they come from: sent twice, it adds them once. */
  readonly submitKey: string;
};

/**
 * Adds items to a plan (method 6) and owes what shows it; the owners hear of them from the clock. The caller has made sure that a
 * manager of the client asks. Gives how many were added: none for a form that was taken before.
 */
export function addPlanItems(
  deps: Pick<Deps, 'storage' | 'clock'>,
  { workspaceId, reviewId, userId, items, submitKey }: AddPlanItems,
): Promise<Checked<number, PlanRefusal | 'too_many'>> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const found = await findPlannable(stores, reviewId);
    if (!found.ok) return found;
    const { review } = found.value;
    const { clientId } = review;
    // Held, so that two forms at once cannot fill the plan beyond what its card holds.
    await stores.clients.lock(clientId);
    if (items.length === 0 || (await stores.plans.wasTaken(submitKey))) return accepted(0);
    const open = await stores.plans.listOpenOfClient(clientId);
    if (open.length + items.length > MAX_OPEN_ITEMS) return refused('too_many');
    const at = deps.clock();
    const given = { clientId, reviewId, givenById: userId, givenAt: at };
    const added = await stores.plans.addItems(
      items.map((item, index) => ({ ...item, ...given, submitKey: `${submitKey}:${index}` })),
    );
    await owePlan(stores, review);
    await stores.audit.add({
      ...{ actorId: userId, action: 'plan_items_added', subject: reviewId, at },
      details: { items: added },
    });
    return accepted(added);
  });
}

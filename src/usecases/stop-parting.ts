import type { Stores } from '../storage/storage.ts';
import { oweStepMessages } from './owe-step-messages.ts';
import { oweChecklist } from './with-playbook.ts';

/**
 * Stops the playbook of a client that is kept after all; its steps, its notice and what was done stay, and parting again goes on with
 * them. Inside the transaction of the decision, which holds the client. Nothing where none runs.
 */
export async function stopParting(
  stores: Stores,
  { clientId, userId, now }: { readonly clientId: string; readonly userId: string; readonly now: Date },
): Promise<void> {
  const running = await stores.partings.findRunning(clientId);
  const review = running && (await stores.reviews.find(running.reviewId));
  if (!running || !review) return;
  await stores.partings.save({ ...running, state: 'stopped' }, now);
  await oweChecklist(stores, review);
  const open = (await stores.partings.listSteps(review.id)).filter(({ state }) => state === 'open');
  await oweStepMessages(
    stores,
    review.id,
    open.map(({ id }) => id),
  );
  await stores.audit.add({ actorId: userId, action: 'parting_stopped', subject: review.id, details: null, at: now });
}

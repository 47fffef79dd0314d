import { dayOf } from '../domain/calendar.ts';
import type { ClientProfile } from '../domain/client-profile.ts';
import type { PartingStep } from '../domain/parting/parting-step.ts';
import { inPlaybookOrder, type Playbook } from '../domain/parting/playbook.ts';
import { purposeOf } from '../domain/post.ts';
import type { Review } from '../domain/review-record.ts';
import type { WorkspaceSettings } from '../domain/workspace.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';

/** Somebody who wants to do something about the parting that follows a review. The caller has looked up whether they manage the client. */
export type Parting = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly userId: string;
  readonly isManager: boolean;
};

export type PlaybookRefusal = 'review_not_found' | 'not_begun' | 'not_parting' | 'client_parted' | 'not_manager';
export type PlaybookRefused = { readonly ok: false; readonly reason: PlaybookRefusal };

export type AtPlaybook = {
  readonly stores: Stores;
  readonly review: Review;
  readonly client: ClientProfile;
  readonly playbook: Playbook;
  /** In the order of the playbook. */
  readonly steps: readonly PartingStep[];
  readonly settings: WorkspaceSettings;
  /** In the workspace's zone. */
  readonly today: string;
  readonly now: Date;
};

/**
 * Changes a running playbook in one transaction that holds its client: two who press at once do it one after the other, and the second
 * sees what the first did. Nothing is changed while the client is kept, nor once it is parted.
 */
export async function withPlaybook<T>(
  deps: Deps,
  { workspaceId, reviewId }: Pick<Parting, 'workspaceId' | 'reviewId'>,
  work: (at: AtPlaybook) => Promise<T>,
): Promise<T | PlaybookRefused> {
  const refuse = (reason: PlaybookRefusal): PlaybookRefused => ({ ok: false, reason });
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<T | PlaybookRefused> => {
    // The review before its client, as a decision does: two that wait for each other would both fail.
    const asked = await stores.reviews.lock(reviewId);
    if (!asked || asked.isRehearsal) return refuse('review_not_found');
    await stores.clients.lock(asked.clientId);
    const at = await readPlaybook(deps, stores, asked);
    if (!at) return refuse('not_begun');
    if (at.client.status === 'parted') return refuse('client_parted');
    return at.playbook.state === 'running' ? work(at) : refuse('not_parting');
  });
}

/** The playbook that follows a review, or the one that took it over; null when none was begun. */
export async function readPlaybook(deps: Deps, stores: Stores, asked: Review): Promise<AtPlaybook | null> {
  const running = await stores.partings.findRunning(asked.clientId);
  const playbook = running ?? (await stores.partings.find(asked.id));
  const client = await stores.clients.findProfile(asked.clientId);
  const review = playbook && (await stores.reviews.find(playbook.reviewId));
  if (!playbook || !client || !review) return null;
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const now = deps.clock();
  const steps = inPlaybookOrder(await stores.partings.listSteps(playbook.reviewId), playbook.mode);
  return { stores, review, client, playbook, steps, settings, today: dayOf(now, settings.timeZone), now };
}

/** Owes the checklist in the thread of its review; what it says is read when it is delivered. */
export function oweChecklist({ outbox }: Pick<Stores, 'outbox'>, review: Pick<Review, 'id' | 'channelId'>) {
  return outbox.put({
    purpose: purposeOf.parting(review.id),
    reviewId: review.id,
    channelId: review.channelId,
    parentPurpose: purposeOf.card(review.id),
    message: { kind: 'parting' },
  });
}

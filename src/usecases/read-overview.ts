import type { CardModel } from '../domain/card.ts';
import { type Client, parseClientName } from '../domain/client.ts';
import { currentPhase } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { OverviewFacts, OverviewReview } from '../storage/overview-store.ts';
import type { Deps } from './deps.ts';
import { cardOf } from './read-card.ts';

/** A review and what its card says. */
export type ReviewStanding = { readonly review: Review; readonly card: CardModel };

/** A review and how far its current question is answered. */
export type ReviewProgress = {
  readonly review: OverviewReview;
  readonly answered: number;
  readonly invited: number;
};

export type Overview = { readonly reviews: readonly ReviewProgress[]; readonly clients: OverviewFacts['clients'] };

type Reader = { readonly workspaceId: string; readonly userId: string; readonly isManager: boolean };

/**
 * Where everything stands: reviews that are open or wait for a decision, and the clients. A manager sees all of the workspace,
 * everybody else the reviews they were invited to and their clients (product: people).
 */
export async function readOverview({ storage }: Pick<Deps, 'storage'>, reader: Reader): Promise<Overview> {
  const { workspaceId, userId, isManager } = reader;
  const { reviews, clients } = await storage.forWorkspace(workspaceId).overview.read(isManager ? null : userId);
  return {
    reviews: reviews.map(({ invited, answered, ...review }) => {
      const phase = currentPhase(review.state);
      return { review, invited, answered: phase === null ? 0 : (answered[phase] ?? 0) };
    }),
    clients,
  };
}

export type ClientStanding =
  | {
      readonly ok: true;
      readonly client: Client;
      readonly open: ReviewStanding | null;
      readonly last: ReviewStanding | null;
    }
  | { readonly ok: false; readonly reason: 'client_unknown' };

/** Where one client stands: the open review, and the last one that closed. Unknown too for somebody who may not see it. */
export async function readClientStanding(
  deps: Deps,
  reader: Reader & { readonly clientName: string },
): Promise<ClientStanding> {
  const stores = deps.storage.forWorkspace(reader.workspaceId);
  const name = parseClientName(reader.clientName);
  const client = name.ok ? await stores.clients.findByNameKey(name.nameKey) : null;
  if (!client) return { ok: false, reason: 'client_unknown' };
  const invited = reader.isManager ? null : new Set(await stores.participants.listReviewsOf(reader.userId));
  const visible = (review: Review | null) =>
    review !== null && (invited === null || invited.has(review.id)) ? review : null;
  const open = visible(await stores.reviews.findOpenByClient(client.id));
  const last = visible(await stores.reviews.findLatestClosed(client.id));
  if (invited !== null && !open && !last) return { ok: false, reason: 'client_unknown' };
  const standing = async (review: Review | null) => review && { review, card: await cardOf(deps, stores, review) };
  return { ok: true, client, open: await standing(open), last: await standing(last) };
}

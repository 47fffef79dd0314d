import { purposeOf } from '../../../domain/post.ts';
import { currentPhase } from '../../../domain/review.ts';
import { type ReviewProgress, readClientStanding, readOverview } from '../../../usecases/read-overview.ts';
import { renderList } from '../../blocks/ephemeral/list.ts';
import { renderNotice } from '../../blocks/ephemeral/notice.ts';
import type { ListedReview } from '../../blocks/ephemeral/review-line.ts';
import { renderStatus } from '../../blocks/ephemeral/status.ts';
import type { RenderedMessage } from '../../blocks/rendered-message.ts';
import { findPermalink } from '../../permalink.ts';
import type { Actor } from '../actor.ts';
import type { ListenerContext } from '../listener-context.ts';

/** Asking Slack for an address takes a call each: past these the lines stand without one. */
const MAX_LINKS = 10;

/** The reply to `list`. */
export async function listReviews(ctx: ListenerContext, actor: Actor): Promise<RenderedMessage> {
  const overview = await readOverview(ctx, actor);
  const reviews = await Promise.all(
    overview.reviews.map((progress, i) => listed(ctx, actor, { ...progress, hasLink: i < MAX_LINKS })),
  );
  return renderList({ reviews, clients: overview.clients }, actor.t);
}

/** The reply to `status`, of one client or, without a name, of all. */
export async function showStatus(
  ctx: ListenerContext,
  actor: Actor,
  clientName: string | null,
): Promise<RenderedMessage> {
  if (clientName === null) return listReviews(ctx, actor);
  const standing = await readClientStanding(ctx, {
    workspaceId: actor.workspaceId,
    userId: actor.userId,
    isManager: actor.isManager,
    clientName,
  });
  if (!standing.ok) return renderNotice(actor.t.refusals.clientUnknown(clientName));
  const { client, open, last } = standing;
  const lastCard = last?.card.result ? { ...last.card.result, decision: last.card.decision } : null;
  return renderStatus(
    {
      clientName: client.name,
      status: client.status,
      open: open && (await listed(ctx, actor, { review: open.review, ...open.card, hasLink: true })),
      last: last &&
        lastCard && {
          closedAt: lastCard.closedAt,
          verdict: lastCard.verdict,
          decision: lastCard.decision,
          cardUrl: await cardUrl(ctx, actor, last.review.id),
        },
    },
    actor.t,
  );
}

async function listed(
  ctx: ListenerContext,
  actor: Actor,
  { review, answered, invited, hasLink }: ReviewProgress & { hasLink: boolean },
): Promise<ListedReview> {
  return {
    clientName: review.clientName,
    state: review.state,
    phase: currentPhase(review.state),
    phaseEndsAt: review.phaseEndsAt,
    isPaused: review.pausedReason !== null,
    answered,
    invited,
    mode: review.mode,
    channelId: review.channelId,
    cardUrl: hasLink ? await cardUrl(ctx, actor, review.id) : null,
  };
}

function cardUrl(ctx: ListenerContext, actor: Actor, reviewId: string): Promise<string | null> {
  return findPermalink(ctx.slack, ctx.storage.forWorkspace(actor.workspaceId), purposeOf.card(reviewId));
}

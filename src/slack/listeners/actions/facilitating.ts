import { currentPhase } from '../../../domain/review.ts';
import { type AdvanceEvent, advanceReview } from '../../../usecases/advance-review.ts';
import { readWhoAnswered } from '../../../usecases/read-who-answered.ts';
import { renderStandsStill } from '../../blocks/ephemeral/stands-still.ts';
import { renderWhoAnswered } from '../../blocks/ephemeral/who-answered.ts';
import { parseTarget } from '../../target.ts';
import { replyTo } from '../interaction.ts';
import { advanceRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';

/** *Next step* and *Close without a verdict*. */
export const moveOn = (args: ActionArgs): Promise<void> => advance(args, 'next_phase');

/** *Give it more time*, while the review waits for voices. */
export const extend = (args: ActionArgs): Promise<void> => advance(args, 'extend');

async function advance({ ctx, actor, body, value }: ActionArgs, event: AdvanceEvent): Promise<void> {
  const target = parseTarget(value);
  const stores = ctx.storage.forWorkspace(actor.workspaceId);
  const review = target && (await stores.reviews.find(target.reviewId));
  if (!target || !review) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  // A button of the step that somebody has moved on from already; while waiting for voices the buttons carry no step.
  const isOfThisStep =
    (target.phase ?? null) === (review.state === 'short_of_voices' ? null : currentPhase(review.state));
  const isOver = currentPhase(review.state) === null;
  const result =
    isOfThisStep || isOver
      ? await advanceReview(ctx, {
          workspaceId: actor.workspaceId,
          reviewId: review.id,
          event,
          actorId: actor.userId,
          expectedState: review.state,
        })
      : ({ ok: false, reason: 'moved_already' } as const);
  if (!result.ok && result.reason === 'paused') return replyTo(ctx, body, renderStandsStill(review.id, actor.t));
  if (!result.ok) return replyTo(ctx, body, { text: advanceRefusalText(result.reason, review.facilitatorId, actor.t) });
  if (event === 'extend') await replyTo(ctx, body, { text: actor.t.commands.done.extended });
}

/** *Who has answered*: names for the facilitator, in a private review too; never what they said. */
export async function showWhoAnswered({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const target = parseTarget(value);
  const stores = ctx.storage.forWorkspace(actor.workspaceId);
  const review = target && (await stores.reviews.find(target.reviewId));
  if (!review) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  const who = await readWhoAnswered(ctx, { workspaceId: actor.workspaceId, reviewId: review.id, userId: actor.userId });
  if (!who.ok) return replyTo(ctx, body, { text: advanceRefusalText(who.reason, review.facilitatorId, actor.t) });
  await replyTo(ctx, body, renderWhoAnswered({ mode: review.mode, ...who }, actor.t));
}

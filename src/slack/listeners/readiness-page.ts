import type { ModalView } from '@slack/types';
import { type Mrkdwn, md } from '../../domain/escaping.ts';
import { readReadiness } from '../../usecases/read-readiness.ts';
import { renderMessageView } from '../blocks/views/message-view.ts';
import { renderReadinessView } from '../blocks/views/readiness-view.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';
import { mayManageClient } from './may-manage.ts';
import { managerRefusalText } from './refusal-text.ts';

/** The client of a closed review that this person manages, or what to tell them instead. */
export async function findManagedReview(
  ctx: ListenerContext,
  actor: Actor,
  reviewId: string | undefined,
): Promise<
  | { readonly ok: true; readonly reviewId: string; readonly currency: string }
  | { readonly ok: false; readonly text: Mrkdwn }
> {
  const stores = ctx.storage.forWorkspace(actor.workspaceId);
  const review = reviewId === undefined ? null : await stores.reviews.find(reviewId);
  if (!review || review.isRehearsal) return { ok: false, text: actor.t.refusals.reviewGone };
  if (!(await mayManageClient(ctx, actor, review.clientId))) return { ok: false, text: managerRefusalText(actor) };
  const client = await stores.clients.find(review.clientId);
  return { ok: true, reviewId: review.id, currency: client?.currency ?? actor.settings.currency };
}

/** The view of readiness as it is now, with a line about what was just done. The caller has made sure that the person manages it. */
export async function findReadinessView(
  ctx: ListenerContext,
  actor: Actor,
  {
    reviewId,
    currency,
    notice,
  }: { readonly reviewId: string; readonly currency: string; readonly notice: Mrkdwn | null },
): Promise<ModalView> {
  const { t, workspaceId } = actor;
  const read = await readReadiness(ctx, { workspaceId, reviewId });
  if (read.ok) return renderReadinessView(read.page, { currency, notice }, t);
  return renderMessageView({ title: t.readiness.title, text: md`${t.readiness.refused[read.reason]}` }, t);
}

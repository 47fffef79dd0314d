import type { ModalView } from '@slack/types';
import type { WebAPIPlatformError } from '@slack/web-api';
import type { Mrkdwn } from '../../domain/escaping.ts';
import type { FacilitationRefusal } from '../../usecases/as-facilitator.ts';
import { readDesk } from '../../usecases/read-desk.ts';
import { renderDesk, renderManagerDesk } from '../blocks/views/desk.ts';
import { renderMessageView } from '../blocks/views/message-view.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';

type Asked = { readonly reviewId: string; readonly notice: Mrkdwn | null; readonly isOpening: boolean };

export type FoundDesk = { readonly ok: true; readonly view: ModalView } | { readonly ok: false; readonly text: Mrkdwn };

/** The desk of a review as this person may see it, or why there is none for them. */
export async function findDesk(
  ctx: ListenerContext,
  actor: Actor,
  { reviewId, notice, isOpening }: Asked,
): Promise<FoundDesk> {
  const { workspaceId, userId, isManager, t } = actor;
  const found = await readDesk(ctx, { workspaceId, reviewId, userId, isManager, isOpening });
  if (!found.ok)
    return { ok: false, text: facilitationRefusalText(found.reason, found.review?.facilitatorId ?? null, t) };
  const view =
    found.kind === 'manager'
      ? renderManagerDesk({ review: found.review, notice }, t)
      : renderDesk({ ...found.desk, notice }, t);
  return { ok: true, view };
}

/** Why something about a review was not done, for the person who wanted to. */
export function facilitationRefusalText(
  reason: FacilitationRefusal,
  facilitatorId: string | null,
  { pauses, refusals }: Actor['t'],
): Mrkdwn {
  if (reason === 'review_closed') return refusals.transition.review_closed;
  if (reason === 'paused') return pauses.standsStill;
  return reason === 'review_not_found' || facilitatorId === null
    ? refusals.reviewGone
    : refusals.notFacilitator(facilitatorId);
}

export type DeskPlace = { readonly reviewId: string; readonly viewId: string | null | undefined };

/** Shows the desk as it is now in a form that is open, with one line about what was done; for a review that is over, that line alone. */
export async function updateDesk(
  ctx: ListenerContext,
  actor: Actor,
  { reviewId, viewId, notice }: DeskPlace & { readonly notice: Mrkdwn },
): Promise<void> {
  if (!viewId) return;
  const found = await findDesk(ctx, actor, { reviewId, notice, isOpening: false });
  const said = () => renderMessageView({ title: actor.t.desk.title.desk, text: notice }, actor.t);
  await updateView(ctx, viewId, found.ok ? found.view : said());
}

/** Replaces a form that may have been closed meanwhile: then there is nobody to show it to. */
export async function updateView(ctx: ListenerContext, viewId: string, view: ModalView): Promise<void> {
  try {
    await ctx.slack.views.update({ view_id: viewId, view });
  } catch (error) {
    if ((error as Partial<WebAPIPlatformError>).data?.error !== 'not_found') throw error;
  }
}

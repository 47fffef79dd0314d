import type { ModalView } from '@slack/types';
import { readChecklist } from '../../usecases/read-parting.ts';
import { renderPartingView } from '../blocks/views/parting-view.ts';
import { VIEWS } from '../ids.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';
import { partingBy } from './parting-access.ts';
import { updateView } from './show-desk.ts';

/** The checklist of a parting as this person may use it; null where none was begun. */
export async function findChecklistView(
  ctx: ListenerContext,
  actor: Actor,
  reviewId: string,
): Promise<ModalView | null> {
  const checklist = await readChecklist(ctx, { workspaceId: actor.workspaceId, reviewId });
  if (!checklist) return null;
  const { isManager } = await partingBy(ctx, actor, reviewId);
  return renderPartingView({ ...checklist, isManager }, actor.t);
}

/** Shows the checklist below a form as it is now, where there is one. */
export async function updateChecklist(
  ctx: ListenerContext,
  actor: Actor,
  { reviewId, viewId }: { readonly reviewId: string; readonly viewId: string | null | undefined },
): Promise<void> {
  const view = viewId ? await findChecklistView(ctx, actor, reviewId) : null;
  if (viewId && view?.callback_id === VIEWS.parting) await updateView(ctx, viewId, view);
}

import type { Messages } from '../../i18n/index.ts';
import type { Parting } from '../../usecases/with-playbook.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';
import { mayManageClient } from './may-manage.ts';

/** Who wants to do something about the parting that follows a review, looked up anew: an id that comes from Slack proves nothing. */
export async function partingBy(ctx: ListenerContext, actor: Actor, reviewId: string): Promise<Parting> {
  const { workspaceId, userId } = actor;
  const review = await ctx.storage.forWorkspace(workspaceId).reviews.find(reviewId);
  const isManager = review === null ? actor.isManager : await mayManageClient(ctx, actor, review.clientId);
  return { workspaceId, reviewId, userId, isManager };
}

type Refused = Messages['partingForms']['refused'] & Messages['parting']['refused'];

/** Why something about a parting was not done, in the person's language. */
export function partingRefusalText(reason: keyof Refused, t: Messages): string {
  return { ...t.parting.refused, ...t.partingForms.refused }[reason];
}

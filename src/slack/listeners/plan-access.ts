import { dayOf } from '../../domain/calendar.ts';
import { isClientManager } from '../../domain/client-managers.ts';
import type { Mrkdwn } from '../../domain/escaping.ts';
import { isManager } from '../../domain/member.ts';
import { ownerRefusal } from '../../domain/plan/item-owner.ts';
import type { NewItemsFacts } from '../../domain/plan/plan-draft.ts';
import type { ItemActor } from '../../domain/plan/plan-item.ts';
import type { ChangeItemResult } from '../../usecases/change-plan-item.ts';
import { isUnknown } from '../guard/to-member.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';
import { mayManageClient } from './may-manage.ts';

/** The day it is for this person, YYYY-MM-DD. */
export function todayOf({ clock }: Pick<ListenerContext, 'clock'>, { member, settings }: Actor): string {
  return dayOf(clock(), member.timeZone ?? settings.timeZone);
}

/** The person as the one who changes an item of this client. */
export async function itemActor(ctx: ListenerContext, actor: Actor, clientId: string): Promise<Omit<ItemActor, 'now'>> {
  const isTheirs = await mayManageClient(ctx, actor, clientId);
  return { userId: actor.userId, isManager: isTheirs, today: todayOf(ctx, actor) };
}

/** Looks up the people who are to own items of a client, and says of each why they cannot. */
export async function findOwnerRefusals(
  ctx: ListenerContext,
  { workspaceId, settings }: Actor,
  {
    clientId,
    reviewId,
    userIds,
  }: { readonly clientId: string; readonly reviewId: string; readonly userIds: readonly (string | null)[] },
): Promise<NewItemsFacts['refusalOf']> {
  const ids = [...new Set(userIds.flatMap((id) => id ?? []))];
  const stores = ctx.storage.forWorkspace(workspaceId);
  const client = await stores.clients.findProfile(clientId);
  // A client without a team set up has the people who were asked about it.
  const invited = await stores.participants.list(reviewId);
  const teamIds = [...(client?.team ?? []), ...invited].map(({ userId }) => userId);
  const found = await ctx.directory.lookUpAll(ids);
  const refusals = new Map(
    found.map(({ member, retryAfterMs }, at) => {
      const known = retryAfterMs === null && !isUnknown(member) ? member : null;
      const isTheirs = isManager(member, settings) || (client !== null && isClientManager(member, client));
      return [ids[at] ?? member.id, ownerRefusal(known, { teamIds, isManager: isTheirs })] as const;
    }),
  );
  return (userId) => (refusals.has(userId) ? (refusals.get(userId) ?? null) : 'owner_unknown');
}

/** Why an item was not changed, for the person: where somebody else has closed it, who. */
export function itemRefusalText(
  result: Extract<ChangeItemResult, { ok: false }>,
  { t, userId }: Actor,
): Mrkdwn | string {
  if (result.reason === 'item_not_found') return t.planForms.replies.itemGone;
  const by = result.item.closedById;
  if (by !== null && by !== userId && result.reason === 'already_done') return t.planForms.replies.doneBy(by);
  if (by !== null && by !== userId && result.reason === 'already_dropped') return t.planForms.replies.droppedBy(by);
  return t.plan.refused[result.reason];
}

import { zoneOfMember } from '../../../usecases/pulse-people.ts';
import { readOwnPulseState, readPulseState } from '../../../usecases/read-pulse-state.ts';
import { renderPulseState } from '../../blocks/ephemeral/pulse-state.ts';
import type { RenderedMessage } from '../../blocks/rendered-message.ts';
import type { Actor } from '../actor.ts';
import type { ListenerContext } from '../listener-context.ts';

/** The reply to `pulse`: one's own; for a manager also how the pulse of the week stands. */
export async function showPulse(ctx: ListenerContext, actor: Actor): Promise<RenderedMessage> {
  const { workspaceId, userId, member, settings, t } = actor;
  const timeZone = zoneOfMember(member, settings.timeZone);
  const own = await readOwnPulseState(ctx, { workspaceId, userId, timeZone });
  const everybody = actor.isManager ? await readPulseState(ctx, workspaceId) : null;
  return renderPulseState({ own, everybody }, t);
}

import { planPulsesNow, sendPulsesNow } from '../../../usecases/send-pulses-now.ts';
import { renderDryRun } from '../../blocks/ephemeral/dry-run.ts';
import { createFindMembers } from '../../presence.ts';
import { replyTo } from '../interaction.ts';
import { managerRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';

/** *Send now*, once confirmed: this week's pulse to everybody who can be asked. */
export async function sendPulseNow(args: ActionArgs): Promise<void> {
  const { ctx, actor, body } = args;
  if (!(await mayAskNow(args))) return;
  const { workspaceId, userId, t } = actor;
  const sent = await sendPulsesNow({ ...ctx, findMembers: createFindMembers(ctx) }, { workspaceId, userId });
  await replyTo(ctx, body, { text: t.pulse.sent(sent) });
}

/** *Dry run*: who would be asked about which client now, and why others not; nothing is sent. */
export async function dryRunPulse(args: ActionArgs): Promise<void> {
  const { ctx, actor, body } = args;
  if (!(await mayAskNow(args))) return;
  const { workspaceId, t } = actor;
  const plans = await planPulsesNow({ ...ctx, findMembers: createFindMembers(ctx) }, workspaceId);
  const clients = await ctx.storage.forWorkspace(workspaceId).clients.list();
  const nameOf = new Map(clients.map(({ id, name }) => [id, name]));
  await replyTo(ctx, body, renderDryRun({ plans, nameOf }, t));
}

/** Says why not where the person is no manager, or the pulse was switched off meanwhile. */
async function mayAskNow({ ctx, actor, body }: ActionArgs): Promise<boolean> {
  const isOn = (await ctx.storage.forWorkspace(actor.workspaceId).pulses.findSettings())?.isOn ?? false;
  if (actor.isManager && isOn) return true;
  await replyTo(ctx, body, { text: actor.isManager ? actor.t.pulse.state.off : managerRefusalText(actor) });
  return false;
}

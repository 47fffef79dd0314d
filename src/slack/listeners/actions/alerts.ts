import { dismissAlert } from '../../../usecases/dismiss-alert.ts';
import { parsePulseTarget } from '../../pulse-target.ts';
import { replyTo } from '../interaction.ts';
import { openLoadedForm } from '../open-loaded-form.ts';
import type { ActionArgs } from '../run-listener.ts';
import { buildStartFromPulse } from '../start-from-pulse.ts';

/** *Start a review* of a client whose pulse went wrong. */
export async function startFromPulse({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { t } = actor;
  const build = () => buildStartFromPulse(ctx, actor, { target: parsePulseTarget(value), channelId: null });
  if (await openLoadedForm(ctx, { triggerId: body.trigger_id, t, build })) return;
  await replyTo(ctx, body, { text: t.refusals.formTooSlow });
}

/** The channel that was chosen for it: the start form takes the place of the question. */
export async function startFromPulseIn({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  if (!body.view) return;
  const target = parsePulseTarget(body.view.private_metadata);
  const view = await buildStartFromPulse(ctx, actor, { target, channelId: value ?? null });
  await ctx.slack.views.update({ view_id: body.view.id, view });
}

/** *Not now*: the person's own message says so. Only whoever was told can say it. */
export async function alertNotNow({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const target = parsePulseTarget(value);
  const { workspaceId, userId, t } = actor;
  const { week = 0, clientId = '' } = target ?? {};
  const result = await dismissAlert(ctx, { workspaceId, userId, week, clientId });
  if (!result.ok) await replyTo(ctx, body, { text: t.alerts.notYours });
}

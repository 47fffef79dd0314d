import { declinePulse, type PulseResult, ratePulse } from '../../../usecases/answer-pulse.ts';
import { readPulse } from '../../../usecases/read-pulse.ts';
import { renderPulseClientForm, renderPulseForm } from '../../blocks/views/pulse-form.ts';
import { parsePulseTarget } from '../../pulse-target.ts';
import { openForm, replyTo } from '../interaction.ts';
import type { ActionArgs } from '../run-listener.ts';
import { tellAlertsNow } from '../tell-alerts-now.ts';

/** One click on 1 to 5: the message then shows it. */
export async function rateClient(args: ActionArgs): Promise<void> {
  const { ctx, actor, body, value } = args;
  const target = parsePulseTarget(value);
  if (!target?.clientId || !target.rating) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  const { week, clientId, rating } = target;
  const { workspaceId, userId } = actor;
  await tell(args, await ratePulse(ctx, { workspaceId, week, userId, clientId, rating }));
}

/** *Not this week*. */
export async function notThisWeek(args: ActionArgs): Promise<void> {
  const { ctx, actor, body, value } = args;
  const target = parsePulseTarget(value);
  if (!target) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  const { workspaceId, userId } = actor;
  await tell(args, await declinePulse(ctx, { workspaceId, week: target.week, userId }));
}

/** *Add signals or a comment*: the form of the one client, or which of several. */
export async function openPulseForm(args: ActionArgs): Promise<void> {
  const { ctx, actor, body, value } = args;
  const target = parsePulseTarget(value);
  if (!target) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  const { workspaceId, userId, t } = actor;
  const pulse = await readPulse(ctx, { workspaceId, week: target.week, userId });
  const [first, ...others] = pulse?.clients ?? [];
  if (!pulse || !first) return replyTo(ctx, body, { text: t.pulse.refused.not_asked });
  if (!pulse.isOpen) return replyTo(ctx, body, { text: t.pulse.refused.pulse_closed });
  const view =
    others.length === 0 ? renderPulseForm({ week: pulse.week, client: first }, t) : renderPulseClientForm(pulse, t);
  if (!(await openForm(ctx, body, view))) await replyTo(ctx, body, { text: t.refusals.formTooSlow });
}

async function tell({ ctx, actor, body }: ActionArgs, result: PulseResult): Promise<void> {
  if (!result.ok) await replyTo(ctx, body, { text: actor.t.pulse.refused[result.reason] });
  else if (result.hasHardStop) await tellAlertsNow(ctx, actor.workspaceId);
}

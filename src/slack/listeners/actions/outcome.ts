import { renderOutcomeForm } from '../../blocks/views/outcome-form.ts';
import { parseOutcomeTarget } from '../../parse/outcome-form.ts';
import { openForm, replyTo } from '../interaction.ts';
import type { ActionArgs } from '../run-listener.ts';

/** *Yes*, *No* or *Too early*: the form that asks why. Whether the person was asked is seen when they send it. */
export async function openOutcome({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { t } = actor;
  const target = parseOutcomeTarget(value);
  if (!target) return replyTo(ctx, body, { text: t.refusals.oldButton });
  if (!(await openForm(ctx, body, renderOutcomeForm(target, t))))
    await replyTo(ctx, body, { text: t.refusals.formTooSlow });
}

import { renderRehearsalForm } from '../../blocks/views/rehearsal-form.ts';
import { openForm, replyTo } from '../interaction.ts';
import { managerRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';

/** *Try it on myself*: the small form, on top of the start form where the button is in it. */
export async function openRehearsal({ ctx, actor, body }: ActionArgs): Promise<void> {
  if (!actor.isManager) return replyTo(ctx, body, { text: managerRefusalText(actor) });
  const isOpened = await openForm(ctx, body, renderRehearsalForm(actor.t));
  if (!isOpened) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}

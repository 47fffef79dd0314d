import type { ModalView } from '@slack/types';
import { renderSettingsForm } from '../blocks/views/settings-form.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';

/** The settings of the workspace as they are now, the weekly pulse and its digest among them. */
export async function buildSettingsForm(ctx: ListenerContext, { workspaceId, settings, t }: Actor): Promise<ModalView> {
  const pulse = await ctx.storage.forWorkspace(workspaceId).pulses.findSettings();
  return renderSettingsForm(settings, t, pulse);
}

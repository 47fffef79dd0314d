import { parseStartButton } from '../../blocks/ephemeral/start-button.ts';
import { renderLoadingView } from '../../blocks/views/loading-view.ts';
import { FIELDS } from '../../ids.ts';
import { readFormFields } from '../../parse/form-fields.ts';
import { managerRefusal } from '../refusal-text.ts';
import { buildStartView } from '../start-form.ts';
import type { ViewHandler } from '../view-listener.ts';

/** The channel was chosen: the start form takes the place of the choice, once what it shows has been looked up. */
export const startChannelHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const { t } = actor;
  const refuse = (text: string) => ({ outcome: { kind: 'texts', texts: { [FIELDS.channel]: text } } }) as const;
  if (!actor.isManager) return refuse(t.forms.errors[managerRefusal(actor)]);
  const fields = readFormFields(body.view);
  const channelId = fields.conversation(FIELDS.channel);
  if (channelId === null) return refuse(t.home.start.missing);
  const channel = await ctx.guard.check(channelId);
  if (!channel.ok) return refuse(t.clientSetup.channel[channel.reason]);
  const clientName = parseStartButton(fields.metadata);
  const showForm = async () => {
    const view = await buildStartView(ctx, actor, { channelId, clientName });
    await ctx.slack.views.update({ view_id: body.view.id, view });
  };
  return { outcome: { kind: 'view', view: renderLoadingView(t) }, after: showForm };
};

import { parseStartButton } from '../../blocks/ephemeral/start-button.ts';
import { replyTo } from '../interaction.ts';
import type { ActionArgs } from '../run-listener.ts';
import { openStartForm } from '../start-form.ts';
import { chooseStartChannel } from '../start-in-channel.ts';

/** *Start a review*, in the channel of the button, or one to be chosen where it is in none; its value is the client's name, if any. */
export async function startNamed(args: ActionArgs): Promise<void> {
  if (args.body.channel === undefined) return chooseStartChannel(args);
  await start(args, { channelId: args.body.channel?.id ?? '', clientName: parseStartButton(args.value) });
}

/** The channel that was chosen in place of one where clients are not discussed. */
export async function startInChannel(args: ActionArgs): Promise<void> {
  await start(args, { channelId: args.value ?? '', clientName: null });
}

async function start(
  { ctx, actor, body }: ActionArgs,
  { channelId, clientName }: { channelId: string; clientName: string | null },
): Promise<void> {
  const isOpened = await openStartForm(ctx, actor, { channelId, clientName, triggerId: body.trigger_id });
  if (!isOpened) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}

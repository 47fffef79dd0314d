import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { type Actor, findActor, findMessages } from './actor.ts';
import { isDatabaseGone } from './database-gone.ts';
import { replyTo, whoOf } from './interaction.ts';
import type { ListenerContext } from './listener-context.ts';
import { isRehearsalGone } from './rehearsal-over.ts';
import { contextOf } from './workspace-context.ts';

export type ActionArgs = {
  readonly ctx: ListenerContext;
  readonly actor: Actor;
  readonly body: BlockAction;
  readonly value: string | undefined;
};

type Args = SlackActionMiddlewareArgs<BlockAction> & Pick<AllMiddlewareArgs, 'context'>;

/**
 * A listener for a button: acknowledged at once, done after. Whatever goes wrong is logged without what people wrote, and the
 * person gets an answer in their language.
 */
export function actionListener(handle: (args: ActionArgs) => Promise<void>) {
  return async ({ ack, body, action, context }: Args): Promise<void> => {
    await ack();
    const ctx = contextOf(context);
    const who = whoOf(body);
    try {
      const actor = await findActor(ctx, who);
      const value = chosenValue(action);
      if (await isRehearsalGone(ctx, actor, { body, value }))
        await replyTo(ctx, body, { text: actor.t.rehearsal.over });
      else await handle({ ctx, actor, body, value });
    } catch (error) {
      ctx.logger.error({ err: error, workspaceId: who.workspaceId, action: action.action_id }, 'a button failed');
      const { refusals } = await findMessages(ctx, who);
      const text = isDatabaseGone(error) ? refusals.databaseGone : refusals.somethingWrong;
      await replyTo(ctx, body, { text }).catch((err: unknown) => ctx.logger.warn({ err }, 'and nobody could be told'));
    }
  };
}

function chosenValue(action: BlockAction['actions'][number]): string | undefined {
  if (action.type === 'button') return action.value;
  if (action.type === 'conversations_select') return action.selected_conversation;
  return action.type === 'static_select' || action.type === 'overflow' ? action.selected_option?.value : undefined;
}

import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import { findMark, withMark } from '../blocks/rehearsal-mark.ts';
import { renderErrors } from '../blocks/views/render-errors.ts';
import type { FieldErrors } from '../parse/field-errors.ts';
import { type Actor, findActor, findMessages } from './actor.ts';
import { isDatabaseGone } from './database-gone.ts';
import { whoOf } from './interaction.ts';
import type { ListenerContext } from './listener-context.ts';
import { contextOf } from './workspace-context.ts';

export type ViewArgs = { readonly ctx: ListenerContext; readonly actor: Actor; readonly body: ViewSubmitAction };

/** What a form's listener answers: close it, say what is wrong at its fields, or show another form in its place. */
export type ViewOutcome =
  | { readonly kind: 'close' }
  | { readonly kind: 'errors'; readonly errors: FieldErrors }
  | { readonly kind: 'texts'; readonly texts: Readonly<Record<string, string>> }
  | {
      readonly kind: 'view';
      readonly view: NonNullable<Extract<ViewResponseAction, { response_action: 'update' }>['view']>;
    };

/** What is done once Slack has its answer; it may fail without a word being lost. */
export type AfterAck = () => Promise<void>;

type Handled = { readonly outcome: ViewOutcome; readonly after?: AfterAck };

export type ViewHandler = (args: ViewArgs) => Promise<Handled>;

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & Pick<AllMiddlewareArgs, 'context'>;

/** Slack waits three seconds for the answer to a form, and an answer that is given needs little of who its author is. */
const PATIENCE = { lookUpMs: 1_000 };

/**
 * A listener for a form: what people wrote is committed first and acknowledged then. If it could not be, the form stays open with
 * their text and says so at `field` (product: words are never lost).
 */
export function viewListener({ field, handle }: { field: string; handle: ViewHandler }) {
  return async ({ ack, body, context }: Args): Promise<void> => {
    const ctx = contextOf(context);
    const who = whoOf(body);
    let done: Handled;
    let response: ReturnType<typeof responseTo>;
    try {
      const actor = await findActor(ctx, who, PATIENCE);
      done = await handle({ ctx, actor, body });
      response = responseTo(done.outcome, body, actor.t);
    } catch (error) {
      ctx.logger.error(
        { err: error, workspaceId: who.workspaceId, form: body.view.callback_id },
        'a form was not saved',
      );
      const t = await findMessages(ctx, who, PATIENCE);
      const text = isDatabaseGone(error) ? t.forms.errors.database_gone : t.forms.errors.something_wrong;
      await ack({ response_action: 'errors', errors: { [firstField(body, field)]: text } });
      return;
    }
    await ack(...response);
    // The words are safe: what follows is made up for by the clock when it fails here.
    await done
      .after?.()
      .catch((err: unknown) => ctx.logger.warn({ err }, 'what follows a form was put off to the next tick'));
  };
}

function responseTo(outcome: ViewOutcome, body: ViewSubmitAction, t: Actor['t']): [] | [ViewResponseAction] {
  switch (outcome.kind) {
    case 'close':
      return [];
    case 'view':
      return [
        {
          response_action: 'update',
          view: { ...outcome.view, blocks: withMark(outcome.view.blocks, findMark(body.view)) },
        },
      ];
    case 'texts':
      return [{ response_action: 'errors', errors: { ...outcome.texts } }];
    case 'errors':
      return [renderErrors(outcome.errors, t)];
  }
}

/** Slack shows an error only at an input that the form has. */
function firstField(body: ViewSubmitAction, wanted: string): string {
  const inputs = body.view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  return inputs.find((id) => id === wanted) ?? inputs[0] ?? wanted;
}

import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { Messages } from '../../i18n/index.ts';
import { findMark, withMark } from '../blocks/rehearsal-mark.ts';
import { renderErrors } from '../blocks/views/render-errors.ts';
import type { FieldErrors } from '../parse/field-errors.ts';
import { type Actor, findActor, findMessages } from './actor.ts';
import { isDatabaseGone } from './database-gone.ts';
import { type Who, whoOf } from './interaction.ts';
import type { ListenerContext } from './listener-context.ts';
import { TookTooLong, within } from './within.ts';
import { contextOf } from './workspace-context.ts';

export type ViewArgs = { readonly ctx: ListenerContext; readonly actor: Actor; readonly body: ViewSubmitAction };

/** A form whose sender is looked up only when it is asked for: an answer that is taken needs nothing but their id. */
export type FormArgs = Omit<ViewArgs, 'actor'> & { readonly who: Who; readonly findActor: () => Promise<Actor> };

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
export type FormHandler = (args: FormArgs) => Promise<Handled>;

/** A handler that is given the person who sent the form. */
export function withActor(handle: ViewHandler): FormHandler {
  return async ({ ctx, body, findActor }) => handle({ ctx, body, actor: await findActor() });
}

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & Pick<AllMiddlewareArgs, 'context'>;

/** Slack waits three seconds for the answer to a form, and an answer that is given needs little of who its author is. */
const PATIENCE = { lookUpMs: 1_000 };
/** Of the three seconds, what a form may take, and what is left to find the words for one that failed. */
const SAVED_WITHIN_MS = 2_750;
const LAST_PATIENCE = { lookUpMs: 150, choiceMs: 150 };

/**
 * A listener for a form: what people wrote is committed first and acknowledged then. If it could not be, or nobody knows in time, the
 * form stays open with their text and says so at `field` (product: words are never lost).
 */
export function viewListener({ field, handle }: { field: string; handle: FormHandler }) {
  return async ({ ack, body, context }: Args): Promise<void> => {
    const ctx = contextOf(context);
    const who = whoOf(body);
    const known: { t?: Messages } = {};
    const sender = once(async () => {
      const actor = await findActor(ctx, who, PATIENCE);
      known.t = actor.t;
      return actor;
    });
    const save = async () => {
      const { outcome, after } = await handle({ ctx, who, findActor: sender, body });
      const response: Response =
        outcome.kind === 'errors' ? [renderErrors(outcome.errors, (await sender()).t)] : responseTo(outcome, body);
      return { response, after };
    };
    // What follows a form whose words are safe is made up for by the clock when it fails here.
    const conclude = (after: AfterAck | undefined) =>
      after?.().catch((err: unknown) => ctx.logger.warn({ err }, 'what follows a form was put off to the next tick'));
    const saving = save();
    let saved: Awaited<typeof saving>;
    try {
      saved = await within(SAVED_WITHIN_MS, saving);
    } catch (error) {
      const fields = { workspaceId: who.workspaceId, form: body.view.callback_id };
      ctx.logger.error({ err: error, ...fields }, 'a form was not saved');
      const { errors } = (known.t ?? (await findMessages(ctx, who, LAST_PATIENCE))).forms;
      await ack({ response_action: 'errors', errors: { [firstField(body, field)]: errors[reasonOf(error)] } });
      // It may be saved yet: a stop waits for it here, and what follows is done.
      if (error instanceof TookTooLong) {
        const late = await saving.catch((err: unknown) =>
          ctx.logger.warn({ err, ...fields }, 'nor was it saved later'),
        );
        await conclude(late?.after);
      }
      return;
    }
    await ack(...saved.response);
    await conclude(saved.after);
  };
}

function reasonOf(error: unknown): 'took_too_long' | 'database_gone' | 'something_wrong' {
  if (error instanceof TookTooLong) return 'took_too_long';
  return isDatabaseGone(error) ? 'database_gone' : 'something_wrong';
}

/** What `find` gives, asked for once. */
function once<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => {
    found ??= find();
    return found;
  };
}

type Response = [] | [ViewResponseAction];

function responseTo(outcome: Exclude<ViewOutcome, { kind: 'errors' }>, body: ViewSubmitAction): Response {
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
  }
}

/** Slack shows an error only at an input that the form has. */
function firstField(body: ViewSubmitAction, wanted: string): string {
  const inputs = body.view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  return inputs.find((id) => id === wanted) ?? inputs[0] ?? wanted;
}

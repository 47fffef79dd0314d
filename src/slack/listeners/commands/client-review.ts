import type { AllMiddlewareArgs, RespondFn, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { parseDaysOff } from '../../../domain/days-off.ts';
import { md } from '../../../domain/escaping.ts';
import { renderChannelRefusedReply } from '../../blocks/ephemeral/channel-refused.ts';
import { renderHelp } from '../../blocks/ephemeral/help.ts';
import { renderNotice } from '../../blocks/ephemeral/notice.ts';
import { renderUnknown } from '../../blocks/ephemeral/unknown.ts';
import type { RenderedMessage } from '../../blocks/rendered-message.ts';
import { renderRehearsalForm } from '../../blocks/views/rehearsal-form.ts';
import { parseCommand, type TypedCommand } from '../../parse/command.ts';
import { daysOffFieldError } from '../../parse/days-off-form.ts';
import { type Actor, findActor, findMessages } from '../actor.ts';
import { isDatabaseGone } from '../database-gone.ts';
import { buildDaysOffForm } from '../days-off.ts';
import { isTriggerGone } from '../interaction.ts';
import type { ListenerContext } from '../listener-context.ts';
import { managerRefusalText } from '../refusal-text.ts';
import { buildSettingsForm } from '../settings-form.ts';
import { openStartForm } from '../start-form.ts';
import { contextOf } from '../workspace-context.ts';
import { answerClient, openImport } from './client-setup.ts';
import { answerEvidence } from './evidence.ts';
import { answerExport, type Say } from './export.ts';
import { showPulse } from './pulse.ts';
import { listReviews, showStatus } from './standing.ts';

type Args = SlackCommandMiddlewareArgs & Pick<AllMiddlewareArgs, 'context'>;

/** `/client-review …`: a reply that only the person sees, or a form. Never silence. */
export async function clientReview({ ack, body, respond, context }: Args): Promise<void> {
  await ack();
  const ctx = contextOf(context);
  const typed = parseCommand(body);
  if (!typed) return;
  try {
    const actor = await findActor(ctx, { workspaceId: typed.teamId, userId: typed.userId });
    const reply = await answer(ctx, actor, { ...typed, say: (said) => send(respond, said) });
    if (reply) await send(respond, reply);
  } catch (error) {
    ctx.logger.error({ err: error, workspaceId: typed.teamId, subcommand: typed.subcommand.kind }, 'a command failed');
    const { refusals } = await findMessages(ctx, { workspaceId: typed.teamId, userId: typed.userId });
    await send(respond, renderNotice(isDatabaseGone(error) ? refusals.databaseGone : refusals.somethingWrong));
  }
}

async function answer(
  ctx: ListenerContext,
  actor: Actor,
  typed: TypedCommand & { readonly say: Say },
): Promise<RenderedMessage | null> {
  const { subcommand } = typed;
  const { t, isManager } = actor;
  switch (subcommand.kind) {
    case 'help':
      return renderHelp(t, { isManager });
    case 'unknown':
      return renderUnknown({ ...subcommand, isManager }, t);
    case 'list':
      return (await refuseHere(ctx, actor, typed)) ?? listReviews(ctx, actor);
    case 'status':
      return (await refuseHere(ctx, actor, typed)) ?? showStatus(ctx, actor, subcommand.clientName);
    case 'client':
      return (await refuseHere(ctx, actor, typed)) ?? answerClient(ctx, actor, { ...typed, ...subcommand });
    case 'evidence':
      return answerEvidence(ctx, actor, { ...typed, ...subcommand });
    case 'export':
      return (await refuseHere(ctx, actor, typed)) ?? answerExport(ctx, actor, { ...typed, ...subcommand });
    case 'importClients':
      return openImport(ctx, actor, typed);
    case 'pulse':
      return (isManager && (await refuseHere(ctx, actor, typed))) || showPulse(ctx, actor);
    case 'settings':
      return openForManager(ctx, actor, { ...typed, view: await buildSettingsForm(ctx, actor) });
    case 'rehearse':
      return openForManager(ctx, actor, { ...typed, view: renderRehearsalForm(t) });
    case 'away':
      return answerAway(ctx, actor, { ...typed, ...subcommand });
    case 'start': {
      const { channelId, triggerId } = typed;
      const isOpened = await openStartForm(ctx, actor, { channelId, triggerId, clientName: subcommand.clientName });
      return isOpened ? null : renderNotice(t.refusals.formTooSlow);
    }
  }
}

/** Client data is not shown where others could look over a shoulder; a direct message is one's own. */
async function refuseHere(
  ctx: ListenerContext,
  actor: Actor,
  { channelId }: TypedCommand,
): Promise<RenderedMessage | null> {
  const verdict = await ctx.guard.check(channelId);
  return verdict.ok || verdict.reason === 'direct_message' ? null : renderChannelRefusedReply(verdict.reason, actor.t);
}

/** `away`: the form, with the days that were typed; days that cannot be taken are named. */
async function answerAway(
  ctx: ListenerContext,
  actor: Actor,
  typed: TypedCommand & { readonly days: string | null },
): Promise<RenderedMessage | null> {
  const parsed = parseDaysOff(typed.days ?? '');
  if (!parsed.ok) return renderNotice(md`${daysOffFieldError(parsed, actor.t)}`);
  const [add] = parsed.daysOff;
  return openView(ctx, actor, { ...typed, view: await buildDaysOffForm(ctx, actor, add) });
}

async function openForManager(
  ctx: ListenerContext,
  actor: Actor,
  form: TypedCommand & { readonly view: ModalView },
): Promise<RenderedMessage | null> {
  return actor.isManager ? openView(ctx, actor, form) : renderNotice(managerRefusalText(actor));
}

/** Null when the form is open; else why it is not. */
async function openView(
  ctx: ListenerContext,
  actor: Actor,
  { triggerId, view }: TypedCommand & { readonly view: ModalView },
): Promise<RenderedMessage | null> {
  try {
    await ctx.slack.views.open({ trigger_id: triggerId, view });
    return null;
  } catch (error) {
    if (!isTriggerGone(error)) throw error;
    return renderNotice(actor.t.refusals.formTooSlow);
  }
}

async function send(respond: RespondFn, { text, blocks }: RenderedMessage): Promise<void> {
  await respond({ response_type: 'ephemeral', replace_original: false, text, blocks: [...blocks] });
}

import type { ModalView } from '@slack/types';
import type { Role } from '../../domain/answer.ts';
import { parseClientName } from '../../domain/client.ts';
import { type Mrkdwn, md } from '../../domain/escaping.ts';
import type { Invitee } from '../../domain/review-record.ts';
import { dateAfterWorkingDays } from '../../domain/schedule.ts';
import { renderLoadingView } from '../blocks/views/loading-view.ts';
import { renderMessageView } from '../blocks/views/message-view.ts';
import { renderStartForm, type StartFormModel } from '../blocks/views/start-form.ts';
import type { ChannelVerdict } from '../guard/classify-channel.ts';
import type { Actor } from './actor.ts';
import { isTriggerGone } from './interaction.ts';
import type { ListenerContext } from './listener-context.ts';
import { managerRefusalText } from './refusal-text.ts';

export type StartRequest = {
  readonly channelId: string;
  readonly triggerId: string;
  readonly clientName: string | null;
};

/** One working day for each of the four steps. */
const DEFAULT_WORKING_DAYS = 4;

/**
 * Opens the start form. Slack waits three seconds for a form, and the look-ups may take longer: a page that says so is opened at
 * once and replaced. False when the press was too old for Slack to open anything.
 */
export async function openStartForm(ctx: ListenerContext, actor: Actor, request: StartRequest): Promise<boolean> {
  let viewId: string | undefined;
  try {
    const opened = await ctx.slack.views.open({ trigger_id: request.triggerId, view: renderLoadingView(actor.t) });
    viewId = opened.view?.id;
  } catch (error) {
    if (!isTriggerGone(error)) throw error;
    return false;
  }
  if (viewId) await ctx.slack.views.update({ view_id: viewId, view: await buildStartView(ctx, actor, request) });
  return true;
}

/** The form, or why there is none here. */
export async function buildStartView(
  ctx: ListenerContext,
  actor: Actor,
  { channelId, clientName }: Omit<StartRequest, 'triggerId'>,
): Promise<ModalView> {
  const { t, workspaceId } = actor;
  const say = (text: Parameters<typeof renderMessageView>[0]['text']) =>
    renderMessageView({ title: t.refusals.title, text }, t);
  if (!actor.isManager) return say(managerRefusalText(actor));
  const verdict = await ctx.guard.check(channelId);
  if (!verdict.ok) return say(t.refusals.channel[verdict.reason]);
  const clients = await ctx.storage.forWorkspace(workspaceId).clients.list();
  const wanted = clientName === null ? undefined : findByName(clientName, clients);
  if (wanted?.status === 'parted') return say(md`${t.parting.refused.client_parted}`);
  const prefill = { client: prefillOf(clientName, clients), question: null, note: null };
  return buildStartForm(ctx, actor, { channelId, channel: verdict.channel, prefill });
}

/** What is filled in before the person sees the form. */
export type StartPrefill = {
  readonly client: StartFormModel['prefill'];
  readonly question: string | null;
  /** Said to this person alone. */
  readonly note: Mrkdwn | null;
};

type StartPlace = {
  readonly channelId: string;
  readonly channel: Extract<ChannelVerdict, { ok: true }>['channel'];
  readonly prefill: StartPrefill;
};

/** The start form for a channel that was found to be ours alone. */
export async function buildStartForm(
  ctx: ListenerContext,
  { t, settings, workspaceId }: Actor,
  { channelId, channel, prefill }: StartPlace,
): Promise<ModalView> {
  const stores = ctx.storage.forWorkspace(workspaceId);
  const { isPrivate, memberIds, leftOut } = channel;
  const { client } = prefill;
  const clients = (await stores.clients.list()).filter(({ status }) => status !== 'parted');
  const accountTeam = client && 'clientId' in client ? await stores.accountMembers.list(client.clientId) : [];
  const roles = await stores.participants.findRoles(memberIds);
  return renderStartForm(
    {
      channelId,
      isPublic: !isPrivate,
      openedAt: ctx.clock(),
      readers: isPrivate ? null : await ctx.directory.countFullMembers(),
      clients,
      prefill: client,
      question: prefill.question,
      note: prefill.note,
      ...startingTeam(accountTeam, memberIds, roles),
      leftOut,
      defaultDeadline: dateAfterWorkingDays(ctx.clock(), DEFAULT_WORKING_DAYS, settings),
    },
    t,
  );
}

/** The client's own people as far as they are in the channel; where there are none, everybody who is. */
function startingTeam(
  accountTeam: readonly Invitee[],
  memberIds: readonly string[],
  roles: ReadonlyMap<string, Role>,
): Pick<StartFormModel, 'team' | 'absent'> {
  const here = accountTeam.filter(({ userId }) => memberIds.includes(userId));
  const absent = accountTeam.filter(({ userId }) => !memberIds.includes(userId)).map(({ userId }) => userId);
  const everybody = memberIds.map((userId): Invitee => ({ userId, role: roles.get(userId) ?? 'other' }));
  return { team: here.length > 0 ? here : everybody, absent };
}

function prefillOf(typed: string | null, clients: readonly { id: string; name: string }[]): StartFormModel['prefill'] {
  if (typed === null) return null;
  const known = findByName(typed, clients);
  return known ? { clientId: known.id } : { newName: typed };
}

function findByName<C extends { readonly name: string }>(typed: string, clients: readonly C[]): C | undefined {
  const wanted = parseClientName(typed);
  return wanted.ok ? clients.find(({ name }) => keyOf(name) === wanted.nameKey) : undefined;
}

function keyOf(name: string): string | null {
  const parsed = parseClientName(name);
  return parsed.ok ? parsed.nameKey : null;
}

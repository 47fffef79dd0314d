import type { ModalView } from '@slack/types';
import { archiveClient as archive, restoreClient as restore } from '../../../usecases/archive-client.ts';
import { restoreButton } from '../../blocks/ephemeral/client-page.ts';
import { renderNotice } from '../../blocks/ephemeral/notice.ts';
import { moreLines } from '../../blocks/views/import-form.ts';
import { ACTIONS } from '../../ids.ts';
import { FIRST_TOKEN, parseImportId, tokenOfLines } from '../../parse/import-form.ts';
import { type ClientFormTarget, openClientForm } from '../client-form.ts';
import { clientPage } from '../client-page.ts';
import { linesAgain } from '../import-flow.ts';
import { replyTo } from '../interaction.ts';
import { managerRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';

/** *New client*, with the name that was typed. */
export function newClient(args: ActionArgs): Promise<void> {
  return openForm(args, { newName: args.value ?? null });
}

/** *Edit*. */
export function editClient(args: ActionArgs): Promise<void> {
  return openForm(args, { clientId: args.value ?? '' });
}

async function openForm({ ctx, actor, body }: ActionArgs, target: ClientFormTarget): Promise<void> {
  // In place of the page it is pressed on, which would be out of date after it.
  const inPlaceOf = body.view?.type === 'modal' ? body.view.id : undefined;
  const isOpened = await openClientForm(ctx, actor, { triggerId: body.trigger_id, target, inPlaceOf });
  if (!isOpened) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}

/** One of the clients that may have been meant. */
export async function showClient({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  if (!actor.isManager) return replyTo(ctx, body, { text: managerRefusalText(actor) });
  const client = await ctx.storage.forWorkspace(actor.workspaceId).clients.findProfile(value ?? '');
  if (!client) return replyTo(ctx, body, { text: actor.t.forms.errors.client_unknown });
  await replyTo(ctx, body, await clientPage(ctx, actor, client));
}

/** *Archive*, once confirmed; the reply can take it back. */
export async function archiveClient({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { workspaceId, userId, t } = actor;
  if (!actor.isManager) return replyTo(ctx, body, { text: managerRefusalText(actor) });
  const clientId = value ?? '';
  const result = await archive(ctx, { workspaceId, userId, clientId });
  if (!result.ok) return replyTo(ctx, body, { text: t.forms.errors.client_unknown });
  await replyTo(ctx, body, renderNotice(t.clientSetup.done.archived(result.name), [restoreButton(clientId, t)]));
}

/** *Restore*. */
export async function restoreClient({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { workspaceId, userId, t } = actor;
  if (!actor.isManager) return replyTo(ctx, body, { text: managerRefusalText(actor) });
  const result = await restore(ctx, { workspaceId, userId, clientId: value ?? '' });
  const text = result.ok ? t.clientSetup.done.restored(result.name) : t.forms.errors.client_unknown;
  await replyTo(ctx, body, { text });
}

/** *More room*: further fields below those there are; Slack keeps what was typed into those. */
export async function importMore({ ctx, actor, body }: ActionArgs): Promise<void> {
  const { view } = body;
  if (!view) return;
  const tokens = view.blocks.flatMap(({ block_id: id }) => tokenOfLines(id) ?? []);
  const lines = { token: tokens[0] ?? FIRST_TOKEN, count: tokens.length };
  const kept = view.blocks.filter(({ block_id: id }) => id !== ACTIONS.importMore) as ModalView['blocks'];
  const { callback_id, private_metadata, title, submit, close } = view as unknown as ModalView;
  const blocks = [...kept, ...moreLines(lines, actor.t)];
  const more = { callback_id, private_metadata, title, submit, close, blocks } as Omit<ModalView, 'type'>;
  await ctx.slack.views.update({ view_id: view.id, view: { type: 'modal', ...more } });
}

/** *Back to the lines*: the form again, with the lines that the preview was about. */
export async function importBack({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const importId = parseImportId(value);
  if (!body.view || importId === null || !actor.isManager) return;
  await ctx.slack.views.update({ view_id: body.view.id, view: await linesAgain(ctx, actor, importId) });
}

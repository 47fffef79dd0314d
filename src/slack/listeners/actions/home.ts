import type { ModalView } from '@slack/types';
import { LANGUAGES } from '../../../domain/language.ts';
import { type ClientPage, readClientPage } from '../../../usecases/read-client-page.ts';
import { endOwnPause } from '../../../usecases/save-days-off.ts';
import { saveOwnLanguage } from '../../../usecases/save-own-language.ts';
import { AS_IN_SLACK } from '../../blocks/home/own-settings.ts';
import { renderClientView } from '../../blocks/views/client-view.ts';
import { renderImportForm } from '../../blocks/views/import-form.ts';
import { VIEWS } from '../../ids.ts';
import { parseListTarget } from '../../list-target.ts';
import { FIRST_TOKEN } from '../../parse/import-form.ts';
import { followGroupNow } from '../follow-group.ts';
import { openForm, replyTo, showView } from '../interaction.ts';
import { findListPage } from '../list-pages.ts';
import { managerRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';
import { buildSettingsForm } from '../settings-form.ts';
import { showClientChart, updateShown } from '../show-client-chart.ts';
import { updateView } from '../show-desk.ts';

/** *Open*: the page of a client, at once; then with its chart, and the team as its user group has it now, since an event may have been missed. */
export async function openClientPage({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { t, workspaceId } = actor;
  if (!actor.isManager) return replyTo(ctx, body, { text: managerRefusalText(actor) });
  const read = () => readClientPage(ctx, { workspaceId, clientId: value ?? '' });
  const page = await read();
  if (!page) return replyTo(ctx, body, { text: t.forms.errors.client_unknown });
  const shown = await showView(ctx, body, renderClientView(page, t));
  if (shown === null) return replyTo(ctx, body, { text: t.refusals.formTooSlow });
  const now = await withTeamOfNow(page, { read, follow: (groupId) => followGroupNow(ctx, { workspaceId, groupId }) });
  const updated = now === page ? shown : await updateShown(ctx, shown, renderClientView(now, t));
  if (updated) await showClientChart(ctx, actor, { shown: updated, page: now });
}

type Following = {
  readonly read: () => Promise<ClientPage | null>;
  readonly follow: (groupId: string) => Promise<unknown>;
};

/** The page with the team as its user group has it now; the same page where nothing is different. */
async function withTeamOfNow(page: ClientPage, { read, follow }: Following): Promise<ClientPage> {
  const { userGroup } = page.client;
  if (userGroup === null) return page;
  await follow(userGroup.id);
  const now = await read();
  return now && JSON.stringify(now.client) !== JSON.stringify(page.client) ? now : page;
}

/** *Show all*, *Previous* and *Next*: a page of a list, in place of another page of it. */
export async function openList({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { t } = actor;
  const target = parseListTarget(value);
  if (!target) return replyTo(ctx, body, { text: t.refusals.oldButton });
  const view = await findListPage(ctx, actor, target);
  if (!view)
    return replyTo(ctx, body, { text: actor.isManager ? t.forms.errors.client_unknown : managerRefusalText(actor) });
  if (body.view?.callback_id === VIEWS.list) return updateView(ctx, body.view.id, view);
  if (!(await openForm(ctx, body, view))) await replyTo(ctx, body, { text: t.refusals.formTooSlow });
}

/** *Settings*, of the workspace. */
export function openSettings(args: ActionArgs): Promise<void> {
  return openForManager(args, () => buildSettingsForm(args.ctx, args.actor));
}

/** *Import*. */
export function openImportForm(args: ActionArgs): Promise<void> {
  return openForManager(args, async () =>
    renderImportForm({ text: '', token: FIRST_TOKEN, notices: [], wrong: [] }, args.actor.t),
  );
}

async function openForManager({ ctx, actor, body }: ActionArgs, build: () => Promise<ModalView>): Promise<void> {
  if (!actor.isManager) return replyTo(ctx, body, { text: managerRefusalText(actor) });
  if (!(await openForm(ctx, body, await build()))) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}

/** The language in which this person is spoken with; the Home follows. */
export async function chooseLanguage({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const language = LANGUAGES.find((one) => one === value) ?? null;
  if (language === null && value !== AS_IN_SLACK) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  await saveOwnLanguage(ctx, { workspaceId: actor.workspaceId, userId: actor.userId, language });
}

/** *End the pause*; the Home follows. */
export async function resume({ ctx, actor }: ActionArgs): Promise<void> {
  await endOwnPause(ctx, { workspaceId: actor.workspaceId, userId: actor.userId });
}

import type { ModalView } from '@slack/types';
import { COLUMNS } from '../../../domain/client-row.ts';
import { md } from '../../../domain/escaping.ts';
import { findWrongEncoding } from '../../../domain/text-encoding.ts';
import { renderMessageView } from '../../blocks/views/message-view.ts';
import { FIELDS } from '../../ids.ts';
import { type ClientTable, parseClientTable } from '../../parse/client-table.ts';
import { FIRST_TOKEN, parseImportId, readImportForm } from '../../parse/import-form.ts';
import type { Actor } from '../actor.ts';
import { formAgain, importedView, type Pasted, previewView } from '../import-flow.ts';
import { managerRefusal } from '../refusal-text.ts';
import type { ViewArgs, ViewHandler } from '../view-listener.ts';

/**
 * *Check*: lines that are no table are refused at their field. A table is kept, so that nothing of it is lost, and read against the
 * workspace after the acknowledgement: Slack may take longer to say who there is than it waits for an answer itself.
 */
export const importHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const { t, workspaceId, userId } = actor;
  const texts = t.clientSetup.import;
  const { fields, text } = readImportForm(body.view);
  const [field = FIELDS.lines(FIRST_TOKEN, 1)] = fields;
  const refuse = (why: string) => ({ outcome: { kind: 'texts' as const, texts: { [field]: why } } });
  if (!actor.isManager) return refuse(t.forms.errors[managerRefusal(actor)]);
  if (text === null) return refuse(t.forms.errors.import_empty);
  const encoding = findWrongEncoding(text);
  if (encoding !== null) return refuse(texts.encoding[encoding]);
  const table = parseClientTable(text);
  if (!table.ok) return refuse(tableRefusal(table, actor));
  const stores = ctx.storage.forWorkspace(workspaceId);
  const importId = await stores.clientImports.save({ userId, text, createdAt: ctx.clock() });
  return {
    outcome: { kind: 'view', view: wait(texts.working, actor) },
    after: () => replaceView({ ctx, actor, body }, { importId, text }, previewView),
  };
};

/** *Import*, below the preview. The lines are read again: people and clients may have changed since. */
export const importPreviewHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const { t, workspaceId, userId } = actor;
  const texts = t.clientSetup.import;
  const importId = parseImportId(body.view.private_metadata);
  const stores = ctx.storage.forWorkspace(workspaceId);
  const text = importId && actor.isManager ? await stores.clientImports.find(importId, userId) : null;
  if (!importId || text === null)
    return { outcome: { kind: 'view', view: renderMessageView({ title: texts.title, text: texts.gone }, t) } };
  return {
    outcome: { kind: 'view', view: wait(texts.saving, actor) },
    after: () => replaceView({ ctx, actor, body }, { importId, text }, importedView),
  };
};

function wait(text: string, { t }: Pick<Actor, 't'>): ModalView {
  return renderMessageView({ title: t.clientSetup.import.title, text: md`${text}` }, t);
}

/** Puts the result in the place of the page that asked to wait; when it fails, the form with the lines, so that they are not lost. */
async function replaceView(
  { ctx, actor, body }: ViewArgs,
  pasted: Pasted,
  build: typeof previewView | typeof importedView,
): Promise<void> {
  const view = await build(ctx, actor, pasted).catch((err: unknown) => {
    ctx.logger.error({ err, workspaceId: actor.workspaceId }, 'an import failed; nothing of it was saved');
    return formAgain(pasted, { notices: [actor.t.clientSetup.import.failed] }, actor);
  });
  await ctx.slack.views.update({ view_id: body.view.id, view });
}

function tableRefusal(table: Extract<ClientTable, { ok: false }>, { t }: Actor): string {
  const texts = t.clientSetup.import;
  switch (table.reason) {
    case 'wrong_column':
      return texts.wrongColumn({ column: table.column, known: COLUMNS.map((one) => texts.columns[one]).join(', ') });
    case 'column_twice':
      return texts.columnTwice(table.column);
    default:
      return t.forms.errors[`import_${table.reason}`];
  }
}

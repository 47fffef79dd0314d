import type { ModalView } from '@slack/types';
import type { Mrkdwn } from '../../domain/escaping.ts';
import { importClients, previewImport } from '../../usecases/import-clients.ts';
import { renderImportForm, type WrongLine } from '../blocks/views/import-form.ts';
import { countsOf, renderImportPreview } from '../blocks/views/import-preview.ts';
import { renderMessageView } from '../blocks/views/message-view.ts';
import { parseClientTable } from '../parse/client-table.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';
import { type ReadTable, readImport } from './read-import.ts';

/** Pasted lines, and the id under which they are kept. */
export type Pasted = { readonly importId: string; readonly text: string };

/** What the import would do; where no line can be imported, the form again with what is wrong. */
export async function previewView(ctx: ListenerContext, actor: Actor, { importId, text }: Pasted): Promise<ModalView> {
  const { t, workspaceId } = actor;
  const read = await readImport(ctx, workspaceId, tableOf(text));
  if (!read.ok) return formAgain({ importId, text }, { notices: [t.clientSetup.import.peopleUnreadable] }, actor);
  const plan = await previewImport(ctx, { workspaceId, rows: read.rows });
  if (plan.created.length + plan.changed.length > 0)
    return renderImportPreview({ importId, plan, wrong: read.wrong }, t);
  // Nothing to import: the lines are in the form again, or not needed any more.
  await ctx.storage.forWorkspace(workspaceId).clientImports.remove(importId, actor.userId);
  if (read.wrong.length === 0) return says(t.clientSetup.import.nothing, actor);
  return formAgain(
    { importId, text },
    { notices: [t.clientSetup.import.mend(read.wrong.length)], wrong: read.wrong },
    actor,
  );
}

/** Imports the lines and says what came of it; those that could not be imported come back, under the names of the columns, to be mended. */
export async function importedView(ctx: ListenerContext, actor: Actor, { importId, text }: Pasted): Promise<ModalView> {
  const { t, workspaceId, userId } = actor;
  const texts = t.clientSetup.import;
  const table = tableOf(text);
  const read = await readImport(ctx, workspaceId, table);
  if (!read.ok) return formAgain({ importId, text }, { notices: [texts.peopleUnreadable] }, actor);
  const result = await importClients(ctx, { workspaceId, userId, importId, rows: read.rows });
  if (!result.ok) return says(texts.gone, actor);
  const saved = texts.saved(countsOf(result.plan));
  if (read.wrong.length === 0) return says(saved, actor);
  const left = [table.heading, ...read.wrong.map(({ raw }) => raw)].join('\n');
  return formAgain(
    { importId, text: left },
    { notices: [saved, texts.mend(read.wrong.length)], wrong: renumbered(read.wrong) },
    actor,
  );
}

/** The form with the lines of a preview and what is wrong with them. */
export async function linesAgain(ctx: ListenerContext, actor: Actor, importId: string): Promise<ModalView> {
  const { t, workspaceId, userId } = actor;
  const text = await ctx.storage.forWorkspace(workspaceId).clientImports.find(importId, userId);
  if (text === null) return says(t.clientSetup.import.gone, actor);
  const read = await readImport(ctx, workspaceId, tableOf(text));
  const wrong = read.ok ? read.wrong : [];
  return formAgain({ importId, text }, { wrong }, actor);
}

/** The form with these lines and what is to be said above them. */
export function formAgain(
  { importId, text }: Pasted,
  { notices = [], wrong = [] }: { readonly notices?: readonly Mrkdwn[]; readonly wrong?: readonly WrongLine[] },
  { t }: Pick<Actor, 't'>,
): ModalView {
  return renderImportForm({ text, token: importId.replaceAll('-', ''), notices, wrong }, t);
}

function says(text: Mrkdwn, { t }: Pick<Actor, 't'>): ModalView {
  return renderMessageView({ title: t.clientSetup.import.title, text }, t);
}

/** The lines were read as a table before they were kept. */
function tableOf(text: string): ReadTable {
  const table = parseClientTable(text);
  if (!table.ok) throw new Error(`lines kept for an import are no table any more: ${table.reason}`);
  return table;
}

/** The numbers that the lines have when nothing but the names of the columns stands above them. */
function renumbered(wrong: readonly (WrongLine & { raw: string })[]): WrongLine[] {
  let next = 2;
  return wrong.map((one) => {
    const line = next;
    next += one.raw.split('\n').length;
    return { ...one, line };
  });
}

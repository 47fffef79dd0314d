import { type ImportPlan, type ImportRow, planImport } from '../domain/client-import.ts';
import { nameKeyOf } from '../domain/match-clients.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { auditChange, createClient, storeFields } from './save-client.ts';

type Rows = { readonly workspaceId: string; readonly rows: readonly ImportRow[] };

/** What importing these lines would do; nothing is saved. */
export function previewImport(deps: Pick<Deps, 'storage'>, { workspaceId, rows }: Rows): Promise<ImportPlan> {
  return readPlan(deps.storage.forWorkspace(workspaceId), rows);
}

export type ImportResult =
  | { readonly ok: true; readonly plan: ImportPlan }
  /** The import was done already, or the lines are older than a day. */
  | { readonly ok: false; readonly reason: 'import_gone' };

/**
 * Imports the lines, all of them or, when something fails, none. `importId` are the pasted lines they came from, deleted here: of two
 * presses of the button one imports. What would be done is planned anew, so that the figures told are those of what was done.
 */
export async function importClients(
  deps: Deps,
  { workspaceId, userId, importId, rows }: Rows & { readonly userId: string; readonly importId: string },
): Promise<ImportResult> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<ImportResult> => {
    if (!(await stores.clientImports.remove(importId, userId))) return { ok: false, reason: 'import_gone' };
    await lockClients(stores, rows);
    const plan = await readPlan(stores, rows);
    for (const fields of plan.created) {
      const clientId = await createClient(stores, fields);
      if (clientId === null) throw new Error('a client of that name was added a moment ago: import the lines again');
      await auditChange(deps, stores, { userId, clientId, before: null, after: fields });
    }
    for (const { client, fields } of plan.changed) {
      await storeFields(stores, client.id, fields);
      await auditChange(deps, stores, { userId, clientId: client.id, before: client, after: fields });
    }
    await stores.audit.add({
      actorId: userId,
      action: 'clients_imported',
      subject: importId,
      details: { created: plan.created.length, changed: plan.changed.length, unchanged: plan.unchanged.length },
      at: deps.clock(),
    });
    return { ok: true, plan };
  });
}

/** Holds the clients of the lines, in the order of their ids, so that nobody changes one between the plan and its saving. */
async function lockClients(stores: Stores, rows: readonly ImportRow[]): Promise<void> {
  const keys = new Set(rows.map(({ nameKey }) => nameKey));
  const clients = await stores.clients.listProfiles();
  const ids = clients.filter(({ name }) => keys.has(nameKeyOf(name) ?? '')).map(({ id }) => id);
  for (const id of ids.sort()) await stores.clients.lock(id);
}

async function readPlan(
  stores: Pick<Stores, 'clients' | 'participants'>,
  rows: readonly ImportRow[],
): Promise<ImportPlan> {
  const clients = await stores.clients.listProfiles();
  const byKey = new Map(clients.map((client) => [nameKeyOf(client.name) ?? client.id, client]));
  const people = rows.flatMap(({ team }) => (team ?? []).map(({ userId }) => userId));
  return planImport(rows, byKey, await stores.participants.findRoles([...new Set(people)]));
}

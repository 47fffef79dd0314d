import { parseClientName } from '../domain/client.ts';
import {
  type ClientField,
  type ClientFields,
  type ClientProfile,
  changedFields,
  emptyFields,
  type FieldMarks,
  followGroup,
  planEdit,
} from '../domain/client-profile.ts';
import type { Stores } from '../storage/storage.ts';
import { markOf } from './client-marks.ts';
import type { Deps } from './deps.ts';

/** What a manager sent. `groupMemberIds`: who of the user group can be in a team; null where the team follows none, or it is gone. */
export type SaveClient = {
  readonly workspaceId: string;
  readonly userId: string;
  readonly fields: ClientFields;
  readonly groupMemberIds: readonly string[] | null;
  /** Null: a new client. Otherwise which one, and the marks of what the form showed. */
  readonly edited: { readonly clientId: string; readonly read: FieldMarks } | null;
};

export type SaveClientResult =
  | { readonly ok: true; readonly clientId: string }
  | { readonly ok: false; readonly reason: 'client_not_found' | 'name_taken' | 'name_taken_archived' }
  | {
      readonly ok: false;
      readonly reason: 'changed_meanwhile';
      readonly clashes: readonly ClientField[];
      readonly current: ClientProfile;
      /** What the form is to show now: the person's own, and what others changed elsewhere. */
      readonly merged: ClientFields;
    };

/**
 * Adds a client or changes one, with its team, in one transaction. The last one to save a field wins, but never unseen: a field that
 * somebody else changed while the form was open is reported, and nothing is saved. The caller has made sure that the person is a
 * manager and that everybody named can be asked.
 */
export async function saveClient(deps: Deps, input: SaveClient): Promise<SaveClientResult> {
  const { edited } = input;
  return deps.storage.forWorkspace(input.workspaceId).transaction(async (stores): Promise<SaveClientResult> => {
    if (edited === null) return addClient(deps, stores, input);
    const current = (await stores.clients.lock(edited.clientId))
      ? await stores.clients.findProfile(edited.clientId)
      : null;
    if (!current) return { ok: false, reason: 'client_not_found' };
    const plan = planEdit({ current, edited: input.fields, read: edited.read, markOf });
    if (plan.clashes.length > 0)
      return { ok: false, reason: 'changed_meanwhile', clashes: plan.clashes, current, merged: plan.fields };
    const taken = await findNameTaken(stores, plan.fields.name, current.id);
    if (taken) return taken;
    const fields = await withGroup(stores, plan.fields, input.groupMemberIds);
    await storeFields(stores, current.id, fields);
    await auditChange(deps, stores, { ...input, clientId: current.id, before: current, after: fields });
    return { ok: true, clientId: current.id };
  });
}

async function addClient(deps: Deps, stores: Stores, input: SaveClient): Promise<SaveClientResult> {
  const fields = await withGroup(stores, input.fields, input.groupMemberIds);
  const clientId = await createClient(stores, fields);
  if (clientId === null) return (await findNameTaken(stores, fields.name, null)) ?? { ok: false, reason: 'name_taken' };
  await auditChange(deps, stores, { ...input, clientId, before: null, after: fields });
  return { ok: true, clientId };
}

async function findNameTaken(
  stores: Stores,
  name: string,
  ownId: string | null,
): Promise<Extract<SaveClientResult, { reason: 'name_taken' | 'name_taken_archived' | 'client_not_found' }> | null> {
  const other = await stores.clients.findByNameKey(nameKey(name));
  if (!other || other.id === ownId) return null;
  return { ok: false, reason: other.isArchived ? 'name_taken_archived' : 'name_taken' };
}

/** The people named, and the members of the user group beside them. */
async function withGroup(
  stores: Stores,
  fields: ClientFields,
  memberIds: readonly string[] | null,
): Promise<ClientFields> {
  if (fields.userGroup === null)
    return { ...fields, team: fields.team.map((person) => ({ ...person, isFromGroup: false })) };
  if (memberIds === null) return fields;
  const members = new Set(memberIds);
  const named = fields.team.map((person) => ({ ...person, isFromGroup: members.has(person.userId) }));
  return { ...fields, team: followGroup(named, memberIds, await stores.participants.findRoles(memberIds)) };
}

/** Adds the client with its team; null when the name is taken. */
export async function createClient(stores: Stores, fields: ClientFields): Promise<string | null> {
  const clientId = await stores.clients.create({ ...fields, nameKey: nameKey(fields.name) });
  if (clientId !== null) await stores.accountMembers.replace(clientId, fields.team);
  return clientId;
}

/** Changes the client and its team to what `fields` say. */
export async function storeFields(stores: Stores, clientId: string, fields: ClientFields): Promise<void> {
  await stores.clients.save(clientId, { ...fields, nameKey: nameKey(fields.name) });
  await stores.accountMembers.replace(clientId, fields.team);
}

/** Says which fields changed, and the name before and after: what a rename was is asked for later. Nothing where nothing changed. */
export async function auditChange(
  deps: Pick<Deps, 'clock'>,
  stores: Stores,
  change: {
    readonly userId: string;
    readonly clientId: string;
    readonly before: ClientFields | null;
    readonly after: ClientFields;
  },
): Promise<void> {
  const { before, after } = change;
  const changed = changedFields(before ?? emptyFields(''), after);
  if (changed.length === 0) return;
  await stores.audit.add({
    actorId: change.userId,
    action: before === null ? 'client_created' : 'client_changed',
    subject: change.clientId,
    details: {
      fields: changed.join(','),
      name: after.name,
      ...(before !== null && before.name !== after.name ? { nameBefore: before.name } : {}),
    },
    at: deps.clock(),
  });
}

function nameKey(name: string): string {
  const parsed = parseClientName(name);
  if (!parsed.ok)
    throw new Error(`a client cannot be called that (${parsed.reason}): read the name with parseClientName`);
  return parsed.nameKey;
}

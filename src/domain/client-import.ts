import type { Role } from './answer.ts';
import {
  type AccountMember,
  type ClientField,
  type ClientFields,
  type ClientProfile,
  changedFields,
  emptyFields,
} from './client-profile.ts';

/** A line whose people and channel were found. What is absent changes nothing. */
export type ImportRow = {
  readonly line: number;
  readonly name: string;
  readonly nameKey: string;
  readonly fields: Partial<Omit<ClientFields, 'name' | 'team' | 'userGroup'>>;
  readonly team: readonly { readonly userId: string; readonly role: Role | null }[] | null;
};

export type PlannedChange = {
  readonly client: ClientProfile;
  readonly fields: ClientFields;
  readonly changed: readonly ClientField[];
};

/** What an import would do. */
export type ImportPlan = {
  readonly created: readonly ClientFields[];
  readonly changed: readonly PlannedChange[];
  /** Names of clients that are already as their line says. */
  readonly unchanged: readonly string[];
};

/**
 * What importing these lines would do to the clients there are, found by the key of their names. Lines of archived clients and second
 * lines of one client are refused before. A person without a role keeps the one they have in the team, else the one they had last.
 */
export function planImport(
  rows: readonly ImportRow[],
  clients: ReadonlyMap<string, ClientProfile>,
  knownRoles: ReadonlyMap<string, Role>,
): ImportPlan {
  const created: ClientFields[] = [];
  const changed: PlannedChange[] = [];
  const unchanged: string[] = [];
  for (const row of rows) {
    const client = clients.get(row.nameKey);
    const before: ClientFields = client ?? emptyFields(row.name);
    const after: ClientFields = { ...before, ...row.fields, team: teamAfter(row, before, knownRoles) };
    const differs = changedFields(before, after);
    if (!client) created.push(after);
    else if (differs.length > 0) changed.push({ client, fields: after, changed: differs });
    else unchanged.push(client.name);
  }
  return { created, changed, unchanged };
}

/** The people of the line, and those whom the client's user group brings. */
function teamAfter(
  { team }: ImportRow,
  before: ClientFields,
  knownRoles: ReadonlyMap<string, Role>,
): readonly AccountMember[] {
  if (team === null) return before.team;
  const current = new Map(before.team.map((person) => [person.userId, person]));
  const named = team.map(({ userId, role }): AccountMember => {
    const known = current.get(userId);
    return {
      userId,
      role: role ?? known?.role ?? knownRoles.get(userId) ?? 'other',
      isFromGroup: known?.isFromGroup ?? false,
    };
  });
  const listed = new Set(named.map(({ userId }) => userId));
  return [...named, ...before.team.filter(({ userId, isFromGroup }) => isFromGroup && !listed.has(userId))];
}

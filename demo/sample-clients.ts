import { emptyFields } from '../src/domain/client-profile.ts';
import type { Deps } from '../src/usecases/deps.ts';
import { saveClient } from '../src/usecases/save-client.ts';
import { EVERYBODY, PEOPLE, type PersonName, TEAM_ID } from './sample-agency.ts';

export type SampleClient = {
  readonly name: string;
  readonly team: readonly PersonName[];
  /** Of the contract, where it says so. */
  readonly noticeDays?: number;
};

/** The agency's clients with their account teams; Mara manages all three. */
export const SAMPLE_CLIENTS = [
  { name: 'Northwind', team: EVERYBODY },
  { name: 'Contoso', team: ['mara', 'omar', 'lena', 'tom', 'ira'] },
  { name: 'Fabrikam', team: ['mara', 'omar', 'tom', 'ira', 'jonas'], noticeDays: 30 },
] as const satisfies readonly SampleClient[];

export type SampleClientName = (typeof SAMPLE_CLIENTS)[number]['name'];
export type ClientIds = Readonly<Record<SampleClientName, string>>;

/** Sets the sample clients up as a manager would. */
export async function addSampleClients(deps: Deps): Promise<ClientIds> {
  const ids: Partial<Record<SampleClientName, string>> = {};
  for (const client of SAMPLE_CLIENTS) ids[client.name] = await addClient(deps, client);
  return ids as ClientIds;
}

/** Sets one client up and gives its id. */
export async function addClient(deps: Deps, { name, team, noticeDays }: SampleClient): Promise<string> {
  const saved = await saveClient(deps, {
    ...{ workspaceId: TEAM_ID, userId: PEOPLE.mara.id, groupMemberIds: null, edited: null },
    fields: {
      ...emptyFields(name),
      team: team.map((person) => ({ userId: PEOPLE[person].id, role: PEOPLE[person].role, isFromGroup: false })),
      managerIds: [PEOPLE.mara.id],
      noticeDays: noticeDays ?? null,
    },
  });
  if (!saved.ok) throw new Error(`the sample client ${name} was refused: ${saved.reason}`);
  return saved.clientId;
}

import { isClientManager } from '../domain/client-managers.ts';
import type { ClientProfile } from '../domain/client-profile.ts';
import type { ClientRecord } from '../domain/export/client-record.ts';
import { type ClientExport, peopleIn, planClientExport } from '../domain/export/plan-client-export.ts';
import { type ClientMatch, matchClients } from '../domain/match-clients.ts';
import type { Member } from '../domain/member.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import type { PulseDeps } from './pulse-people.ts';

/** Who asks, and whether they manage the workspace. */
export type ExportAsker = { readonly workspaceId: string; readonly member: Member; readonly isManager: boolean };

export type ClientToExport =
  | { readonly ok: true; readonly match: ClientMatch<ClientProfile> }
  /** They manage neither the workspace nor any client. */
  | { readonly ok: false; readonly reason: 'not_manager' };

/**
 * The clients that somebody may have meant, archived ones included, among those that they manage: of others they learn not even that
 * there are such clients.
 */
export async function findClientToExport(
  deps: Pick<Deps, 'storage'>,
  { typed, ...asker }: ExportAsker & { readonly typed: string },
): Promise<ClientToExport> {
  const profiles = await deps.storage.forWorkspace(asker.workspaceId).clients.listProfiles();
  const own = profiles.filter((client) => mayExport(asker, client));
  if (own.length === 0 && !asker.isManager) return { ok: false, reason: 'not_manager' };
  return { ok: true, match: matchClients(typed, own) };
}

export type ClientExportResult =
  | { readonly ok: true; readonly record: ClientExport }
  | { readonly ok: false; readonly reason: 'client_not_found' | 'not_manager' };

/**
 * Everything that is kept of a client and may leave the workspace, with the names of the people in it; that it was asked for is in the
 * audit log. For managers of the workspace and of this client.
 */
export async function readClientExport(
  deps: PulseDeps,
  { clientId, ...asker }: ExportAsker & { readonly clientId: string },
): Promise<ClientExportResult> {
  const { workspaceId, member } = asker;
  const stores = deps.storage.forWorkspace(workspaceId);
  const record = await readRecord(deps, stores, clientId);
  if (record === null) return { ok: false, reason: 'client_not_found' };
  if (!mayExport(asker, record.client)) return { ok: false, reason: 'not_manager' };
  const exported = planClientExport(record);
  const names = await findNames(deps, peopleIn(exported));
  const details = { reviews: exported.reviews.length, evidence: exported.evidence.length };
  await stores.audit.add({
    ...{ actorId: member.id, action: 'client_exported', subject: clientId, details, at: record.exportedAt },
  });
  return { ok: true, record: { ...exported, names } };
}

function mayExport({ member, isManager }: ExportAsker, client: Pick<ClientProfile, 'managerIds'>): boolean {
  return isManager || isClientManager(member, client);
}

/** Null for an id that is no client's, or a rehearsal's. */
async function readRecord(deps: Deps, stores: Stores, clientId: string): Promise<ClientRecord | null> {
  const client = await stores.clients.find(clientId);
  const profile = client && (await stores.clients.findProfile(clientId));
  if (!client || !profile) return null;
  const [settings, intake, reviews, partings, evidence, weeks] = await Promise.all([
    stores.workspace.findOrCreate(deps.defaults),
    stores.intakes.find(clientId),
    stores.clientRecords.listReviews(clientId),
    stores.clientRecords.listPartings(clientId),
    stores.evidence.list(clientId),
    stores.health.listWeeks(clientId),
  ]);
  return {
    ...{ client: { ...profile, revenueShare: client.revenueShare }, usualCurrency: settings.currency },
    ...{ timeZone: settings.timeZone, exportedAt: deps.clock(), intake: intake?.intake ?? null },
    ...{ reviews, partings, evidence, weeks },
  };
}

async function findNames({ findMembers }: PulseDeps, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const members = await findMembers(ids);
  return new Map(ids.map((id, at) => [id, members[at]?.name ?? id]));
}

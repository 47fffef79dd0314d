import type { ClientProfile } from '../domain/client-profile.ts';
import { type Alert, mostSeriousFirst } from '../domain/health-alert.ts';
import { type NamedInPulse, namedInPulse } from '../domain/named-in-pulse.ts';
import type { Deps } from './deps.ts';

/** What managers are told of a client's week. */
export type ClientAlert = {
  readonly client: ClientProfile;
  readonly week: number;
  /** Most serious first; none where nothing was raised. */
  readonly alerts: readonly Alert[];
  /** How many of those asked answered; null while somebody still may. */
  readonly answered: { readonly respondents: number; readonly asked: number } | null;
  readonly named: NamedInPulse;
};

/** What was raised and named about a client in a week; null when the client is gone. */
export async function readAlert(
  { storage }: Pick<Deps, 'storage'>,
  { workspaceId, clientId, week }: { workspaceId: string; clientId: string; week: number },
): Promise<ClientAlert | null> {
  const stores = storage.forWorkspace(workspaceId);
  // A rehearsal's client is nobody's to look at here.
  const client = (await stores.clients.find(clientId)) && (await stores.clients.findProfile(clientId));
  if (!client) return null;
  const raised = (await stores.health.listAlerts(clientId)).filter((one) => one.week === week);
  const alerts = mostSeriousFirst(raised.map(({ alert }) => alert));
  const closed = (await stores.health.listWeeks(clientId)).find((one) => one.week === week) ?? null;
  const answered = closed && { respondents: closed.respondents, asked: closed.asked };
  return { client, week, alerts, answered, named: namedInPulse(closed, alerts) };
}

import { type Alert, alertsToSend } from '../domain/health-alert.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';

/**
 * Notes those alerts of a client that may be sent now: at most one of a condition in 14 days (method 7). Inside a transaction that holds
 * the client, so that two at once raise one. Their messages follow, see tell-alerts.ts.
 */
export async function raiseAlerts(
  deps: Pick<Deps, 'clock'>,
  stores: Stores,
  { clientId, week, alerts }: { clientId: string; week: number; alerts: readonly Alert[] },
): Promise<void> {
  if (alerts.length === 0) return;
  const now = deps.clock();
  for (const alert of alertsToSend(alerts, await stores.health.listAlerts(clientId), now))
    await stores.health.addAlert({ clientId, condition: alert.condition, week, alert, at: now });
}

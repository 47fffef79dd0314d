import { purposeOf } from '../domain/post.ts';
import type { Deps } from './deps.ts';
import { oweAlert } from './tell-alerts.ts';

export type DismissResult = { readonly ok: true } | { readonly ok: false; readonly reason: 'not_told' };

/**
 * *Not now*, from a manager who was told of a client's week: their own message then says so, those of other managers stay as they
 * are. Alerts that come later in the same week bring its buttons back. A second press changes nothing.
 */
export function dismissAlert(
  deps: Pick<Deps, 'storage' | 'clock'>,
  { workspaceId, userId, clientId, week }: { workspaceId: string; userId: string; clientId: string; week: number },
): Promise<DismissResult> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<DismissResult> => {
    // Held, so that of two presses at once the second sees the first.
    if (!(await stores.clients.lock(clientId))) return { ok: false, reason: 'not_told' };
    const message = (await stores.outbox.find(purposeOf.alert({ clientId, week }, userId)))?.message;
    if (message?.kind !== 'health_alert') return { ok: false, reason: 'not_told' };
    if (message.isDismissed) return { ok: true };
    const alerts = (await stores.health.listAlerts(clientId)).filter((alert) => alert.week === week);
    for (const alert of alerts) await stores.health.dismiss(alert, userId);
    await oweAlert(stores, { clientId, week, userId, isDismissed: true });
    await stores.audit.add({
      ...{ actorId: userId, action: 'health_alert_dismissed', subject: clientId, at: deps.clock() },
      details: { week, conditions: alerts.map(({ condition }) => condition).join(',') },
    });
    return { ok: true };
  });
}

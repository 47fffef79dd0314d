import { reachable } from '../domain/client-managers.ts';
import { isStaleAlert } from '../domain/health-alert.ts';
import { purposeOf } from '../domain/post.ts';
import type { StoredAlert } from '../storage/health-store.ts';
import type { Stores, WorkspaceStorage } from '../storage/storage.ts';
import { type FindAdmins, findDefaultManagers } from './find-default-managers.ts';
import type { PulseDeps } from './pulse-people.ts';

export type AlertDeps = PulseDeps & { readonly findAdmins: FindAdmins };

/** What became of the alerts that were untold: told, not sent because they are no news any more, or nobody was found to tell. */
export type ToldAlerts = { readonly told: number; readonly stale: number; readonly nobody: number };

/**
 * Owes managers the messages of alerts that were raised (method 7): of each client's week one message per manager, with all that was
 * raised. To the managers of the client, else those of the workspace, else Slack's admins and the installer. An alert is told once, in
 * one transaction with its messages, so that two replicas tell it once; where nobody can be told it stays untold until somebody can.
 */
export async function tellAlerts(deps: AlertDeps, workspaceId: string): Promise<ToldAlerts> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const now = deps.clock();
  const result = { told: 0, stale: 0, nobody: 0 };
  for (const [clientId, alerts] of byClient(await stores.health.listUntold())) {
    const client = await stores.clients.findProfile(clientId);
    const isNews = (alert: StoredAlert) => client?.isArchived === false && !isStaleAlert(alert, now);
    for (const alert of alerts.filter((one) => !isNews(one)))
      if (await stores.health.markTold(alert, now)) result.stale += 1;
    const news = alerts.filter(isNews);
    if (news.length === 0) continue;
    const recipients = await findRecipients(deps, stores, client?.managerIds ?? []);
    if (recipients.length === 0) result.nobody += news.length;
    else result.told += await tellOnce(stores, { clientId, news, recipients, now });
  }
  return result;
}

function byClient(alerts: readonly StoredAlert[]): Map<string, StoredAlert[]> {
  const grouped = new Map<string, StoredAlert[]>();
  for (const alert of alerts) grouped.set(alert.clientId, [...(grouped.get(alert.clientId) ?? []), alert]);
  return grouped;
}

async function findRecipients(
  deps: AlertDeps,
  stores: WorkspaceStorage,
  ownManagers: readonly string[],
): Promise<string[]> {
  const among = async (userIds: readonly string[]) => {
    if (userIds.length === 0) return [];
    const members = await deps.findMembers(userIds);
    return reachable(userIds.map((userId, i) => ({ userId, member: members[i] ?? null })));
  };
  const own = await among(ownManagers);
  if (own.length > 0) return own;
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const usual = await among(settings.managerIds);
  return usual.length > 0 ? usual : among(await findDefaultManagers(deps, settings));
}

type Telling = {
  readonly clientId: string;
  readonly news: readonly StoredAlert[];
  readonly recipients: readonly string[];
  readonly now: Date;
};

function tellOnce(stores: WorkspaceStorage, { clientId, news, recipients, now }: Telling): Promise<number> {
  return stores.transaction(async (own) => {
    await own.clients.lock(clientId);
    const told: StoredAlert[] = [];
    for (const alert of news) if (await own.health.markTold(alert, now)) told.push(alert);
    for (const week of new Set(told.map((alert) => alert.week)))
      for (const userId of recipients) await oweAlert(own, { clientId, week, userId });
    return told.length;
  });
}

type AlertMessage = {
  readonly clientId: string;
  readonly week: number;
  readonly userId: string;
  readonly isDismissed?: true;
};

/** Owes a manager the message of a client's week, or owes it again as it is now. */
export function oweAlert({ outbox }: Pick<Stores, 'outbox'>, alert: AlertMessage): Promise<void> {
  return outbox.put({
    purpose: purposeOf.alert(alert, alert.userId),
    reviewId: null,
    channelId: alert.userId,
    parentPurpose: null,
    message: { kind: 'health_alert', ...alert },
  });
}

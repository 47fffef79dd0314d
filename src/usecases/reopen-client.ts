import { reopenClient as planReopening, type StatusRefusal } from '../domain/client-status.ts';
import { checkReason } from '../domain/plan/plan-item.ts';
import type { Deps } from './deps.ts';

export type ReopenClient = {
  readonly workspaceId: string;
  readonly userId: string;
  /** Of the workspace, or of this client. */
  readonly isManager: boolean;
  readonly clientId: string;
  readonly reason: string | null;
};

export type ReopenResult =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly reason: StatusRefusal | 'reason_too_long' | 'client_not_found' | 'not_manager' };

/** A parted client works with us again: active, with the reason in the audit log. What the parting left stays as it was. */
export async function reopenClient(deps: Deps, input: ReopenClient): Promise<ReopenResult> {
  if (!input.isManager) return { ok: false, reason: 'not_manager' };
  return deps.storage.forWorkspace(input.workspaceId).transaction(async (stores): Promise<ReopenResult> => {
    const client = (await stores.clients.lock(input.clientId)) ? await stores.clients.find(input.clientId) : null;
    if (!client) return { ok: false, reason: 'client_not_found' };
    const status = planReopening(client.status, input.reason);
    if (!status.ok) return status;
    const reason = checkReason(input.reason);
    if (!reason.ok) return reason;
    await stores.clients.setStatus(client.id, status.value);
    await stores.audit.add({
      ...{ actorId: input.userId, action: 'client_reopened', subject: client.id, at: deps.clock() },
      details: { reason: reason.value },
    });
    return { ok: true, name: client.name };
  });
}

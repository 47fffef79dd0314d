import { checkIntake, type Intake, type IntakeQuestion } from '../domain/intake.ts';
import type { Deps } from './deps.ts';

export type SaveIntake = {
  readonly workspaceId: string;
  readonly userId: string;
  readonly clientId: string;
  readonly typed: Intake;
  /** The version that the form showed; null where there was none. */
  readonly version: number | null;
};

export type SaveIntakeResult =
  | { readonly ok: true; readonly clientName: string; readonly intake: Intake }
  | { readonly ok: false; readonly reason: 'client_not_found' | 'changed_meanwhile' }
  | { readonly ok: false; readonly reason: 'note_too_long'; readonly questions: readonly IntakeQuestion[] };

/**
 * Keeps the answers to the eight questions about a client (method 8), in place of those that the form showed: what somebody else saved
 * meanwhile is never overwritten unseen. The caller has made sure that the person manages the client.
 */
export function saveIntake(deps: Deps, input: SaveIntake): Promise<SaveIntakeResult> {
  const { workspaceId, userId, clientId, typed, version } = input;
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<SaveIntakeResult> => {
    const client = await stores.clients.find(clientId);
    if (!client) return { ok: false, reason: 'client_not_found' };
    const checked = checkIntake(typed);
    if (!checked.ok) return { ok: false, reason: checked.reason, questions: checked.questions };
    const { intake } = checked;
    const at = deps.clock();
    if (!(await stores.intakes.save(clientId, { intake, version, userId, at })))
      return { ok: false, reason: 'changed_meanwhile' };
    await stores.audit.add({ actorId: userId, action: 'intake_saved', subject: clientId, details: null, at });
    return { ok: true, clientName: client.name, intake };
  });
}

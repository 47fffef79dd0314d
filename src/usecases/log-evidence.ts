import { dayOf } from '../domain/calendar.ts';
import { type CorrectionRefusal, checkCorrection } from '../domain/evidence/current-entries.ts';
import {
  checkEvidence,
  type EvidenceProblem,
  type NewEvidence,
  type TypedEvidence,
} from '../domain/evidence/evidence.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';

export type LogEvidence = {
  readonly workspaceId: string;
  readonly userId: string;
  /** They manage the workspace or this client, and so may correct what others logged. */
  readonly isManager: boolean;
  /** Of the person: "not in the future" is judged by their own calendar. */
  readonly timeZone: string;
  readonly clientId: string;
  readonly typed: TypedEvidence;
  /** The entry that this one corrects. */
  readonly correctsId: string | null;
  /** Of the form: the same one sent twice adds nothing. */
  readonly submitKey: string;
};

export type LogEvidenceResult =
  | { readonly ok: true; readonly entryId: string; readonly clientName: string }
  | { readonly ok: false; readonly reason: 'wrong_fields'; readonly problems: readonly EvidenceProblem[] }
  | { readonly ok: false; readonly reason: 'client_not_found' | CorrectionRefusal };

/**
 * Adds an entry to a client's evidence log (method 1), or one that corrects another, which stays as it was. An entry is corrected by
 * who logged it or by a manager. The caller has made sure that the person is one of us and no guest.
 */
export function logEvidence(deps: Deps, input: LogEvidence): Promise<LogEvidenceResult> {
  const { workspaceId, clientId, typed, timeZone } = input;
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<LogEvidenceResult> => {
    const client = await stores.clients.find(clientId);
    if (!client) return { ok: false, reason: 'client_not_found' };
    const settings = await stores.workspace.findOrCreate(deps.defaults);
    const checked = checkEvidence(typed, {
      today: dayOf(deps.clock(), timeZone),
      usualCurrency: client.currency ?? settings.currency,
    });
    if (!checked.ok) return { ok: false, reason: 'wrong_fields', problems: checked.problems };
    const refused = await refuseCorrection(stores, input);
    if (refused) return { ok: false, reason: refused };
    const added = await addEntry(deps, stores, input, checked.evidence);
    return added === null
      ? { ok: false, reason: 'already_corrected' }
      : { ok: true, entryId: added, clientName: client.name };
  });
}

/** The second delivery of one form finds its entry corrected, by itself: that is for the store to tell. */
async function refuseCorrection(stores: Stores, input: LogEvidence): Promise<CorrectionRefusal | null> {
  const { clientId, correctsId, userId, isManager, submitKey } = input;
  if (correctsId === null || (await stores.evidence.isSent(submitKey))) return null;
  const corrected = checkCorrection(await stores.evidence.list(clientId), { clientId, correctsId });
  if (!corrected.ok) return corrected.reason;
  return isManager || corrected.value.loggedById === userId ? null : 'entry_not_found';
}

/** The id of the entry, also of one that the same form added before; null when somebody else corrected the same one. */
async function addEntry(
  deps: Deps,
  stores: Stores,
  { userId, clientId, correctsId, submitKey }: LogEvidence,
  evidence: NewEvidence,
): Promise<string | null> {
  const at = deps.clock();
  const added = await stores.evidence.add({
    ...evidence,
    ...{ clientId, correctsId, loggedById: userId, loggedAt: at, submitKey },
  });
  if (added.kind === 'already_corrected') return null;
  if (added.kind === 'added')
    await stores.audit.add({
      ...{ actorId: userId, action: 'evidence_logged', subject: clientId, at },
      details: { entryId: added.id, correctsId },
    });
  return added.id;
}

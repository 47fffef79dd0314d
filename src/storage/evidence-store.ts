import type { EvidenceEntry } from '../domain/evidence/evidence.ts';
import type { SignalChoice } from '../domain/signals.ts';
import type { Evidence as Row } from './generated/client.ts';
import type { Scope } from './scope.ts';
import { isUuid } from './uuid.ts';

const toEntry = ({ workspaceId: _, submitKey: __, happenedOn, signal, ...rest }: Row): EvidenceEntry => ({
  ...rest,
  happenedOn: happenedOn.toISOString().slice(0, 10),
  signal: signal as SignalChoice | null,
});

/** An entry that is not in the log yet, with the key of the form that it came from. */
export type EvidenceToAdd = Omit<EvidenceEntry, 'id'> & { readonly submitKey: string | null };

export type EvidenceAdded =
  | { readonly kind: 'added'; readonly id: string }
  /** The same form came before: `id` is what it added then. */
  | { readonly kind: 'sent_before'; readonly id: string }
  /** Another entry corrects the same one. */
  | { readonly kind: 'already_corrected' };

/** The evidence log of the workspace. Entries are added and read; nothing changes or removes one. */
export function createEvidenceStore({ db, workspaceId }: Scope) {
  return {
    /** Everything logged about a client, corrected entries too; what happened last comes first, then what was logged last. */
    async list(clientId: string): Promise<EvidenceEntry[]> {
      if (!isUuid(clientId)) return [];
      const rows = await db.evidence.findMany({
        where: { workspaceId, clientId },
        orderBy: [{ happenedOn: 'desc' }, { loggedAt: 'desc' }, { id: 'desc' }],
      });
      return rows.map(toEntry);
    },

    /** Null also for what is no id at all. */
    async find(id: string): Promise<EvidenceEntry | null> {
      if (!isUuid(id)) return null;
      const row = await db.evidence.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      return row && toEntry(row);
    },

    /** Whether the form with this key has added an entry. */
    async isSent(submitKey: string): Promise<boolean> {
      return (await db.evidence.findFirst({ where: { workspaceId, submitKey } })) !== null;
    },

    /** Adds an entry, once per form; of two corrections of one entry the second is refused, also when both come at once. */
    async add({ happenedOn, ...entry }: EvidenceToAdd): Promise<EvidenceAdded> {
      const { submitKey } = entry;
      const data = { workspaceId, ...entry, happenedOn: new Date(`${happenedOn}T00:00:00Z`) };
      const [added] = await db.evidence.createManyAndReturn({
        data: [data],
        skipDuplicates: true,
        select: { id: true },
      });
      if (added) return { kind: 'added', id: added.id };
      const same = submitKey === null ? null : await db.evidence.findFirst({ where: { workspaceId, submitKey } });
      return same ? { kind: 'sent_before', id: same.id } : { kind: 'already_corrected' };
    },
  };
}

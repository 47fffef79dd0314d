import type { Scope } from './scope.ts';

/** Reminders and lists that were sent, or need not be: each is named by its purpose and comes once. */
export function createSettledPurposeStore({ db, workspaceId }: Scope) {
  return {
    /** Whether this was settled. */
    async has(purpose: string): Promise<boolean> {
      return (await db.settledPurpose.count({ where: { workspaceId, purpose } })) > 0;
    },

    /** Of these, those that were settled. */
    async list(purposes: readonly string[]): Promise<Set<string>> {
      const where = { workspaceId, purpose: { in: [...purposes] } };
      const rows = await db.settledPurpose.findMany({ where, select: { purpose: true } });
      return new Set(rows.map(({ purpose }) => purpose));
    },

    /**
     * Settles these, in the transaction of the message that they stand for. True when the first of them was not settled before: of two
     * replicas that find the same message due, one sends it.
     */
    async settle(purposes: readonly [string, ...string[]], at: Date): Promise<boolean> {
      const [own, ...others] = purposes.map((purpose) => ({ workspaceId, purpose, at }));
      const { count } = await db.settledPurpose.createMany({ data: own ? [own] : [], skipDuplicates: true });
      if (others.length > 0) await db.settledPurpose.createMany({ data: others, skipDuplicates: true });
      return count > 0;
    },
  };
}

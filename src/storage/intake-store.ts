import type { Intake } from '../domain/intake.ts';
import type { Prisma } from './generated/client.ts';
import type { Scope } from './scope.ts';
import { isUuid } from './uuid.ts';

/** An intake as it is stored; `version` rises with every save. */
export type StoredIntake = { readonly intake: Intake; readonly version: number };

/** What was agreed with the clients of the workspace before the work started. */
export function createIntakeStore({ db, workspaceId }: Scope) {
  return {
    /** Null where nobody has filled it in; also for what is no id at all. */
    async find(clientId: string): Promise<StoredIntake | null> {
      if (!isUuid(clientId)) return null;
      const row = await db.intake.findUnique({ where: { workspaceId_clientId: { workspaceId, clientId } } });
      return row && { intake: row.answers as unknown as Intake, version: row.version };
    },

    /** Keeps an intake in place of the version that was read (null: of none); false when somebody else saved one meanwhile. */
    async save(
      clientId: string,
      { intake, version, userId, at }: { intake: Intake; version: number | null; userId: string; at: Date },
    ): Promise<boolean> {
      const saved = { answers: intake as unknown as Prisma.InputJsonObject, savedById: userId, savedAt: at };
      const { count } =
        version === null
          ? await db.intake.createMany({ data: [{ workspaceId, clientId, ...saved }], skipDuplicates: true })
          : await db.intake.updateMany({
              where: { workspaceId, clientId, version },
              data: { ...saved, version: version + 1 },
            });
      return count > 0;
    },

    /** Whether no review of the client started before this one; rehearsals and cancelled ones do not count. */
    async isFirstReview({
      id,
      clientId,
      startedAt,
    }: {
      id: string;
      clientId: string;
      startedAt: Date;
    }): Promise<boolean> {
      const earlier = await db.review.findFirst({
        where: { workspaceId, clientId, isRehearsal: false, state: { not: 'cancelled' }, startedAt: { lt: startedAt } },
        select: { id: true },
      });
      return earlier === null || earlier.id === id;
    },
  };
}

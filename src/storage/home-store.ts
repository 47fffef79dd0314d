import type { HomeTouch } from '../domain/home-touch.ts';
import { type HomeReader, readHomeFacts } from './read-home-facts.ts';
import type { Scope } from './scope.ts';
import { isUuid } from './uuid.ts';

/** What people's Homes say, and who has opened theirs. */
export function createHomeStore({ db, workspaceId }: Scope) {
  return {
    /** Everything that one person's Home may say, read at once. Null for a workspace that was not seen yet. */
    read: (reader: HomeReader) => readHomeFacts({ db, workspaceId }, reader),

    /** Somebody opened their Home on this day (YYYY-MM-DD). Written once a day: it is no record of what people do when. */
    async noteOpened(userId: string, { on, isManager }: { on: string; isManager: boolean }): Promise<void> {
      await db.$executeRaw`INSERT INTO "HomeView" AS v ("workspaceId", "userId", "openedOn", "isManager")
        VALUES (${workspaceId}, ${userId}, ${on}::date, ${isManager})
        ON CONFLICT ("workspaceId", "userId") DO UPDATE SET "openedOn" = EXCLUDED."openedOn", "isManager" = EXCLUDED."isManager"
        WHERE (v."openedOn", v."isManager") IS DISTINCT FROM (EXCLUDED."openedOn", EXCLUDED."isManager")`;
    },

    /**
     * Of those who opened their Home on this day or later, whom any of this touches; who opened it last comes first. Somebody who is
     * named is in it whenever they opened theirs: they may not be one of us any more.
     */
    async listTouched(touches: readonly HomeTouch[], since: string): Promise<string[]> {
      const isEverybody = touches.some(({ kind }) => kind === 'everybody');
      const userIds = touches.flatMap((touch) => (touch.kind === 'person' ? [touch.userId] : []));
      const reviewIds = touches.flatMap((one) => (one.kind === 'review' && isUuid(one.reviewId) ? [one.reviewId] : []));
      const rows = await db.$queryRaw<{ userId: string }[]>`
        SELECT v."userId" FROM "HomeView" v JOIN "Workspace" w ON w.id = v."workspaceId"
        WHERE v."workspaceId" = ${workspaceId} AND (v."userId" = ANY(${userIds}) OR v."openedOn" >= ${since}::date AND (
          ${isEverybody} OR (${reviewIds.length > 0} AND (
            CASE WHEN cardinality(w."managerIds") = 0 THEN v."isManager" ELSE v."userId" = ANY(w."managerIds") END
            OR EXISTS (SELECT 1 FROM "Participant" p WHERE p."workspaceId" = v."workspaceId"
              AND p."reviewId" = ANY(${reviewIds}::uuid[]) AND p."userId" = v."userId")
            OR EXISTS (SELECT 1 FROM "Review" r WHERE r."workspaceId" = v."workspaceId"
              AND r.id = ANY(${reviewIds}::uuid[]) AND r."facilitatorId" = v."userId")))))
        ORDER BY v."openedOn" DESC, v."userId"`;
      return rows.map(({ userId }) => userId);
    },
  };
}

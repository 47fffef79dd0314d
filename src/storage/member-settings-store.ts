import type { DayRange } from '../domain/calendar.ts';
import type { Scope } from './scope.ts';

/** What people have set for themselves. */
export function createMemberSettingsStore({ db, workspaceId }: Scope) {
  return {
    /** The days off of each of these people; nobody is in it who has none set. */
    async findDaysOff(userIds: readonly string[]): Promise<Map<string, readonly DayRange[]>> {
      const rows = await db.memberSettings.findMany({ where: { workspaceId, userId: { in: [...userIds] } } });
      return new Map(rows.map(({ userId, daysOff }) => [userId, daysOff as DayRange[]]));
    },

    /** One person's days off, in place of those they had. */
    async saveDaysOff(userId: string, daysOff: readonly DayRange[]): Promise<void> {
      // Not Prisma's upsert: of two at once, one would fail.
      await db.$executeRaw`INSERT INTO "MemberSettings" ("workspaceId", "userId", "daysOff")
        VALUES (${workspaceId}, ${userId}, ${JSON.stringify(daysOff)}::jsonb)
        ON CONFLICT ("workspaceId", "userId") DO UPDATE SET "daysOff" = EXCLUDED."daysOff"`;
    },
  };
}

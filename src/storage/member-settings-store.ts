import type { DayRange } from '../domain/calendar.ts';
import type { Language } from '../domain/language.ts';
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

    /** The last day of each of these people's pause, YYYY-MM-DD, also one that is over; nobody is in it who set none. */
    async findPauses(userIds: readonly string[]): Promise<Map<string, string>> {
      const where = { workspaceId, userId: { in: [...userIds] }, pausedUntil: { not: null } };
      const rows = await db.memberSettings.findMany({ where, select: { userId: true, pausedUntil: true } });
      return new Map(
        rows.flatMap(({ userId, pausedUntil }) =>
          pausedUntil ? [[userId, pausedUntil.toISOString().slice(0, 10)] as const] : [],
        ),
      );
    },

    /** Null ends the pause. */
    async savePause(userId: string, pausedUntil: string | null): Promise<void> {
      await db.$executeRaw`INSERT INTO "MemberSettings" ("workspaceId", "userId", "pausedUntil")
        VALUES (${workspaceId}, ${userId}, ${pausedUntil}::date)
        ON CONFLICT ("workspaceId", "userId") DO UPDATE SET "pausedUntil" = EXCLUDED."pausedUntil"`;
    },

    /** The language this person chose; null: that of their Slack. */
    async findLanguage(userId: string): Promise<Language | null> {
      const where = { workspaceId_userId: { workspaceId, userId } };
      const row = await db.memberSettings.findUnique({ where, select: { language: true } });
      return (row?.language ?? null) as Language | null;
    },

    /** Null: that of their Slack. */
    async saveLanguage(userId: string, language: Language | null): Promise<void> {
      await db.$executeRaw`INSERT INTO "MemberSettings" ("workspaceId", "userId", language)
        VALUES (${workspaceId}, ${userId}, ${language})
        ON CONFLICT ("workspaceId", "userId") DO UPDATE SET language = EXCLUDED.language`;
    },
  };
}

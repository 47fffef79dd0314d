import type { Timers } from '../domain/pause.ts';
import type { ChannelRefusal } from '../domain/post.ts';
import type { Scope } from './scope.ts';

/** Open reviews and the channels they run in: standing still, going on, and moving to another one. */
export function createPauseStore({ db, workspaceId }: Scope) {
  const at = (id: string) => ({ workspaceId_id: { workspaceId, id } });
  return {
    /** The open reviews of a channel, as ids, in no telling order. A rehearsal is in none: it runs in a direct message. */
    async listOpenIn(channelId: string): Promise<string[]> {
      const rows = await db.review.findMany({
        where: { workspaceId, channelId, openClientId: { not: null }, isRehearsal: false },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** Notes that a locked review stands still, since when and why. */
    async begin(id: string, pause: { reason: ChannelRefusal; since: Date }): Promise<void> {
      await db.review.update({ where: at(id), data: { pausedReason: pause.reason, pausedAt: pause.since } });
    },

    /** A locked review goes on, with these timers. */
    async end(id: string, timers: Timers): Promise<void> {
      await db.review.update({ where: at(id), data: { ...timers, pausedReason: null, pausedAt: null } });
    },

    /** A locked review runs in this channel from now on. */
    async moveTo(id: string, channelId: string): Promise<void> {
      await db.review.update({ where: at(id), data: { channelId } });
    },
  };
}

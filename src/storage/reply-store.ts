import type { WordPhase } from '../domain/statement.ts';
import type { ReplyRefusal } from '../domain/typed-reply.ts';
import type { Scope } from './scope.ts';

/** A message in the thread of an open review that was taken as an answer, with the text it had when it was last read. */
export type TypedReply = {
  readonly channelId: string;
  readonly messageTs: string;
  readonly reviewId: string;
  readonly userId: string;
  readonly phase: WordPhase;
  readonly text: string;
};

export type ReplyNoticeKey = {
  readonly reviewId: string;
  readonly userId: string;
  readonly reason: ReplyRefusal;
  /** Empty for what is said once in a review, whatever the message. */
  readonly messageTs: string;
};

/** The messages that are answers, and what people were told about those that are not. Never for the words of a private review. */
export function createReplyStore({ db, workspaceId }: Scope) {
  const at = (channelId: string, messageTs: string) => ({ workspaceId, channelId, messageTs });
  return {
    /** Stores that a message was taken; false when it was taken before. */
    async add(reply: TypedReply): Promise<boolean> {
      const { count } = await db.typedReply.createMany({ data: [{ workspaceId, ...reply }], skipDuplicates: true });
      return count > 0;
    },

    async find(channelId: string, messageTs: string): Promise<TypedReply | null> {
      const where = { workspaceId_channelId_messageTs: at(channelId, messageTs) };
      const row = await db.typedReply.findUnique({ where });
      if (!row) return null;
      const { workspaceId: _, ...reply } = row;
      return { ...reply, phase: reply.phase as WordPhase };
    },

    async setText(channelId: string, messageTs: string, text: string): Promise<void> {
      await db.typedReply.updateMany({ where: at(channelId, messageTs), data: { text } });
    },

    async remove(channelId: string, messageTs: string): Promise<void> {
      await db.typedReply.deleteMany({ where: at(channelId, messageTs) });
    },

    /** What one person typed in answer to one question, in the order of the messages. */
    async listTexts(reviewId: string, userId: string, phase: WordPhase): Promise<string[]> {
      const where = { workspaceId, reviewId, userId, phase };
      const rows = await db.typedReply.findMany({ where, orderBy: { messageTs: 'asc' }, select: { text: true } });
      return rows.map(({ text }) => text);
    },

    /** Who typed an answer to a question, each person once. */
    async listAuthors(reviewId: string, phase: WordPhase): Promise<string[]> {
      const where = { workspaceId, reviewId, phase };
      const rows = await db.typedReply.findMany({ where, distinct: ['userId'], select: { userId: true } });
      return rows.map(({ userId }) => userId);
    },

    /** The replies of a channel follow it to its new id. */
    async changeChannel(oldId: string, newId: string): Promise<void> {
      await db.typedReply.updateMany({ where: { workspaceId, channelId: oldId }, data: { channelId: newId } });
    },

    /** Takes the right to tell somebody why a message was not taken; false when they have been told. */
    async claimNotice(key: ReplyNoticeKey): Promise<boolean> {
      const { count } = await db.replyNotice.createMany({ data: [{ workspaceId, ...key }], skipDuplicates: true });
      return count > 0;
    },

    /** Forgets both, once the review takes no more answers. */
    async deleteAll(reviewId: string): Promise<void> {
      await db.typedReply.deleteMany({ where: { workspaceId, reviewId } });
      await db.replyNotice.deleteMany({ where: { workspaceId, reviewId } });
    },
  };
}

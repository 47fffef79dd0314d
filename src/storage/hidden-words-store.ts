import type { Scope } from './scope.ts';

export type HiddenWords = {
  /** Of the review and the words, see privacy/words-digest.ts. */
  readonly digest: string;
  readonly reason: string;
  readonly hiddenById: string;
  readonly at: Date;
};

/** What facilitators have hidden. A row points at words, never at a person: the same words edited are other words. */
export function createHiddenWordsStore({ db, workspaceId }: Scope) {
  return {
    async list(reviewId: string): Promise<HiddenWords[]> {
      const rows = await db.hiddenWords.findMany({ where: { workspaceId, reviewId }, orderBy: { digest: 'asc' } });
      return rows.map(({ digest, reason, hiddenById, at }) => ({ digest, reason, hiddenById, at }));
    },

    /** False when they are hidden already: the first reason stays. From then on the review's answers are looked at one by one. */
    async add(reviewId: string, words: HiddenWords): Promise<boolean> {
      const { count } = await db.hiddenWords.createMany({
        data: [{ workspaceId, reviewId, ...words }],
        skipDuplicates: true,
      });
      await db.review.updateMany({ where: { workspaceId, id: reviewId }, data: { hasHiddenWords: true } });
      return count === 1;
    },

    async deleteAll(reviewId: string): Promise<void> {
      await db.hiddenWords.deleteMany({ where: { workspaceId, reviewId } });
    },
  };
}

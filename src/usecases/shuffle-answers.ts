import type { Deps } from './deps.ts';

/**
 * Rewrites the answers of an open private review in random order and in one transaction, so that neither their places in the table's
 * file nor their transaction numbers tell which came first and which came together. The review is locked: an answer that arrives
 * meanwhile waits, and is not lost.
 */
export async function shuffleAnswers(
  { storage }: Pick<Deps, 'storage'>,
  { workspaceId, reviewId }: { readonly workspaceId: string; readonly reviewId: string },
): Promise<void> {
  await storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const review = await stores.reviews.lock(reviewId);
    if (review?.mode === 'private') await stores.answers.shuffle(reviewId);
  });
}

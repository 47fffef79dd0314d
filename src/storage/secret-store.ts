import type { Scope } from './scope.ts';

/** The sealed secrets of private reviews: what ties an answer to a person, and only while the review is open. */
export function createSecretStore({ db, workspaceId }: Scope) {
  return {
    /** Null when there is none, or none any more. */
    async find(reviewId: string): Promise<Uint8Array | null> {
      const row = await db.reviewSecret.findUnique({ where: { workspaceId_reviewId: { workspaceId, reviewId } } });
      return row?.sealed ?? null;
    },

    async save(reviewId: string, sealed: Uint8Array): Promise<void> {
      await db.reviewSecret.create({ data: { workspaceId, reviewId, sealed: new Uint8Array(sealed) } });
    },

    async destroy(reviewId: string): Promise<void> {
      await db.reviewSecret.deleteMany({ where: { workspaceId, reviewId } });
    },
  };
}

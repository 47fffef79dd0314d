import type { PrismaClient } from '../../src/storage/generated/client.ts';

/** Stores a review with this id, and its client, in each workspace: for rows that must belong to one. */
export async function storeReview(
  prisma: PrismaClient,
  { id, workspaceIds }: { id: string; workspaceIds: string[] },
): Promise<void> {
  for (const workspaceId of workspaceIds) {
    const client = await prisma.client.create({ data: { workspaceId, name: 'Northwind', nameKey: 'northwind' } });
    const what = {
      channelId: 'C1',
      facilitatorId: 'U1',
      mode: 'open',
      preset: 'async',
      language: 'en',
      state: 'complaints',
    };
    await prisma.review.create({
      data: { workspaceId, id, clientId: client.id, startedAt: new Date('2026-11-02T09:00:00Z'), ...what },
    });
  }
}

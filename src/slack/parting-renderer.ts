import type { PartingMessage } from '../domain/post.ts';
import type { Review } from '../domain/review-record.ts';
import type { Messages } from '../i18n/index.ts';
import type { Deps } from '../usecases/deps.ts';
import { readChecklist } from '../usecases/read-parting.ts';
import { renderChecklist, renderLastLesson, renderParted } from './blocks/parting-checklist.ts';
import type { RenderedMessage } from './blocks/rendered-message.ts';

type Facts = { readonly workspaceId: string; readonly review: Review; readonly message: PartingMessage };

/** What a message about a parting says now; `gone` when there is nothing left to say. */
export async function findPartingMessages(
  deps: Deps,
  { workspaceId, review, message }: Facts,
  t: Messages,
): Promise<readonly RenderedMessage[] | 'gone'> {
  switch (message.kind) {
    case 'parting': {
      const checklist = await readChecklist(deps, { workspaceId, reviewId: review.id });
      // One that follows another review by now stands in that review's thread.
      return checklist?.reviewId === review.id ? [renderChecklist(checklist, t)] : 'gone';
    }
    case 'parted':
      return [renderParted(message, t)];
    case 'last_lesson':
      return [renderLastLesson({ reviewId: review.id, clientName: message.clientName }, t)];
  }
}

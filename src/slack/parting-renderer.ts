import type { PartingMessage } from '../domain/post.ts';
import type { Review } from '../domain/review-record.ts';
import type { Messages } from '../i18n/index.ts';
import type { Deps } from '../usecases/deps.ts';
import { readChecklist } from '../usecases/read-parting.ts';
import { readPartingSteps } from '../usecases/read-parting-steps.ts';
import { renderChecklist, renderLastLesson, renderParted } from './blocks/parting-checklist.ts';
import { renderPartingSteps } from './blocks/parting-step-messages.ts';
import type { RenderedMessage } from './blocks/rendered-message.ts';

type Facts = {
  readonly workspaceId: string;
  readonly review: Review;
  readonly message: PartingMessage;
  readonly isInSlack: boolean;
};

/** What a message about a parting says now; `gone` when there is nothing left to say. */
export async function findPartingMessages(
  deps: Deps,
  { workspaceId, review, message, isInSlack }: Facts,
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
    case 'parting_steps': {
      const told = await readPartingSteps(deps, { workspaceId, message });
      // Between owing and sending a step may have been closed; what stands in Slack says that it is.
      const steps = told?.steps.filter(({ isNews }) => isNews || isInSlack) ?? [];
      return told && steps.length > 0 ? renderPartingSteps({ ...told, steps, about: message.about }, t) : 'gone';
    }
    case 'last_lesson':
      return [renderLastLesson({ reviewId: review.id, clientName: message.clientName }, t)];
  }
}

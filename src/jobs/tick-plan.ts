import type { Logger } from '../ops/logging.ts';
import type { AlertDeps } from '../usecases/tell-alerts.ts';
import { tellPlanItems } from '../usecases/tell-plan-items.ts';

export type TickPlanDeps = AlertDeps & {
  readonly logger: Logger;
  /** Does one thing; what fails is logged and does not keep the others from being done. */
  readonly attempt: (what: string, work: () => Promise<unknown>) => Promise<void>;
};

/** What the clock asks for of action plans: owners to tell and to remind, managers to tell what is overdue. */
export async function tickPlan(deps: TickPlanDeps): Promise<void> {
  const { attempt, logger, storage } = deps;
  await attempt('find what is planned', async () => {
    for (const workspaceId of await storage.sweep.findPlanWorkspaces())
      await attempt(`tell the plan items of workspace ${workspaceId}`, async () => {
        const { messages, lists } = await tellPlanItems(deps, workspaceId);
        if (messages + lists > 0) logger.info({ workspaceId, messages, lists }, 'people are told of plan items');
      });
  });
}

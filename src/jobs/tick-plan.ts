import type { Logger } from '../ops/logging.ts';
import type { Deps } from '../usecases/deps.ts';
import { tellAssignments } from '../usecases/tell-assignments.ts';
import type { LookupsOf } from './workspace-lookups.ts';

export type TickPlanDeps = Deps & {
  readonly logger: Logger;
  readonly lookupsOf: LookupsOf;
  /** Does one thing; what fails is logged and does not keep the others from being done. */
  readonly attempt: (what: string, work: () => Promise<unknown>) => Promise<void>;
};

/** What the clock asks for of action plans and partings: owners to tell and to remind, managers to tell what is overdue. */
export async function tickPlan(deps: TickPlanDeps): Promise<void> {
  const { attempt, logger, storage } = deps;
  await attempt('find what is to be done', async () => {
    for (const workspaceId of await storage.sweep.findPlanWorkspaces())
      await attempt(`tell the assignments of workspace ${workspaceId}`, async () => {
        const { messages, lists } = await tellAssignments({ ...deps, ...deps.lookupsOf(workspaceId) }, workspaceId);
        if (messages + lists > 0)
          logger.info({ workspaceId, messages, lists }, 'people are told of what they have to do');
      });
  });
}

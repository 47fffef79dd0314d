import type { Logger } from '../ops/logging.ts';
import { askOutcomes } from '../usecases/ask-outcomes.ts';
import type { Deps } from '../usecases/deps.ts';
import type { LookupsOf } from './workspace-lookups.ts';

export type TickOutcomesDeps = Deps & {
  readonly logger: Logger;
  readonly lookupsOf: LookupsOf;
  /** Does one thing; what fails is logged and does not keep the others from being done. */
  readonly attempt: (what: string, work: () => Promise<unknown>) => Promise<void>;
};

/** What the clock asks for of decisions: whether they were right, 30 and 90 days later. */
export async function tickOutcomes({ attempt, ...deps }: TickOutcomesDeps): Promise<void> {
  await attempt('find the decisions to ask about', async () => {
    for (const workspaceId of await deps.storage.sweep.findDecidedWorkspaces())
      await attempt(`ask about the decisions of workspace ${workspaceId}`, async () => {
        const owed = await askOutcomes({ ...deps, ...deps.lookupsOf(workspaceId) }, workspaceId);
        if (owed > 0) deps.logger.info({ workspaceId, owed }, 'managers are asked whether decisions were right');
      });
  });
}

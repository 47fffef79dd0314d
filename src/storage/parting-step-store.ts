import type { PartingStep } from '../domain/parting/parting-step.ts';
import type { Playbook } from '../domain/parting/playbook.ts';
import type { Prisma } from './generated/client.ts';
import { toPlaybook, toStep } from './parting-store.ts';
import type { Scope } from './scope.ts';
import { isUuid } from './uuid.ts';

/** A step and the parting it belongs to. */
export type StepOfParting = { readonly step: PartingStep; readonly playbook: Playbook };

const ORDER = [{ reviewId: 'asc' as const }, { position: 'asc' as const }, { id: 'asc' as const }];

/** Steps over all partings of the workspace, for what people are told of them; parting-store.ts changes them. */
export function createPartingStepStore({ db, workspaceId }: Scope) {
  const list = async (where: Prisma.PartingStepWhereInput): Promise<StepOfParting[]> => {
    const all = { where: { ...where, workspaceId }, include: { parting: true }, orderBy: ORDER };
    const rows = await db.partingStep.findMany(all);
    return rows.map(({ parting, ...step }) => ({ step: toStep(step), playbook: toPlaybook(parting) }));
  };
  return {
    /** The open steps of all partings that are running, in the order in which they were added. */
    listOpen: (): Promise<StepOfParting[]> => list({ state: 'open', parting: { runningClientId: { not: null } } }),

    /** Of these steps those there are, in the same order. */
    find: (ids: readonly string[]): Promise<StepOfParting[]> => list({ id: { in: ids.filter(isUuid) } }),
  };
}

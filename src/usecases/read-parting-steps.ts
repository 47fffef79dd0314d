import { dayOf } from '../domain/calendar.ts';
import type { PartingStep } from '../domain/parting/parting-step.ts';
import type { PartingMessage } from '../domain/post.ts';
import type { Deps } from './deps.ts';

export type StepsMessage = Extract<PartingMessage, { kind: 'parting_steps' }>;

/** A step that somebody is told of, as it is now. */
export type ToldStep = {
  readonly step: PartingStep;
  /** It still is as it was when the message was owed: open, of a parting that runs, and the same person's until the same day. */
  readonly isNews: boolean;
  /** It can still be done by whoever is told. */
  readonly isTheirs: boolean;
};

/** What a message about steps says now. */
export type ToldSteps = {
  readonly reviewId: string;
  readonly clientName: string;
  /** Who gave the steps. */
  readonly givenById: string;
  readonly steps: readonly ToldStep[];
  /** In the workspace's zone. */
  readonly today: string;
};

/** The steps that a message is about; null when none of them is there any more. */
export async function readPartingSteps(
  deps: Pick<Deps, 'storage' | 'clock' | 'defaults'>,
  { workspaceId, message }: { readonly workspaceId: string; readonly message: StepsMessage },
): Promise<ToldSteps | null> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const found = await stores.partingSteps.find(message.steps.map(({ id }) => id));
  const [first] = found;
  const client = first && (await stores.clients.find(first.playbook.clientId));
  if (!first || !client) return null;
  const steps = found.map(({ step, playbook }): ToldStep => {
    const owed = message.steps.find(({ id }) => id === step.id);
    const isOpen = step.state === 'open' && playbook.state === 'running';
    const isSame = step.giving === owed?.giving && step.ownerId !== null;
    const isTheirs = isOpen && (message.about === 'owner_left' ? isSame : step.ownerId === message.userId);
    return { step, isTheirs, isNews: isTheirs && isSame && step.dueOn === owed?.dueOn };
  });
  const { timeZone } = await stores.workspace.findOrCreate(deps.defaults);
  return {
    ...{ reviewId: first.playbook.reviewId, clientName: client.name, steps, today: dayOf(deps.clock(), timeZone) },
    givenById: first.step.givenById ?? first.playbook.startedById,
  };
}

import { isPulseOpen, type PulseAnswer, type PulseInvite } from '../domain/pulse.ts';
import type { Deps } from './deps.ts';

export type PulseClient = { readonly id: string; readonly name: string };

/** One person's pulse as it stands. Clients that were deleted since are not in it. */
export type OwnPulse = Pick<PulseInvite, 'week' | 'userId' | 'closesAt'> & {
  readonly isOpen: boolean;
  readonly isDeclined: boolean;
  readonly clients: readonly (PulseClient & { readonly answer: PulseAnswer | null })[];
};

/** What somebody was asked in a week and has said so far; null when they were not asked. */
export async function readPulse(
  deps: Pick<Deps, 'storage' | 'clock'>,
  { workspaceId, week, userId }: { workspaceId: string; week: number; userId: string },
): Promise<OwnPulse | null> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const invite = await stores.pulses.find(week, userId);
  if (!invite) return null;
  const answers = await stores.pulseAnswers.listOwn(week, userId);
  const names = await stores.clientNames.find(invite.clientIds);
  return {
    ...{ week, userId, closesAt: invite.closesAt },
    isOpen: isPulseOpen(invite, deps.clock()),
    isDeclined: invite.declinedAt !== null,
    clients: invite.clientIds.flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name, answer: answers.find(({ clientId }) => clientId === id) ?? null }];
    }),
  };
}

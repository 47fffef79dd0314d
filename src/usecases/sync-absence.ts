import { absenceOf } from '../domain/absence.ts';
import type { Member } from '../domain/member.ts';
import { isOpen } from '../domain/review.ts';
import type { Participant, Review } from '../domain/review-record.ts';
import type { WorkspaceSettings } from '../domain/workspace.ts';
import type { AbsenceChange } from '../storage/presence-store.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { endCompleteSteps } from './end-complete-steps.ts';
import { cardPostOf } from './refresh-card.ts';

/** What Slack says of people and a channel now. */
export type Presence = {
  /** In the order asked for; null for somebody of whom Slack did not answer. */
  readonly members: readonly (Member | null)[];
  /** Who is in the channel; null when that could not be found out, or the channel must not be used now. */
  readonly inChannel: readonly string[] | null;
};

export type PresenceDeps = Deps & {
  readonly findPresence: (asked: {
    readonly channelId: string;
    readonly userIds: readonly string[];
  }) => Promise<Presence>;
};

/**
 * Sees who can take part in an open review now and notes for whom it does not wait, and why; who came back is waited for again.
 * The card follows, and the step ends when everybody it still waits for has answered. True when something changed.
 */
export async function syncAbsence(
  deps: PresenceDeps,
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
): Promise<boolean> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  // The voices of a rehearsal are nobody in Slack.
  if (!review || !isOpen(review.state) || review.isRehearsal) return false;
  const changes = await planChanges(deps, stores, review);
  if (changes.length === 0) return false;
  const hasChanged = await stores.transaction((locked) => carryOut(deps, locked, { review, changes }));
  if (!hasChanged) return false;
  // Refused unless everybody it waits for has answered; then there is nothing to do.
  await endCompleteSteps(deps, { workspaceId, reviewId });
  return true;
}

async function planChanges(deps: PresenceDeps, stores: Stores, review: Review): Promise<AbsenceChange[]> {
  const participants = await stores.participants.list(review.id);
  const userIds = participants.map(({ userId }) => userId);
  const presence = await deps.findPresence({ channelId: review.channelId, userIds });
  const ownDaysOff = await stores.memberSettings.findDaysOff(userIds);
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  return participants.flatMap((person, i) => {
    const member = presence.members[i] ?? null;
    const calendar = {
      timeZone: member?.timeZone ?? settings.timeZone,
      daysOff: ownDaysOff.get(person.userId) ?? [],
    };
    const to = absenceOf(person.absence, {
      ...factsOf(review, settings),
      member,
      isInChannel: presence.inChannel?.includes(person.userId) ?? null,
      calendar,
      now: deps.clock(),
    });
    return to === person.absence ? [] : [changeOf(person, to)];
  });
}

function factsOf({ preset, phaseEndsAt }: Review, { daysOff: holidays }: WorkspaceSettings) {
  return { preset, phaseEndsAt, holidays };
}

function changeOf({ userId, absence: from }: Participant, to: AbsenceChange['to']): AbsenceChange {
  return { userId, from, to };
}

/** Under the review's lock. A review that moved on, or to another channel, since it was looked at is left to the next look. */
async function carryOut(
  deps: Deps,
  stores: Stores,
  { review, changes }: { review: Review; changes: readonly AbsenceChange[] },
): Promise<boolean> {
  const now = await stores.reviews.lock(review.id);
  if (!now || now.version !== review.version || now.channelId !== review.channelId) return false;
  let hasChanged = false;
  for (const change of changes) {
    if (!(await stores.presence.setAbsence(review.id, change))) continue;
    hasChanged = true;
    await stores.audit.add({
      actorId: null,
      action: 'absence_changed',
      subject: review.id,
      details: { ...change },
      at: deps.clock(),
    });
  }
  if (hasChanged) await stores.outbox.put(cardPostOf(review));
  return hasChanged;
}

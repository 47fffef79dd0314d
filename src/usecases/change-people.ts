import type { Invitee } from '../domain/review-record.ts';
import { asFacilitator, type Facilitating, type FacilitationRefused } from './as-facilitator.ts';
import type { Deps } from './deps.ts';
import { oweInvitations } from './owe-invitations.ts';
import { cardPostOf } from './refresh-card.ts';
import { MIN_TEAM } from './start-review.ts';

/** Most people that a review waits for: more than that is no talk any more, and Slack's forms have their limits. */
export const MAX_TEAM = 50;

export type ChangePeople = Facilitating & {
  readonly add: readonly Invitee[];
  /** Ids of people whom the review is not to wait for any longer. */
  readonly remove: readonly string[];
};

export type ChangePeopleRefusal = 'nobody_chosen' | 'person_in_both' | 'too_few_left' | 'too_many_people';

export type ChangePeopleResult =
  | { readonly ok: true; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly ok: false; readonly reason: ChangePeopleRefusal }
  | FacilitationRefused;

/**
 * Invites people to a review that runs, and stops waiting for others: what these said counts, but they are asked no more. Who may be
 * invited, and whether they can read the channel, was checked by the caller. People who are in already, or out already, stay as they
 * are. The current step may be complete afterwards: call what follows an answer.
 */
export async function changePeople(deps: Deps, request: ChangePeople): Promise<ChangePeopleResult> {
  const { userId } = request;
  return asFacilitator(
    deps,
    { ...request, whilePaused: true },
    async ({ stores, review, now }): Promise<ChangePeopleResult> => {
      // Its other voices are samples.
      if (review.isRehearsal) return { ok: false, reason: 'review_not_found' };
      const participants = await stores.participants.list(review.id);
      const present = participants.filter(({ absence }) => absence !== 'removed').map((person) => person.userId);
      const add = everyoneOnce(request.add).filter((person) => !present.includes(person.userId));
      const remove = present.filter((id) => request.remove.includes(id));
      const refusal = refuse(request, present.length, { add: add.length, remove: remove.length });
      if (refusal !== null) return { ok: false, reason: refusal };
      if (add.length + remove.length === 0) return { ok: true, added: [], removed: [] };
      await stores.participants.invite(review.id, add);
      await stores.participants.saveRoles(add);
      await stores.participants.setAbsence(review.id, remove, 'removed');
      await oweInvitations(stores, review, add);
      await stores.outbox.put(cardPostOf(review));
      const added = add.map((person) => person.userId);
      await stores.audit.add({
        actorId: userId,
        action: 'people_changed',
        subject: review.id,
        details: { added: added.join(), removed: remove.join() },
        at: now,
      });
      return { ok: true, added, removed: remove };
    },
  );
}

type Counts = { readonly add: number; readonly remove: number };

function refuse({ add, remove }: ChangePeople, present: number, count: Counts): ChangePeopleRefusal | null {
  if (add.length + remove.length === 0) return 'nobody_chosen';
  if (add.some(({ userId }) => remove.includes(userId))) return 'person_in_both';
  const left = present + count.add - count.remove;
  if (count.remove > 0 && left < MIN_TEAM) return 'too_few_left';
  return count.add > 0 && left > MAX_TEAM ? 'too_many_people' : null;
}

function everyoneOnce(people: readonly Invitee[]): Invitee[] {
  const byId = new Map(people.map((person) => [person.userId, person]));
  return [...byId.values()].sort((a, b) => (a.userId < b.userId ? -1 : 1));
}

import type { Language } from '../domain/language.ts';
import { rehearsalPhaseEnd } from '../domain/rehearsal/rehearsal.ts';
import { sampleTeam } from '../domain/rehearsal/sample-team.ts';
import type { ReviewMode } from '../domain/review.ts';
import type { Invitee, Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';
import { answerAsSamples } from './answer-as-samples.ts';
import { endRehearsal, retractPosts } from './delete-rehearsal.ts';
import type { Deps } from './deps.ts';
import { secretContext } from './person-keys.ts';
import { owePosts } from './start-review.ts';

export type StartRehearsal = {
  readonly workspaceId: string;
  readonly userId: string;
  readonly mode: ReviewMode;
  /** The person's own: the sample voices speak it. */
  readonly language: Language;
};

/**
 * Starts the ritual in one person's direct messages, with six sample voices who have answered before they are asked (product:
 * rehearse first). An earlier rehearsal of that person ends and is deleted. The caller has made sure that the person is a manager.
 */
export async function startRehearsal(deps: Deps, input: StartRehearsal): Promise<Review> {
  const { workspaceId, userId, mode, language } = input;
  const now = deps.clock();
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    await stores.workspace.findOrCreate(deps.defaults);
    const { clientName, voices } = sampleTeam(language);
    const clientId = await stores.rehearsals.findOrCreateClient({ userId, name: clientName });
    const earlier = await endEarlier(stores, userId, now);
    const team = [await invitedSelf(stores, userId), ...voices.map(({ userId: id, role }) => ({ userId: id, role }))];
    const where = { clientId, channelId: userId, facilitatorId: userId, isRehearsal: true } as const;
    const when = { deadline: null, phaseEndsAt: rehearsalPhaseEnd(now), startedAt: now };
    const facts = { ...where, ...when, mode, preset: 'live', language, question: null } as const;
    const review = await stores.reviews.create(facts, team);
    if (!review)
      throw new Error(`the client of ${userId}'s rehearsals has an open one although the earlier ones ended`);
    if (mode === 'private')
      await stores.secrets.save(review.id, deps.vault.seal(deps.vault.newSecret(), secretContext(review.id)));
    await owePosts(stores, review, team);
    await answerAsSamples({ deps, stores, review, phase: 'complaints' });
    // After the new ones: what is to be read comes before what is to go.
    for (const id of earlier) await retractPosts(stores, id);
    await stores.audit.add({
      actorId: userId,
      action: 'rehearsal_started',
      subject: review.id,
      details: { mode },
      at: now,
    });
    return review;
  });
}

/** The ids of the person's earlier rehearsals, which are over now. */
async function endEarlier(stores: Stores, userId: string, now: Date): Promise<string[]> {
  const ids = await stores.rehearsals.listOf(userId);
  for (const id of ids) {
    const review = await stores.reviews.lock(id);
    if (review && review.state !== 'cancelled') await endRehearsal(stores, review, now);
  }
  return ids;
}

/** The person in their usual role; what a rehearsal says of roles is not remembered. */
async function invitedSelf(stores: Stores, userId: string): Promise<Invitee> {
  const roles = await stores.participants.findRoles([userId]);
  return { userId, role: roles.get(userId) ?? 'account' };
}

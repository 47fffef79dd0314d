import type { Role } from '../domain/answer.ts';
import { type Client, type ClientNameRefusal, parseClientName } from '../domain/client.ts';
import { purposeOf } from '../domain/post.ts';
import type { Preset, ReviewMode } from '../domain/review.ts';
import type { Invitee, Review } from '../domain/review-record.ts';
import { endOfWorkingDay, planPhaseEnd } from '../domain/schedule.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { oweInvitations } from './owe-invitations.ts';
import { secretContext } from './person-keys.ts';
import { cardPostOf } from './refresh-card.ts';

/** A verdict needs three voices, and so do words without a name. */
export const MIN_TEAM = 3;

export type StartReview = {
  readonly workspaceId: string;
  readonly userId: string;
  readonly channelId: string;
  readonly client: { readonly id: string } | { readonly newName: string };
  readonly team: readonly { readonly userId: string; readonly role: Role }[];
  readonly mode: ReviewMode;
  readonly preset: Preset;
  /** YYYY-MM-DD in the workspace's zone: the review should be done by the end of that working day. */
  readonly deadlineDate: string | null;
  readonly question: string | null;
};

export type StartRefusal =
  | ClientNameRefusal
  | 'client_not_found'
  | 'client_archived'
  | 'client_parted'
  | 'team_too_small'
  | 'deadline_past'
  | 'deadline_invalid';

export type StartResult =
  | { readonly ok: true; readonly review: Review }
  | { readonly ok: false; readonly reason: StartRefusal }
  | { readonly ok: false; readonly reason: 'already_open'; readonly open: Review };

/**
 * Starts a review: client, review, team, the secret of a private one, and all that is to be posted, in one transaction. Who may
 * start it, where, and who can be invited was checked by the caller; the channel is checked again before every post.
 */
export async function startReview(deps: Deps, input: StartReview): Promise<StartResult> {
  const now = deps.clock();
  return deps.storage.forWorkspace(input.workspaceId).transaction(async (stores): Promise<StartResult> => {
    const settings = await stores.workspace.findOrCreate(deps.defaults);
    const deadline = planDeadline(input, settings.timeZone, now);
    if (!deadline.ok) return deadline;
    const team = everyoneOnce(input.team);
    if (team.length < MIN_TEAM) return { ok: false, reason: 'team_too_small' };
    const client = await findClient(stores, input.client);
    if (!client.ok) return client;

    const phaseEndsAt = planPhaseEnd(
      {
        preset: input.preset,
        deadline: deadline.at,
        phasesLeft: 4,
        timeZone: settings.timeZone,
        daysOff: settings.daysOff,
      },
      now,
    );
    const { channelId, mode, preset, question, userId } = input;
    const facts = {
      clientId: client.id,
      channelId,
      facilitatorId: userId,
      mode,
      preset,
      question,
      language: settings.language,
      deadline: deadline.at,
      phaseEndsAt,
      startedAt: now,
    };
    const review = await stores.reviews.create(facts, team);
    if (!review) return alreadyOpen(stores, client.id);
    if (mode === 'private') {
      const sealed = deps.vault.seal(deps.vault.newSecret(), secretContext(review.id));
      await stores.secrets.save(review.id, sealed);
    }
    await stores.participants.saveRoles(team);
    await owePosts(stores, review, team);
    await stores.audit.add({
      actorId: userId,
      action: 'review_started',
      subject: review.id,
      details: { clientId: client.id, mode, preset, invited: team.length },
      at: now,
    });
    return { ok: true, review };
  });
}

/** In the order of their ids: reviews that start at once then lock what they write about the same people in the same order. */
function everyoneOnce(team: StartReview['team']): Invitee[] {
  const byId = new Map(team.map((person) => [person.userId, person]));
  return [...byId.values()].sort((a, b) => (a.userId < b.userId ? -1 : 1));
}

type Deadline = { ok: true; at: Date | null } | { ok: false; reason: 'deadline_past' | 'deadline_invalid' };

function planDeadline({ preset, deadlineDate }: StartReview, timeZone: string, now: Date): Deadline {
  if (preset === 'live' || deadlineDate === null) return { ok: true, at: null };
  const at = endOfWorkingDay(deadlineDate, timeZone);
  if (at === null) return { ok: false, reason: 'deadline_invalid' };
  return at <= now ? { ok: false, reason: 'deadline_past' } : { ok: true, at };
}

type FoundClient =
  | { ok: true; id: string }
  | { ok: false; reason: ClientNameRefusal | 'client_not_found' | 'client_archived' | 'client_parted' };

async function findClient(stores: Stores, client: StartReview['client']): Promise<FoundClient> {
  if ('id' in client) {
    const found = await stores.clients.find(client.id);
    return found ? unlessGone(found) : { ok: false, reason: 'client_not_found' };
  }
  const name = parseClientName(client.newName);
  if (!name.ok) return name;
  return unlessGone(await stores.clients.findOrCreate(name));
}

/** Nothing could be decided about a client that we have parted with: it is opened again first. */
function unlessGone({ id, isArchived, status }: Client): FoundClient {
  if (isArchived) return { ok: false, reason: 'client_archived' };
  return status === 'parted' ? { ok: false, reason: 'client_parted' } : { ok: true, id };
}

async function alreadyOpen(stores: Stores, clientId: string): Promise<StartResult> {
  const open = await stores.reviews.findOpenByClient(clientId);
  if (!open) throw new Error(`client ${clientId} had an open review a moment ago and has none now: start again`);
  return { ok: false, reason: 'already_open', open };
}

/** Owes what a new review says: card, first question, and the invitations, of which a meeting has none. */
export async function owePosts(stores: Stores, review: Review, team: readonly Invitee[]): Promise<void> {
  const reviewId = review.id;
  const card = purposeOf.card(reviewId);
  await stores.outbox.put(cardPostOf(review));
  await stores.outbox.put({
    purpose: purposeOf.prompt(reviewId, 'complaints'),
    reviewId,
    channelId: review.channelId,
    parentPurpose: card,
    message: { kind: 'prompt', phase: 'complaints' },
  });
  await oweInvitations(stores, review, team);
}

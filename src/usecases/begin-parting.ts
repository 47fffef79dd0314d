import { dayOf } from '../domain/calendar.ts';
import type { ClientProfile } from '../domain/client-profile.ts';
import {
  checkEndDate,
  type EndDateRefusal,
  isNoticeTooLate,
  type PlannedEnd,
  planEndDate,
} from '../domain/parting/end-date.ts';
import type { PartingMode } from '../domain/parting/parting-steps.ts';
import { planParting } from '../domain/parting/plan-parting.ts';
import { continueSteps, type Playbook, partingModeOf } from '../domain/parting/playbook.ts';
import type { Review } from '../domain/review-record.ts';
import type { WorkspaceSettings } from '../domain/workspace.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { oweChecklist, type Parting } from './with-playbook.ts';

export type PartingStart = {
  readonly ok: true;
  /** The review whose decision it follows: the newest decision about the client. */
  readonly review: Review;
  readonly client: ClientProfile;
  readonly mode: PartingMode;
  readonly planned: PlannedEnd;
  readonly isNoticeTooLate: boolean;
  /** It was begun before and stopped, or is of the other mode: its steps are kept. */
  readonly isGoingOn: boolean;
};

type Facts = PartingStart & { readonly settings: WorkspaceSettings; readonly today: string; readonly now: Date };
type Begun = { readonly ok: true; readonly begun: Playbook };
export type StartRefused = {
  readonly ok: false;
  readonly reason: 'review_not_found' | 'not_parting' | 'client_parted';
};

/** What the form that begins a playbook shows; the playbook itself where it runs already. */
export async function readPartingStart(
  deps: Deps,
  { workspaceId, reviewId }: Pick<Parting, 'workspaceId' | 'reviewId'>,
): Promise<PartingStart | Begun | StartRefused> {
  return readStart(deps, deps.storage.forWorkspace(workspaceId), reviewId);
}

export type BeginParting = Parting & {
  /** As somebody chose it. */
  readonly endOn: string | null;
};

export type BeginResult =
  | Begun
  | StartRefused
  | { readonly ok: false; readonly reason: 'not_manager' | EndDateRefusal };

/**
 * Begins the playbook of a decision to part, once: steps with their dates, counted back from the end date. One that was stopped goes
 * on, with what was done in it; so does one whose decision was changed from planned to now. Two at once begin one.
 */
export async function beginParting(deps: Deps, input: BeginParting): Promise<BeginResult> {
  if (!input.isManager) return { ok: false, reason: 'not_manager' };
  return deps.storage.forWorkspace(input.workspaceId).transaction(async (stores): Promise<BeginResult> => {
    const asked = await stores.reviews.lock(input.reviewId);
    if (asked) await stores.clients.lock(asked.clientId);
    const start = await readStart(deps, stores, input.reviewId);
    if (!start.ok || 'begun' in start) return start;
    const end = checkEndDate(input.endOn, start.today);
    if (!end.ok) return end;
    const playbook = await takeUp(stores, start, { endOn: end.value, userId: input.userId });
    await oweChecklist(stores, start.review);
    await stores.audit.add({
      ...{ actorId: input.userId, action: 'parting_begun', subject: start.review.id, at: start.now },
      details: { mode: start.mode, endOn: end.value, isGoingOn: start.isGoingOn },
    });
    return { ok: true, begun: playbook };
  });
}

async function readStart(deps: Deps, stores: Stores, reviewId: string): Promise<Facts | Begun | StartRefused> {
  const asked = await stores.reviews.find(reviewId);
  const client = asked && !asked.isRehearsal ? await stores.clients.findProfile(asked.clientId) : null;
  if (!client) return { ok: false, reason: 'review_not_found' };
  if (client.status === 'parted') return { ok: false, reason: 'client_parted' };
  const decided = client.status === 'parting' ? await findPartingDecision(stores, client.id) : null;
  const review = decided && (await stores.reviews.find(decided.reviewId));
  if (!decided || !review) return { ok: false, reason: 'not_parting' };
  const { mode } = decided;
  const earlier = await stores.partings.list(client.id);
  const running = earlier.find(({ state }) => state === 'running');
  if (running?.mode === mode) return { ok: true, begun: running };
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const now = deps.clock();
  const today = dayOf(now, settings.timeZone);
  const planned = planEndDate({ ...{ mode, today, daysOff: settings.daysOff }, ...client });
  const isGoingOn = earlier.some(({ state }) => state !== 'finished');
  const tooLate = isNoticeTooLate(planned.endOn, client.noticeDays, today);
  return { ok: true, review, client, mode, planned, isNoticeTooLate: tooLate, isGoingOn, settings, today, now };
}

/** The review with the newest decision about a client, if that is to part. */
async function findPartingDecision(
  stores: Stores,
  clientId: string,
): Promise<{ reviewId: string; mode: PartingMode } | null> {
  const reviews = await stores.clientHistory.listReviews(clientId);
  const decided = reviews.flatMap(({ id, decision }) => (decision ? [{ id, ...decision }] : []));
  const newest = decided.sort((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime())[0];
  const mode = newest ? partingModeOf(newest.choice) : null;
  return newest && mode ? { reviewId: newest.id, mode } : null;
}

async function takeUp(
  stores: Stores,
  start: Facts,
  { endOn, userId }: { endOn: string; userId: string },
): Promise<Playbook> {
  const { review, client, mode, planned, settings, today, now } = start;
  const facts = { mode, today, endOn, noticeDays: client.noticeDays, daysOff: settings.daysOff };
  const playbook: Playbook = {
    ...{ reviewId: review.id, clientId: client.id, mode, endOn, channel: null, state: 'running' },
    ...{ basis: endOn === planned.endOn ? planned.basis : 'chosen', startedById: userId, startedAt: now },
  };
  const before = await findBefore(stores, start);
  if (!before) {
    await stores.partings.create(playbook);
    await stores.partings.addSteps(review.id, planParting(facts).map(toNewStep));
    return playbook;
  }
  if (before.reviewId !== review.id) await stores.partings.follow(before.reviewId, review.id);
  const { startedById, startedAt, channel } = before;
  const again = { ...playbook, startedById, startedAt, channel };
  await stores.partings.save(again, now);
  const steps = await stores.partings.listSteps(review.id);
  const { kept, missing } = continueSteps(steps, facts, { isAnew: before.state === 'finished' });
  for (const [at, step] of kept.entries())
    if (step !== steps[at]) await stores.partings.saveStep(step, steps[at]?.version ?? 0);
  await stores.partings.addSteps(review.id, missing.map(toNewStep));
  return again;
}

/** The playbook that is gone on with: that of this review, or the newest one that is not finished. Another that runs is stopped. */
async function findBefore(stores: Stores, { review, client, now }: Facts): Promise<Playbook | null> {
  const earlier = await stores.partings.list(client.id);
  const own = earlier.find(({ reviewId }) => reviewId === review.id);
  const running = earlier.find(({ state }) => state === 'running');
  if (own && running && running !== own) await stores.partings.save({ ...running, state: 'stopped' }, now);
  return own ?? running ?? earlier.find(({ state }) => state === 'stopped') ?? null;
}

function toNewStep({ id, dueOn }: { id: string; dueOn: string }) {
  return { stepId: id as never, title: null, dueOn, isDateOwn: false };
}

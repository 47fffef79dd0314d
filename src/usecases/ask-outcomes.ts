import { addDays, dayOf } from '../domain/calendar.ts';
import { type KnownPerson, reachable } from '../domain/client-managers.ts';
import { type Member, memberRefusal } from '../domain/member.ts';
import {
  daysSinceDecision,
  isOutcomeAskedAgain,
  OUTCOME_DAYS,
  type OutcomeQuestion,
  outcomePurpose,
  planOutcomeQuestion,
} from '../domain/outcome/outcome-check.ts';
import { purposeOf } from '../domain/post.ts';
import type { WorkingPerson } from '../domain/working-person.ts';
import type { AskableDecision } from '../storage/outcome-store.ts';
import type { Stores, WorkspaceStorage } from '../storage/storage.ts';
import { findDefaultManagers } from './find-default-managers.ts';
import { zoneOfMember } from './pulse-people.ts';
import type { AlertDeps } from './tell-alerts.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Older decisions are not asked about any more, such as those from before the app was away for long. */
const MAX_AGE_DAYS = 365;

/**
 * Owes managers the question whether a decision was right, 30 and 90 days after it (method 6): the one who decided, else a manager of
 * the client, else one of the workspace, named or not; in their working hours, each question once, and once more to another where the
 * one who was asked has left. Gives how many were owed.
 */
export async function askOutcomes(deps: AlertDeps, workspaceId: string): Promise<number> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const now = deps.clock();
  // A day less than the first question: the workspace's calendar may be ahead.
  const to = new Date(now.getTime() - (OUTCOME_DAYS[0] - 1) * DAY_MS);
  const from = new Date(now.getTime() - MAX_AGE_DAYS * DAY_MS);
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const { timeZone } = settings;
  let owed = 0;
  for (const decision of await stores.outcomes.listDecisions({ from, to })) {
    if (decision.newerDecisionAt !== null) continue;
    if (await askAnother(deps, stores, { decision, timeZone, now })) owed += 1;
    if (decision.askedDays.includes(90)) continue;
    if (decision.askedDays.includes(30) && dayOf(now, timeZone) < addDays(dayOf(decision.decidedAt, timeZone), 90))
      continue;
    const { newerDecisionAt } = decision;
    const sentPurposes = new Set(
      OUTCOME_DAYS.filter((day) => decision.askedDays.includes(day)).map((day) => outcomePurpose(decision, day)),
    );
    const manager = await findManager(deps, stores, decision);
    const question = planOutcomeQuestion({ decision, newerDecisionAt, manager, timeZone, sentPurposes }, now);
    if (question && (await askOnce(stores, { decision, question, timeZone, now }))) owed += 1;
  }
  return owed;
}

/** Who is asked: the first of them who is still one of us; null when there is nobody, or Slack cannot tell. */
async function findManager(
  deps: AlertDeps,
  stores: WorkspaceStorage,
  { decidedBy, clientId }: AskableDecision,
): Promise<WorkingPerson | null> {
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const client = await stores.clients.findProfile(clientId);
  const userIds = [...new Set([decidedBy, ...(client?.managerIds ?? []), ...settings.managerIds])];
  const members = await deps.findMembers(userIds);
  // Whoever decided is asked first: where Slack cannot tell at the moment whether they are here, the question waits.
  if (members[0] === null) return null;
  const found = firstOf(userIds, members) ?? (await findDefaultManager(deps, settings));
  if (found === null) return null;
  const { userId, member } = found;
  const own = (await stores.memberSettings.findDaysOff([userId])).get(userId) ?? [];
  const pausedUntil = (await stores.memberSettings.findPauses([userId])).get(userId) ?? null;
  const zone = zoneOfMember(member, settings.timeZone);
  return { userId, timeZone: zone, daysOff: [...settings.daysOff, ...own], pausedUntil };
}

type Found = { readonly userId: string; readonly member: Member };

/** The first of them who is one of us, as far as Slack can tell; null when nobody is. */
function firstOf(userIds: readonly string[], members: readonly (Member | null)[]): Found | null {
  const people = userIds.map((userId, i): KnownPerson => ({ userId, member: members[i] ?? null }));
  const [userId] = reachable(people.filter(({ member }) => member !== null));
  const member = people.find((one) => one.userId === userId)?.member;
  return userId === undefined || !member ? null : { userId, member };
}

async function findDefaultManager(deps: AlertDeps, settings: { readonly installerId: string | null }) {
  const userIds = await findDefaultManagers(deps, settings);
  return userIds.length === 0 ? null : firstOf(userIds, await deps.findMembers(userIds));
}

type Asking = {
  readonly decision: AskableDecision;
  readonly question: OutcomeQuestion;
  readonly timeZone: string;
  readonly now: Date;
};

/** Puts a question that waits to another manager, where the one who was asked has left; true when it did. */
async function askAnother(
  deps: AlertDeps,
  stores: WorkspaceStorage,
  { decision, timeZone, now }: Omit<Asking, 'question'>,
): Promise<boolean> {
  const { waiting, newerDecisionAt, reviewId, verdictVersion } = decision;
  if (waiting === null) return false;
  const [member] = await deps.findMembers([waiting.askedId]);
  // Slack cannot tell at the moment, or they are here.
  if (!member || memberRefusal(member) === null) return false;
  const manager = await findManager(deps, stores, decision);
  if (!manager || !isOutcomeAskedAgain({ ...waiting, hasLeft: true }, { newerDecisionAt, manager }, now)) return false;
  const { day, askedId } = waiting;
  const { userId } = manager;
  const purpose = purposeOf.outcomeAgain({ reviewId, verdictVersion }, day, userId);
  return stores.transaction(async (own) => {
    const key = { reviewId, verdictVersion, day };
    if (!(await own.outcomes.askAnother(key, askedId, { askedId: userId, askedAt: now }))) return false;
    await oweQuestion(own, { decision, question: { ...key, userId, purpose }, timeZone, now });
    return true;
  });
}

function askOnce(stores: WorkspaceStorage, asking: Asking): Promise<boolean> {
  const { decision, question, now } = asking;
  const { reviewId, verdictVersion, day, userId } = question;
  const { clientId } = decision;
  return stores.transaction(async (own) => {
    const isNew = await own.outcomes.ask(
      { reviewId, verdictVersion, day },
      { clientId, askedId: userId, askedAt: now },
    );
    if (!isNew) return false;
    await oweQuestion(own, asking);
    return true;
  });
}

function oweQuestion({ outbox }: Stores, { decision, question, timeZone, now }: Asking): Promise<void> {
  const { reviewId, verdictVersion, day, userId, purpose } = question;
  const { choice, decidedBy, decidedAt } = decision;
  const daysAgo = daysSinceDecision(decidedAt, now, timeZone);
  const said = { verdictVersion, day, decidedOn: dayOf(decidedAt, timeZone), daysAgo, choice };
  return outbox.put({
    ...{ purpose, reviewId, channelId: userId, parentPurpose: null },
    message: { kind: 'outcome', ...said, isOwn: decidedBy === userId, answer: null },
  });
}

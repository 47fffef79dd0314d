import { dayOf } from '../domain/calendar.ts';
import type { ClientProfile } from '../domain/client-profile.ts';
import { currentEntries } from '../domain/evidence/current-entries.ts';
import type { Intake } from '../domain/intake.ts';
import type { PlanItem } from '../domain/plan/plan-item.ts';
import type { HealthWeek } from '../domain/pulse.ts';
import { weekOf } from '../domain/pulse-week.ts';
import type { Review } from '../domain/review-record.ts';
import type { PastLesson, PastReview } from '../storage/client-history-store.ts';
import type { Deps } from './deps.ts';
import { readComments, type WeekComments } from './read-comments.ts';
import { type ClientParting, readClientParting } from './read-parting.ts';

/** Everything that managers see of one client. */
export type ClientPage = {
  readonly client: ClientProfile;
  readonly usualCurrency: string;
  /** The weeks of the last twelve that have closed, newest first. */
  readonly weeks: readonly HealthWeek[];
  /** Those of the newest of these weeks; null where there is none. */
  readonly comments: WeekComments | null;
  readonly openReview: Review | null;
  /** Newest first. */
  readonly reviews: readonly PastReview[];
  readonly lessons: readonly PastLesson[];
  /** What is still to be done, first due first; `today` where the workspace is. */
  readonly planItems: readonly PlanItem[];
  readonly today: string;
  /** How many entries its evidence log has, corrected ones counted once. */
  readonly evidence: number;
  /** What was agreed before the work started; null where nobody was asked. */
  readonly intake: Intake | null;
  /** How far a parting with them is; null where we do not part. */
  readonly parting?: ClientParting | null;
};

const WEEKS_SHOWN = 12;

/** The page of a client; null for an id that is none, or that of a rehearsal's. The caller has made sure that a manager asks. */
export async function readClientPage(
  deps: Deps,
  { workspaceId, clientId }: { workspaceId: string; clientId: string },
): Promise<ClientPage | null> {
  const stores = deps.storage.forWorkspace(workspaceId);
  if (!(await stores.clients.find(clientId))) return null;
  const [client, settings, all, openReview, reviews, lessons, planItems, log, intake] = await Promise.all([
    stores.clients.findProfile(clientId),
    stores.workspace.findOrCreate(deps.defaults),
    stores.health.listWeeks(clientId),
    stores.reviews.findOpenByClient(clientId),
    stores.clientHistory.listReviews(clientId),
    stores.clientHistory.listLessons(clientId),
    stores.plans.listOpenOfClient(clientId),
    stores.evidence.list(clientId),
    stores.intakes.find(clientId),
  ]);
  if (!client) return null;
  // The week that runs is rarely among them: twelve before it.
  const today = dayOf(deps.clock(), settings.timeZone);
  const from = weekOf(today) - WEEKS_SHOWN;
  const weeks = all
    .filter(({ week }) => week >= from)
    .reverse()
    .slice(0, WEEKS_SHOWN);
  const [newest] = weeks;
  const comments = newest ? await readComments(deps, { workspaceId, clientId, week: newest.week }) : null;
  const history = { weeks, comments: inOrder(comments), openReview, reviews, lessons };
  const parting = await readClientParting(deps, { workspaceId, clientId });
  const kept = { planItems, evidence: currentEntries(log).length, intake: intake?.intake ?? null, parting };
  return { client, usualCurrency: settings.currency, today, ...history, ...kept };
}

/** By their letters, so that every page of them is of one order, which tells nothing of their authors. */
function inOrder(comments: WeekComments | null): WeekComments | null {
  return comments && { ...comments, texts: [...comments.texts].sort((a, b) => a.localeCompare(b)) };
}

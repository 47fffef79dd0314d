import type { Review } from '../domain/review-record.ts';
import { tunedThresholds } from '../domain/thresholds.ts';
import type { VerdictContext } from '../domain/verdict.ts';
import type { Stores } from '../storage/storage.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * What a verdict needs besides the answers, as it is known when a review closes. `before`: the moment of its first verdict, for one
 * that closed before this was kept; its own pressure must not count as that of an earlier review.
 */
export async function readVerdictContext(stores: Stores, review: Review, before?: Date): Promise<VerdictContext> {
  const since = new Date(review.startedAt.getTime() - YEAR_MS);
  const client = await stores.clients.find(review.clientId);
  return {
    previousPressure: await stores.records.findPreviousPressure(review.clientId, since, before),
    recentPulseHealth: await readPulseHealth(stores, review.clientId, { since, before }),
    clientMeeting: null,
    revenueShare: client?.revenueShare ?? null,
    readiness: null,
    thresholds: tunedThresholds(await stores.workspace.findThresholds()),
  };
}

/** The health of the client's weeks that had a pulse within a year before the review, oldest first. */
async function readPulseHealth(
  stores: Stores,
  clientId: string,
  { since, before }: { since: Date; before: Date | undefined },
): Promise<number[]> {
  const weeks = await stores.health.listWeeks(clientId);
  const within = weeks.filter(({ closedAt }) => closedAt >= since && (before === undefined || closedAt < before));
  return within.flatMap(({ health }) => (health === null ? [] : [health]));
}

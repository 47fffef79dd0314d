import { isPlanFollowed } from '../domain/assignments/assignment.ts';
import { type ClientProfile, isWatched } from '../domain/client-profile.ts';
import { type Digest, planDigest } from '../domain/digest.ts';
import { planFigures } from '../domain/plan/plan-figures.ts';
import { shuffled } from '../domain/shuffle.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';

/** The weeks a digest looks back: its own and the eleven before. */
const WEEKS = 12;

/** The clients that a digest is about: those that the pulse watches, by name. */
export async function listDigestClients({ clients }: Pick<Stores, 'clients'>): Promise<ClientProfile[]> {
  return (await clients.listProfiles()).filter(isWatched);
}

/** The digest of a week as it is now; see planDigest. Comments come without names and in no order. */
export async function readDigest(
  deps: Deps,
  { workspaceId, week }: { workspaceId: string; week: number },
): Promise<Digest> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const weeks = await stores.health.listSince(week - WEEKS + 1);
  const alerts = await stores.health.listAlertsIn(week);
  const comments = shuffled(await stores.pulseAnswers.listComments(week), deps.randomInt);
  const inReview = new Set((await stores.reviews.listOpen()).map(({ clientId }) => clientId));
  const invited = (await stores.pulses.list(week)).map(({ userId }) => userId);
  const answered = await stores.pulseAnswers.listAnswered(week);
  const clients = await listDigestClients(stores);
  const { timeZone } = await stores.workspace.findOrCreate(deps.defaults);
  const items = await stores.plans.listOpen();
  return planDigest({
    ...{ week, asked: invited.length, answered: invited.filter((userId) => answered.has(userId)).length },
    clients: clients.map(({ id, name, status }) => {
      const own = weeks.filter(({ clientId, week: at }) => clientId === id && at <= week);
      return {
        ...{ id, name, weeks: own.map(({ week: at, health }) => ({ week: at, health })) },
        now: own.find(({ week: at }) => at === week) ?? null,
        texts: comments.flatMap(({ clientId, comment }) => (clientId === id ? [comment] : [])),
        alerts: alerts.flatMap(({ clientId, condition }) => (clientId === id ? [condition] : [])),
        hasOpenReview: inReview.has(id),
        // A plan rests while we part.
        items: planFigures(
          isPlanFollowed(status) ? items.filter(({ clientId }) => clientId === id) : [],
          () => timeZone,
          deps.clock(),
        ),
      };
    }),
  });
}

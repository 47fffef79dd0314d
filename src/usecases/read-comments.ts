import { MIN_RESPONDENTS_FOR_COMMENTS } from '../domain/pulse.ts';
import { shuffled } from '../domain/shuffle.ts';
import type { Deps } from './deps.ts';

/** Comments of a client's week, without names and in no order; `texts` is empty where too few answered: then they are only counted. */
export type WeekComments = { readonly count: number; readonly texts: readonly string[] };

/** The comments of a week that has closed (method 7: with fewer than 3 respondents a comment is shown only to its author). */
export async function readComments(
  deps: Deps,
  { workspaceId, clientId, week }: { workspaceId: string; clientId: string; week: number },
): Promise<WeekComments> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const closed = (await stores.health.listWeeks(clientId)).find((one) => one.week === week);
  if (!closed) return { count: 0, texts: [] };
  if (closed.respondents < MIN_RESPONDENTS_FOR_COMMENTS) return { count: closed.comments, texts: [] };
  const answers = await stores.pulseAnswers.listOfClient(week, clientId);
  const texts = answers.flatMap(({ comment }) => comment ?? []);
  return { count: closed.comments, texts: shuffled(texts, deps.randomInt) };
}

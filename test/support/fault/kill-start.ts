import { TEAM_CHANNEL } from '../../../demo/sample-agency.ts';
import { FIELDS, VIEWS } from '../../../src/slack/ids.ts';
import { idOf } from '../e2e/review.ts';
import { wrongStart } from './kill-checks.ts';
import type { ReviewPlan } from './kill-plan.ts';
import type { KillWorld } from './kill-world.ts';

/** More than enough for every kill to come just when she tries. */
const MOST_TRIES = 100;
/** How long a person looks at an empty form, or at none. */
const PATIENCE_MS = 6_000;
const MARA = idOf('mara');

export type Starting = { readonly client: string; readonly mode: ReviewPlan['mode'] };

/**
 * Mara starts a review and tries again as long as Slack or the app shows her an error. Resolves to its id as soon as it is there, and
 * throws when her form was taken and there is none, or two.
 */
export async function startReview(world: KillWorld, starting: Starting): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await world.whole();
    const wasTaken = await tryToStart(world, starting);
    const ids = await findReviews(world, starting.client);
    const wrong = wrongStart({ wasTaken, reviews: ids.length });
    if (wrong !== null) throw new Error(`${starting.client}: ${wrong}`);
    const [id] = ids;
    if (id === undefined) continue;
    await world.driver.close(MARA);
    return id;
  }
  throw new Error(`Mara gave up: ${MOST_TRIES} tries to start the review of ${starting.client}`);
}

/** Whether Slack took her form. The page that says that the form is coming stays for ever where the app died meanwhile. */
async function tryToStart(world: KillWorld, { client, mode }: Starting): Promise<boolean> {
  const { driver } = world;
  const hasForm = () => driver.openView(MARA)?.callback_id === VIEWS.start;
  if (!hasForm()) {
    const life = world.life();
    const replies = () => driver.ephemerals(MARA, TEAM_CHANNEL).length;
    const seen = replies();
    await driver.close(MARA);
    await world.inThisLife(driver.command(MARA, TEAM_CHANNEL, `/client-review ${client}`));
    const hasEnded = () => hasForm() || replies() > seen || world.life() !== life;
    await driver.waitFor(hasEnded, { timeoutMs: PATIENCE_MS }).catch(() => undefined);
  }
  if (!hasForm()) return false;
  const result = await world.inThisLife(driver.submit(MARA, { [FIELDS.mode]: mode }));
  if (result === undefined || result.kind === 'failed') return false;
  if (result.kind === 'closed') return true;
  const { client_has_open_review, database_gone, took_too_long } = world.t.forms.errors;
  const said = result.kind === 'errors' ? Object.values(result.errors) : [];
  // That there is one already is what she wants to hear: hers was saved when she was told nothing.
  if (said.some((text) => [client_has_open_review, database_gone, took_too_long].includes(text))) return false;
  throw new Error(`the start form of ${client} was not taken: ${JSON.stringify(result)}`);
}

async function findReviews(world: KillWorld, client: string): Promise<string[]> {
  const sql = 'SELECT r.id FROM "Review" r JOIN "Client" c ON c.id = r."clientId" WHERE c.name = $1';
  return (await world.query(sql, [client])).map(({ id }) => String(id));
}

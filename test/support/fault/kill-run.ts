import { setTimeout as wait } from 'node:timers/promises';
import { TEAM_CHANNEL, TEAM_ID } from '../../../demo/sample-agency.ts';
import { purposeOf } from '../../../src/domain/post.ts';
import { messageKey } from '../../../src/slack/outbox/message-key.ts';
import { createReview, type Review } from '../e2e/review.ts';
import { answer } from './kill-people.ts';
import type { Disturbance, ReviewPlan } from './kill-plan.ts';
import { startReview } from './kill-start.ts';
import type { Kill, KillWorld } from './kill-world.ts';

/** A review that has come to its end. */
export type PlayedReview = {
  readonly id: string;
  readonly review: Review;
  /** What was killed, in this order. */
  readonly kills: readonly Kill['what'][];
  /** The words whose author was told that they are safe. */
  readonly acknowledged: readonly string[];
  /** Answers that somebody was told are safe, clicks included. */
  readonly answers: number;
};

export type PlayOptions = {
  readonly client: string;
  readonly plan: ReviewPlan;
  /** None for a review that is left in peace. */
  readonly disturbance?: Disturbance;
};

/** Plays a whole review, from the command to the summary, while what is to be killed is killed. */
export async function playReview(world: KillWorld, { client, plan, disturbance }: PlayOptions): Promise<PlayedReview> {
  const earlier = new Set(world.standIn.messages(TEAM_CHANNEL).map(({ ts }) => ts));
  if (disturbance?.isFromTheStart) world.arm(disturbance.kills);
  const id = await startReview(world, { client, mode: plan.mode });
  if (disturbance && !disturbance.isFromTheStart) world.arm(disturbance.kills);
  const card = await inTime(world, 'the card', () =>
    world.standIn.messages(TEAM_CHANNEL).find((one) => !earlier.has(one.ts) && !one.thread_ts && !one.ephemeral_to),
  );
  const review = createReview(world, { channel: TEAM_CHANNEL, ts: card.ts });
  const acknowledged: string[] = [];
  let answers = 0;
  for (const { phase, deeds, endsByTimer } of plan.steps) {
    const key = messageKey({ workspaceId: TEAM_ID, purpose: purposeOf.prompt(id, phase), part: 0 });
    await inTime(world, `the question of ${phase}`, () =>
      review.thread().find((one) => one.metadata?.event_payload.key === key),
    );
    await Promise.all(
      deeds.map(async (deed) => {
        const isSafe = await answer({ world, id, review, phase }, deed);
        if (isSafe) answers += 1;
        if (isSafe && deed.kind === 'form') {
          acknowledged.push(deed.word);
          await expectKept(world, id, [deed.word]);
        }
      }),
    );
    await world.whole();
    if (phase !== 'vote') await expectKept(world, id, acknowledged);
    await endStep(world, { id, phase, endsByTimer });
  }
  await world.whole();
  const killed = world.disarm();
  await world.whole();
  await settle(world);
  return { id, review, kills: killed, acknowledged, answers };
}

/** More minutes than anything in the app waits for. */
const MOST_MINUTES = 300;

/**
 * Until it is there. What a death interrupted is taken up by the next full minute at the latest, so minutes pass meanwhile; only they
 * are counted, since a kill that comes between may take long to mend on a busy machine.
 */
async function inTime<T>(
  world: KillWorld,
  what: string,
  find: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  for (let minutes = 0; minutes < MOST_MINUTES; minutes += 1) {
    await world.whole();
    const found = await find();
    if (found !== undefined) return found;
    await world.passTime(1_000);
    await wait(20);
  }
  const owed = await world.query(
    'SELECT purpose, revision, "deliveredRevision", "holdReason", "sendingPart" FROM "Post" WHERE "deliveredRevision" < revision',
  );
  const jobs = await world.query(
    'SELECT key, attempts, run_at, locked_by, last_error FROM graphile_worker._private_jobs',
  );
  throw new Error(`waited ${MOST_MINUTES} minutes for ${what}. ${JSON.stringify({ owed, jobs })}`);
}

async function readState(world: KillWorld, id: string): Promise<{ state: string; phaseEndsAt: Date | null }> {
  const [row] = await world.query('SELECT state, "phaseEndsAt" FROM "Review" WHERE id = $1', [id]);
  return row as { state: string; phaseEndsAt: Date | null };
}

/** The words are in the database, each once, until the review closes. */
async function expectKept(world: KillWorld, id: string, words: readonly string[]): Promise<void> {
  const rows = await world.query('SELECT content::text AS content FROM "Answer" WHERE "reviewId" = $1', [id]);
  const all = rows.map(({ content }) => String(content)).join('\n');
  const wrong = words.filter((word) => all.split(word).length !== 2);
  if (wrong.length > 0) throw new Error(`acknowledged, and not in the database once: ${wrong.join(', ')}`);
}

type Step = { readonly id: string; readonly phase: string; readonly endsByTimer: boolean };

/** Waits for the step to end: by its time where somebody stays silent, else because everybody has answered. */
async function endStep(world: KillWorld, { id, phase, endsByTimer }: Step): Promise<void> {
  await inTime(world, `the end of ${phase}`, async () => {
    const { state, phaseEndsAt } = await readState(world, id);
    if (state !== phase) return true;
    // A process that died between the last answer and what follows from it leaves that to the clock.
    const leftMs = endsByTimer && phaseEndsAt ? phaseEndsAt.getTime() - world.now().getTime() : 0;
    if (leftMs > 0) await world.passTime(leftMs);
    return undefined;
  });
}

/** Until Slack shows everything that is owed. */
async function settle(world: KillWorld): Promise<void> {
  const sql = 'SELECT purpose FROM "Post" WHERE "deliveredRevision" < revision OR "sendingPart" IS NOT NULL';
  await inTime(world, 'everything owed to be in Slack', async () =>
    (await world.query(sql)).length === 0 ? true : undefined,
  );
}

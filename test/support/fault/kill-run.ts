import { TEAM_CHANNEL, TEAM_ID } from '../../../demo/sample-agency.ts';
import { purposeOf } from '../../../src/domain/post.ts';
import { messageKey } from '../../../src/slack/outbox/message-key.ts';
import { createReview, type Review } from '../e2e/review.ts';
import { findLost } from './kill-checks.ts';
import { answer } from './kill-people.ts';
import type { Disturbance, ReviewPlan } from './kill-plan.ts';
import { startReview } from './kill-start.ts';
import { endStep, inTime } from './kill-waiting.ts';
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

/** The words are in the database, each once, until the review closes. */
async function expectKept(world: KillWorld, id: string, words: readonly string[]): Promise<void> {
  const rows = await world.query('SELECT content::text AS content FROM "Answer" WHERE "reviewId" = $1', [id]);
  const wrong = findLost(
    words,
    rows.map(({ content }) => String(content)),
  );
  if (wrong.length > 0) throw new Error(`acknowledged, and not in the database once: ${wrong.join(', ')}`);
}

/** Until Slack shows everything that is owed. */
async function settle(world: KillWorld): Promise<void> {
  const sql = 'SELECT purpose FROM "Post" WHERE "deliveredRevision" < revision OR "sendingPart" IS NOT NULL';
  await inTime(world, 'everything owed to be in Slack', async () =>
    (await world.query(sql)).length === 0 ? true : undefined,
  );
}

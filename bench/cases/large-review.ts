import { setTimeout as wait } from 'node:timers/promises';
import { type ParleyApp, startApp } from '../../src/app.ts';
import type { ReviewMode } from '../../src/domain/review.ts';
import type { Review } from '../../src/domain/review-record.ts';
import { createLogger } from '../../src/ops/logging.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { advanceReview } from '../../src/usecases/advance-review.ts';
import { startReview } from '../../src/usecases/start-review.ts';
import { submitAnswer } from '../../src/usecases/submit-answer.ts';
import { DEFAULTS, personId, personOf, WORKSPACE } from '../big-agency.ts';
import { type Bench, type BenchTools, type Figure, figure } from '../figure.ts';
import { type LimitedSlack, startLimitedSlack } from '../limited-slack.ts';

const PEOPLE = 500;
const CHANNEL = 'C1LARGE';
/** Slack takes one message a second in a channel. */
const LIMIT_MS = 1_000;
/** Of the 501 messages of an open step a short run waits for these. */
const SAMPLE = 75;
/** A message of the usual size: two or three sentences. */
const WORDS = 'They change what they want after we have built it, and then ask why it is late. '.repeat(3);

/**
 * One review with 500 people, against a Slack with its limits: from closing a step until every message that follows from it is taken.
 * In a private review those are the words of all, in as few messages as fit; in an open one 500 answers, given ahead, one message each.
 * Floor: the limit itself.
 */
export const bench: Bench = {
  title: 'A review with 500 people',
  async run(tools) {
    return [...(await withApp(tools, closePrivate)), ...(await withApp(tools, closeOpen))];
  },
};

type Scene = {
  readonly app: ParleyApp;
  readonly slack: LimitedSlack;
  readonly database: Database;
  readonly tools: BenchTools;
};

async function withApp(tools: BenchTools, work: (scene: Scene) => Promise<Figure[]>): Promise<Figure[]> {
  const url = await tools.createDatabase();
  const people = Array.from({ length: PEOPLE }, (_, i) => personOf(personId(i)));
  const slack = await startLimitedSlack({ teamId: WORKSPACE, people, hasLimits: true, inChannels: PEOPLE });
  const app = await startApp({
    slack: { mode: 'http', botToken: 'xoxb-bench', signingSecret: 'bench', port: 0, apiUrl: slack.apiUrl },
    databaseUrl: url,
    encryptionKey: new Uint8Array(32).fill(1),
    defaults: DEFAULTS,
    logger: createLogger({ level: 'error' }),
  });
  const database = openDatabase({ url, poolSize: 2 });
  try {
    return await work({ app, slack, database, tools });
  } finally {
    await app.stop();
    await database.close();
    await slack.stop();
  }
}

async function closePrivate(scene: Scene): Promise<Figure[]> {
  const review = await begin(scene, 'private');
  for (let i = 0; i < PEOPLE; i += 1) {
    const text = `${WORDS}${i}`;
    const complaint = { text, signals: ['scope_creep'], severity: 2, frequency: 'sometimes', concerns: null } as const;
    const saved = await submitAnswer(scene.app.deps, {
      ...{ workspaceId: WORKSPACE, reviewId: review.id, userId: personId(i) },
      answer: { phase: 'complaints', complaints: [complaint] },
    });
    if (!saved.ok) throw new Error(`an answer was not taken: ${saved.reason}`);
  }
  // The words in their parts and the next question: how many messages that is, the delivery says.
  return close(scene, { review, name: 'private: 500 people’s words', isDone: async () => !(await isOwed(scene)) });
}

async function closeOpen(scene: Scene): Promise<Figure[]> {
  const review = await begin(scene, 'open');
  await scene.database.pool.query(
    `INSERT INTO "Answer" ("workspaceId", "reviewId", phase, "personKey", content)
     SELECT $1, $2, 'positives', "userId", jsonb_build_object('phase', 'positives', 'text', $3::text)
     FROM "Participant" WHERE "workspaceId" = $1 AND "reviewId" = $2`,
    [WORKSPACE, review.id, WORDS],
  );
  const enough = scene.tools.isFull ? PEOPLE + 1 : SAMPLE;
  const isDone = async (posts: number) => posts >= enough;
  return close(scene, { review, name: 'open: 500 answers', isDone });
}

/** A review whose card and first question are in the channel. */
async function begin({ app, slack, database, tools }: Scene, mode: ReviewMode): Promise<Review> {
  const started = await startReview(app.deps, {
    ...{ workspaceId: WORKSPACE, userId: personId(0), channelId: CHANNEL, client: { newName: 'Large' } },
    team: Array.from({ length: PEOPLE }, (_, i) => ({ userId: personId(i), role: 'delivery' as const })),
    ...{ mode, preset: 'live' as const, deadlineDate: null, question: null },
  });
  if (!started.ok) throw new Error(`the review did not start: ${started.reason}`);
  while (inChannel(slack).length < 2 || (await isOwed({ database }))) await wait(50);
  tools.say(`a ${mode} review with ${PEOPLE} people is open`);
  return started.review;
}

type Closing = {
  readonly review: Review;
  readonly name: string;
  readonly isDone: (posts: number) => Promise<boolean>;
};

async function close({ app, slack, tools }: Scene, { review, name, isDone }: Closing): Promise<Figure[]> {
  const before = inChannel(slack).length;
  const from = performance.now();
  const input = { workspaceId: WORKSPACE, reviewId: review.id, event: 'next_phase', actorId: personId(0) } as const;
  const moved = await advanceReview(app.deps, input);
  if (!moved.ok) throw new Error(`the step did not end: ${moved.reason}`);
  const closedMs = performance.now() - from;
  while (!(await isDone(inChannel(slack).length - before))) await wait(100);
  const posts = inChannel(slack).slice(before);
  const total = (posts.at(-1)?.at ?? from) - from;
  tools.say(`${posts.length} messages in ${Math.round(total)} ms; limited ${JSON.stringify([...slack.limited])}`);
  return [
    figure({ name: `${name}, the step is closed`, value: closedMs, unit: 'ms' }),
    figure({
      ...{ name: `${name}, ${posts.length} messages taken`, value: total, unit: 'ms' },
      ...{ floor: (posts.length - 1) * LIMIT_MS, target: '≤ 1.2' },
    }),
  ];
}

const inChannel = ({ posted }: LimitedSlack) => posted.filter(({ channel }) => channel === CHANNEL);

async function isOwed({ database }: Pick<Scene, 'database'>): Promise<boolean> {
  const { rows } = await database.pool.query(
    'SELECT 1 FROM "Post" WHERE "deliveredRevision" < revision AND "holdReason" IS NULL LIMIT 1',
  );
  return rows.length > 0;
}

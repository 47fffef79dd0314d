import { setTimeout as wait } from 'node:timers/promises';
import { type ParleyApp, startApp } from '../../src/app.ts';
import { createLogger } from '../../src/ops/logging.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { startReview } from '../../src/usecases/start-review.ts';
import { DEFAULTS, FAN_OUT, fillAgency, PULSE_TIME, personId, personOf, WORKSPACE } from '../big-agency.ts';
import { type Bench, type Figure, figure } from '../figure.ts';
import { type LimitedSlack, MESSAGES_A_MINUTE, startLimitedSlack } from '../limited-slack.ts';

const SAMPLE_S = 75;
const CHANNEL = 'C1CLIENTS';

/**
 * The real app against a Slack that enforces its limits: 5,000 pulses are due at once. How many arrive a second, what that leaves for
 * a card that somebody waits for, and how much memory it takes.
 */
export const bench: Bench = {
  title: 'Pulse: deliver',
  async run({ createDatabase, say, isFull }) {
    const url = await createDatabase();
    const database = openDatabase({ url, poolSize: 2 });
    await fillAgency(database, FAN_OUT).finally(() => database.close());
    const limited = await withApp({ url, hasLimits: true, postIntervalMs: 1_000 }, (scene) =>
      underLimits(scene, { say, isFull }),
    );
    return isFull
      ? limited
      : [...limited, ...(await withApp({ url, hasLimits: false, postIntervalMs: 0 }, (scene) => withoutLimits(scene)))];
  },
};

type Scene = { readonly slack: LimitedSlack; readonly app: ParleyApp; readonly setNow: (at: string) => void };
type Setting = { url: string; hasLimits: boolean; postIntervalMs: number };

async function withApp(setting: Setting, work: (scene: Scene) => Promise<Figure[]>): Promise<Figure[]> {
  const people = Array.from({ length: FAN_OUT.people }, (_, i) => personOf(personId(i)));
  const slack = await startLimitedSlack({ teamId: WORKSPACE, people, hasLimits: setting.hasLimits });
  let aheadMs = 0;
  const setNow = (at: string) => {
    aheadMs = Date.parse(at) - Date.now();
  };
  setNow('2026-11-05T13:58:00Z');
  const app = await startApp({
    slack: { mode: 'http', botToken: 'xoxb-bench', signingSecret: 'bench', port: 0, apiUrl: slack.apiUrl },
    databaseUrl: setting.url,
    encryptionKey: new Uint8Array(32).fill(1),
    defaults: DEFAULTS,
    logger: createLogger({ level: 'error' }),
    clock: () => new Date(Date.now() + aheadMs),
    postIntervalMs: setting.postIntervalMs,
  });
  try {
    await app.tick();
    return await work({ slack, app, setNow });
  } finally {
    await app.stop();
    await slack.stop();
  }
}

async function underLimits(
  { slack, app, setNow }: Scene,
  { say, isFull }: { say: (text: string) => void; isFull: boolean },
): Promise<Figure[]> {
  const idleCardMs = await timeOfCard(app, slack);
  const before = slack.posted.length;
  const memory = watchMemory();
  setNow(PULSE_TIME.opens);
  const from = performance.now();
  const until = isFull ? Number.POSITIVE_INFINITY : from + SAMPLE_S * 1_000;
  // As in a running app: the clock ticks every minute.
  const ticking = setInterval(() => void app.tick(), 60_000);
  const ticked = app.tick().then(() => performance.now() - from);
  await wait(20_000);
  const busyCardMs = await timeOfCard(app, slack);
  while (performance.now() < until && countPulses(slack) < FAN_OUT.people) {
    await wait(5_000);
    say(`${countPulses(slack)} of ${FAN_OUT.people} pulses are in Slack`);
  }
  clearInterval(ticking);
  const pulses = slack.posted.slice(before).filter(({ channel }) => channel.startsWith('U'));
  const [first, last] = [pulses[0]?.at ?? 0, pulses.at(-1)?.at ?? 0];
  const sum = (map: ReadonlyMap<string, number>) => [...map.values()].reduce((total, n) => total + n, 0);
  say(`taken ${JSON.stringify([...slack.taken])}, limited ${JSON.stringify([...slack.limited])}`);
  return [
    figure({ name: 'first tick, people read page by page', value: await ticked, unit: 'ms' }),
    figure({ name: 'first pulse in Slack', value: first - from, unit: 'ms' }),
    figure({
      ...{
        name: 'pulses delivered under the limits',
        value: ((pulses.length - 1) * 1_000) / (last - first),
        unit: '/s',
      },
      floor: MESSAGES_A_MINUTE / 60,
    }),
    figure({
      ...{ name: 'calls refused with 429, for each 100 taken', value: (100 * sum(slack.limited)) / sum(slack.taken) },
      ...{ unit: 'calls' },
    }),
    figure({ name: 'a card while pulses go out', value: busyCardMs, unit: 'ms', floor: idleCardMs }),
    figure({ name: 'peak memory of the fan-out (RSS)', value: memory.stop(), unit: 'MB', floor: memory.before }),
  ];
}

/** The rest of the queue, with a Slack that takes everything: what the app itself can carry. */
async function withoutLimits({ slack, app, setNow }: Scene): Promise<Figure[]> {
  setNow(PULSE_TIME.opens);
  await app.tick();
  const started = performance.now();
  const before = countPulses(slack);
  await wait(20_000);
  const seconds = (performance.now() - started) / 1_000;
  const delivered = countPulses(slack) - before;
  return [
    figure({
      name: 'pulses delivered without limits',
      value: delivered / seconds,
      unit: '/s',
      floor: MESSAGES_A_MINUTE / 60,
    }),
  ];
}

/** From pressing *Start* to the card in its channel, in milliseconds. */
async function timeOfCard(app: ParleyApp, slack: LimitedSlack): Promise<number> {
  const inChannel = () => slack.posted.filter(({ channel }) => channel === CHANNEL).length;
  const before = inChannel();
  const from = performance.now();
  const started = await startReview(app.deps, {
    ...{ workspaceId: WORKSPACE, userId: personId(0), channelId: CHANNEL, client: { newName: `Card ${from}` } },
    team: [0, 1, 2, 3].map((i) => ({ userId: personId(i), role: 'delivery' as const })),
    ...{ mode: 'open' as const, preset: 'live' as const, deadlineDate: null, question: null },
  });
  if (!started.ok) throw new Error(`the review did not start: ${started.reason}`);
  while (inChannel() === before) await wait(20);
  return performance.now() - from;
}

function countPulses({ posted }: LimitedSlack): number {
  return posted.filter(({ channel }) => channel.startsWith('U')).length;
}

/** Resident memory in megabytes: now, and the most until `stop`. */
function watchMemory() {
  const now = () => process.memoryUsage.rss() / 2 ** 20;
  const before = now();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, now());
  }, 100);
  return {
    before,
    stop: () => {
      clearInterval(timer);
      return Math.max(peak, now());
    },
  };
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { OutboxFigures } from '../storage/probe.ts';
import { createAnswerTimes } from './answer-times.ts';
import { ANSWER_KIND, type Watch } from './watch.ts';

/** As the connections of the app's pool are now; `waiting`: work that waits for one. */
export type PoolFigures = { readonly totalCount: number; readonly idleCount: number; readonly waitingCount: number };

export type MetricsOptions = {
  readonly version: string;
  /** Rejects when the database does not answer in time: then what it would have told is left out. */
  readonly readFigures: () => Promise<OutboxFigures>;
  readonly pool: PoolFigures;
  readonly isSlackConnected: () => boolean;
};

export type Metrics = {
  readonly watch: Watch;
  readonly contentType: string;
  /** Every figure as it is now, in the text format of Prometheus. */
  readonly render: () => Promise<string>;
};

/** Answers are told of by quantiles alone; see `createAnswerTimes`. */
const ANSWERS = { window: 200, every: 20 };

const ACK_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
const TICK_SECONDS = [0.05, 0.1, 0.5, 1, 5, 15, 30, 60];

/**
 * The figures of this process and of what all replicas share, in a registry of their own. Labels are our own words out of fixed
 * lists; nothing is counted by person, workspace, client or review.
 */
export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    ...{ registers, name: 'parley_info', help: 'The version that runs; always 1.', labelNames: ['version'] },
  }).set({ version: options.version }, 1);
  addPoolGauge(registers, options.pool);
  addSlackGauge(registers, options.isSlackConnected);
  const showFigures = createFigureGauges(registers);
  return {
    watch: { ...watchInteractions(registers), ...watchSlack(registers), ...watchBackground(registers) },
    contentType: registry.contentType,
    async render() {
      showFigures(await options.readFigures().catch(() => null));
      return registry.metrics();
    },
  };
}

type Registers = Registry[];

function watchInteractions(registers: Registers): Pick<Watch, 'acknowledged' | 'interactionFailed'> {
  const labelNames = ['kind', 'id'];
  const latency = new Histogram({
    name: 'parley_interaction_ack_seconds',
    help: 'From the arrival of a request of Slack to its acknowledgement, answers aside.',
    ...{ registers, labelNames, buckets: ACK_SECONDS },
  });
  const failures = new Counter({
    name: 'parley_interaction_failures_total',
    help: 'Requests of Slack that ended in an error or without an acknowledgement.',
    ...{ registers, labelNames },
  });
  const showAnswer = watchAnswers(registers);
  return {
    acknowledged(label, seconds) {
      if (label.kind === ANSWER_KIND) showAnswer(seconds);
      else latency.observe({ ...label }, seconds);
    },
    interactionFailed: (label) => failures.inc({ ...label }),
  };
}

function watchAnswers(registers: Registers): (seconds: number) => void {
  const gauge = new Gauge({
    name: 'parley_answer_ack_seconds',
    help: 'The same for the last 200 answers, renewed after each 20; missing before the first 20.',
    ...{ registers, labelNames: ['quantile'] },
  });
  const times = createAnswerTimes(ANSWERS);
  return (seconds) => {
    for (const [quantile, value] of times.add(seconds) ?? []) gauge.set({ quantile }, value);
  };
}

function watchSlack(registers: Registers): Pick<Watch, 'slackFailed' | 'slackLimited'> {
  const errors = new Counter({
    name: 'parley_slack_errors_total',
    help: 'Calls that Slack refused or did not answer.',
    ...{ registers, labelNames: ['method', 'error'] },
  });
  const limits = new Counter({
    name: 'parley_slack_rate_limits_total',
    help: 'Calls that Slack put off because there were too many.',
    ...{ registers, labelNames: ['method'] },
  });
  return {
    slackFailed: (method, error) => errors.inc({ method, error }),
    slackLimited: (method) => limits.inc({ method }),
  };
}

function watchBackground(registers: Registers): Pick<Watch, 'jobFailed' | 'ticked'> {
  const failures = new Counter({
    name: 'parley_job_failures_total',
    help: 'Attempts at a job that ended in an error; the queue tries again.',
    ...{ registers, labelNames: ['task'] },
  });
  const duration = new Histogram({
    name: 'parley_tick_seconds',
    help: 'How long the tick of a minute took.',
    ...{ registers, buckets: TICK_SECONDS },
  });
  let endedAt: number | null = null;
  new Gauge({
    name: 'parley_tick_age_seconds',
    help: 'Since the last tick of this process ended; missing before the first.',
    registers,
    collect() {
      if (endedAt === null) this.remove();
      else this.set((performance.now() - endedAt) / 1000);
    },
  });
  return {
    jobFailed: (task) => failures.inc({ task }),
    ticked(seconds) {
      endedAt = performance.now();
      duration.observe(seconds);
    },
  };
}

function addPoolGauge(registers: Registers, pool: PoolFigures): void {
  new Gauge({
    name: 'parley_database_connections',
    help: 'Connections of this process: all, the idle ones, and work that waits for one.',
    ...{ registers, labelNames: ['state'] },
    collect() {
      this.set({ state: 'total' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}

function addSlackGauge(registers: Registers, isConnected: () => boolean): void {
  new Gauge({
    name: 'parley_slack_connected',
    help: '1 while the socket to Slack is open, or the HTTP server listens.',
    registers,
    collect() {
      this.set(isConnected() ? 1 : 0);
    },
  });
}

/** Gauges of what the database tells at each scrape; without an answer they are missing instead of out of date. */
function createFigureGauges(registers: Registers): (figures: OutboxFigures | null) => void {
  const isUp = new Gauge({
    ...{ registers, name: 'parley_database_up', help: '1 when the database answered this scrape in time.' },
  });
  const messages = new Gauge({
    name: 'parley_outbox_messages',
    help: 'Messages that are owed to Slack, over all replicas.',
    ...{ registers, labelNames: ['state'] },
  });
  const oldest = new Gauge({
    ...{ registers, name: 'parley_outbox_oldest_seconds', help: 'For how long the oldest waiting message is owed.' },
  });
  const jobs = new Gauge({
    name: 'parley_jobs',
    help: 'Jobs in the queue, over all replicas.',
    ...{ registers, labelNames: ['state'] },
  });
  return (figures) => {
    isUp.set(figures ? 1 : 0);
    messages.reset();
    jobs.reset();
    if (!figures) return oldest.remove();
    for (const [state, count] of Object.entries(figures.messages)) messages.set({ state }, count);
    for (const [state, count] of Object.entries(figures.jobs)) jobs.set({ state }, count);
    oldest.set(figures.oldestSeconds ?? 0);
  };
}

import { describe, expect, it } from 'vitest';
import { createMetrics, type MetricsOptions } from '../../src/ops/metrics.ts';

const FIGURES = {
  messages: { waiting: 3, held: 1, failed: 0 },
  oldestSeconds: 42.5,
  jobs: { waiting: 2, running: 1, retrying: 0, failed: 0 },
};

function metricsWith(overrides: Partial<MetricsOptions> = {}) {
  return createMetrics({
    version: '1.2.3',
    readFigures: async () => FIGURES,
    pool: { totalCount: 4, idleCount: 3, waitingCount: 0 },
    isSlackConnected: () => true,
    ...overrides,
  });
}

/** The lines of our own series, without comments. */
async function ours(metrics: ReturnType<typeof metricsWith>): Promise<string[]> {
  return (await metrics.render()).split('\n').filter((line) => line.startsWith('parley_'));
}

describe('createMetrics', () => {
  it('shows what database, pool and Slack are like now', async () => {
    expect(await ours(metricsWith())).toEqual(
      expect.arrayContaining([
        'parley_info{version="1.2.3"} 1',
        'parley_database_up 1',
        'parley_outbox_messages{state="waiting"} 3',
        'parley_outbox_messages{state="failed"} 0',
        'parley_outbox_oldest_seconds 42.5',
        'parley_jobs{state="running"} 1',
        'parley_database_connections{state="idle"} 3',
        'parley_slack_connected 1',
      ]),
    );
  });

  it('leaves out what a database that is away would have told', async () => {
    let isAway = false;
    const readFigures = () => (isAway ? Promise.reject(new Error('timeout')) : Promise.resolve(FIGURES));
    const metrics = metricsWith({ readFigures, isSlackConnected: () => false });
    await metrics.render();
    isAway = true;
    const lines = await ours(metrics);
    expect(lines).toContain('parley_database_up 0');
    expect(lines).toContain('parley_slack_connected 0');
    expect(lines.filter((line) => /^parley_(outbox|jobs)/.test(line))).toEqual([]);
  });

  it('counts by our own words', async () => {
    const metrics = metricsWith();
    const { watch } = metrics;
    watch.acknowledged({ kind: 'action', id: 'decide' }, 0.02);
    watch.interactionFailed({ kind: 'command', id: 'client-review' });
    watch.slackFailed('chat.postMessage', 'other');
    watch.slackLimited('users.info');
    watch.jobFailed('deliver_post');
    watch.ticked(0.3);
    expect(await ours(metrics)).toEqual(
      expect.arrayContaining([
        'parley_interaction_ack_seconds_bucket{le="0.01",kind="action",id="decide"} 0',
        'parley_interaction_ack_seconds_bucket{le="0.025",kind="action",id="decide"} 1',
        'parley_interaction_failures_total{kind="command",id="client-review"} 1',
        'parley_slack_errors_total{method="chat.postMessage",error="other"} 1',
        'parley_slack_rate_limits_total{method="users.info"} 1',
        'parley_job_failures_total{task="deliver_post"} 1',
        'parley_tick_seconds_bucket{le="0.5"} 1',
        expect.stringMatching(/^parley_tick_age_seconds [\d.e-]+$/),
      ]),
    );
  });

  it('has no age of a tick before there was one', async () => {
    expect((await ours(metricsWith())).filter((line) => line.startsWith('parley_tick_age'))).toEqual([]);
  });

  it('tells of answers by quantiles of twenty at least, and never how many there were', async () => {
    const metrics = metricsWith();
    const ofAnswers = async () => (await ours(metrics)).filter((line) => line.includes('answer'));
    for (let i = 0; i < 19; i += 1) metrics.watch.acknowledged({ kind: 'answer', id: 'answer' }, 0.001);
    expect(await ofAnswers()).toEqual([]);
    metrics.watch.acknowledged({ kind: 'answer', id: 'answer' }, 0.2);
    const shown = [
      'parley_answer_ack_seconds{quantile="0.5"} 0.001',
      'parley_answer_ack_seconds{quantile="0.95"} 0.001',
      'parley_answer_ack_seconds{quantile="0.99"} 0.2',
    ];
    expect(await ofAnswers()).toEqual(shown);
    for (let i = 0; i < 19; i += 1) metrics.watch.acknowledged({ kind: 'answer', id: 'answer' }, 3);
    expect(await ofAnswers()).toEqual(shown);
  });
});

import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../src/ops/logging.ts';
import { createDeliverPostTask } from '../../../src/slack/outbox/deliver-post-task.ts';
import type { DeliveryOutcome } from '../../../src/slack/outbox/delivery-outcome.ts';

const payload = { workspaceId: 'T1', purpose: 'invitation:R1:U7' };

function createTask(outcome: DeliveryOutcome | null) {
  const lines: string[] = [];
  const rescheduled: object[] = [];
  const task = createDeliverPostTask({
    deliveryOf: () => outcome && { deliver: async () => outcome },
    reschedule: async (post) => void rescheduled.push(post),
    logger: createLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } }),
  });
  return { task, lines, rescheduled };
}

describe('the deliver_post job', () => {
  it('is put off by what has to wait', async () => {
    const { task, rescheduled } = createTask({ kind: 'retry', afterMs: 9_000, reason: 'rate_limited' });
    await task(payload);
    expect(rescheduled).toEqual([{ ...payload, afterMs: 9_000 }]);
  });

  it.each<[DeliveryOutcome | null]>([
    [{ kind: 'delivered' }],
    [{ kind: 'nothing_owed' }],
    [{ kind: 'held', reason: 'guests' }],
    [{ kind: 'failed', reason: 'invalid_blocks', scope: 'post' }],
    [null],
  ])('ends for good with %j', async (outcome) => {
    const { task, rescheduled } = createTask(outcome);
    await task(payload);
    expect(rescheduled).toEqual([]);
  });

  it('logs a failure with its reason and without the person in its purpose', async () => {
    const { task, lines } = createTask({ kind: 'failed', reason: 'invalid_blocks', scope: 'post' });
    await task(payload);
    expect(lines.join()).toMatch(/"level":"error".*"purpose":"invitation".*"reason":"invalid_blocks"/);
    expect(lines.join()).not.toContain('U7');
  });

  it('throws on a payload that is none', async () => {
    await expect(createTask({ kind: 'delivered' }).task({ purpose: 'card' })).rejects.toThrow(/workspaceId/);
  });
});

import type { ReceiverEvent } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/ops/logging.ts';
import { createRequestLog } from '../../src/ops/request-log.ts';
import { answerOnce } from '../../src/slack/answer-once.ts';
import { loggerEntry, loggerOf } from '../../src/slack/request-logger.ts';
import { createGate } from '../support/http/gate.ts';

const LOGGER = createLogger({ level: 'error', destination: { write: () => undefined } });

type Work = (event: ReceiverEvent, time: number) => Promise<void>;

/** An entrance that does what is given, and counts how often it did. */
function createEntrance(work: Work) {
  let times = 0;
  let at = 0;
  const bolt = {
    processEvent(event: ReceiverEvent) {
      times += 1;
      return work(event, times);
    },
  };
  answerOnce(bolt, () => at);
  return {
    times: () => times,
    pass: (ms: number) => {
      at += ms;
    },
    /** One delivery, and everything that Slack is answered to it. */
    async deliver(body: object = { trigger_id: 'one' }, answers: unknown[] = []) {
      await bolt.processEvent({
        body,
        ack: async (response: unknown) => void answers.push(response ?? ''),
        customProperties: loggerEntry(createRequestLog(LOGGER).logger),
      } as ReceiverEvent);
      return answers;
    },
  };
}
const errors = { response_action: 'errors', errors: { text: 'Too long.' } };

describe('answerOnce', () => {
  it.each<[string, unknown, unknown]>([
    ['nothing but that it was heard', undefined, ''],
    ['words', errors, errors],
  ])('answers what comes again as before, with %s, and does nothing', async (_what, response, expected) => {
    const entrance = createEntrance(({ ack }) => ack(response));
    for (let delivery = 0; delivery < 3; delivery += 1) expect(await entrance.deliver()).toEqual([expected]);
    expect(entrance.times()).toBe(1);
  });

  it('tells apart what has triggers of its own, and takes everything without one', async () => {
    const entrance = createEntrance(({ ack }) => ack());
    for (const body of [{ trigger_id: 'one' }, { trigger_id: 'two' }, { event_id: 'Ev1' }, { event_id: 'Ev1' }])
      await entrance.deliver(body);
    expect(entrance.times()).toBe(4);
  });

  it('acknowledges a press at once that comes again while the first is worked on', async () => {
    const end = createGate();
    const entrance = createEntrance(async ({ ack }) => {
      await ack();
      await end.opened;
    });
    const heard: unknown[] = [];
    const both = [entrance.deliver(), entrance.deliver({ trigger_id: 'one' }, heard)];
    await expect.poll(() => heard).toEqual(['']);
    end.open();
    expect(await Promise.all(both)).toEqual([[''], ['']]);
    expect(entrance.times()).toBe(1);
  });

  it.each<[string, Work]>([
    ['was not answered', async () => undefined],
    [
      'threw',
      async ({ ack }) => {
        await ack();
        throw new Error('a bug');
      },
    ],
    [
      'logged an error',
      async ({ ack, customProperties }) => {
        loggerOf(customProperties ?? {})?.error('a form was not saved');
        await ack(errors);
      },
    ],
  ])('works on what comes again after it %s', async (_how, fails) => {
    const entrance = createEntrance((event, time) => (time === 1 ? fails(event, time) : event.ack()));
    await entrance.deliver().catch(() => undefined);
    expect(await entrance.deliver()).toEqual(['']);
    expect(await entrance.deliver()).toEqual(['']);
    expect(entrance.times()).toBe(2);
  });

  it('lets one of several work on what fails while they wait, and the others have its answer', async () => {
    const end = createGate();
    const entrance = createEntrance(async ({ ack }, time) => {
      if (time > 1) return ack(errors);
      await end.opened;
      throw new Error('an outage');
    });
    const all = [entrance.deliver().catch(() => 'failed'), entrance.deliver(), entrance.deliver()];
    end.open();
    expect(await Promise.all(all)).toEqual(['failed', [errors], [errors]]);
    expect(entrance.times()).toBe(2);
  });

  it('forgets after a minute, and the oldest of more than a few thousand', async () => {
    const entrance = createEntrance(({ ack }) => ack());
    await entrance.deliver();
    entrance.pass(60_001);
    await entrance.deliver({ trigger_id: 'two' });
    await entrance.deliver();
    expect(entrance.times()).toBe(3);
    for (let more = 0; more < 4_000; more += 1) await entrance.deliver({ trigger_id: `more ${more}` });
    await entrance.deliver({ trigger_id: 'more 3999' });
    expect(entrance.times()).toBe(4_003);
    await entrance.deliver();
    expect(entrance.times()).toBe(4_004);
  });
});

import type { ReceiverEvent } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/ops/logging.ts';
import { loggerOf } from '../../src/slack/request-logger.ts';
import { watchRequests } from '../../src/slack/watch-requests.ts';

const PRESS = { type: 'block_actions', actions: [{ action_id: 'decide', value: 'words of theirs' }] };
const VOTE = { type: 'block_actions', actions: [{ action_id: 'vote_part' }] };

/** Runs one request through an app that does what is given. */
async function run(
  processEvent: (event: ReceiverEvent, log: ReturnType<typeof createLogger>) => Promise<void>,
  body: object = PRESS,
) {
  const lines: string[] = [];
  const told: unknown[] = [];
  const logger = createLogger({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
  const bolt = {
    processEvent: (event: ReceiverEvent) => processEvent(event, loggerOf(event.customProperties ?? {}) ?? logger),
  };
  watchRequests(bolt, {
    logger,
    watch: {
      acknowledged: ({ id }, seconds) => void told.push(['acknowledged', id, seconds >= 0]),
      interactionFailed: ({ id }) => void told.push(['failed', id]),
    },
  });
  const thrown = await bolt.processEvent({ body, ack: async () => undefined } as ReceiverEvent).then(
    () => null,
    (error: Error) => error.message,
  );
  return { told, lines, thrown };
}

describe('watchRequests', () => {
  it('tells of an acknowledgement once', async () => {
    const { told, lines, thrown } = await run(async ({ ack }) => {
      await ack();
      await ack();
    });
    expect({ told, thrown }).toEqual({ told: [['acknowledged', 'decide', true]], thrown: null });
    expect(lines.join()).not.toContain('words of theirs');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'action', id: 'decide', requestId: expect.any(String) });
  });

  it.each<[string, Parameters<typeof run>[0], unknown[]]>([
    ['is not acknowledged', async () => undefined, [['failed', 'decide']]],
    [
      'logs an error',
      async ({ ack }, log) => {
        await ack();
        log.error('a button failed');
      },
      [
        ['acknowledged', 'decide', true],
        ['failed', 'decide'],
      ],
    ],
  ])('tells of a failure when a request %s', async (_how, work, expected) => {
    expect((await run(work)).told).toEqual(expected);
  });

  it('tells of one that throws, and throws on', async () => {
    const { told, thrown } = await run(() => Promise.reject(new Error('no listener')));
    expect({ told, thrown }).toEqual({ told: [['failed', 'decide']], thrown: 'no listener' });
  });

  it('logs nothing of an answer', async () => {
    const { told, lines } = await run(({ ack }) => ack(), VOTE);
    expect({ told, lines }).toEqual({ told: [['acknowledged', 'answer', true]], lines: [] });
  });
});

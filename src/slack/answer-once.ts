import type { App, ReceiverEvent } from '@slack/bolt';
import { hasFailed } from '../ops/request-log.ts';
import { loggerOf } from './request-logger.ts';

/** What an interaction that came before has led to so far. */
type Earlier = {
  readonly at: number;
  /** What Slack was answered; null when it ended without an answer. */
  readonly answered: Promise<Answer | null>;
  /** Whether it was dealt with; false when something went wrong, so that it is to be done again. */
  readonly isDone: Promise<boolean>;
};
type Answer = { readonly response: Parameters<ReceiverEvent['ack']>[0] };

/** Slack gives up after three deliveries within seconds. */
const KEPT_MS = 60_000;
const ROOM = 4_000;

/**
 * Answers what Slack delivers again over Socket Mode (a lost acknowledgement, a slow one, a socket that closed) as it was answered
 * before, instead of saying the same once more to the person or opening their form twice. What is delivered again after it failed is
 * worked on. Known by its trigger, which Slack gives to each command, press and form once; remembered for a minute, the last few thousand,
 * by this process alone: all that is stored is safe from repetition by itself. `now` in milliseconds from any beginning.
 */
export function answerOnce(bolt: Pick<App, 'processEvent'>, now: () => number = () => performance.now()): void {
  const processEvent = bolt.processEvent.bind(bolt);
  const known = new Map<string, Earlier>();

  function makeRoom(): void {
    const oldest = now() - KEPT_MS;
    for (const [trigger, { at }] of known) {
      if (at > oldest && known.size < ROOM) return;
      known.delete(trigger);
    }
  }

  /** Deals with it, for itself and for those that come again meanwhile. */
  async function work(trigger: string, event: ReceiverEvent): Promise<void> {
    const answered = createPromise<Answer | null>();
    const isDone = createPromise<boolean>();
    makeRoom();
    known.set(trigger, { at: now(), answered: answered.promise, isDone: isDone.promise });
    let hasAnswered = false;
    const ack: ReceiverEvent['ack'] = async (response) => {
      hasAnswered = true;
      answered.resolve({ response });
      await event.ack(response);
    };
    try {
      await processEvent({ ...event, ack });
      const logger = loggerOf(event.customProperties ?? {});
      isDone.resolve(hasAnswered && !(logger !== undefined && hasFailed(logger)));
    } finally {
      answered.resolve(null);
      isDone.resolve(false);
    }
  }

  bolt.processEvent = async (event) => {
    const trigger = triggerOf(event.body);
    if (trigger === null) return processEvent(event);
    const once = { ...event, ack: onlyOnce(event.ack) };
    for (let earlier = known.get(trigger); earlier; earlier = known.get(trigger)) {
      const answer = await earlier.answered;
      // Slack does not wait for what follows an acknowledgement; one with words in it may be about something that went wrong.
      if (answer && !answer.response) await once.ack();
      if (await earlier.isDone) return once.ack(answer?.response);
      if (known.get(trigger) === earlier) known.delete(trigger);
    }
    await work(trigger, once);
  };
}

function triggerOf(body: unknown): string | null {
  const trigger = (body as { trigger_id?: unknown } | null)?.trigger_id;
  return typeof trigger === 'string' ? trigger : null;
}

function onlyOnce(ack: ReceiverEvent['ack']): ReceiverEvent['ack'] {
  let isAcknowledged = false;
  return async (response) => {
    if (isAcknowledged) return;
    isAcknowledged = true;
    await ack(response);
  };
}

/** A promise and what settles it; only the first call counts. */
function createPromise<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

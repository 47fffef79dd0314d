import type { AnswerGiven } from '../usecases/after-answer.ts';
import { pause, restAfter } from './rest.ts';

export type AnswerFollower = {
  /** An answer is safe, and what follows it is to be done soon; returns at once. */
  follow(given: AnswerGiven): void;
  /** Does what was asked for and takes nothing more. */
  stop(): Promise<void>;
};

export type AnswerFollowerOptions = {
  readonly afterAnswers: (given: readonly AnswerGiven[]) => Promise<void>;
  /** How long answers are gathered. */
  readonly delayMs: number;
  readonly onError: (error: unknown) => void;
};

/** For every moment that a look took, so many are left to the answers that came meanwhile. */
const RESTS = 19;

/**
 * Gathers the answers that were given within a moment and looks once whether they end a step, however many they are. The busier the app
 * is, the longer they are gathered. What is lost when the process dies is made up for by the clock.
 */
export function createAnswerFollower({ afterAnswers, delayMs, onError }: AnswerFollowerOptions): AnswerFollower {
  const given = new Map<string, AnswerGiven>();
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  const work = async () => {
    let pauseMs = delayMs;
    while (given.size > 0) {
      await pause(pauseMs, stopping.signal);
      const all = [...given.values()];
      given.clear();
      const begunAt = performance.now();
      await afterAnswers(all).catch(onError);
      pauseMs = Math.max(delayMs, restAfter(performance.now() - begunAt, RESTS));
    }
    running = undefined;
  };

  return {
    follow(answer) {
      if (stopping.signal.aborted) return;
      given.set(`${answer.workspaceId} ${answer.reviewId} ${answer.phase}`, answer);
      running ??= work();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

import type { AnswerGiven } from '../usecases/after-answer.ts';

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

/**
 * Gathers the answers that were given within a moment and looks once whether they end a step, however many they are. What is lost
 * when the process dies is made up for by the clock.
 */
export function createAnswerFollower({ afterAnswers, delayMs, onError }: AnswerFollowerOptions): AnswerFollower {
  const given = new Map<string, AnswerGiven>();
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const start = () => {
    clearTimeout(timer);
    timer = undefined;
    const all = [...given.values()];
    given.clear();
    // One after another: while the database is slow more of them are gathered.
    if (all.length > 0) running = running.then(() => afterAnswers(all)).catch(onError);
  };

  return {
    follow(answer) {
      if (isStopped) return;
      given.set(`${answer.workspaceId} ${answer.reviewId} ${answer.phase}`, answer);
      timer ??= setTimeout(start, delayMs);
    },
    async stop() {
      isStopped = true;
      start();
      await running;
    },
  };
}

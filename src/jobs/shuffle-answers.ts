import { setTimeout as wait } from 'node:timers/promises';
import type { Storage } from '../storage/storage.ts';
import { restAfter } from './rest.ts';

/** Of so many people that an answer to one of them waits for some milliseconds only. */
const AT_ONCE = 10;
/** While thousands answer, this takes a fifth of the database at most. */
const RESTS = 4;
/** An app that stops waits for this. Hundreds of reviews; what is left is left to the next minute. */
const LONGEST_MS = 4_000;

/** Shuffles the answers that came since the last time, a few reviews after another. */
export async function shuffleNewAnswers(
  sweep: Pick<Storage['sweep'], 'findUnshuffledReviews' | 'shuffleAnswers'>,
): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  const reviews = await sweep.findUnshuffledReviews();
  for (let next = 0; next < reviews.length && performance.now() < until; next += AT_ONCE) {
    const begunAt = performance.now();
    await sweep.shuffleAnswers(reviews.slice(next, next + AT_ONCE));
    if (next + AT_ONCE < reviews.length) await wait(restAfter(performance.now() - begunAt, RESTS));
  }
}

import { describe, expect, it } from 'vitest';
import { createAnswerFollower } from '../../src/jobs/answer-follower.ts';
import type { AnswerGiven } from '../../src/usecases/after-answer.ts';

const GIVEN: AnswerGiven = { workspaceId: 'T1', reviewId: 'R1', phase: 'complaints' };
const NEVER_MS = 60_000;

function aFollower(fail = false) {
  const looks: (readonly AnswerGiven[])[] = [];
  const errors: unknown[] = [];
  const answers = createAnswerFollower({
    delayMs: NEVER_MS,
    afterAnswers: async (given) => {
      looks.push(given);
      if (fail) throw new Error('the database is away');
    },
    onError: (error) => void errors.push(error),
  });
  return { answers, looks, errors };
}

describe('what follows answers', () => {
  it('is one look for many answers, each question of each review once', async () => {
    const { answers, looks } = aFollower();
    for (let i = 0; i < 50; i += 1) answers.follow(GIVEN);
    answers.follow({ ...GIVEN, phase: 'vote' });
    answers.follow({ ...GIVEN, workspaceId: 'T2' });
    expect(looks).toEqual([]);
    await answers.stop();
    expect(looks).toEqual([[GIVEN, { ...GIVEN, phase: 'vote' }, { ...GIVEN, workspaceId: 'T2' }]]);
  });

  it('takes nothing more once it is stopped', async () => {
    const { answers, looks } = aFollower();
    await answers.stop();
    answers.follow(GIVEN);
    await answers.stop();
    expect(looks).toEqual([]);
  });

  it('reports a failure and ends', async () => {
    const { answers, errors } = aFollower(true);
    answers.follow(GIVEN);
    await answers.stop();
    expect(errors).toHaveLength(1);
  });
});

import { afterAll, beforeEach } from 'vitest';
import { FIELDS, VIEWS } from '../../../src/slack/ids.ts';
import { answerHandler, complaintHandler } from '../../../src/slack/listeners/views/answer-views.ts';
import { parseLessons, parsePositive, parseVote } from '../../../src/slack/parse/answer-forms.ts';
import { emptyTables } from '../../support/table-dump.ts';
import { aTeam, START } from '../../support/usecase-world.ts';
import { createListenerWorld, type ListenerWorld } from './listener-world.ts';

/** The forms in which people answer, as they are registered. */
export const ANSWER_FORMS = {
  [VIEWS.complaint]: { field: FIELDS.text, handle: complaintHandler },
  [VIEWS.positive]: { field: FIELDS.text, handle: answerHandler('positives', FIELDS.text, parsePositive) },
  [VIEWS.lessons]: { field: FIELDS.relationship, handle: answerHandler('lessons', FIELDS.relationship, parseLessons) },
  [VIEWS.vote]: { field: FIELDS.vote, handle: answerHandler('vote', FIELDS.vote, parseVote) },
} as const;

/** What somebody enters for one complaint. */
export const enteredComplaint = (text: string) => ({
  ...{ [FIELDS.text]: text, [FIELDS.signals]: ['late_payment'] },
  ...{ [FIELDS.severity]: '2', [FIELDS.frequency]: 'constantly' },
});

/** A world for all tests of one file, with an empty database and no calls before each of them. */
export async function openListenerWorld() {
  const world = await createListenerWorld();
  afterAll(() => world.close());
  beforeEach(async () => {
    world.setNow(START);
    await emptyTables(world.pool);
    world.reset();
  });
  return {
    world,
    /** Starts a private review with three people, unless told otherwise. */
    aReview: (overrides: Parameters<ListenerWorld['start']>[0] = {}) => world.start({ team: aTeam(3), ...overrides }),
    answersOf: async (reviewId: string) => (await world.stores.answers.list(reviewId)).map(({ answer }) => answer),
  };
}

import { type Cases, nothing, refused } from './case.ts';
import { AT, CARD, HIDDEN, NOTICE, OPEN_STATES, REPLY } from './filling.ts';

/** What comes of the stores of answers with the ids of another workspace. */
export const ANSWER_CASES = {
  'secrets.find': { run: (stores, { reviewId }) => stores.secrets.find(reviewId), gives: null },
  'secrets.save': {
    run: async (stores, { reviewId, first }) => {
      await first.secrets.destroy(reviewId);
      await stores.secrets.save(reviewId, new Uint8Array([9]));
    },
    gives: refused,
  },
  'secrets.destroy': { run: (stores, { reviewId }) => stores.secrets.destroy(reviewId), gives: nothing },
  'answers.save': {
    run: (stores, { reviewId }) =>
      stores.answers.save({
        ...{ reviewId, userId: 'U1', personKey: 'U1', answer: { phase: 'complaints', complaints: [] } },
        ...OPEN_STATES,
      }),
    gives: null,
  },
  'openAnswers.save': {
    run: async (stores, { reviewId, pool }) => {
      // Where something is hidden it leaves the answer to others.
      await pool.query('UPDATE "Review" SET "hasHiddenWords" = false');
      return stores.openAnswers.save({
        ...{ reviewId, userId: 'U1', personKey: 'U1', answer: { phase: 'positives', text: null } },
        ...OPEN_STATES,
        entry: { actorId: 'U1', action: 'answer_saved', subject: reviewId, details: null, at: AT },
        ...{ post: { ...CARD, message: { kind: 'answer', userId: 'U1' } }, aheadStates: [] },
      });
    },
    gives: null,
  },
  'answers.withdraw': {
    run: (stores, { reviewId }) =>
      stores.answers.withdraw({ reviewId, phase: 'complaints', personKey: 'U1', openStates: ['complaints'] }),
    gives: false,
  },
  'answers.find': { run: (stores, { reviewId }) => stores.answers.find(reviewId, 'complaints', 'U1'), gives: null },
  'answers.listOf': { run: (stores, { reviewId }) => stores.answers.listOf(reviewId, ['U1']), gives: [] },
  'answers.list': { run: (stores, { reviewId }) => stores.answers.list(reviewId), gives: [] },
  'answers.findProgress': {
    run: (stores, { reviewId }) =>
      stores.answers.findProgress([{ reviewId, phase: 'complaints', state: 'complaints' }]),
    gives: [],
  },
  'answers.listKeys': { run: (stores, { reviewId }) => stores.answers.listKeys(reviewId, 'complaints'), gives: [] },
  'answers.clearLate': {
    run: async (stores, { reviewId, first, pool }) => {
      await pool.query('UPDATE "Answer" SET "isLate" = true');
      await stores.answers.clearLate(reviewId, 'complaints');
      return (await first.answers.list(reviewId)).map(({ isLate }) => isLate);
    },
    gives: [true],
  },
  'answers.deleteAll': { run: (stores, { reviewId }) => stores.answers.deleteAll(reviewId), gives: nothing },
  'hiddenWords.list': { run: (stores, { reviewId }) => stores.hiddenWords.list(reviewId), gives: [] },
  'hiddenWords.add': {
    run: (stores, { reviewId }) => stores.hiddenWords.add(reviewId, { ...HIDDEN, digest: 'd2' }),
    gives: refused,
  },
  'hiddenWords.deleteAll': { run: (stores, { reviewId }) => stores.hiddenWords.deleteAll(reviewId), gives: nothing },
  'replies.add': {
    run: (stores, { reviewId }) => stores.replies.add({ ...REPLY, reviewId, messageTs: '18.02' }),
    gives: refused,
  },
  'replies.find': { run: (stores) => stores.replies.find('C1', '18.01'), gives: null },
  'replies.setText': { run: (stores) => stores.replies.setText('C1', '18.01', 'They pay'), gives: nothing },
  'replies.remove': { run: (stores) => stores.replies.remove('C1', '18.01'), gives: nothing },
  'replies.listTexts': {
    run: (stores, { reviewId }) => stores.replies.listTexts(reviewId, 'U1', 'complaints'),
    gives: [],
  },
  'replies.listAuthors': {
    run: (stores, { reviewId }) => stores.replies.listAuthors(reviewId, 'complaints'),
    gives: [],
  },
  'replies.changeChannel': { run: (stores) => stores.replies.changeChannel('C1', 'C2'), gives: nothing },
  'replies.claimNotice': {
    run: (stores, { reviewId }) => stores.replies.claimNotice({ ...NOTICE, reviewId, reason: 'private' }),
    gives: refused,
  },
  'replies.deleteAll': { run: (stores, { reviewId }) => stores.replies.deleteAll(reviewId), gives: nothing },
} satisfies Cases;

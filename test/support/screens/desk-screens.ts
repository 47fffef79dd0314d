import type { ModalView } from '@slack/types';
import { PHASES, ROLES } from '../../../src/domain/answer.ts';
import { join, type Mrkdwn, mention, safe } from '../../../src/domain/escaping.ts';
import { MAX_REASON_LENGTH } from '../../../src/domain/hidden-words.ts';
import type { ReviewMessage } from '../../../src/domain/post.ts';
import { earlierPhases } from '../../../src/domain/reopen.ts';
import { isOpen, MODES, REVIEW_STATES, type ReviewState } from '../../../src/domain/review.ts';
import { WORD_PHASES } from '../../../src/domain/statement.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { renderNotice } from '../../../src/slack/blocks/ephemeral/notice.ts';
import { renderPost } from '../../../src/slack/blocks/render-post.ts';
import { renderDesk, renderManagerDesk } from '../../../src/slack/blocks/views/desk.ts';
import { renderHideForm, renderHideQuestion } from '../../../src/slack/blocks/views/hide-form.ts';
import { renderMessageView } from '../../../src/slack/blocks/views/message-view.ts';
import { renderMyAnswers } from '../../../src/slack/blocks/views/my-answers.ts';
import { renderPeopleForm } from '../../../src/slack/blocks/views/people-form.ts';
import { renderPositiveForm } from '../../../src/slack/blocks/views/positive-form.ts';
import { renderReopenForm } from '../../../src/slack/blocks/views/reopen-form.ts';
import { renderTimesForm } from '../../../src/slack/blocks/views/times-form.ts';
import { REVIEW_ID, sampleFacts, sampleSummary } from '../sample-models.ts';
import { answersAt } from './post-screens.ts';
import { cardAt, teamIds } from './sample-reviews.ts';
import type { SampleWords } from './sample-words.ts';
import { messageScreens, type Screen, type Size } from './screen.ts';

const AT = new Date('2026-11-26T16:00:00Z');

/** What a facilitator sees and does, and what others read of it. */
export function deskScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  return [
    ...desks(size, words, t),
    ...forms(size, words, t),
    ...posts(size, words, t),
    ...notices(size, t).flatMap(([name, text]) =>
      messageScreens({ name: `desk, ${name}`, group: 'To one person', renderers: ['renderNotice'] }, [
        renderNotice(text),
      ]),
    ),
  ];
}

const modal = (name: string, renderer: string, view: ModalView): Screen => ({
  name,
  group: 'Forms',
  renderers: [renderer],
  kind: 'modal',
  view,
});

const reviewIn = ({ clientName }: SampleWords, state: ReviewState, mode: (typeof MODES)[number]) => ({
  ...{ id: REVIEW_ID, clientName, mode, state, phaseEndsAt: AT, facilitatorId: 'U0MARA' },
  ...{ isRehearsal: false, pausedReason: null },
});

function desks(size: Size, words: SampleWords, t: Messages): Screen[] {
  const ids = teamIds(size);
  const some = size === 'largest' ? 20 : 0;
  const people = {
    answered: ids.slice(0, some),
    waiting: ids.slice(some, size === 'largest' ? 40 : undefined),
    absent: size === 'largest' ? ids.slice(40).map((userId) => ({ userId, absence: 'left_channel' as const })) : [],
  };
  const states = REVIEW_STATES.filter(isOpen);
  const facilitators = MODES.flatMap((mode) =>
    states.map((state) =>
      modal(
        `desk, ${state}, ${mode}`,
        'renderDesk',
        renderDesk({ review: reviewIn(words, state, mode), ...people, notice: null }, t),
      ),
    ),
  );
  const noticed = notices(size, t).map(([name, notice]) =>
    modal(
      `desk, ${name}, above the page`,
      'renderDesk',
      renderDesk({ review: reviewIn(words, 'vote', 'private'), ...people, notice }, t),
    ),
  );
  const manager = [null, t.desk.done.tookOver].map((notice) =>
    modal(
      `desk, for a manager${notice === null ? '' : ', with a notice'}`,
      'renderManagerDesk',
      renderManagerDesk({ review: reviewIn(words, 'lessons', 'private'), notice }, t),
    ),
  );
  const paused = { ...reviewIn(words, 'positives', 'open'), pausedReason: 'external' as const };
  const rehearsed = { ...reviewIn(words, 'positives', 'open'), isRehearsal: true };
  const special = [
    modal('desk, paused', 'renderDesk', renderDesk({ review: paused, ...people, notice: null }, t)),
    modal('desk, rehearsal', 'renderDesk', renderDesk({ review: rehearsed, ...people, notice: null }, t)),
  ];
  return [...facilitators, ...noticed, ...manager, ...special];
}

function forms(size: Size, words: SampleWords, t: Messages): Screen[] {
  const reviewId = REVIEW_ID;
  const isLargest = size === 'largest';
  const present = teamIds(size).map((userId, at) => ({
    userId,
    name: words.displayName,
    role: ROLES[at % ROLES.length] ?? 'other',
  }));
  const said = Array.from({ length: isLargest ? 400 : 1 }, (_, at) => ({
    digest: `${'d'.repeat(40)}${String(at).padStart(3, '0')}`,
    text: words.text,
    name: isLargest ? words.displayName : null,
  }));
  const counts = Object.fromEntries(WORD_PHASES.map((phase) => [phase, isLargest ? 400 : 1]));
  const times = { reviewId, phaseEndsAt: AT, deadline: isLargest ? '2026-12-01' : null };
  const asked = { clientName: words.clientName, mode: 'private', isLate: false, isReopened: true } as const;
  const answers = Object.fromEntries(answersAt(size, words).map((answer) => [answer.phase, answer]));
  const target = { reviewId };
  return [
    modal('form, change the time', 'renderTimesForm', renderTimesForm({ ...times, isLive: false }, t)),
    modal('form, change the time, live', 'renderTimesForm', renderTimesForm({ ...times, isLive: true }, t)),
    ...MODES.map((mode) => {
      const earlier = earlierPhases(isLargest ? 'short_of_voices' : 'positives');
      return modal(
        `form, open a step again, ${mode}`,
        'renderReopenForm',
        renderReopenForm({ reviewId, mode, earlier }, t),
      );
    }),
    modal('form, people', 'renderPeopleForm', renderPeopleForm({ reviewId, present }, t)),
    modal('form, people, nobody left', 'renderPeopleForm', renderPeopleForm({ reviewId, present: [] }, t)),
    modal('form, hide, question', 'renderHideQuestion', renderHideQuestion({ reviewId, counts }, t)),
    modal('form, hide', 'renderHideForm', renderHideForm({ reviewId, phase: 'complaints', words: said }, t)),
    modal(
      'form, positive, open again',
      'renderPositiveForm',
      renderPositiveForm({ ...asked, target, previous: null }, t),
    ),
    modal(
      'form, my answers, hidden',
      'renderMyAnswers',
      renderMyAnswers(
        { clientName: words.clientName, answers, isOpen: true, target, reasonOf: () => reasonAt(size, words) },
        t,
      ),
    ),
    ...[t.desk.hide.nothingShown, t.desk.nothingEarlier].map((text, at) =>
      modal(`form, desk says ${at}`, 'renderMessageView', renderMessageView({ title: t.desk.title.hide, text }, t)),
    ),
  ];
}

function reasonAt(size: Size, { text }: SampleWords): string {
  return size === 'largest' ? text.slice(0, MAX_REASON_LENGTH) : text.slice(0, 60);
}

function posts(size: Size, words: SampleWords, t: Messages): Screen[] {
  const { clientName } = words;
  const reason = reasonAt(size, words);
  const byId = 'U0MARA';
  const post = (
    name: string,
    message: ReviewMessage,
    { renderer = 'renderPost', card = cardAt(size, words, { state: 'vote', mode: 'private' }) } = {},
  ) =>
    messageScreens(
      {
        name,
        group: message.kind === 'taken_over' || message.kind === 'reminder' ? 'To one person' : 'In the channel',
        renderers: ['renderPost', renderer],
      },
      renderPost(message, sampleFacts(card), t),
    );
  const reopened = MODES.flatMap((mode) =>
    PHASES.flatMap((phase) =>
      [false, true].flatMap((wasShown) => {
        const card = { ...cardAt(size, words, { state: phase, mode }), revealed: wasShown ? WORD_PHASES : [] };
        const name = `reopened, ${phase}, ${mode}${wasShown ? ', shown before' : ''}`;
        return [
          ...post(name, { kind: 'reopened', phase, wasComplete: false }, { renderer: 'renderReopened', card }),
          ...post(
            `prompt of a step open again, ${name}`,
            { kind: 'prompt', phase },
            { renderer: 'renderPrompt', card },
          ),
        ];
      }),
    ),
  );
  const over = cardAt(size, words, { state: 'closed', mode: 'private' });
  const { said } = sampleSummary({ people: [] });
  const everything = size === 'largest' ? Array.from({ length: 400 }, (_, at) => [at, reason]) : [[0, reason]];
  const hidden = Object.fromEntries(everything) as Record<number, string>;
  const reveal = { kind: 'reveal', phase: 'complaints', answered: 50 } as const;
  const statement = {
    kind: 'complaint',
    text: '',
    signals: [],
    severity: 2,
    frequency: 'once',
    concerns: null,
    authorId: null,
  } as const;
  const summary = { ...sampleSummary({ people: [], clientName }), said, hidden: size === 'largest' ? 400 : 1 };
  const reminder = { kind: 'reminder', userId: 'U0PERSON0001', phase: 'vote' } as const;
  return [
    ...reopened,
    ...post(
      'reopened, over',
      { kind: 'reopened', phase: 'lessons', wasComplete: true },
      { renderer: 'renderReopened', card: over },
    ),
    ...post(
      'taken over',
      { kind: 'taken_over', clientName, channelId: 'C0TEAM', byId },
      { renderer: 'renderTakenOver' },
    ),
    ...post('cancelled, in the thread', { kind: 'cancelled', byId }, { renderer: 'renderCancelledNote' }),
    ...post('reminder, put off', { ...reminder, snoozedUntil: AT.toISOString() }, { renderer: 'renderReminder' }),
    ...post('reminder, again', { ...reminder, isAgain: true }, { renderer: 'renderReminder' }),
    ...answersAt(size, words).flatMap((answer) =>
      post(
        `answer hidden, ${answer.phase}`,
        { kind: 'answer', userId: 'U0PERSON0001', role: 'sales', answer, isLate: false, hidden },
        { renderer: 'renderAnswer' },
      ),
    ),
    ...post(
      'reveal, hidden',
      { ...reveal, said: everything.map(() => statement), hidden },
      { renderer: 'renderReveal' },
    ),
    ...post('summary with hidden answers', { kind: 'summary', summary }, { renderer: 'renderSummary' }),
  ];
}

/** Everything that is said as one sentence to the facilitator or to somebody who was reminded. */
function notices(size: Size, t: Messages): [string, Mrkdwn][] {
  const { done, snooze, facilitatorChanged } = t.desk;
  const isLargest = size === 'largest';
  const everyone = safe(
    join(
      teamIds(size).map((id) => mention(id).mrkdwn),
      ', ',
    ),
  );
  const count = isLargest ? 17 : 0;
  return [
    ['reminded', done.reminded({ now: count, later: count, before: count })],
    ['times', done.times(AT)],
    ['reopened', done.reopened(t.vocabulary.step.lessons, AT)],
    ['people', done.people({ added: everyone, removed: isLargest ? everyone : null })],
    ['nobody changed', done.nobodyChanged],
    ['hidden', done.hidden],
    ['took over', done.tookOver],
    ['cancelled', done.cancelled],
    ['facilitator changed', facilitatorChanged('U0MARA')],
    ['step ends before', snooze.stepEndsBefore(AT)],
    ['step over', snooze.stepOver],
    ['answered already', snooze.answeredAlready],
  ];
}

import { bold, join, type Mrkdwn, md, mention, moment, type Safe } from '../../domain/escaping.ts';
import { plural } from '../plural.ts';

const people = (count: number) => plural('en', count, { one: 'person', other: 'people' });

/** What the facilitator of a review sees and does, and what others read of it. */
export const desk = {
  /** Titles and the buttons of forms: at most 24 characters. */
  title: {
    desk: 'Facilitate',
    times: 'Change the time',
    reopen: 'Open a step again',
    people: 'People',
    hide: 'Hide an answer',
  },
  paused: (clientName: string): Mrkdwn => md`${bold(clientName)} · the review is paused because of its channel`,
  step: ({ clientName, number, question }: { clientName: string; number: number; question: string }): Mrkdwn =>
    md`${bold(clientName)} · step ${number} of 4 · ${question}`,
  waiting: (clientName: string): Mrkdwn => md`${bold(clientName)} · waiting for more answers`,
  onTheCard: md`To move on, press *Next step* on the card. Only you see this page.`,
  /** Where the card has no such button, or it would be refused. */
  onlyYou: md`Only you see this page.`,
  facilitatedBy: (userId: string): Mrkdwn =>
    md`${mention(userId)} facilitates this review. If they are away, you can take over: they are told, and what only the facilitator can do is then yours.`,
  button: {
    open: 'Facilitate…',
    remind: 'Remind them',
    times: 'Change the time',
    reopen: 'Open an earlier step again',
    people: 'People',
    hide: 'Hide an answer',
    cancel: 'Cancel the review',
    takeOver: 'Take over',
    reopenSubmit: 'Open again',
    hideSubmit: 'Hide it',
  },
  confirmCancel: {
    title: 'Cancel the review?',
    text: 'Every answer is deleted, here and in the thread, and there is no verdict. This cannot be undone.',
    confirm: 'Cancel the review',
    deny: 'Keep it',
  },
  confirmTakeOver: {
    title: 'Take over?',
    text: 'You facilitate this review from now on. The person who did so far gets a message.',
    confirm: 'Take over',
    deny: 'Leave it',
  },
  /** What was done, above the page that shows the new state. */
  done: {
    reminded: ({ now, later, before }: { now: number; later: number; before: number }): Mrkdwn => {
      if (now + later + before === 0) return md`Nobody is missing: everyone has answered this step.`;
      return join(
        [
          ...(now > 0 ? [md`Reminded now: ${people(now)}.`] : []),
          ...(later > 0 ? [md`Later, when their working day begins: ${people(later)}.`] : []),
          ...(before > 0 ? [md`Had the reminder of this step before: ${people(before)}.`] : []),
        ],
        ' ',
      );
    },
    times: (until: Date): Mrkdwn => md`The step ends ${moment(until)}.`,
    reopened: (question: string, until: Date): Mrkdwn => md`“${question}” is open again, until ${moment(until)}.`,
    people: ({ added, removed }: { added: Safe | null; removed: Safe | null }): Mrkdwn =>
      join(
        [
          ...(added === null ? [] : [md`Invited: ${added}.`]),
          ...(removed === null ? [] : [md`No longer waited for: ${removed}.`]),
        ],
        ' ',
      ),
    nobodyChanged: md`Nothing has changed: they are in this review already.`,
    hidden: md`It is hidden. Your reason stands in its place in the thread.`,
    tookOver: md`You facilitate this review now.`,
    cancelled: md`The review is cancelled. Every answer is deleted, and a new review of this client can start.`,
  },
  times: {
    stepEnds: 'This step ends',
    doneBy: 'The whole review is done by',
    doneByHint: 'The steps that are left share the working days until then. Empty: one working day for each.',
  },
  reopen: {
    which: 'Which step?',
    hint: 'It gets the usual time once more, and the review goes on from there. What was said is kept.',
    hintPrivate:
      'It gets the usual time once more, and the review goes on from there. Words that were shown already are not shown again; new ones come with the summary, once they are from three people.',
  },
  people: {
    add: 'Add',
    addHint: 'People of the channel. They get an invitation.',
    role: 'What they do for the client',
    rolePlaceholder: 'Choose a role',
    remove: 'No longer wait for',
    removePlaceholder: 'Choose people',
    removeGroup: 'In this review',
    removeHint: 'What they said still counts. They are not asked any more.',
  },
  hide: {
    question: 'An answer to which question?',
    questionOption: (question: string, count: number): string => `${question} (${count})`,
    words: 'Which one?',
    wordsPlaceholder: 'Choose an answer',
    someLeftOut: ({ shown, total }: { shown: number; total: number }): string =>
      `These are ${shown} of ${total}; there is no room here for the others.`,
    reason: 'Why?',
    reasonHint: 'Everyone reads this in place of the answer. Do not repeat what it says.',
    whatHappens: md`It disappears from the thread and from the summary. What it reports still counts in the figures. You do not learn who wrote it in a private review.`,
    nothingShown: md`The thread shows no answers yet, or all of them are hidden. In a private review they appear when a step ends.`,
  },
  nothingEarlier: md`This is the first step: there is no earlier one to open again.`,
  facilitatorChanged: (userId: string): Mrkdwn =>
    md`${mention(userId)} facilitates this review now, so nothing was changed.`,
  /** Said at a field of one of these forms. */
  errors: {
    review_over: 'This review is over. Nothing was changed.',
    review_paused:
      'This review is paused because of its channel. Put the channel right, or move the review first. Nothing was changed.',
    review_not_here: 'This review is no longer here.',
    not_facilitator: 'Somebody else facilitates this review now. Nothing was changed.',
    step_too_soon: 'Please choose a time at least ten minutes from now.',
    step_too_late: 'This is too far away: at most 60 days from now.',
    deadline_too_late: 'This is too far away: at most 60 days from now.',
    deadline_before_step: 'The step ends later than this. Please choose a later day, or none.',
    time_missing: 'Please choose a day and a time.',
    not_earlier: 'The review is no longer past this step. Close this form to see where it stands.',
    nobody_chosen: 'Please choose at least one person, here or below.',
    person_in_both: 'Somebody is to be added and left out at once. Please choose one of the two.',
    too_few_left: 'A review needs three people at least. Please add others first.',
    too_many_people: 'A review takes 50 people at most. Please choose fewer.',
    words_gone: 'Its author has just changed or withdrawn it. Close this form and look again.',
    hidden_already: 'It is hidden already.',
    reason_missing: 'Please say why in a few words.',
    reason_too_long: 'This is too long: at most 300 characters.',
  },
  hidden: {
    /** Above the reason. */
    inPlace: 'Hidden by the facilitator. The reason:',
    own: 'The facilitator has hidden this from the thread. The reason:',
    inSummary: (count: number): Mrkdwn =>
      md`${plural('en', count, { one: 'answer was', other: 'answers were' })} hidden by the facilitator. What was reported still counts in the figures.`,
  },
  reopened: {
    text: (question: string): Mrkdwn => md`*“${question}” is open again.*`,
    help: 'Add what is missing, or change what you said: *My answers* on the card.',
    over: (question: string): Mrkdwn => md`“${question}” was open again and has closed.`,
    whoSeesPrivate:
      '🔒 The answers to this step were shown already. What is added now is kept back and comes with the summary, without names and only if at least three people add something.',
  },
  snooze: {
    twoHours: 'Remind me in two hours',
    tomorrow: 'Remind me tomorrow morning',
    until: (at: Date): Mrkdwn => md`I will remind you again ${moment(at)}, unless you have answered by then.`,
    again: 'You asked me to remind you again.',
    stepEndsBefore: (at: Date): Mrkdwn =>
      md`The step ends before that (${moment(at)}), so I cannot remind you then. You can answer now: it takes a minute.`,
    stepOver: md`This step is over, so there is nothing to remind you of.`,
    answeredAlready: md`You have answered this step already; I will not remind you again.`,
  },
  takenOver: ({ byId, clientName, channel }: { byId: string; clientName: string; channel: Safe }): Mrkdwn =>
    md`${mention(byId)} facilitates the review of ${bold(clientName)} in ${channel} from now on. You have nothing more to do there as facilitator.`,
  cancelled: (byId: string): Mrkdwn => md`${mention(byId)} has cancelled this review. Every answer was deleted.`,
};

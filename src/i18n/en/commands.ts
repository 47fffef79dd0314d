import type { Phase, Vote } from '../../domain/answer.ts';
import { bold, type Mrkdwn, md, moment, type Safe } from '../../domain/escaping.ts';
import { plural } from '../plural.ts';

const clients = (count: number) => plural('en', count, { one: 'client', other: 'clients' });

/** Replies to commands and buttons that only the person who asked can see. */
export const commands = {
  help: {
    intro: md`*Parley* runs the talk a team has before it decides to keep or part with a client: what hurts, what is good, what we learned, and a vote. Then there is a verdict with its reasons, and a manager decides. Between reviews a weekly pulse shows early which client is going wrong: managers get an alert, and a digest of all clients. My *Home* tab shows what waits for you.`,
    takePart: md`*To take part*, press *Answer* under the question in the thread or on the card. Until the review closes you can change or withdraw your answers: *My answers*.`,
    heading: md`*What you can type*`,
    start: 'starts a review',
    startNamed: 'starts a review of this client',
    list: 'shows open reviews and all clients',
    status: 'shows where one client stands',
    settings: 'changes managers, language, time zone, days off, hourly cost, the weekly pulse and its digest',
    help: 'shows this',
    managersOnly: md`Managers start reviews and decide.`,
    /** Stands for a client's name in a command. */
    namePlaceholder: 'name of the client',
    startButton: 'Start a review',
    text: 'How Parley works, and what you can type',
  },
  unknown: {
    text: ({ typed, nearest }: { typed: string; nearest: Safe }): Mrkdwn =>
      md`I do not know “${typed}”. Did you mean ${nearest}?`,
    orClient: (typed: string): Mrkdwn => md`Or is “${typed}” the name of a client?`,
    startButton: (typed: string): string => `Start a review of ${typed}`,
  },
  list: {
    text: ({ open, total }: { open: number; total: number }): Mrkdwn =>
      md`${plural('en', open, { one: 'open review', other: 'open reviews' })}, ${clients(total)}`,
    reviews: md`*Reviews*`,
    noReviews: md`No review is open.`,
    clients: md`*Clients*`,
    noClients: md`There are no clients yet. The first review adds one.`,
    /** Heads the names of the clients with one status. */
    withStatus: ({ status, count }: { status: string; count: number }): Mrkdwn => md`_${status} (${count})_`,
    moreReviews: (count: number): Mrkdwn =>
      md`and ${plural('en', count, { one: 'more review', other: 'more reviews' })}`,
    moreClients: (count: number): Mrkdwn => md`and ${count} more`,
    more: (command: Safe): Mrkdwn => md`For one client, type ${command}.`,
  },
  review: {
    progress: ({ answered, invited }: { answered: number; invited: number }): string =>
      `${answered} of ${invited} answered`,
    until: (at: Date): Mrkdwn => md`⏳ until ${moment(at)}`,
    mode: { private: '🔒 private', open: 'open' },
    /** The words of a link to the card. */
    openCard: 'open the card',
  },
  status: {
    heading: ({ clientName, status }: { clientName: string; status: string }): Mrkdwn =>
      md`${bold(clientName)} · ${status}`,
    open: md`*Review open now*`,
    none: md`No review of this client yet.`,
    last: (at: Date): Mrkdwn => md`*Last review*, finished ${moment(at, 'date')}`,
    verdict: (choice: string | null): Mrkdwn =>
      choice === null ? md`Verdict: none, too few people answered` : md`Verdict: ${choice}`,
    decision: ({ choice, who, at }: { choice: string; who: Safe; at: Date }): Mrkdwn =>
      md`Decision: *${choice}* (${who}, ${moment(at, 'date')})`,
    undecided: md`Decision: not taken yet`,
    startButton: 'Start a review',
  },
  whoAnswered: {
    heading: ({ answered, invited }: { answered: number; invited: number }): Mrkdwn =>
      md`*${answered} of ${invited} have answered this step.*`,
    answered: (people: Safe): Mrkdwn => md`Answered: ${people}`,
    waiting: (people: Safe): Mrkdwn => md`Not yet: ${people}`,
    private: md`🔒 What they said stays without names.`,
  },
  /** What was done, in answer to a button or a form. */
  done: {
    saved: md`Your answer is saved. You can change or withdraw it until the review closes: *My answers*.`,
    savedLate: md`Your answer is saved. This step has closed, so it comes with the summary.`,
    savedKept: md`Your answer is saved. The answers to this step were shown already, so yours comes with the summary.`,
    nothing: {
      complaints: md`Noted: nothing to complain about. You can still change it: *Answer*.`,
      positives: md`Noted: you cannot name one. You can still change it: *Answer*.`,
      lessons: md`Noted: nothing to add. You can still change it: *Answer*.`,
    } satisfies Record<Exclude<Phase, 'vote'>, Mrkdwn>,
    voted: {
      keep: md`Your vote: *keep*. Press another button to change it.`,
      part: md`Your vote: *part*. Press another button to change it.`,
      unsure: md`Your vote: *unsure*. Press another button to change it.`,
    } satisfies Record<Vote, Mrkdwn>,
    withdrawn: md`Your answer is withdrawn. You can answer again until the review closes.`,
    started: ({ clientName, channel }: { clientName: string; channel: Safe }): Mrkdwn =>
      md`The review of ${bold(clientName)} has started in ${channel}.`,
    decided: (clientName: string): Mrkdwn => md`Your decision on ${bold(clientName)} is posted in the thread.`,
    settings: md`The settings are saved.`,
    extended: md`The review waits longer for answers.`,
  },
};

import { type Mrkdwn, md, moment } from '../../domain/escaping.ts';

/** *Try it on myself*: the whole ritual for one person, with sample voices. */
export const rehearsal = {
  /** On a button, at most 75 characters. */
  button: 'Try it on myself',
  help: 'plays a whole review for you alone, with sample voices',
  /** Stands above everything that belongs to a rehearsal. */
  mark: (deletedAt: Date): Mrkdwn => md`Rehearsal: sample voices, only you see this, deleted on ${moment(deletedAt)}.`,
  /** What a notification begins with. */
  notification: (text: Mrkdwn): Mrkdwn => `Rehearsal: ${text}` as Mrkdwn,
  form: {
    /** At most 24 characters. */
    title: 'Try it on myself',
    submit: 'Start',
    intro: md`You play a whole review in your direct messages with Parley: six sample voices answer, you get a verdict and decide.`,
    promise: md`Nobody else sees it, it changes no client and no figure, and after a day it is deleted. An earlier rehearsal of yours ends when this one starts.`,
  },
  started: {
    title: 'Your rehearsal',
    text: md`*It has started.* Look in your direct messages with Parley: the card and the first question are there.`,
  },
  /** To a press on a button of a rehearsal that is no longer there. */
  over: md`This rehearsal is over. To play it again, type \`/client-review rehearse\`.`,
};

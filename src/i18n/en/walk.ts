import { md } from '../../domain/escaping.ts';

/** *Answer everything now*: one form after another. Title and buttons of forms: at most 24 characters. */
export const walk = {
  /** On the card and in the invitation; at most 30 characters. */
  button: 'Answer everything now',
  /** Sends a form that another one follows. */
  next: 'Next',
  /** Who will see an answer to a question whose step has not begun, and when. */
  audience: {
    privateWords:
      '🔒 This step has not begun. Until it ends nobody sees your answer; then it is shown without your name, together with the others, if at least three people have answered. Wording can give you away.',
    privateVote: '🔒 The vote has not begun. Yours will be counted without your name.',
    open: 'This step has not begun. When it begins, your answer appears in the thread under your name.',
    openVote: 'The vote has not begun. Yours will be shown in the summary under your name.',
  },
  /** Above the box that takes the place of the buttons such as *Nothing to complain about*. */
  nothing: 'If there is nothing to say',
  done: {
    title: 'Thank you',
    text: md`*That was everything.* Your answers are saved, and nothing more is needed from you.`,
    change: md`Until the review closes you can change or withdraw each of them under *My answers*.`,
  },
  /** Said at a field. */
  errors: {
    complaint_or_nothing: 'Please write what happened, or tick “Nothing to complain about”.',
    positive_or_nothing: 'Please name one thing, or tick “I cannot name one”.',
    lessons_or_nothing: 'Please write in one of the three fields at least, or tick “Nothing to add”.',
    words_and_nothing:
      'Something is written or chosen in this form as well. To send it, untick this; or clear it and keep the tick.',
  },
};

import { type Mrkdwn, md, mention } from '../../domain/escaping.ts';
import type { WordPhase } from '../../domain/statement.ts';

/** Replies typed in the thread of a review: what the prompts say of them, and what only their author is told. */
export const replies = {
  prompt: {
    open: 'Press the button, or just reply in this thread while this step is open.',
    private: 'Please use the button: this thread is public to the channel.',
  },
  taken: {
    complaints: md`Taken as your answer to “What hurts?”. If you edit or delete the message, your answer follows.`,
    positives: md`Taken as your answer to “What is good?”. If you edit or delete the message, your answer follows.`,
    lessons: md`Taken as your answer to “What did we learn?”. If you edit or delete the message, your answer follows.`,
  } satisfies Record<WordPhase, Mrkdwn>,
  soundsLike: (troubles: string): Mrkdwn => md`Sounds like: ${troubles}`,
  untagged: md`It weighs in the verdict once you say what kind of trouble it is.`,
  button: {
    tag: 'Say what kind of trouble',
    edit: 'Edit',
    form: 'Answer in the form',
  },
  refused: {
    review_closed: md`This review has closed, so what you write or change in its thread no longer counts as an answer.`,
    not_invited: (facilitatorId: string): Mrkdwn =>
      md`Your reply was not taken as an answer: you were not invited to this review. ${mention(facilitatorId)} runs it and can add you.`,
    private: md`*Your reply was not taken: this thread is public to the channel, and this review is private.* Everyone here can read it under your name, so you may want to delete it. In the form nobody sees who wrote what.`,
    vote_by_button: md`Your reply was not counted: this step is a vote. Please press a button.`,
    no_words: md`Your reply was not taken: there is no text in it, and I do not read files. Please say it in words.`,
    too_long: md`Your reply was not taken: it is too long. An answer has room for 3,000 characters. Shorten the message, or use the form.`,
    too_many: md`Your reply was not taken: you have named eight things already. Put it into one of those.`,
    edit_too_long: md`Your change was not taken: the text is too long now, and your answer keeps the earlier words. An answer has room for 3,000 characters.`,
    changed_in_form: md`Your answer was not changed with your message: you have changed it in the form since. Please edit it there.`,
  },
  notSaved: md`I could not save your reply, so it is not an answer yet. Please use the *Answer* button under the question in a minute.`,
};

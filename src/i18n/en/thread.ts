import type { Concerns, Phase } from '../../domain/answer.ts';
import { bold, boldLine, channelLink, md, mention, moment } from '../../domain/escaping.ts';
import type { ChannelRefusal } from '../../domain/post.ts';
import type { ReviewMode } from '../../domain/review.ts';
import type { StatementKind, WordPhase } from '../../domain/statement.ts';
import { plural } from '../plural.ts';

export const thread = {
  prompt: {
    question: {
      complaints: (clientName: string) => boldLine(md`What hurts in the work with ${clientName}?`),
      positives: (clientName: string) => boldLine(md`What is good about working with ${clientName}?`),
      lessons: (clientName: string) => boldLine(md`What did we learn from working with ${clientName}?`),
      vote: (clientName: string) => boldLine(md`Should we keep ${clientName} or part?`),
    },
    help: {
      complaints: 'Say what happened and how often. High standards are fine; moving goalposts are not.',
      positives: 'Name one real thing: a person, a habit, a result. If you cannot name one, that is an answer too.',
      lessons: 'How did you make it better or worse? What did you learn? Where did that help with other clients?',
      vote: 'One click. If this client costs you time for nothing, add the hours a week.',
    } satisfies Record<Phase, string>,
    whoSees: {
      private: {
        words:
          '🔒 Your answer goes to the team without your name, with everyone else’s, when this step ends. If fewer than three people answer, it is only counted.',
        vote: '🔒 The team sees how many voted for what, never who.',
        /** For an answer given after its step ended. */
        late: '🔒 The team sees your answer without your name, together with the summary. If fewer than three people answer, it is only counted.',
      },
      open: {
        words: 'Your answer appears here under your name.',
        vote: 'Your vote appears in the summary under your name.',
        late: 'Your answer appears here under your name.',
      },
    } satisfies Record<ReviewMode, { words: string; vote: string; late: string }>,
    until: (at: Date) => md`⏳ until ${moment(at)}`,
    notification: (clientName: string, question: string) => md`${clientName}: ${question}`,
  },
  /** Who a complaint is about, as part of a line. */
  about: {
    one_person: 'about one person there',
    few_people: 'about a few people there',
    everyone: 'about everyone there',
  } satisfies Record<Concerns, string>,
  lessonPart: {
    relationship: 'How I made it better or worse',
    learned: 'What I learned',
    elsewhere: 'Where it helped with other clients',
  },
  answer: {
    heading: (userId: string, role: string, question: string) => md`*${mention(userId)}* (${role}) · ${question}`,
    late: 'answered late',
    nothing: {
      complaints: 'Nothing to complain about.',
      positives: 'I cannot name one good thing.',
      lessons: 'Nothing to add.',
    } satisfies Record<WordPhase, string>,
    withdrawn: (userId: string, question: string) => md`${mention(userId)} took back the answer to “${question}”`,
  },
  reveal: {
    /** Heads the words of one question, without names. */
    heading: {
      complaints: (count: number) => `What hurts: ${plural('en', count, { one: 'complaint', other: 'complaints' })}`,
      positives: (count: number) => `What is good: ${plural('en', count, { one: 'answer', other: 'answers' })}`,
      lessons: (count: number) => `What we learned: ${plural('en', count, { one: 'answer', other: 'answers' })}`,
    } satisfies Record<WordPhase, (count: number) => string>,
    topic: {
      complaints: 'What hurts',
      positives: 'What is good',
      lessons: 'What we learned',
    } satisfies Record<WordPhase, string>,
    noNames: '🔒 Without names, in no particular order.',
    nobody: 'Nobody answered this question.',
    tooFew: (answered: number) =>
      `${plural('en', answered, { one: 'person', other: 'people' })} answered. With fewer than three, words could point at their author, so they are counted, not shown.`,
    nothing: {
      complaints: 'Nobody named any trouble.',
      positives: 'Nobody named anything good.',
      lessons: 'Nobody had anything to add.',
    } satisfies Record<WordPhase, string>,
    late: (count: number) => `Late answers: ${count}`,
    lateWithheld: (count: number) =>
      `${plural('en', count, { one: 'late answer is', other: 'late answers are' })} counted, not shown: with fewer than three people, words could point at their author.`,
  },
  kind: {
    complaint: 'What hurts',
    positive: 'What is good',
    lesson_relationship: 'What made it better or worse',
    lesson_learned: 'What was learned',
    lesson_elsewhere: 'Where it helped with other clients',
  } satisfies Record<StatementKind, string>,
  shortOfVoices: {
    text: (have: number, need: number, invited: number) =>
      md`*We need a few more answers.* ${have} of ${invited} answered; a verdict needs ${need}.`,
    help: (at: Date) =>
      md`If you have not said anything yet, please start with what hurts. The review waits until ${moment(at)}.`,
  },
  invitation: {
    text: (facilitatorId: string, clientName: string, channelId: string) =>
      md`${mention(facilitatorId)} asks you to take part in a review of ${bold(clientName)} in ${channelLink(channelId)}: should we keep this client, and what has to change?`,
    question: (question: string) => md`Now: *${question}*`,
    mode: {
      private: '🔒 Private: the team sees what was said, nobody sees who said it.',
      open: 'Open: answers appear in the channel’s thread under your name.',
    } satisfies Record<ReviewMode, string>,
    waiting: 'It waits for a few more answers.',
    over: 'This review is over; thank you all the same.',
  },
  reminder: {
    text: (clientName: string, channelId: string) =>
      md`Your answer is missing in the review of ${bold(clientName)} in ${channelLink(channelId)}. It takes a minute.`,
    once: 'There is one reminder for each step. If this is a bad moment, it can come later:',
  },
  channelRefused: {
    title: (clientName: string, channelId: string) =>
      boldLine(md`I have stopped talking about ${clientName} in ${channelLink(channelId)}.`),
    why: {
      external: 'The channel is shared with another organisation, and nobody outside should read this.',
      pending_external: 'Another organisation has been invited to the channel, and nobody outside should read this.',
      guests: 'There are guests in the channel, and nobody outside should read this.',
      outsiders: 'There are people from outside in the channel, and they should not read this.',
      unknown: 'I could not find out who can read the channel, so I prefer to say nothing there.',
      not_member: 'I am no longer a member of the channel.',
      archived: 'The channel is archived.',
      direct_message: 'A review needs a channel that the team can read; this is a direct message.',
    } satisfies Record<ChannelRefusal, string>,
    remedy: {
      external: 'Stop sharing the channel with them.',
      pending_external: 'Withdraw the invitation to the other organisation.',
      guests: 'Remove the guests from the channel.',
      outsiders: 'Remove the people from outside from the channel.',
      unknown: 'Check that I am still in the channel, and try again in a few minutes.',
      not_member: 'Invite me to the channel again.',
      archived: 'Take the channel out of the archive.',
      direct_message: 'Start the review in a channel.',
    } satisfies Record<ChannelRefusal, string>,
    kept: 'Every answer given so far is kept.',
    whatToDo: 'What to do:',
  },
};

import type { Phase } from '../../domain/answer.ts';
import type { Mrkdwn, Safe } from '../../domain/escaping.ts';
import { italicLine, md, mention, moment } from '../../domain/escaping.ts';
import type { ReviewMode } from '../../domain/review.ts';
import { plural } from '../plural.ts';

export const card = {
  /** Plain text, for a header. */
  title: (clientName: string) => `Client review: ${clientName}`,
  step: (number: number, question: string) => md`*Step ${number} of 4 · ${question}*`,
  until: (at: Date) => md`⏳ until ${moment(at)}`,
  mode: {
    private: '🔒 Private: nobody sees who wrote what',
    open: 'Open: answers appear in the thread under your name',
  } satisfies Record<ReviewMode, string>,
  progress: (answered: number, invited: number) => `${answered} of ${invited} answered`,
  answeredBy: (people: Safe) => md`Answered: ${people}`,
  asks: 'asks:',
  questionGoesOn: 'The whole question is in the thread.',
  forFacilitator: (userId: string) => md`For the facilitator, ${mention(userId)}:`,
  waiting: (have: number, need: number, invited: number) =>
    md`*Not enough answers yet.* ${have} of ${invited} answered; a verdict needs ${need}.`,
  waitingUntil: (at: Date) => md`⏳ waiting until ${moment(at)}`,
  tookPart: (tookPart: number, invited: number) => `${tookPart} of ${invited} took part`,
  votes: (keep: number, part: number, unsure: number) => `votes: ${keep} keep, ${part} part, ${unsure} unsure`,
  mostNamed: (signals: string) => `Most named: ${signals}.`,
  signalCount: (label: string, voices: number, of: number) => `${label} (${voices} of ${of})`,
  noTrouble: 'Nobody named any trouble.',
  goodNamed: (named: number, of: number) =>
    named === 0 ? 'Nobody named anything good.' : `${named} of ${of} named something good.`,
  /** Before the verdict on a card that begins with the decision. */
  verdictLabel: 'Verdict:',
  waitsForDecision: 'A manager decides what happens next.',
  cancelled: (userId: string) => md`*Cancelled* by ${mention(userId)}. Every answer was deleted.`,
  closedAt: (at: Date) => md`Finished ${moment(at, 'date')}`,
  decidedAt: (at: Date) => md`Decided ${moment(at, 'date')}`,
  /** What a notification says. */
  notification: {
    open: (clientName: string, number: number, question: string, progress: string) =>
      md`Client review: ${clientName} · Step ${number} of 4: ${question} ${progress}.`,
    closed: (verdict: string) => md`${verdict}. A manager decides what happens next.`,
  },
  buttons: {
    answer: 'Answer',
    nothing: {
      complaints: 'Nothing to complain about',
      positives: 'I cannot name one',
      lessons: 'Nothing to add',
    } satisfies Record<Exclude<Phase, 'vote'>, string>,
    keep: 'Keep',
    part: 'Part',
    unsure: 'Unsure',
    hours: 'Add hours lost',
    myAnswers: 'My answers',
    nextStep: 'Next step',
    extend: 'Give it more time',
    closeWithoutVerdict: 'Close without a verdict',
    decide: 'Decide',
    readSummary: 'Read the summary',
  },
  /** Texts of at most 300 characters; a title of at most 100; buttons of at most 30. */
  confirmNextStep: {
    title: 'Move on?',
    text: (missing: number, isLast: boolean) => {
      const rest = isLast ? 'The review ends and the verdict is posted.' : 'They can still answer later.';
      const people = plural('en', missing, { one: 'person has', other: 'people have' });
      return missing === 0 ? 'Everyone has answered.' : `${people} not answered yet. ${rest}`;
    },
    confirm: 'Move on',
    deny: 'Wait',
  },
  confirmClose: {
    title: 'Close without a verdict?',
    text: 'Nobody can answer any more. A manager can still decide.',
    confirm: 'Close it',
    deny: 'Keep waiting',
  },
  /** Heads the further messages of something long; plain mrkdwn. */
  continued: (title: string): Mrkdwn => italicLine(md`${title} (continued)`),
};

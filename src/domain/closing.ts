import { countedAsInvited } from './absence.ts';
import { type Answer, type Phase, ROLES, type Role, type Vote } from './answer.ts';
import { type Figures, figuresOf } from './figures.ts';
import { hiddenCost } from './hidden-cost.ts';
import type { ReasonOf } from './hidden-words.ts';
import { withoutSmallGroups } from './private-figures.ts';
import { planPrivateRecord } from './reveal.ts';
import type { KeyedAnswer, Participant, Review } from './review-record.ts';
import type { RandomInt } from './shuffle.ts';
import { phaseOfStatement, type Said, statementsOf, WORD_PHASES, type WordPhase } from './statement.ts';
import type { SummaryModel } from './summary.ts';
import { decideVerdict, type Verdict, type VerdictContext } from './verdict.ts';

/** Who answered which question, as far as the review may know: from user ids, or from the keys while the secret lives. */
export type Respondents = Readonly<Record<Phase, readonly string[]>>;

export type ClosingFacts = {
  readonly review: Review;
  readonly participants: readonly Participant[];
  readonly answers: readonly KeyedAnswer<Answer>[];
  readonly respondents: Respondents;
  readonly context: VerdictContext;
  /** Why the facilitator has hidden words; nobody has when it is not given. */
  readonly reasonOf?: ReasonOf;
  readonly money: {
    readonly hourlyCost: number | null;
    readonly monthlyRevenue: number | null;
    readonly currency: string;
  };
};

export type Closing = {
  readonly figures: Figures;
  readonly verdict: Verdict;
  /** What is kept of the words. */
  readonly statements: readonly Said[];
  /** Words of a private review that the thread has not seen, and how many people's stay unseen. */
  readonly fresh: readonly Said[];
  readonly withheld: Readonly<Record<WordPhase, number>>;
  readonly tookPart: readonly string[];
  readonly summary: SummaryModel;
};

/** The figures of a review as it stands (method 1 and 4). Who could not answer and said nothing is not among those invited. */
export function figuresOfReview({
  participants,
  answers,
  respondents,
}: Pick<ClosingFacts, 'participants' | 'answers' | 'respondents'>): Figures {
  const heard = participants.filter(({ userId }) => respondents.complaints.includes(userId)).map(({ role }) => role);
  return figuresOf({
    invited: countedAsInvited(participants, everybodyIn(respondents)).map(({ userId, role }) => ({
      personKey: userId,
      role,
    })),
    answers,
    rolesHeard: heard,
    tookPart: everybodyIn(respondents).length,
  });
}

/**
 * Everything that follows from closing a review: figures, verdict, what is kept, what is shown (method 3, 4 and 5). Hidden words are
 * neither kept nor shown, only counted; what they report stays in the figures, so that nobody bends a verdict by hiding.
 */
export function planClosing(facts: ClosingFacts, randomInt: RandomInt): Closing {
  const { review, answers, respondents, context, money, reasonOf = () => null } = facts;
  const isPrivate = review.mode === 'private';
  const figures = isPrivate ? withoutSmallGroups(figuresOfReview(facts)) : figuresOfReview(facts);
  const verdict = decideVerdict(figures, context);
  const record = isPrivate
    ? planPrivateRecord(answers, review.revealed, randomInt)
    : {
        said: answers.flatMap(({ personKey, answer }) => statementsOf(answer, personKey)),
        fresh: [],
        withheld: { complaints: 0, positives: 0, lessons: 0 },
      };
  const kept = record.said.filter((words) => reasonOf(words) === null);
  const fresh = record.fresh.filter((words) => reasonOf(words) === null);
  const tookPart = everybodyIn(respondents);
  const cost = hiddenCost({
    hoursPerWeek: figures.hours.perWeek,
    hourlyCost: money.hourlyCost,
    monthlyRevenue: money.monthlyRevenue,
  });
  const summary: SummaryModel = {
    reviewId: review.id,
    clientName: review.clientName,
    mode: review.mode,
    verdict,
    figures,
    said: bySaidPhase(kept),
    withheld: record.withheld,
    hidden: record.said.length - kept.length,
    hiddenCost: { hoursPerWeek: figures.hours.perWeek, money: cost.perMonth, revenueShare: cost.shareOfRevenue },
    currency: money.currency,
    notHeard: rolesNotHeard(facts.participants, figures),
    tookPart: isPrivate ? null : tookPart,
    voters: isPrivate ? null : votersIn(answers),
  };
  return {
    figures,
    verdict,
    statements: kept,
    fresh,
    withheld: record.withheld,
    tookPart,
    summary,
  };
}

/** A verdict is possible: rule 2 does not stand in its way (method 5). */
export function hasEnoughVoices(figures: Figures, context: VerdictContext): boolean {
  return decideVerdict(figures, context).mode !== 'not_enough_voices';
}

/** Everybody who said something, to whichever question. */
export function everybodyIn(respondents: Respondents): string[] {
  return [...new Set(Object.values(respondents).flat())].sort();
}

/** Also the roles of those who could not answer: the summary says what it did not hear, whatever the reason. */
function rolesNotHeard(participants: readonly Participant[], figures: Figures): Role[] {
  const roles = ROLES.filter((role) => participants.some((person) => person.role === role));
  return roles.filter((role) => !figures.roles.heard.includes(role));
}

function bySaidPhase(said: readonly Said[]): Record<WordPhase, Said[]> {
  const entries = WORD_PHASES.map(
    (phase) => [phase, said.filter(({ kind }) => phaseOfStatement(kind) === phase)] as const,
  );
  return Object.fromEntries(entries) as Record<WordPhase, Said[]>;
}

function votersIn(answers: readonly KeyedAnswer<Answer>[]): Record<Vote, string[]> {
  const voters: Record<Vote, string[]> = { keep: [], part: [], unsure: [] };
  for (const { personKey, answer } of answers) if (answer.phase === 'vote') voters[answer.vote].push(personKey);
  return voters;
}

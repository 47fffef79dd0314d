/** The guided questions of an action plan with a choice, in the order they are asked (method 6). */
export const PLAN_QUESTIONS = {
  /** Is it one or two people at the client, or everywhere? */
  where: ['one_or_two', 'everywhere', 'not_sure'],
  /** Change the people who work on it, or the terms? */
  change: ['team', 'terms', 'both', 'neither'],
  /** Would it help to talk about expectations anew? */
  expectations: ['yes', 'no', 'not_sure'],
  /** Did it happen once, or does it happen constantly? */
  frequency: ['once', 'constantly'],
} as const;

export type PlanQuestion = keyof typeof PLAN_QUESTIONS;
export type PlanChoice<Q extends PlanQuestion> = (typeof PLAN_QUESTIONS)[Q][number];

/** The questions answered in words: what speaks for and against keeping, and parting. */
export const PLAN_WORDS = ['keep_pros', 'keep_cons', 'part_pros', 'part_cons'] as const;
export type PlanWords = (typeof PLAN_WORDS)[number];

/** What was said to the questions in words; empty where nothing was. */
export type PlanTexts = Readonly<Record<PlanWords, string>>;

/** What the manager said; null where a question was left out, since none of them is required. */
export type PlanAnswers = { readonly [Q in PlanQuestion]: PlanChoice<Q> | null };

/** Nothing was said. */
export const NO_PLAN_ANSWERS: PlanAnswers = { where: null, change: null, expectations: null, frequency: null };

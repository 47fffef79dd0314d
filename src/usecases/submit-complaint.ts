import { type Complaint, MAX_COMPLAINTS } from '../domain/answer.ts';
import { planComplaints } from '../domain/complaint-mark.ts';
import type { Deps } from './deps.ts';
import { readOwnAnswers } from './read-own-answers.ts';
import { type SubmitResult, submitAnswer } from './submit-answer.ts';
import { withdrawAnswer } from './withdraw-answer.ts';

export type SubmitComplaint = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly userId: string;
  /** The mark of the complaint that the form showed, see complaint-mark.ts; null for a new one. */
  readonly seen: string | null;
  /** Null takes this one back. */
  readonly complaint: Complaint | null;
};

type Result = SubmitResult & { readonly count?: number };

/** Two windows of one person at once are rare, and three do not collide for ever. */
const MOST_TRIES = 5;

/**
 * Puts one complaint into a person's answer to the first question, beside the others they gave; sending the same twice changes nothing,
 * and what came meanwhile from another window or the thread stays. Taking the last one back withdraws the answer: to say "nothing to
 * complain about" is a step of its own.
 */
export async function submitComplaint(deps: Deps, input: SubmitComplaint): Promise<Result> {
  const { seen, complaint, ...person } = input;
  // Most people have one complaint, and nothing stands there yet: then nothing has to be read first.
  const isFirst = seen === null && complaint !== null;
  let result = isFirst ? await submitFirst(deps, person, complaint) : await tryOnce(deps, input);
  for (let tries = 1; tries < MOST_TRIES && !result.ok && result.reason === 'changed_meanwhile'; tries += 1)
    result = await tryOnce(deps, input);
  return result;
}

type Person = Omit<SubmitComplaint, 'seen' | 'complaint'>;

/** `changed_meanwhile` where the person has said something already. */
async function submitFirst(deps: Deps, person: Person, complaint: Complaint): Promise<Result> {
  const answer = { phase: 'complaints', complaints: [complaint] } as const;
  const result = await submitAnswer(deps, { ...person, answer, replaces: null });
  return { ...result, count: 1 };
}

async function tryOnce(deps: Deps, { seen, complaint, ...person }: SubmitComplaint): Promise<Result> {
  const own = await readOwnAnswers(deps, person);
  if (!own.ok) return own;
  const given = own.answers.complaints ?? null;
  const plan = planComplaints(given?.complaints ?? [], { seen, complaint }, MAX_COMPLAINTS);
  if (plan.kind === 'too_many') return { ok: false, reason: 'too_many_complaints', review: own.review };
  const { review } = own;
  if (plan.kind === 'no_change') return { ok: true, isLate: false, review, count: given?.complaints.length ?? 0 };
  const { complaints } = plan;
  if (complaints.length === 0) {
    const withdrawn = await withdrawAnswer(deps, { ...person, phase: 'complaints' });
    if (!withdrawn.ok && withdrawn.reason !== 'nothing_to_withdraw')
      return { ok: false, reason: withdrawn.reason, review };
    return { ok: true, isLate: false, review, count: 0 };
  }
  const result = await submitAnswer(deps, { ...person, answer: { phase: 'complaints', complaints }, replaces: given });
  return { ...result, count: complaints.length };
}

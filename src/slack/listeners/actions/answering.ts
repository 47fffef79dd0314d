import type { Answer, Vote } from '../../../domain/answer.ts';
import { nothingToSay, saysSomething } from '../../../domain/nothing-to-say.ts';
import { readOwnAnswers } from '../../../usecases/read-own-answers.ts';
import { readReasonsOfHiding } from '../../../usecases/read-shown-words.ts';
import { submitAnswer } from '../../../usecases/submit-answer.ts';
import { renderMyAnswers } from '../../blocks/views/my-answers.ts';
import { parseTarget } from '../../target.ts';
import { openForm, replyTo } from '../interaction.ts';
import { findAnswerForm } from '../open-answer-form.ts';
import { answerRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';

/** *Answer*, *Edit* and *Add hours lost*: opens the form of one question. */
export async function openAnswer({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const target = parseTarget(value);
  if (!target?.phase) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  const form = await findAnswerForm(ctx, actor, { reviewId: target.reviewId, phase: target.phase });
  if (!form.ok) return replyRefusal({ ctx, actor, body, value }, form.reason, target.reviewId);
  if (!(await openForm(ctx, body, form.view))) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}

/** One click: *Nothing to complain about*, *I cannot name one*, *Nothing to add*. Never in place of words that were given. */
export async function sayNothing(args: ActionArgs): Promise<void> {
  const { ctx, actor, body, value } = args;
  const target = parseTarget(value);
  const phase = target?.phase;
  if (!target || !phase || phase === 'vote') return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  const own = await readOwnAnswers(ctx, {
    workspaceId: actor.workspaceId,
    reviewId: target.reviewId,
    userId: actor.userId,
  });
  if (own.ok && own.answers[phase] && saysSomething(own.answers[phase]))
    return replyTo(ctx, body, { text: actor.t.refusals.alreadyAnswered });
  await give(args, target.reviewId, nothingToSay(phase), actor.t.commands.done.nothing[phase]);
}

/** One click: keep, part or unsure. Hours given before are kept. */
export function voteFor(vote: Vote) {
  return async (args: ActionArgs): Promise<void> => {
    const { ctx, actor, body, value } = args;
    const target = parseTarget(value);
    if (!target) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
    const { reviewId } = target;
    const own = await readOwnAnswers(ctx, { workspaceId: actor.workspaceId, reviewId, userId: actor.userId });
    const earlier = own.ok ? (own.answers.vote?.hoursPerWeek ?? null) : null;
    await give(args, reviewId, { phase: 'vote', vote, hoursPerWeek: earlier }, actor.t.commands.done.voted[vote]);
  };
}

/** *My answers*: one's own words in this review, for oneself. */
export async function showMyAnswers(args: ActionArgs): Promise<void> {
  const { ctx, actor, body, value } = args;
  const target = parseTarget(value);
  if (!target) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  const own = await readOwnAnswers(ctx, {
    workspaceId: actor.workspaceId,
    reviewId: target.reviewId,
    userId: actor.userId,
  });
  if (!own.ok) return replyRefusal(args, own.reason, target.reviewId);
  const reasonOf = await readReasonsOfHiding(ctx, { workspaceId: actor.workspaceId, reviewId: own.review.id });
  const view = renderMyAnswers(
    {
      ...{ clientName: own.review.clientName, answers: own.answers, takenBack: own.takenBack },
      ...{ isOpen: true, target, reasonOf },
    },
    actor.t,
  );
  if (!(await openForm(ctx, body, view))) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}

async function give(
  { ctx, actor, body, value }: ActionArgs,
  reviewId: string,
  answer: Answer,
  done: Parameters<typeof replyTo>[2]['text'],
): Promise<void> {
  const { workspaceId, userId } = actor;
  const result = await submitAnswer(ctx, { workspaceId, reviewId, userId, answer });
  if (!result.ok) return replyRefusal({ ctx, actor, body, value }, result.reason, reviewId);
  // The answer is safe: what fails from here on is made up for by the clock, and is no reason to tell the person that it is not.
  ctx.followAnswer({ workspaceId, reviewId, phase: answer.phase });
  const { savedLate, savedKept } = actor.t.commands.done;
  const late = result.review.state === answer.phase ? savedKept : savedLate;
  await replyTo(ctx, body, { text: result.isLate ? late : done });
}

async function replyRefusal(
  { ctx, actor, body }: ActionArgs,
  reason: Parameters<typeof answerRefusalText>[0],
  reviewId: string,
): Promise<void> {
  const review = await ctx.storage.forWorkspace(actor.workspaceId).reviews.find(reviewId);
  await replyTo(ctx, body, { text: answerRefusalText(reason, review?.facilitatorId ?? null, actor.t) });
}

import { join, type Mrkdwn, mention, type Safe, safe } from '../../../domain/escaping.ts';
import { memberRefusal } from '../../../domain/member.ts';
import { currentPhase } from '../../../domain/review.ts';
import { afterAnswer } from '../../../usecases/after-answer.ts';
import type { Facilitating } from '../../../usecases/as-facilitator.ts';
import { changePeople } from '../../../usecases/change-people.ts';
import { changeTimes } from '../../../usecases/change-times.ts';
import { hideAnswer } from '../../../usecases/hide-answer.ts';
import { reopenPhase } from '../../../usecases/reopen-phase.ts';
import { FIELDS } from '../../ids.ts';
import {
  type PeopleSubmission,
  parseHideForm,
  parseHideQuestion,
  parsePeopleForm,
  parseReopenForm,
  parseTimesForm,
} from '../../parse/desk-forms.ts';
import type { FieldErrors, FormError } from '../../parse/field-errors.ts';
import { parseTarget } from '../../target.ts';
import { findHideForm } from '../find-hide-form.ts';
import { updateDesk } from '../show-desk.ts';
import type { ViewArgs, ViewHandler, ViewOutcome } from '../view-listener.ts';

type Handled = Awaited<ReturnType<ViewHandler>>;

/** Errors with a field of their own; what is not listed is said at the form's first field. */
const FIELD_OF: Readonly<Record<string, string>> = {
  deadline_too_late: FIELDS.doneBy,
  deadline_before_step: FIELDS.doneBy,
  deadline_invalid: FIELDS.doneBy,
  too_few_left: FIELDS.remove,
  words_gone: FIELDS.words,
  hidden_already: FIELDS.words,
};

const COMMON: Readonly<Record<string, FormError>> = {
  review_not_found: 'review_not_here',
  review_closed: 'review_over',
  paused: 'review_paused',
};

/** *Change the time*. */
export const timesHandler: ViewHandler = async (args) => {
  const parsed = parseTimesForm(args.body.view);
  if (!parsed.ok) return errors(parsed.errors);
  const request = requestOf(args);
  if (!request) return errors({ [FIELDS.stepEndsAt]: 'review_not_here' });
  const result = await changeTimes(args.ctx, { ...request, ...parsed.value });
  if (!result.ok) return refuse(FIELDS.stepEndsAt, result.reason);
  return closed(args, args.actor.t.desk.done.times(result.phaseEndsAt));
};

/** *Open an earlier step again*. */
export const reopenHandler: ViewHandler = async (args) => {
  const parsed = parseReopenForm(args.body.view);
  if (!parsed.ok) return errors(parsed.errors);
  const request = requestOf(args);
  if (!request) return errors({ [FIELDS.step]: 'review_not_here' });
  const result = await reopenPhase(args.ctx, { ...request, ...parsed.value });
  if (!result.ok) return refuse(FIELDS.step, result.reason);
  const { desk, vocabulary } = args.actor.t;
  return closed(args, desk.done.reopened(vocabulary.step[result.phase], result.phaseEndsAt));
};

/** *People*. The channel and every new person are looked at first: they must be able to read the thread. */
export const peopleHandler: ViewHandler = async (args) => {
  const { ctx, body, actor } = args;
  const parsed = parsePeopleForm(body.view);
  if (!parsed.ok) return errors(parsed.errors);
  const request = requestOf(args);
  if (!request) return errors({ [FIELDS.add]: 'review_not_here' });
  const wrong = await refuseNewPeople(args, request, parsed.value.add);
  if (wrong) return { outcome: wrong };
  const result = await changePeople(ctx, { ...request, ...parsed.value });
  if (!result.ok) return refuse(FIELDS.add, result.reason);
  const { done } = actor.t.desk;
  const isChanged = result.added.length + result.removed.length > 0;
  const notice = isChanged
    ? done.people({ added: namesOf(result.added), removed: namesOf(result.removed) })
    : done.nobodyChanged;
  const { outcome, after } = closed(args, notice);
  return {
    outcome,
    after: async () => {
      await endStepIfComplete(args, request);
      await after?.();
    },
  };
};

/** *Hide an answer*, the first page: to which question. */
export const hideQuestionHandler: ViewHandler = async (args) => {
  const parsed = parseHideQuestion(args.body.view);
  if (!parsed.ok) return errors(parsed.errors);
  const request = requestOf(args);
  if (!request) return errors({ [FIELDS.step]: 'review_not_here' });
  const view = await findHideForm(args.ctx, args.actor, { reviewId: request.reviewId, ...parsed.value });
  return { outcome: { kind: 'view', view } };
};

/** The second page: what, and why. */
export const hideHandler: ViewHandler = async (args) => {
  const parsed = parseHideForm(args.body.view);
  if (!parsed.ok) return errors(parsed.errors);
  const request = requestOf(args);
  if (!request) return errors({ [FIELDS.reason]: 'review_not_here' });
  const result = await hideAnswer(args.ctx, { ...request, ...parsed.value });
  if (!result.ok) return refuse(FIELDS.reason, result.reason);
  return closed(args, args.actor.t.desk.done.hidden);
};

function requestOf({ actor, body }: ViewArgs): Facilitating | null {
  const target = parseTarget(body.view.private_metadata);
  return target && { workspaceId: actor.workspaceId, reviewId: target.reviewId, userId: actor.userId };
}

/** The form closes, and the desk below it shows the new state and what was done. */
function closed({ ctx, actor, body }: ViewArgs, notice: Mrkdwn): Handled {
  const { reviewId = '' } = parseTarget(body.view.private_metadata) ?? {};
  const { root_view_id: viewId, id } = body.view;
  const place = { reviewId, viewId: viewId === id ? null : viewId };
  return { outcome: { kind: 'close' }, after: () => updateDesk(ctx, actor, { ...place, notice }) };
}

function errors(found: FieldErrors): Handled {
  return { outcome: { kind: 'errors', errors: found } };
}

function refuse(first: string, reason: string): Handled {
  return errors({ [FIELD_OF[reason] ?? first]: COMMON[reason] ?? (reason as FormError) });
}

async function refuseNewPeople(
  { ctx, actor }: ViewArgs,
  { workspaceId, reviewId }: Facilitating,
  people: PeopleSubmission['add'],
): Promise<ViewOutcome | null> {
  if (people.length === 0) return null;
  const review = await ctx.storage.forWorkspace(workspaceId).reviews.find(reviewId);
  if (!review) return { kind: 'errors', errors: { [FIELDS.add]: 'review_not_here' } };
  const members = await ctx.directory.findAll(people.map(({ userId }) => userId));
  if (members.some((member) => memberRefusal(member) !== null))
    return { kind: 'errors', errors: { [FIELDS.add]: 'person_not_allowed' } };
  const check = await ctx.guard.check(review.channelId);
  if (!check.ok) return { kind: 'texts', texts: { [FIELDS.add]: actor.t.refusals.channel[check.reason] } };
  return people.every(({ userId }) => check.channel.memberIds.includes(userId))
    ? null
    : { kind: 'errors', errors: { [FIELDS.add]: 'person_not_in_channel' } };
}

/** Those whom the review still waits for may all have answered. */
async function endStepIfComplete({ ctx }: ViewArgs, { workspaceId, reviewId }: Facilitating): Promise<void> {
  const review = await ctx.storage.forWorkspace(workspaceId).reviews.find(reviewId);
  const phase = review && currentPhase(review.state);
  if (phase) await afterAnswer(ctx, { workspaceId, reviewId, phase });
}

function namesOf(userIds: readonly string[]): Safe | null {
  return userIds.length === 0
    ? null
    : safe(
        join(
          userIds.map((id) => mention(id).mrkdwn),
          ', ',
        ),
      );
}

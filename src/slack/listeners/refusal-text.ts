import type { Mrkdwn } from '../../domain/escaping.ts';
import type { Messages } from '../../i18n/index.ts';
import type { AdvanceResult } from '../../usecases/advance-review.ts';
import type { AnswerRefusal } from '../../usecases/submit-answer.ts';
import type { FormError } from '../parse/field-errors.ts';
import type { Actor } from './actor.ts';

/** Why an answer was not taken, for the person. */
export function answerRefusalText(reason: AnswerRefusal, facilitatorId: string | null, t: Messages): Mrkdwn {
  switch (reason) {
    case 'not_invited':
      return facilitatorId === null ? t.refusals.reviewGone : t.refusals.notInvited(facilitatorId);
    case 'not_open_yet':
      return t.refusals.notOpenYet;
    case 'review_closed':
      return t.refusals.reviewClosed;
    case 'review_not_found':
      return t.refusals.reviewGone;
    case 'changed_meanwhile':
    case 'too_many_complaints':
      return t.refusals.somethingWrong;
  }
}

type AdvanceRefusal = Extract<AdvanceResult, { ok: false }>['reason'];

/** Why a review was not moved on, for the person. */
export function advanceRefusalText(reason: AdvanceRefusal, facilitatorId: string, t: Messages): Mrkdwn {
  switch (reason) {
    case 'review_not_found':
      return t.refusals.reviewGone;
    case 'not_facilitator':
      return t.refusals.notFacilitator(facilitatorId);
    case 'waits_already':
      return t.refusals.waitsAlready;
    case 'paused':
      return t.pauses.standsStill;
    case 'moved_already':
    case 'not_due':
      return t.refusals.movedAlready;
    default:
      return t.refusals.transition[reason];
  }
}

/** Why a person may not do what managers do. Where Slack did not say who they are, that, and not that they are no manager. */
export function managerRefusalText({ isKnown, settings, t }: Pick<Actor, 'isKnown' | 'settings' | 't'>): Mrkdwn {
  return isKnown ? t.refusals.notManager(settings.managerIds, settings.installerId) : t.refusals.personUnknown;
}

/** The same for a field of a form. */
export function managerRefusal({ isKnown }: Pick<Actor, 'isKnown'>): FormError {
  return isKnown ? 'not_manager' : 'person_unknown';
}

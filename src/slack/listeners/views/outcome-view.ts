import { join, md } from '../../../domain/escaping.ts';
import { answerOutcome } from '../../../usecases/answer-outcome.ts';
import { renderMessageView } from '../../blocks/views/message-view.ts';
import { FIELDS } from '../../ids.ts';
import { readFormFields } from '../../parse/form-fields.ts';
import { parseOutcomeTarget } from '../../parse/outcome-form.ts';
import type { ViewHandler } from '../view-listener.ts';

/** What a manager says of a decision, kept with the review before the form says thank you. */
export const outcomeHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const { t, workspaceId, userId } = actor;
  const form = readFormFields(body.view);
  const target = parseOutcomeTarget(form.metadata);
  if (!target) return { outcome: { kind: 'errors', errors: { [FIELDS.text]: 'old_form' } } };
  const result = await answerOutcome(ctx, { ...target, workspaceId, userId, why: form.text(FIELDS.text) });
  if (!result.ok) return { outcome: { kind: 'texts', texts: { [FIELDS.text]: t.outcome.refused[result.reason] } } };
  const { askedAgainOn } = result;
  const again = askedAgainOn === null ? [] : [md`${t.outcome.askedAgain(askedAgainOn)}`];
  const text = join([md`${t.outcome.saved[target.answer]}`, ...again], ' ');
  return { outcome: { kind: 'view', view: renderMessageView({ title: t.outcome.title, text }, t) } };
};

import { join } from '../../../domain/escaping.ts';
import { saveIntake } from '../../../usecases/save-intake.ts';
import { intakeLines } from '../../blocks/sections/intake.ts';
import { renderMessageView } from '../../blocks/views/message-view.ts';
import { FIELDS } from '../../ids.ts';
import { parseIntakeForm } from '../../parse/intake-form.ts';
import { mayManageClient } from '../may-manage.ts';
import { managerRefusalText } from '../refusal-text.ts';
import type { ViewHandler, ViewOutcome } from '../view-listener.ts';

const FIRST = FIELDS.intake('contract');

/** The eight questions, saved before the form says what is left as risks. */
export const intakeHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const { t, workspaceId, userId } = actor;
  const sent = parseIntakeForm(body.view);
  if (!sent) return { outcome: { kind: 'errors', errors: { [FIRST]: 'old_form' } } };
  const { metadata, typed } = sent;
  const { clientId, version } = metadata;
  if (!(await mayManageClient(ctx, actor, clientId))) return texts({ [FIRST]: managerRefusalText(actor) });
  const result = await saveIntake(ctx, { workspaceId, userId, clientId, typed, version });
  if (result.ok) {
    const text = join([t.intake.saved(result.clientName), ...intakeLines(result.intake, t)]);
    return { outcome: { kind: 'view', view: renderMessageView({ title: t.intake.title, text }, t) } };
  }
  switch (result.reason) {
    case 'client_not_found':
      return texts({ [FIRST]: t.forms.errors.client_unknown });
    case 'changed_meanwhile':
      return texts({ [FIRST]: t.intake.changedMeanwhile });
    case 'note_too_long':
      return texts(
        Object.fromEntries(result.questions.map((question) => [FIELDS.intakeNote(question), t.intake.noteTooLong])),
      );
  }
};

function texts(found: Record<string, string>): { outcome: ViewOutcome } {
  return { outcome: { kind: 'texts', texts: found } };
}

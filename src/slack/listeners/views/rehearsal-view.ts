import { startRehearsal } from '../../../usecases/start-rehearsal.ts';
import { renderRehearsalStarted } from '../../blocks/views/rehearsal-form.ts';
import { FIELDS } from '../../ids.ts';
import { parseRehearsalForm } from '../../parse/rehearsal-form.ts';
import { managerRefusal } from '../refusal-text.ts';
import type { ViewHandler } from '../view-listener.ts';

/** Starts a manager's rehearsal, and says where it is: the form may have been opened anywhere. */
export const rehearsalHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const parsed = parseRehearsalForm(body.view);
  if (!parsed.ok) return { outcome: { kind: 'errors', errors: parsed.errors } };
  if (!actor.isManager) return { outcome: { kind: 'errors', errors: { [FIELDS.mode]: managerRefusal(actor) } } };
  const { workspaceId, userId, language, t } = actor;
  await startRehearsal(ctx, { workspaceId, userId, language, mode: parsed.value.mode });
  return { outcome: { kind: 'view', view: renderRehearsalStarted(t) } };
};

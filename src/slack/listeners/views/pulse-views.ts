import { savePulseAnswer } from '../../../usecases/answer-pulse.ts';
import { readPulse } from '../../../usecases/read-pulse.ts';
import { renderPulseForm } from '../../blocks/views/pulse-form.ts';
import { FIELDS } from '../../ids.ts';
import { readFormFields } from '../../parse/form-fields.ts';
import { parsePulseForm } from '../../parse/pulse-form.ts';
import { parsePulseTarget } from '../../pulse-target.ts';
import { tellAlertsNow } from '../tell-alerts-now.ts';
import type { ViewHandler } from '../view-listener.ts';

const ERRORS = { not_asked: 'pulse_not_asked', pulse_closed: 'pulse_closed' } as const;

/** Which client: its form takes the place of the choice. */
export const pulseClientHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const fields = readFormFields(body.view);
  const target = parsePulseTarget(fields.metadata);
  const chosen = fields.selected(FIELDS.client);
  const refuse = (error: 'old_form' | 'choice_missing' | 'pulse_not_asked' | 'pulse_closed') =>
    ({ outcome: { kind: 'errors', errors: { [FIELDS.client]: error } } }) as const;
  if (!target) return refuse('old_form');
  if (chosen === null) return refuse('choice_missing');
  const { workspaceId, userId, t } = actor;
  const pulse = await readPulse(ctx, { workspaceId, week: target.week, userId });
  const client = pulse?.clients.find(({ id }) => id === chosen);
  if (!pulse || !client) return refuse('pulse_not_asked');
  if (!pulse.isOpen) return refuse('pulse_closed');
  return { outcome: { kind: 'view', view: renderPulseForm({ week: pulse.week, client }, t) } };
};

/** What somebody says about one client in a week. */
export const pulseHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const parsed = parsePulseForm(body.view);
  if (!parsed.ok) return { outcome: { kind: 'errors', errors: parsed.errors } };
  const { workspaceId, userId } = actor;
  const result = await savePulseAnswer(ctx, { workspaceId, userId, ...parsed.value });
  if (!result.ok) return { outcome: { kind: 'errors', errors: { [FIELDS.rating]: ERRORS[result.reason] } } };
  const after = () => tellAlertsNow(ctx, workspaceId);
  return { outcome: { kind: 'close' }, ...(result.hasHardStop ? { after } : {}) };
};

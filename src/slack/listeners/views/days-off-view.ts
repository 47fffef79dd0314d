import { type SaveDaysOffResult, saveDaysOff } from '../../../usecases/save-days-off.ts';
import { FIELDS } from '../../ids.ts';
import { parseOwnDaysOff } from '../../parse/days-off-form.ts';
import type { FormError } from '../../parse/field-errors.ts';
import { zoneOf } from '../days-off.ts';
import { syncPerson } from '../sync-presence.ts';
import type { ViewHandler } from '../view-listener.ts';

const ERRORS = {
  ends_before_start: [FIELDS.lastDayOff, 'days_end_before_start'],
  too_long: [FIELDS.lastDayOff, 'days_too_long'],
  is_past: [FIELDS.firstDayOff, 'days_past'],
  too_many: [FIELDS.firstDayOff, 'days_too_many'],
  pause_past: [FIELDS.pausedUntil, 'pause_past'],
  pause_too_long: [FIELDS.pausedUntil, 'pause_too_long'],
} as const satisfies Record<Extract<SaveDaysOffResult, { ok: false }>['reason'], readonly [field: string, FormError]>;

/** One's own days off and pause; the reviews that wait for this person follow. */
export const daysOffHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const parsed = parseOwnDaysOff(body.view);
  if (!parsed.ok) return { outcome: { kind: 'errors', errors: parsed.errors } };
  const { workspaceId, userId } = actor;
  const saved = await saveDaysOff(ctx, { workspaceId, userId, timeZone: zoneOf(actor), ...parsed.value });
  if (!saved.ok) {
    const [field, error] = ERRORS[saved.reason];
    return { outcome: { kind: 'errors', errors: { [field]: error } } };
  }
  return { outcome: { kind: 'close' }, after: () => syncPerson(ctx, { workspaceId, userId }) };
};

import { HEARD_US, type TypedMeeting, type TypedRecord, WILLING } from '../../domain/meeting/client-meeting.ts';
import { READINESS_LEVELS, type ReadinessLevel } from '../../domain/readiness/readiness.ts';
import type { ReadinessField } from '../../domain/readiness/readiness-figures.ts';
import { FIELDS } from '../ids.ts';
import { choiceOf } from './choice-of.ts';
import { readFormFields } from './form-fields.ts';

/** Reads a form about a meeting: only what it asks for. Whether that can be is for the domain to say. */
export function parseMeetingForm(view: unknown): Partial<TypedMeeting> {
  const fields = readFormFields(view);
  return {
    ...(fields.has(FIELDS.startsAt) ? { startsAt: fields.dateTime(FIELDS.startsAt) } : {}),
    ...(fields.has(FIELDS.place) ? { place: fields.text(FIELDS.place) ?? '' } : {}),
    ...(fields.has(FIELDS.attendees) ? { attendeeIds: [...new Set(fields.users(FIELDS.attendees))] } : {}),
    ...(fields.has(FIELDS.prepSheet) ? { prepSheet: fields.text(FIELDS.prepSheet) ?? '' } : {}),
  };
}

/** Reads what was said in a meeting. */
export function parseMeetingRecord(view: unknown): TypedRecord {
  const fields = readFormFields(view);
  return {
    theirView: fields.text(FIELDS.theirView) ?? '',
    ourView: fields.text(FIELDS.ourView) ?? '',
    heardUs: choiceOf(HEARD_US, fields.radio(FIELDS.heardUs)),
    willingToMend: choiceOf(WILLING, fields.radio(FIELDS.willing)),
    agreed: fields.text(FIELDS.agreed) ?? '',
  };
}

/** Reads the figures of readiness as they were typed. */
export function parseReadinessFigures(view: unknown): Record<ReadinessField, string | null> {
  const fields = readFormFields(view);
  const typed = (field: ReadinessField) => fields.text(FIELDS.figure(field));
  return {
    revenueShare: typed('revenueShare'),
    dependentPay: typed('dependentPay'),
    costsToCut: typed('costsToCut'),
    replacementIncome: typed('replacementIncome'),
  };
}

/** Reads somebody's own answer; `level` is null where none was chosen. */
export function parseReadinessComment(view: unknown): {
  readonly level: ReadinessLevel | null;
  readonly comment: string | null;
} {
  const fields = readFormFields(view);
  return { level: choiceOf(READINESS_LEVELS, fields.radio(FIELDS.level)), comment: fields.text(FIELDS.comment) };
}

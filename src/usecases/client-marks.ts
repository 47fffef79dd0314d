import { createHash } from 'node:crypto';
import {
  CLIENT_FIELDS,
  type ClientField,
  type ClientFields,
  type FieldMarks,
  fieldKey,
} from '../domain/client-profile.ts';

/** A short mark of what one field says: a form remembers marks, since all that it showed would be too long for it. */
export function markOf(fields: ClientFields, field: ClientField): string {
  return createHash('sha256').update(fieldKey(fields, field)).digest('hex').slice(0, 10);
}

/** The marks of all fields as a form shows them. */
export function marksOf(fields: ClientFields): FieldMarks {
  const marks = CLIENT_FIELDS.map((field) => [field, markOf(fields, field)] as const);
  return Object.fromEntries(marks) as FieldMarks;
}

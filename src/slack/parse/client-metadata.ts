import * as z from 'zod';
import { CLIENT_FIELDS, type FieldMarks } from '../../domain/client-profile.ts';

const marks = Object.fromEntries(CLIENT_FIELDS.map((field) => [field, z.string().max(20)]));
const ClientMetadataSchema = z.object({ clientId: z.uuid(), read: z.object(marks) });

/** Which client a form edits, and marks of what it showed: what another person changed meanwhile is told by them. */
export type ClientMetadata = { readonly clientId: string; readonly read: FieldMarks };

/** Empty for a new client. */
export function encodeClientMetadata(metadata: ClientMetadata | null): string {
  return metadata === null ? '' : JSON.stringify(metadata);
}

/** Null for a new client; `invalid` for anything that is neither. */
export function parseClientMetadata(value: string): ClientMetadata | null | 'invalid' {
  if (value === '') return null;
  try {
    const parsed = ClientMetadataSchema.safeParse(JSON.parse(value));
    return parsed.success ? (parsed.data as ClientMetadata) : 'invalid';
  } catch {
    return 'invalid';
  }
}

import { FIELDS } from '../ids.ts';
import { readFormFields } from './form-fields.ts';

/** The channel of the digest as the settings have it, null for none; undefined where the form has no such field. */
export function parseDigestChannel(view: unknown): string | null | undefined {
  const fields = readFormFields(view);
  return fields.has(FIELDS.digestChannel) ? fields.conversation(FIELDS.digestChannel) : undefined;
}

import type { Messages } from '../../../i18n/index.ts';
import type { FieldErrors } from '../../parse/field-errors.ts';

/** What is wrong, at its field: the answer to a submission that keeps the form open with its text. */
export type ErrorsResponse = { readonly response_action: 'errors'; readonly errors: Record<string, string> };

/** Errors by block id, in words. The form keeps what was typed. */
export function renderErrors(errors: FieldErrors, t: Messages): ErrorsResponse {
  const texts = Object.entries(errors).map(([blockId, error]) => [blockId, t.forms.errors[error]] as const);
  return { response_action: 'errors', errors: Object.fromEntries(texts) };
}

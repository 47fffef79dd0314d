import type { Messages } from '../../i18n/index.ts';

/** What can be wrong with a form; the words are in `forms.errors`. */
export type FormError = keyof Messages['forms']['errors'];

/** Errors by block id. */
export type FieldErrors = Readonly<Record<string, FormError>>;

/** A form that was read: what it says, or what is wrong and where. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors };

/** Errors of single fields put together; a field without one is null. The form is refused if any is left. */
export function collectErrors(found: Readonly<Record<string, FormError | null>>): FieldErrors | null {
  const errors = Object.entries(found).filter((entry): entry is [string, FormError] => entry[1] !== null);
  return errors.length === 0 ? null : Object.fromEntries(errors);
}

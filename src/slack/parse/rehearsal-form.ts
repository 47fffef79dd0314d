import { MODES, type ReviewMode } from '../../domain/review.ts';
import { FIELDS } from '../ids.ts';
import { choiceOf } from './choice-of.ts';
import type { Parsed } from './field-errors.ts';
import { readFormFields } from './form-fields.ts';

/** Reads whether the rehearsal is to be private or open. */
export function parseRehearsalForm(view: unknown): Parsed<{ readonly mode: ReviewMode }> {
  const mode = choiceOf(MODES, readFormFields(view).radio(FIELDS.mode));
  return mode === null ? { ok: false, errors: { [FIELDS.mode]: 'choice_missing' } } : { ok: true, value: { mode } };
}

import { MAX_ANSWER_LENGTH } from '../../domain/answer.ts';
import { CHOICES, type DecisionInput, HARD_STOP_FINDINGS } from '../../domain/decision.ts';
import { MAX_REASON_LENGTH } from '../../domain/hidden-words.ts';
import { FIELDS } from '../ids.ts';
import { choiceOf } from './choice-of.ts';
import { collectErrors, type Parsed } from './field-errors.ts';
import { readFormFields } from './form-fields.ts';

/** A decision as its form has it, with why readiness need not be asked about. */
export type DecisionSubmission = DecisionInput & { readonly skipReadiness: string | null };

/** Reads the decision form. Whether a rationale or a finding was needed is for `planDecision` to say. */
export function parseDecisionForm(view: unknown): Parsed<DecisionSubmission> {
  const fields = readFormFields(view);
  const choice = choiceOf(CHOICES, fields.radio(FIELDS.choice));
  const rationale = fields.text(FIELDS.rationale);
  const skipReadiness = fields.has(FIELDS.skipReadiness) ? fields.text(FIELDS.skipReadiness) : null;
  const errors = collectErrors({
    [FIELDS.choice]: choice === null ? 'choice_missing' : null,
    [FIELDS.skipReadiness]: (skipReadiness ?? '').length > MAX_REASON_LENGTH ? 'reason_too_long' : null,
    [FIELDS.rationale]: (rationale ?? '').length > MAX_ANSWER_LENGTH ? 'text_too_long' : null,
  });
  if (choice === null || errors !== null) return { ok: false, errors: errors ?? {} };
  return {
    ok: true,
    value: { choice, rationale, hardStop: choiceOf(HARD_STOP_FINDINGS, fields.radio(FIELDS.hardStop)), skipReadiness },
  };
}

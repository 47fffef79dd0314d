import {
  CONCERNS,
  type Complaint,
  FREQUENCIES,
  MAX_ANSWER_LENGTH,
  MAX_COMPLAINTS,
  MAX_SIGNALS,
  SEVERITIES,
} from '../../domain/answer.ts';
import { SIGNAL_IDS, type SignalChoice } from '../../domain/signals.ts';
import { FIELDS } from '../ids.ts';
import { choiceOf } from './choice-of.ts';
import { collectErrors, type FormError, type Parsed } from './field-errors.ts';
import { readFormFields } from './form-fields.ts';

/** One complaint and whether its author has another one, that there is none, or the wish to take it back. */
export type ComplaintSubmission =
  | { readonly kind: 'answer'; readonly complaint: Complaint; readonly more: boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'withdraw' };

const SIGNAL_CHOICES: readonly SignalChoice[] = [...SIGNAL_IDS, 'other'];

/** Reads the complaint form. Signals this version does not know are left out; repeats count once. */
export function parseComplaintForm(view: unknown): Parsed<ComplaintSubmission> {
  const fields = readFormFields(view);
  if (fields.isTicked(FIELDS.withdraw)) return { ok: true, value: { kind: 'withdraw' } };
  const text = fields.text(FIELDS.text);
  const chosen = fields.options(FIELDS.signals);
  const signals = SIGNAL_CHOICES.filter((signal) => chosen.includes(signal));
  if (fields.isTicked(FIELDS.nothing)) {
    // A radio button cannot be unchosen, so how bad and how often say nothing here.
    const hasMore = text !== null || signals.length > 0 || fields.isTicked(FIELDS.more);
    if (hasMore) return { ok: false, errors: { [FIELDS.nothing]: 'words_and_nothing' } };
    return { ok: true, value: { kind: 'nothing' } };
  }
  const severity = SEVERITIES.find((value) => String(value) === fields.radio(FIELDS.severity)) ?? null;
  const frequency = choiceOf(FREQUENCIES, fields.radio(FIELDS.frequency));
  const errors = collectErrors({
    [FIELDS.text]: text === null && fields.has(FIELDS.nothing) ? 'complaint_or_nothing' : textError(text),
    [FIELDS.signals]:
      signals.length === 0 ? 'signals_missing' : signals.length > MAX_SIGNALS ? 'signals_too_many' : null,
    [FIELDS.severity]: severity === null ? 'choice_missing' : null,
    [FIELDS.frequency]: frequency === null ? 'choice_missing' : null,
  });
  if (errors !== null) return { ok: false, errors };
  if (text === null || severity === null || frequency === null)
    throw new Error('a complaint without errors is complete');
  const concerns = choiceOf(CONCERNS, fields.selected(FIELDS.concerns));
  const complaint = { text, signals, severity, frequency, concerns };
  return { ok: true, value: { kind: 'answer', complaint, more: fields.isTicked(FIELDS.more) } };
}

function textError(text: string | null): FormError | null {
  if (text === null) return 'text_empty';
  return text.length > MAX_ANSWER_LENGTH ? 'text_too_long' : null;
}

/** What somebody with complaints chose to do next. */
export type ComplaintChoice =
  | { readonly kind: 'edit'; readonly index: number }
  | { readonly kind: 'add' }
  | { readonly kind: 'withdraw_all' };

/** Reads the list of a person's own complaints. The index is within 0..7; whether there is such a complaint is asked later. */
export function parseComplaintChooser(view: unknown): Parsed<ComplaintChoice> {
  const which = readFormFields(view).radio(FIELDS.which) ?? '';
  if (which === 'add' || which === 'withdraw_all') return { ok: true, value: { kind: which } };
  const index = Number(/^edit:(\d)$/.exec(which)?.[1] ?? Number.NaN);
  if (!(index < MAX_COMPLAINTS)) return { ok: false, errors: { [FIELDS.which]: 'choice_missing' } };
  return { ok: true, value: { kind: 'edit', index } };
}

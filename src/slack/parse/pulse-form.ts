import { MAX_ANSWER_LENGTH } from '../../domain/answer.ts';
import { RATINGS } from '../../domain/health.ts';
import { MAX_PULSE_SIGNALS, type PulseAnswer } from '../../domain/pulse.ts';
import { SIGNAL_IDS, type SignalChoice } from '../../domain/signals.ts';
import { FIELDS } from '../ids.ts';
import { parsePulseTarget } from '../pulse-target.ts';
import { collectErrors, type Parsed } from './field-errors.ts';
import { readFormFields } from './form-fields.ts';

const SIGNAL_CHOICES: readonly SignalChoice[] = [...SIGNAL_IDS, 'other'];

type Submitted = { readonly week: number; readonly answer: Omit<PulseAnswer, 'userId'> };

/** Reads what somebody says about one client. Signals this version does not know are left out. */
export function parsePulseForm(view: unknown): Parsed<Submitted> {
  const fields = readFormFields(view);
  const target = parsePulseTarget(fields.metadata);
  if (!target?.clientId) return { ok: false, errors: { [FIELDS.rating]: 'old_form' } };
  const rating = RATINGS.find((value) => String(value) === fields.radio(FIELDS.rating)) ?? null;
  const signals = SIGNAL_CHOICES.filter((signal) => fields.options(FIELDS.signals).includes(signal));
  const comment = fields.text(FIELDS.comment);
  const errors = collectErrors({
    [FIELDS.rating]: rating === null ? 'choice_missing' : null,
    [FIELDS.signals]: signals.length > MAX_PULSE_SIGNALS ? 'pulse_signals_too_many' : null,
    [FIELDS.comment]: (comment ?? '').length > MAX_ANSWER_LENGTH ? 'text_too_long' : null,
  });
  if (rating === null || errors !== null) return { ok: false, errors: errors ?? {} };
  return { ok: true, value: { week: target.week, answer: { clientId: target.clientId, rating, signals, comment } } };
}

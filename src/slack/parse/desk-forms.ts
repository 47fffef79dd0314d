import { PHASES, type Phase, ROLES, type Role } from '../../domain/answer.ts';
import { MAX_REASON_LENGTH } from '../../domain/hidden-words.ts';
import { endOfWorkingDay } from '../../domain/schedule.ts';
import { WORD_PHASES, type WordPhase } from '../../domain/statement.ts';
import { FIELDS } from '../ids.ts';
import { choiceOf } from './choice-of.ts';
import { collectErrors, type Parsed } from './field-errors.ts';
import { readFormFields } from './form-fields.ts';

export type TimesSubmission = { readonly phaseEndsAt: Date; readonly deadlineDate: string | null };

/** Reads the form of the times. Whether they can be is for the domain to say. */
export function parseTimesForm(view: unknown): Parsed<TimesSubmission> {
  const fields = readFormFields(view);
  const phaseEndsAt = fields.dateTime(FIELDS.stepEndsAt);
  const deadlineDate = fields.date(FIELDS.doneBy);
  const errors = collectErrors({
    [FIELDS.stepEndsAt]: phaseEndsAt === null ? 'time_missing' : null,
    [FIELDS.doneBy]: deadlineDate === null || endOfWorkingDay(deadlineDate, 'UTC') !== null ? null : 'deadline_invalid',
  });
  if (phaseEndsAt === null || errors !== null) return { ok: false, errors: errors ?? {} };
  return { ok: true, value: { phaseEndsAt, deadlineDate } };
}

/** Reads which step is opened again. */
export function parseReopenForm(view: unknown): Parsed<{ readonly phase: Phase }> {
  const phase = choiceOf(PHASES, readFormFields(view).radio(FIELDS.step));
  return phase === null ? { ok: false, errors: { [FIELDS.step]: 'choice_missing' } } : { ok: true, value: { phase } };
}

export type PeopleSubmission = {
  readonly add: readonly { readonly userId: string; readonly role: Role }[];
  readonly remove: readonly string[];
};

/** Reads whom to add, all in one role, and whom to wait for no longer. */
export function parsePeopleForm(view: unknown): Parsed<PeopleSubmission> {
  const fields = readFormFields(view);
  const role = choiceOf(ROLES, fields.selected(FIELDS.role)) ?? 'other';
  const add = [...new Set(fields.users(FIELDS.add))].map((userId) => ({ userId, role }));
  const remove = [...new Set(fields.options(FIELDS.remove))];
  if (add.length + remove.length === 0) return { ok: false, errors: { [FIELDS.add]: 'nobody_chosen' } };
  return { ok: true, value: { add, remove } };
}

/** Reads to which question the answer belongs that is to be hidden. */
export function parseHideQuestion(view: unknown): Parsed<{ readonly phase: WordPhase }> {
  const phase = choiceOf(WORD_PHASES, readFormFields(view).radio(FIELDS.step));
  return phase === null ? { ok: false, errors: { [FIELDS.step]: 'choice_missing' } } : { ok: true, value: { phase } };
}

export type HideSubmission = { readonly digest: string; readonly reason: string };

/** Reads what is to be hidden, and why. */
export function parseHideForm(view: unknown): Parsed<HideSubmission> {
  const fields = readFormFields(view);
  const digest = fields.selected(FIELDS.words);
  const reason = fields.text(FIELDS.reason);
  const errors = collectErrors({
    [FIELDS.words]: digest === null ? 'choice_missing' : null,
    [FIELDS.reason]: reason === null ? 'reason_missing' : reason.length > MAX_REASON_LENGTH ? 'reason_too_long' : null,
  });
  if (digest === null || reason === null || errors !== null) return { ok: false, errors: errors ?? {} };
  return { ok: true, value: { digest, reason } };
}

import {
  type LessonsAnswer,
  MAX_ANSWER_LENGTH,
  MAX_HOURS_PER_WEEK,
  type PositivesAnswer,
  VOTES,
  type VoteAnswer,
} from '../../domain/answer.ts';
import { FIELDS } from '../ids.ts';
import { choiceOf } from './choice-of.ts';
import { collectErrors, type FormError, type Parsed } from './field-errors.ts';
import { readFormFields } from './form-fields.ts';
import { parseNumber } from './parse-number.ts';

/** An answer, or the wish to take it back. */
export type Submission<A> = { readonly kind: 'answer'; readonly answer: A } | { readonly kind: 'withdraw' };

/** Reads the form of the good thing. An empty text is refused: "I cannot name one" has a button or a box of its own. */
export function parsePositive(view: unknown): Parsed<Submission<PositivesAnswer>> {
  const fields = readFormFields(view);
  if (fields.isTicked(FIELDS.withdraw)) return { ok: true, value: { kind: 'withdraw' } };
  const text = fields.text(FIELDS.text);
  if (fields.isTicked(FIELDS.nothing)) return nothing({ phase: 'positives', text: null }, text !== null);
  const empty = fields.has(FIELDS.nothing) ? 'positive_or_nothing' : 'positive_empty';
  const errors = collectErrors({ [FIELDS.text]: text === null ? empty : tooLong(text) });
  if (errors !== null) return { ok: false, errors };
  return { ok: true, value: { kind: 'answer', answer: { phase: 'positives', text } } };
}

/** Reads the three texts of the lessons; all empty is refused: "nothing to add" has a button or a box of its own. */
export function parseLessons(view: unknown): Parsed<Submission<LessonsAnswer>> {
  const fields = readFormFields(view);
  if (fields.isTicked(FIELDS.withdraw)) return { ok: true, value: { kind: 'withdraw' } };
  const relationship = fields.text(FIELDS.relationship);
  const learned = fields.text(FIELDS.learned);
  const elsewhere = fields.text(FIELDS.elsewhere);
  const isEmpty = relationship === null && learned === null && elsewhere === null;
  if (fields.isTicked(FIELDS.nothing))
    return nothing({ phase: 'lessons', relationship: null, learned: null, elsewhere: null }, !isEmpty);
  const empty = fields.has(FIELDS.nothing) ? 'lessons_or_nothing' : 'lessons_empty';
  const errors = collectErrors({
    [FIELDS.relationship]: isEmpty ? empty : tooLong(relationship),
    [FIELDS.learned]: tooLong(learned),
    [FIELDS.elsewhere]: tooLong(elsewhere),
  });
  if (errors !== null) return { ok: false, errors };
  return { ok: true, value: { kind: 'answer', answer: { phase: 'lessons', relationship, learned, elsewhere } } };
}

/** Reads the vote and the hours a week, "3,5" or "3.5"; no hours is null. */
export function parseVote(view: unknown): Parsed<Submission<VoteAnswer>> {
  const fields = readFormFields(view);
  if (fields.isTicked(FIELDS.withdraw)) return { ok: true, value: { kind: 'withdraw' } };
  const vote = choiceOf(VOTES, fields.radio(FIELDS.vote));
  const hours = parseNumber(fields.text(FIELDS.hours), MAX_HOURS_PER_WEEK);
  if (vote === null || !hours.ok) {
    const errors = collectErrors({
      [FIELDS.vote]: vote === null ? 'choice_missing' : null,
      [FIELDS.hours]: hours.ok ? null : 'hours_invalid',
    });
    return { ok: false, errors: errors ?? {} };
  }
  return { ok: true, value: { kind: 'answer', answer: { phase: 'vote', vote, hoursPerWeek: hours.value } } };
}

/** The box that there is nothing to say, unless there are words as well: which of the two is meant, only the person knows. */
function nothing<A>(answer: A, hasWords: boolean): Parsed<Submission<A>> {
  if (hasWords) return { ok: false, errors: { [FIELDS.nothing]: 'words_and_nothing' } };
  return { ok: true, value: { kind: 'answer', answer } };
}

function tooLong(text: string | null): FormError | null {
  return (text ?? '').length > MAX_ANSWER_LENGTH ? 'text_too_long' : null;
}

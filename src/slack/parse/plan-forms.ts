import type { TypedItem } from '../../domain/plan/plan-draft.ts';
import {
  PLAN_QUESTIONS,
  PLAN_WORDS,
  type PlanAnswers,
  type PlanQuestion,
  type PlanTexts,
} from '../../domain/plan/plan-questions.ts';
import { SUGGESTION_IDS, type SuggestionId } from '../../domain/plan/suggestions.ts';
import { FIELDS } from '../ids.ts';
import type { PlanTarget } from '../plan-target.ts';
import { choiceOf } from './choice-of.ts';
import { readFormFields } from './form-fields.ts';

/** Reads the guided questions; what is not one of the choices counts as left out. */
export function parsePlanQuestions(view: unknown): { readonly answers: PlanAnswers; readonly words: PlanTexts } {
  const fields = readFormFields(view);
  const questions = Object.keys(PLAN_QUESTIONS) as PlanQuestion[];
  const answers = questions.map((id) => [id, choiceOf<string>(PLAN_QUESTIONS[id], fields.radio(FIELDS.plan(id)))]);
  const words = PLAN_WORDS.map((id) => [id, fields.text(FIELDS.plan(id)) ?? '']);
  return { answers: Object.fromEntries(answers) as PlanAnswers, words: Object.fromEntries(words) as PlanTexts };
}

/** The suggestions that were ticked, in the order of the catalogue of the form. */
export function parsePlanSuggestions(view: unknown): SuggestionId[] {
  const fields = readFormFields(view);
  const ticked = [...fields.options(FIELDS.suggestions), ...fields.options(FIELDS.moreSuggestions)];
  return ticked.flatMap((value) => choiceOf(SUGGESTION_IDS, value) ?? []);
}

/** The items as they were typed; the last is the manager's own, left out where nothing of it was filled in. */
export function parsePlanItems(view: unknown, { ticked, first }: PlanTarget): TypedItem[] {
  const own = parseItem(view, ticked.length);
  const isEmpty = own.text === '' && own.ownerId === null && own.dueOn === null;
  return [
    ...ticked.map((id, index) => ({ ...parseItem(view, index), suggestionId: id, isFirst: first.includes(id) })),
    ...(isEmpty ? [] : [own]),
  ];
}

/** The fields of one item. */
export function parseItem(view: unknown, index: number): TypedItem {
  const fields = readFormFields(view);
  return {
    ...{ suggestionId: null, isFirst: false },
    text: fields.text(FIELDS.planItem('text', index)) ?? '',
    ownerId: fields.user(FIELDS.planItem('ownerId', index)),
    dueOn: fields.date(FIELDS.planItem('dueOn', index)),
  };
}

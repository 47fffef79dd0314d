import type { KnownBlock, ModalView } from '@slack/types';
import { join, md } from '../../../domain/escaping.ts';
import { MAX_ITEM_LENGTH } from '../../../domain/plan/plan-item.ts';
import { MAX_PREFILL_LENGTH, type PlanPrefill } from '../../../domain/plan/plan-prefill.ts';
import { PLAN_QUESTIONS, PLAN_WORDS, type PlanQuestion, type PlanWords } from '../../../domain/plan/plan-questions.ts';
import type { SuggestedItem } from '../../../domain/plan/suggest-items.ts';
import type { SuggestionId } from '../../../domain/plan/suggestions.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { PlanStart } from '../../../usecases/read-plan-start.ts';
import type { PlanSuggestions } from '../../../usecases/save-plan-answers.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodePlanTarget, type PlanTarget } from '../../plan-target.ts';
import { encodeTarget } from '../../target.ts';
import { context, section, sections } from '../building-blocks.ts';
import { itemLine } from '../plan.ts';
import { checkboxesInput, dateInput, personInput, radioInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

/** Slack: options of one field with boxes. */
const MAX_BOXES = 10;

/** The guided questions of a plan (method 6), after what is still open of earlier ones. `today`: YYYY-MM-DD. */
export function renderPlanQuestions(start: PlanStart, today: string, t: Messages): ModalView {
  const { questions, client } = t.planForms;
  const { earlier, saved, prefill } = start;
  const filled = prefilled(prefill, t);
  const open =
    earlier.length === 0 ? [] : [t.plan.earlier(earlier.length), ...earlier.map((item) => itemLine(item, today, t))];
  return formView(
    {
      callbackId: VIEWS.planQuestions,
      title: t.planForms.title,
      submit: questions.submit,
      metadata: encodeTarget({ reviewId: start.reviewId }),
      blocks: [
        context(client(start.clientName)),
        ...sections(open),
        context(md`${questions.intro}`),
        ...(Object.keys(PLAN_QUESTIONS) as PlanQuestion[]).map((id) => {
          const { label, option } = t.plan.question[id];
          const texts: Readonly<Record<string, string>> = option;
          const choices = PLAN_QUESTIONS[id].map((value) => ({ value, text: texts[value] ?? value }));
          const initial = saved?.answers[id] ?? null;
          return radioInput({ id: FIELDS.plan(id), label, choices, initial, isOptional: true });
        }),
        context(md`${questions.words}`),
        ...PLAN_WORDS.map((id) =>
          textInput({
            ...{ id: FIELDS.plan(id), label: t.plan.words[id], placeholder: questions.placeholder },
            ...{ isMultiline: true, isOptional: true, maxLength: MAX_PREFILL_LENGTH },
            initial: saved ? saved.words[id] : filled[id],
          }),
        ),
      ],
    },
    t,
  );
}

function prefilled(prefill: PlanPrefill, t: Messages): Record<PlanWords, string> {
  const { keepPros, keepCons, partPros, partCons, currency } = prefill;
  const texts = t.plan.prefill;
  return {
    keep_pros: texts.statements(keepPros),
    keep_cons: texts.statements(keepCons),
    part_pros: partPros === null ? '' : texts.partPros(partPros, currency),
    part_cons: partCons === null ? '' : texts.partCons(partCons, currency),
  };
}

/** The items that follow from what was reported and answered, to tick. Those to be done first are ticked already. */
export function renderPlanSuggestions(
  { reviewId, clientName, suggested, roomFor }: PlanSuggestions,
  t: Messages,
): ModalView {
  const texts = t.planForms.suggestions;
  const first = suggested.filter(({ isFirst }) => isFirst).map(({ id }) => id);
  const choices = suggested.map((item) => ({
    value: item.id,
    text: t.plan.suggestion[item.id].label,
    description: reasonsOf(item, t),
  }));
  const boxes = (id: string, label: string, from: number, hint?: string) => {
    const some = choices.slice(from, from + MAX_BOXES);
    return some.length === 0
      ? []
      : [checkboxesInput({ id, label, hint, choices: some, initial: first, isOptional: true })];
  };
  return formView(
    {
      callbackId: VIEWS.planSuggestions,
      title: t.planForms.title,
      submit: texts.submit,
      metadata: encodePlanTarget({ reviewId, first, ticked: [], room: roomFor }),
      blocks: [
        context(join([t.planForms.client(clientName), md`${texts.room(roomFor)}`], ' · ')),
        ...boxes(FIELDS.suggestions, texts.firstLabel, 0, texts.hint),
        ...boxes(FIELDS.moreSuggestions, texts.moreLabel, MAX_BOXES),
      ],
    },
    t,
  );
}

function reasonsOf({ signals, because }: SuggestedItem, t: Messages): string {
  const reasons = [...signals.map((id) => t.vocabulary.signal[id]), ...because.map((id) => t.plan.because[id])];
  return t.plan.suggestedBecause(reasons.join(', '));
}

/** Words, owner and date of each ticked item, and room for one of the manager's own. */
export function renderPlanItems(target: PlanTarget, t: Messages): ModalView {
  const { items, add, title } = t.planForms;
  const { ticked, first } = target;
  const isAdding = ticked.length === 0;
  return formView(
    {
      callbackId: VIEWS.planItems,
      title: isAdding ? add.title : title,
      submit: isAdding ? add.submit : items.submit,
      metadata: encodePlanTarget(target),
      blocks: [
        ...ticked.flatMap((id, index) => [
          section(items.number(index + 1, first.includes(id))),
          ...itemInputs({ index, initial: suggestionText(id, t), isOptional: false }, t),
        ]),
        ...(isAdding ? [] : [section(items.own)]),
        ...itemInputs({ index: ticked.length, initial: null, isOptional: !isAdding }, t),
      ],
    },
    t,
  );
}

const suggestionText = (id: SuggestionId, t: Messages) => t.plan.suggestion[id].text;

export type ItemInputs = {
  readonly index: number;
  readonly initial: string | null;
  readonly isOptional: boolean;
  readonly ownerId?: string;
  readonly dueOn?: string;
};

/** The fields of one item. */
export function itemInputs({ index, initial, isOptional, ownerId, dueOn }: ItemInputs, t: Messages): KnownBlock[] {
  const { text, owner, due } = t.planForms.items;
  const id = (field: Parameters<typeof FIELDS.planItem>[0]) => FIELDS.planItem(field, index);
  return [
    textInput({
      ...{ id: id('text'), label: text, initial, isOptional },
      ...{ isMultiline: true, maxLength: MAX_ITEM_LENGTH },
    }),
    personInput({ id: id('ownerId'), label: owner, initial: ownerId ?? null, isOptional }),
    dateInput({ id: id('dueOn'), label: due, initial: dueOn ?? null, isOptional }),
  ];
}

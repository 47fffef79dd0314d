import type { ModalView } from '@slack/types';
import { md } from '../../../domain/escaping.ts';
import {
  MAX_READINESS_COMMENT_LENGTH,
  READINESS_LEVELS,
  type ReadinessAnswer,
} from '../../../domain/readiness/readiness.ts';
import {
  READINESS_FIELDS,
  type ReadinessField,
  type ReadinessFigures,
} from '../../../domain/readiness/readiness-figures.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { context, section } from '../building-blocks.ts';
import type { ReadinessAsk } from '../readiness.ts';
import { radioInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

/** Room for the largest amount, with its spaces. */
const MAX_NUMBER_LENGTH = 30;

type FiguresModel = {
  readonly reviewId: string;
  readonly figures: ReadinessFigures;
  readonly currency: string;
  /** It lies on top of the decision form. */
  readonly isOnDecision?: boolean;
};

/** What living without the client costs, as far as the manager knows. */
export function renderReadinessFiguresForm(
  { reviewId, figures, currency, isOnDecision = false }: FiguresModel,
  t: Messages,
): ModalView {
  const { figure, figuresTitle } = t.readiness;
  const label = (field: ReadinessField) =>
    field === 'revenueShare' ? figure[field].label : `${figure[field].label} (${currency})`;
  return formView(
    {
      callbackId: VIEWS.readinessFigures,
      title: figuresTitle,
      submit: t.forms.button.save,
      metadata: encodeTarget({ reviewId, ...(isOnDecision ? { onDecision: true } : {}) }),
      blocks: READINESS_FIELDS.map((field) =>
        textInput({
          ...{ id: FIELDS.figure(field), label: label(field), hint: figure[field].hint },
          ...{ isOptional: true, maxLength: MAX_NUMBER_LENGTH, initial: shownNumber(field, figures[field]) },
        }),
      ),
    },
    t,
  );
}

function shownNumber(field: ReadinessField, value: number | null): string | null {
  if (value === null) return null;
  return String(field === 'revenueShare' ? Math.round(value * 10_000) / 100 : value);
}

/** One's own answer with a comment. */
export function renderReadinessCommentForm(
  {
    reviewId,
    clientName,
    mode,
    own,
  }: Pick<ReadinessAsk, 'reviewId' | 'clientName' | 'mode'> & { readonly own: ReadinessAnswer | null },
  t: Messages,
): ModalView {
  const texts = t.readiness;
  return formView(
    {
      callbackId: VIEWS.readinessComment,
      title: texts.commentTitle,
      submit: t.forms.button.save,
      metadata: encodeTarget({ reviewId }),
      blocks: [
        section(texts.ask(clientName)),
        radioInput({
          ...{ id: FIELDS.level, label: texts.levelLabel, initial: own?.level ?? null },
          choices: READINESS_LEVELS.map((value) => ({ value, text: texts.level[value] })),
        }),
        textInput({
          ...{ id: FIELDS.comment, label: texts.comment, initial: own?.comment ?? null },
          ...{ isMultiline: true, isOptional: true, maxLength: MAX_READINESS_COMMENT_LENGTH },
        }),
        context(md`${texts.whoSees[mode]}`),
      ],
    },
    t,
  );
}

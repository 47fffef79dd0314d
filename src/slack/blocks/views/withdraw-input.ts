import type { InputBlock } from '@slack/types';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS } from '../../ids.ts';
import type { Asked } from './answer-heading.ts';
import { checkboxInput } from './form-inputs.ts';

/**
 * The box, at the end of a form that was sent before, that takes back what it said. Ticked, nothing else in the form counts. Where the
 * words have been shown without names it says that only they go.
 */
export function withdrawInput(text: string, { shown }: Pick<Asked, 'shown'>, t: Messages): InputBlock {
  const { label, hint: usual } = t.forms.withdraw;
  const hint = shown ? t.takenBack.hint : usual;
  return checkboxInput({ id: FIELDS.withdraw, label, text, hint, isOptional: true });
}

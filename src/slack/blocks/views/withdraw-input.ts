import type { InputBlock } from '@slack/types';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS } from '../../ids.ts';
import { checkboxInput } from './form-inputs.ts';

/** The box, at the end of a form that was sent before, that takes back what it said. Ticked, nothing else in the form counts. */
export function withdrawInput(text: string, t: Messages): InputBlock {
  const { label, hint } = t.forms.withdraw;
  return checkboxInput({ id: FIELDS.withdraw, label, text, hint, isOptional: true });
}

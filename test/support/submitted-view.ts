import type { ModalView } from '@slack/types';
import type { View } from '../../demo/stand-in/block-shapes.ts';
import { enteredState, type SimpleValue, stateOfView } from '../../demo/stand-in/field-state.ts';

/** A form as Slack sends it back: untouched fields have their first values, `entered` those a person gave (null empties one). */
export function submittedView(
  view: ModalView,
  entered: Readonly<Record<string, SimpleValue>> = {},
): ModalView & SentState {
  const shown = JSON.parse(JSON.stringify(view)) as View;
  const values: Parameters<typeof stateOfView>[1] = {};
  for (const [id, value] of Object.entries(entered)) {
    const element = shown.blocks.find((block) => block.block_id === id)?.element;
    if (!element) throw new Error(`The form has no field "${id}".`);
    values[id] = { [element.action_id ?? id]: enteredState(element, value) };
  }
  return { ...view, state: { values: stateOfView(shown, values) } };
}

type SentState = { readonly state: { readonly values: Record<string, Record<string, unknown>> } };

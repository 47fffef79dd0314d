import type { Element, FieldState, Option, View, ViewValues } from './block-shapes.ts';
import { elementsOf, optionsOf } from './block-shapes.ts';
import { type PageWords, pageWords } from './page-words.ts';

/** What a test or the demo says a person entered: option values, user ids or text; null empties a field. */
export type SimpleValue = string | string[] | number | null;

type Holds = 'text' | 'number' | 'option' | 'options' | 'id' | 'ids';
type Shape = { key: string; initial: string; holds: Holds };

const shape = (key: string, initial: string, holds: Holds): Shape => ({ key, initial, holds });
const text = shape('value', 'initial_value', 'text');
const option = shape('selected_option', 'initial_option', 'option');
const options = shape('selected_options', 'initial_options', 'options');

const SHAPES: Record<string, Shape> = {
  plain_text_input: text,
  number_input: text,
  email_text_input: text,
  url_text_input: text,
  static_select: option,
  external_select: option,
  radio_buttons: option,
  overflow: option,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
  users_select: shape('selected_user', 'initial_user', 'id'),
  multi_users_select: shape('selected_users', 'initial_users', 'ids'),
  conversations_select: shape('selected_conversation', 'initial_conversation', 'id'),
  multi_conversations_select: shape('selected_conversations', 'initial_conversations', 'ids'),
  channels_select: shape('selected_channel', 'initial_channel', 'id'),
  multi_channels_select: shape('selected_channels', 'initial_channels', 'ids'),
  datepicker: shape('selected_date', 'initial_date', 'text'),
  timepicker: shape('selected_time', 'initial_time', 'text'),
  datetimepicker: shape('selected_date_time', 'initial_date_time', 'number'),
};

/** The state of an untouched field, filled from its `initial_…` as Slack does. */
export function initialState(element: Element, channel?: string): FieldState {
  const { key, initial, holds } = shapeOf(element);
  const current = element.default_to_current_conversation ? channel : undefined;
  const empty = holds === 'options' || holds === 'ids' ? [] : null;
  return { type: element.type, [key]: element[initial as `initial_${string}`] ?? current ?? empty };
}

/** The state after a person entered `value`; throws for an option that the element does not offer. */
export function enteredState(element: Element, value: SimpleValue): FieldState {
  const { key, holds } = shapeOf(element);
  const many = Array.isArray(value) ? value : value === null ? [] : [String(value)];
  const held: Record<Holds, () => unknown> = {
    text: () => (value === null || value === '' ? null : String(value)),
    number: () => (value === null ? null : Number(value)),
    option: () => (value === null ? null : pickOption(element, String(value))),
    options: () => many.map((one) => pickOption(element, one)),
    id: () => (value === null ? null : String(value)),
    ids: () => many,
  };
  return { type: element.type, [key]: held[holds]() };
}

/** The simple value behind a state, the inverse of `enteredState`. */
export function simpleValue(state: FieldState): SimpleValue {
  const { key, holds } = SHAPES[state.type] ?? text;
  const held = state[key];
  if (held === null || held === undefined) return null;
  if (holds === 'option') return (held as Option).value;
  if (holds === 'options') return (held as Option[]).map((one) => one.value);
  return held as SimpleValue;
}

/** The state of every field of a view, taking entered ones from `entered` and the rest from their initial values. */
export function stateOfView(view: View, entered: ViewValues, channel?: string): ViewValues {
  const values: ViewValues = {};
  for (const block of view.blocks) {
    for (const element of elementsOf(block)) {
      if (!SHAPES[element.type] || element.type === 'overflow') continue;
      const blockId = block.block_id ?? '';
      const actionId = element.action_id ?? '';
      values[blockId] ??= {};
      values[blockId][actionId] = entered[blockId]?.[actionId] ?? initialState(element, channel);
    }
  }
  return values;
}

/** What Slack itself refuses to submit, by block id: required and empty, too short, too long, out of range. */
export function refusedFields(view: View, values: ViewValues, locale?: string): Record<string, string> {
  const words = pageWords(locale);
  const refused: Record<string, string> = {};
  for (const block of view.blocks) {
    if (block.type !== 'input' || !block.element) continue;
    const blockId = block.block_id ?? '';
    const state = values[blockId]?.[block.element.action_id ?? ''];
    const value = state ? simpleValue(state) : null;
    const why = refusal(block.element, block.optional ?? false, { value, words });
    if (why) refused[blockId] = why;
  }
  return refused;
}

type Given = { value: SimpleValue; words: PageWords };

function refusal(element: Element, isOptional: boolean, { value, words }: Given): string | undefined {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return isOptional ? undefined : words.required;
  }
  if (Array.isArray(value)) {
    const most = element.max_selected_items ?? Number.POSITIVE_INFINITY;
    return value.length > most ? words.atMostSelected(most) : undefined;
  }
  if (element.type === 'number_input') return numberRefusal(element, String(value), words);
  const { length } = String(value);
  const least = element.min_length ?? 0;
  if (length < least) return words.atLeastLong(least);
  const longest = element.type === 'plain_text_input' ? (element.max_length ?? 3000) : Number.POSITIVE_INFINITY;
  return length > longest ? words.atMostLong(longest) : undefined;
}

function numberRefusal(element: Element, value: string, words: PageWords): string | undefined {
  const number = Number(value.replace(',', '.'));
  if (value.trim() === '' || Number.isNaN(number)) return words.number;
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return words.wholeNumber;
  if (element.min_value !== undefined && number < Number(element.min_value)) return words.atLeast(element.min_value);
  if (element.max_value !== undefined && number > Number(element.max_value)) return words.atMost(element.max_value);
  return undefined;
}

function shapeOf(element: Element): Shape {
  const found = SHAPES[element.type];
  if (!found) throw new Error(`A ${element.type} holds no value; known: ${Object.keys(SHAPES).join(', ')}.`);
  return found;
}

function pickOption(element: Element, value: string): Option {
  const offered = optionsOf(element);
  const found = offered.find((one) => one.value === value);
  if (found) return found;
  if (element.type.endsWith('external_select')) return { text: { type: 'plain_text', text: value }, value };
  throw new Error(
    `${element.action_id} offers no option "${value}"; it offers: ${offered.map((one) => one.value).join(', ') || 'none'}.`,
  );
}

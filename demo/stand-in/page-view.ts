import type { Block, Element, FieldState, Option, TextObject, View, ViewValues } from './block-shapes.ts';
import { elementsOf } from './block-shapes.ts';
import type { ReaderClock } from './date-tokens.ts';
import { enteredState, initialState, type SimpleValue, simpleValue } from './field-state.ts';
import { pageText, richTextAsMrkdwn } from './page-text.ts';
import { secondsOf, wallTimeOf } from './wall-time.ts';

/** For whom the page draws: people and channels to offer where Slack has pickers of its own, and the reader's clock. */
export type Drawing = { users: Option[]; conversations: Option[]; clock: ReaderClock };

/** An option as the patched page draws it: a group's label stands above its first option. */
type DrawnOption = Option & { heading?: string };

/** Blocks in the kinds the page can draw; ids stay as they are. */
export function pageBlocks(blocks: Block[], drawing: Drawing): Block[] {
  return blocks.map((block) => pageBlock(block, drawing));
}

type Opened = { view: View; entered: ViewValues; channel: string | undefined };

/**
 * A view for the page; `initial_values` holds what Slack would show in its fields: what was entered under the same block
 * and action id before the view was replaced, else what the app preselects.
 */
export function pageView({ view, entered, channel }: Opened, drawing: Drawing): View & { initial_values: ViewValues } {
  const blocks = pageBlocks(view.blocks, drawing);
  const initial: ViewValues = {};
  for (const [index, original] of view.blocks.entries()) {
    const drawn = blocks[index]?.element;
    if (original.type !== 'input' || !original.element || !drawn) continue;
    const kept = entered[original.block_id ?? '']?.[original.element.action_id ?? ''];
    const value = onTheWall(simpleValue(kept ?? initialState(original.element, channel)), original.element, drawing);
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
    if (isEmpty) continue;
    initial[original.block_id ?? ''] = { [original.element.action_id ?? '']: enteredState(drawn, value) };
  }
  return { ...view, blocks, initial_values: initial };
}

/** What the page submitted, in the shape Slack sends for the elements of the original view. */
export function enteredOnPage(view: View, values: ViewValues, clock: ReaderClock): ViewValues {
  const entered: ViewValues = {};
  for (const block of view.blocks) {
    for (const element of elementsOf(block)) {
      const blockId = block.block_id ?? '';
      const actionId = element.action_id ?? '';
      const given = values[blockId]?.[actionId];
      if (given) entered[blockId] = { ...entered[blockId], [actionId]: fromPage(element, given, clock) };
    }
  }
  return entered;
}

function fromPage(element: Element, given: FieldState, { timeZone }: ReaderClock): FieldState {
  const value = simpleValue(given);
  if (value === '' || value === null) return enteredState(element, null);
  return enteredState(element, element.type === 'datetimepicker' ? secondsOf(String(value), timeZone) : value);
}

/** Slack counts seconds where the page has a field for a day and a time. */
function onTheWall(value: SimpleValue, { type }: Element, { clock }: Drawing): SimpleValue {
  return type === 'datetimepicker' && typeof value === 'number' ? wallTimeOf(value, clock.timeZone) : value;
}

function pageBlock(block: Block, drawing: Drawing): Block {
  const { block_id } = block;
  if (block.type === 'rich_text') {
    const text = { type: 'mrkdwn', text: richTextAsMrkdwn((block.elements ?? []) as never) };
    return { type: 'section', ...(block_id ? { block_id } : {}), text };
  }
  const drawn: Block = { ...block };
  const drawnText = <T extends TextObject>(object: T): T =>
    object.type === 'mrkdwn' ? { ...object, text: pageText(object.text, drawing.clock) } : object;
  if (block.text && block.type === 'section') drawn.text = drawnText(block.text);
  if (block.fields) drawn.fields = block.fields.map(drawnText);
  if (block.type === 'context') drawn.elements = ((block.elements ?? []) as never[]).map(drawnText) as never;
  if (block.type === 'actions') drawn.elements = elementsOf(block).map((one) => drawnElement(one, drawing, false));
  if (block.accessory) drawn.accessory = drawnElement(block.accessory, drawing, false);
  if (block.element) drawn.element = drawnElement(block.element, drawing, true);
  return drawn;
}

const TYPED = new Set([
  'number_input',
  'email_text_input',
  'url_text_input',
  'timepicker',
  'datetimepicker',
  'external_select',
]);

function drawnElement(element: Element, drawing: Drawing, isInput: boolean): Element {
  const { type, option_groups: groups, ...rest } = element;
  const many = type.startsWith('multi_') || type === 'checkboxes';
  const offered = offeredBy(element, drawing);
  if (offered) {
    const kind =
      type === 'radio_buttons' || type === 'overflow' ? type : many && isInput ? 'checkboxes' : 'static_select';
    const layout = /users_select$/.test(type) ? 'people' : groups ? 'grouped' : '';
    return { ...rest, type: kind, options: offered, layout };
  }
  const layout = type === 'datetimepicker' ? { layout: 'datetime-local' } : {};
  return isInput && TYPED.has(type) ? { ...rest, ...layout, type: 'plain_text_input' } : element;
}

function offeredBy(element: Element, drawing: Drawing): DrawnOption[] | undefined {
  if (/users_select$/.test(element.type)) return drawing.users;
  if (/(conversations|channels)_select$/.test(element.type)) return drawing.conversations;
  return (
    element.options?.map(drawnOption) ??
    element.option_groups?.flatMap(({ label, options }) =>
      options.map((one, index) => (index === 0 ? { ...drawnOption(one), heading: label.text } : drawnOption(one))),
    )
  );
}

function drawnOption({ value, text, description }: Option): DrawnOption {
  const plain = (object: TextObject) => ({
    type: 'plain_text',
    text: object.type === 'mrkdwn' ? pageText(object.text) : object.text,
  });
  return { value, text: plain(text), ...(description ? { description: plain(description) } : {}) };
}

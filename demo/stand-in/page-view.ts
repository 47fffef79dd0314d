import type { Block, Element, FieldState, Option, TextObject, View, ViewValues } from './block-shapes.ts';
import { elementsOf, optionsOf } from './block-shapes.ts';
import { enteredState, initialState, simpleValue } from './field-state.ts';
import { pageText, richTextAsMrkdwn } from './page-text.ts';

/** People and channels to offer where Slack would offer its own pickers. */
export type Choices = { users: Option[]; conversations: Option[] };

/** Blocks in the kinds the page can draw; ids stay as they are. */
export function pageBlocks(blocks: Block[], choices: Choices): Block[] {
  return blocks.map((block) => pageBlock(block, choices));
}

/** A view for the page; `initial_values` preselects what Slack would show preselected. */
export function pageView(view: View, choices: Choices, channel?: string): View & { initial_values: ViewValues } {
  const blocks = pageBlocks(view.blocks, choices);
  const initial: ViewValues = {};
  for (const [index, original] of view.blocks.entries()) {
    const drawn = blocks[index]?.element;
    if (original.type !== 'input' || !original.element || !drawn) continue;
    const value = simpleValue(initialState(original.element, channel));
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
    if (isEmpty) continue;
    initial[original.block_id ?? ''] = { [original.element.action_id ?? '']: enteredState(drawn, value) };
  }
  return { ...view, blocks, initial_values: initial };
}

/** What the page submitted, in the shape Slack sends for the elements of the original view. */
export function enteredOnPage(view: View, values: ViewValues): ViewValues {
  const entered: ViewValues = {};
  for (const block of view.blocks) {
    for (const element of elementsOf(block)) {
      const blockId = block.block_id ?? '';
      const actionId = element.action_id ?? '';
      const given = values[blockId]?.[actionId];
      if (given) entered[blockId] = { ...entered[blockId], [actionId]: fromPage(element, given) };
    }
  }
  return entered;
}

function fromPage(element: Element, given: FieldState): FieldState {
  const value = simpleValue(given);
  return enteredState(element, value === '' ? null : value);
}

function pageBlock(block: Block, choices: Choices): Block {
  const { block_id } = block;
  if (block.type === 'rich_text') {
    const text = { type: 'mrkdwn', text: richTextAsMrkdwn((block.elements ?? []) as never) };
    return { type: 'section', ...(block_id ? { block_id } : {}), text };
  }
  const drawn: Block = { ...block };
  if (block.text && block.type === 'section') drawn.text = drawnText(block.text);
  if (block.fields) drawn.fields = block.fields.map(drawnText);
  if (block.type === 'context') drawn.elements = ((block.elements ?? []) as never[]).map(drawnText) as never;
  if (block.type === 'actions') drawn.elements = elementsOf(block).map((one) => drawnElement(one, choices, false));
  if (block.accessory) drawn.accessory = drawnElement(block.accessory, choices, false);
  if (block.element) drawn.element = drawnElement(block.element, choices, true);
  if (block.type === 'input' && block.optional && block.label)
    drawn.label = { ...block.label, text: `${block.label.text} (optional)` };
  return drawn;
}

function drawnText<T extends TextObject>(object: T): T {
  return object.type === 'mrkdwn' ? { ...object, text: pageText(object.text) } : object;
}

const TYPED = new Set([
  'number_input',
  'email_text_input',
  'url_text_input',
  'timepicker',
  'datetimepicker',
  'external_select',
]);

function drawnElement(element: Element, choices: Choices, isInput: boolean): Element {
  const { type, option_groups: _groups, ...rest } = element;
  const many = type.startsWith('multi_') || type === 'checkboxes';
  const offered = offeredBy(element, choices);
  if (offered) {
    const kind =
      type === 'radio_buttons' || type === 'overflow' ? type : many && isInput ? 'checkboxes' : 'static_select';
    return { ...rest, type: kind, options: offered };
  }
  return isInput && TYPED.has(type) ? { ...rest, type: 'plain_text_input' } : element;
}

function offeredBy(element: Element, choices: Choices): Option[] | undefined {
  if (/users_select$/.test(element.type)) return choices.users;
  if (/(conversations|channels)_select$/.test(element.type)) return choices.conversations;
  if (element.option_groups) {
    return element.option_groups.flatMap((group) =>
      group.options.map((one) => relabelled(one, `${group.label.text}: ${labelOf(one)}`)),
    );
  }
  return element.options ? optionsOf(element).map((one) => relabelled(one, labelOf(one))) : undefined;
}

function labelOf(one: Option): string {
  const text = one.text.type === 'mrkdwn' ? pageText(one.text.text) : one.text.text;
  return one.description ? `${text} (${one.description.text})` : text;
}

function relabelled(one: Option, label: string): Option {
  return { value: one.value, text: { type: 'plain_text', text: label } };
}

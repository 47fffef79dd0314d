import { describe, expect, it } from 'vitest';
import type { Block, Element, View } from '../../../demo/stand-in/block-shapes.ts';
import type { SimpleValue } from '../../../demo/stand-in/field-state.ts';
import {
  enteredState,
  initialState,
  refusedFields,
  simpleValue,
  stateOfView,
} from '../../../demo/stand-in/field-state.ts';

const option = (value: string) => ({ value, text: { type: 'plain_text', text: value } });
const options = ['a', 'b'].map(option);

function viewOf(...blocks: Block[]): View {
  return { blocks, callback_id: 'form' } as unknown as View;
}

function input(element: Element, optional = false): Block {
  return { type: 'input', block_id: 'field', optional, element: { action_id: 'x', ...element } };
}

describe('field state', () => {
  it.each<[Element, object]>([
    [{ type: 'plain_text_input' }, { value: null }],
    [{ type: 'plain_text_input', initial_value: 'hi' }, { value: 'hi' }],
    [{ type: 'static_select', options }, { selected_option: null }],
    [{ type: 'radio_buttons', options, initial_option: option('a') }, { selected_option: option('a') }],
    [{ type: 'multi_static_select', options }, { selected_options: [] }],
    [{ type: 'multi_users_select', initial_users: ['U1'] }, { selected_users: ['U1'] }],
    [{ type: 'datepicker', initial_date: '2026-02-28' }, { selected_date: '2026-02-28' }],
    [{ type: 'conversations_select', default_to_current_conversation: true }, { selected_conversation: 'C1' }],
  ])('of an untouched %j is what Slack would send', (element, held) => {
    expect(initialState(element, 'C1')).toEqual({ type: element.type, ...held });
  });

  it.each<[Element, SimpleValue, object]>([
    [{ type: 'plain_text_input' }, '', { value: null }],
    [{ type: 'number_input' }, 2.5, { value: '2.5' }],
    [{ type: 'static_select', options }, 'b', { selected_option: option('b') }],
    [{ type: 'checkboxes', options }, ['b', 'a'], { selected_options: [option('b'), option('a')] }],
    [
      { type: 'static_select', option_groups: [{ label: option('g').text, options }] },
      'a',
      { selected_option: option('a') },
    ],
    [{ type: 'users_select' }, 'U1', { selected_user: 'U1' }],
    [{ type: 'users_select' }, null, { selected_user: null }],
    [{ type: 'datetimepicker' }, 1_790_000_000, { selected_date_time: 1_790_000_000 }],
  ])('of %j after %j has the shape of Slack and back', (element, value, held) => {
    const state = enteredState(element, value);
    expect(state).toEqual({ type: element.type, ...held });
    expect(simpleValue(state)).toEqual(value === '' ? null : element.type === 'number_input' ? String(value) : value);
  });

  it('refuses an option that is not offered', () => {
    expect(() => enteredState({ type: 'static_select', action_id: 'x', options }, 'z')).toThrow('it offers: a, b');
  });

  it.each<[Element, SimpleValue, boolean, boolean]>([
    [{ type: 'plain_text_input' }, null, false, true],
    [{ type: 'plain_text_input' }, null, true, false],
    [{ type: 'plain_text_input' }, 'x'.repeat(3000), false, false],
    [{ type: 'plain_text_input' }, 'x'.repeat(3001), false, true],
    [{ type: 'plain_text_input', max_length: 3 }, 'four', false, true],
    [{ type: 'plain_text_input', min_length: 3 }, 'ab', true, true],
    [{ type: 'checkboxes', options }, [], false, true],
    [{ type: 'multi_static_select', options, max_selected_items: 1 }, ['a', 'b'], false, true],
    [{ type: 'number_input', is_decimal_allowed: false }, '1.5', false, true],
    [{ type: 'number_input', is_decimal_allowed: true, min_value: '0', max_value: '24' }, '24', false, false],
    [{ type: 'number_input', is_decimal_allowed: true, max_value: '24' }, '25', false, true],
    [{ type: 'number_input', is_decimal_allowed: true }, 'many', false, true],
  ])('of %j with %j (optional: %s) is refused: %s', (element, value, isOptional, isRefused) => {
    const view = viewOf(input(element, isOptional));
    const values = stateOfView(view, { field: { x: enteredState(element, value) } });
    expect('field' in refusedFields(view, values)).toBe(isRefused);
  });

  it('of a view covers sections and actions, but no buttons', () => {
    const view = viewOf(
      { type: 'section', block_id: 's', accessory: { type: 'static_select', action_id: 'pick', options } },
      {
        type: 'actions',
        block_id: 'a',
        elements: [
          { type: 'button', action_id: 'go' },
          { type: 'users_select', action_id: 'who' },
        ],
      },
    );
    expect(stateOfView(view, {})).toEqual({
      s: { pick: { type: 'static_select', selected_option: null } },
      a: { who: { type: 'users_select', selected_user: null } },
    });
  });
});

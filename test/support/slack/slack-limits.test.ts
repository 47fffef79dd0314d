import { describe, expect, it } from 'vitest';
import type { Block, Element } from '../../../demo/stand-in/block-shapes.ts';
import { checkBlocks, checkMessageText, checkView } from '../../../demo/stand-in/slack-limits.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ value, text: plain(value || 'x') });
const many = (count: number) => Array.from({ length: count }, (_, index) => option(`v${index}`));
const divider: Block = { type: 'divider' };
const actions = (...elements: Element[]): Block => ({ type: 'actions', elements });
const button = (more: Partial<Element> = {}): Element => ({
  type: 'button',
  action_id: 'go',
  text: plain('Go'),
  ...more,
});

describe('checkBlocks', () => {
  it.each<[string, Block[]]>([
    ['50 blocks', Array<Block>(50).fill(divider)],
    ['a section of 3000 characters', [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3000) } }]],
    ['25 buttons', [actions(...many(25).map((one) => button({ action_id: one.value })))]],
    ['the same action_id in two blocks', [actions(button()), actions(button())]],
    ['100 options', [actions({ type: 'static_select', action_id: 's', options: many(100) })]],
    [
      'a rich_text quote',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: 'a' }] }] }],
    ],
  ])('takes %s', (_name, blocks) => {
    expect(checkBlocks(blocks)).toEqual([]);
  });

  it.each<[string, Block[], string]>([
    ['51 blocks', Array<Block>(51).fill(divider), '51 blocks'],
    ['an empty section', [{ type: 'section' }], 'needs text or fields'],
    ['3001 characters', [{ type: 'section', text: plain('x'.repeat(3001)) }], 'has 3001 characters'],
    ['empty text', [{ type: 'section', text: plain('') }], 'section text is empty'],
    ['a mrkdwn header', [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }], 'header is mrkdwn'],
    [
      'a block_id twice',
      [
        { ...divider, block_id: 'b' },
        { ...divider, block_id: 'b' },
      ],
      'block_id appears twice',
    ],
    ['an action_id twice in a block', [actions(button(), button())], 'action_id go appears twice'],
    ['26 buttons', [actions(...many(26).map((one) => button({ action_id: one.value })))], '26 actions elements'],
    [
      '11 context texts',
      [{ type: 'context', elements: many(11).map((one) => one.text) as never }],
      '11 context elements',
    ],
    ['a long button', [actions(button({ text: plain('x'.repeat(76)) }))], 'button text has 76'],
    ['an unknown style', [actions(button({ style: 'warning' }))], 'style warning'],
    [
      'a long option value',
      [actions({ type: 'static_select', options: [option('x'.repeat(151))] })],
      'option value has 151',
    ],
    ['no options', [actions({ type: 'static_select', options: [] })], 'no options'],
    ['101 options', [actions({ type: 'static_select', options: many(101) })], '101 options'],
    ['6 overflow options', [actions({ type: 'overflow', options: many(6) })], '6 options'],
    ['equal option values', [actions({ type: 'overflow', options: [option('a'), option('a')] })], 'the same value'],
    [
      'an initial option of its own',
      [
        actions({
          type: 'radio_buttons',
          options: [option('a')],
          initial_option: { value: 'a', text: plain('other') },
        }),
      ],
      'not exactly one of the options',
    ],
    [
      'an empty rich_text text',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }] }],
      'is empty',
    ],
    ['an unknown block', [{ type: 'fancy' }], 'not allowed here'],
  ])('refuses %s', (_name, blocks, problem) => {
    expect(checkBlocks(blocks).join('\n')).toContain(problem);
  });
});

describe('checkView', () => {
  const modal = { type: 'modal', title: plain('T'), submit: plain('S'), blocks: [divider] };
  const input: Block = { type: 'input', label: plain('L'), element: { type: 'plain_text_input', action_id: 'a' } };

  it('takes a modal with 100 blocks and a title of 24 characters', () => {
    expect(checkView({ ...modal, title: plain('x'.repeat(24)), blocks: Array<Block>(100).fill(divider) })).toEqual([]);
  });

  it.each([
    ['a title of 25 characters', { ...modal, title: plain('x'.repeat(25)) }, 'modal title has 25'],
    ['101 blocks', { ...modal, blocks: Array<Block>(101).fill(divider) }, '101 blocks'],
    ['inputs without submit', { type: 'modal', title: plain('T'), blocks: [input] }, 'needs submit'],
    ['long private_metadata', { ...modal, private_metadata: 'x'.repeat(3001) }, 'private_metadata has 3001'],
    [
      'an input without a label',
      { ...modal, blocks: [{ type: 'input', element: input.element } as Block] },
      'input label is missing',
    ],
    ['an unknown type', { type: 'sheet', blocks: [divider] }, 'view type sheet'],
  ])('refuses %s', (_name, view, problem) => {
    expect(checkView(view).join('\n')).toContain(problem);
  });
});

describe('checkMessageText', () => {
  it.each([
    ['text alone', 'hi', false, 0],
    ['blocks with text', 'hi', true, 0],
    ['blocks without text', undefined, true, 1],
    ['40,001 characters', 'x'.repeat(40_001), false, 1],
  ])('counts the problems of %s', (_name, text, hasBlocks, count) => {
    expect(checkMessageText(text, hasBlocks)).toHaveLength(count);
  });
});

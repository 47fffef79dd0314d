import { describe, expect, it } from 'vitest';
import type { RichTextNode } from '../../../demo/stand-in/block-shapes.ts';
import { pageText, richTextAsMrkdwn } from '../../../demo/stand-in/page-text.ts';

const text = (value: string, style?: RichTextNode['style']): RichTextNode => ({
  type: 'text',
  text: value,
  ...(style ? { style } : {}),
});
const section = (...elements: RichTextNode[]): RichTextNode => ({ type: 'rich_text_section', elements });

describe('pageText', () => {
  it.each([
    ['a &amp; b', 'a & b'],
    ['due <!date^1795000000^{date_short}|20 Nov 2026>', 'due 20 Nov 2026'],
    ['<!here> and <@U1>', '@here and <@U1>'],
    ['&lt;@U1&gt;', '<\u200b@U1>'],
    ['&amp;lt;', '&lt;'],
  ])('turns %j into %j', (sent, shown) => {
    expect(pageText(sent)).toBe(shown);
  });
});

describe('richTextAsMrkdwn', () => {
  it.each<[string, RichTextNode[], string]>([
    [
      'styles around words',
      [section(text('a '), text('b ', { bold: true }), text('c', { italic: true }))],
      'a *b* _c_',
    ],
    [
      'people, channels, emoji',
      [
        section(
          { type: 'user', user_id: 'U1' },
          { type: 'channel', channel_id: 'C1' },
          { type: 'emoji', name: 'wave' },
        ),
      ],
      '<@U1><#C1>:wave:',
    ],
    ['links', [section({ type: 'link', url: 'https://a.example', text: 'here' })], '<https://a.example|here>'],
    [
      'lists',
      [{ type: 'rich_text_list', style: 'ordered', elements: [section(text('one')), section(text('two'))] }],
      '1. one\n2. two',
    ],
    ['indented bullets', [{ type: 'rich_text_list', indent: 1, elements: [section(text('one'))] }], '    • one'],
    ['quotes of two lines', [{ type: 'rich_text_quote', elements: [text('one\ntwo')] }], '> one\n> two'],
    ['tokens in text', [section(text('<@U1>'))], '<\u200b@U1>'],
  ])('draws %s', (_name, nodes, drawn) => {
    expect(richTextAsMrkdwn(nodes)).toBe(drawn);
  });
});

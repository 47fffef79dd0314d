import type { RichTextNode } from './block-shapes.ts';
import { type ReaderClock, readDates } from './date-tokens.ts';

const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Slack's mrkdwn as the page needs it. The page escapes what it gets once more and knows no date tokens, so
 * entities become characters again; a zero-width space keeps an escaped `<` from being read as a mention.
 */
export function pageText(text: string, clock?: ReaderClock): string {
  return readDates(text, clock)
    .replace(/<!(here|channel|everyone)(\|[^>]*)?>/g, '@$1')
    .replaceAll('&lt;', `<${ZERO_WIDTH_SPACE}`)
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** A `rich_text` block as mrkdwn for the page: lists, quotes and preformatted text become lines. */
export function richTextAsMrkdwn(nodes: RichTextNode[]): string {
  return nodes.map(groupText).join('\n');
}

function groupText(node: RichTextNode): string {
  const inner = node.elements ?? [];
  if (node.type === 'rich_text_list') {
    const indent = '    '.repeat(node.indent ?? 0);
    const mark = (index: number) => (node.style === 'ordered' ? `${index + 1 + (node.offset ?? 0)}.` : '•');
    return inner.map((item, index) => `${indent}${mark(index)} ${groupText(item)}`).join('\n');
  }
  const line = inner.map(leafText).join('');
  if (node.type === 'rich_text_quote') return line.replace(/^/gm, '> ');
  if (node.type === 'rich_text_preformatted') return line.replace(/^(.+)$/gm, '`$1`');
  return line.replace(/\n$/, '');
}

function leafText(node: RichTextNode): string {
  if (node.type === 'text') return styled(literal(node.text ?? ''), node.style);
  if (node.type === 'link') return `<${node.url ?? ''}|${literal(node.text ?? node.url ?? '')}>`;
  if (node.type === 'user') return `<@${node.user_id ?? ''}>`;
  if (node.type === 'channel') return `<#${node.channel_id ?? ''}>`;
  if (node.type === 'emoji') return `:${node.name ?? ''}:`;
  if (node.type === 'broadcast') return `@${node.range ?? 'here'}`;
  return node.fallback ?? '';
}

const LOOK_ALIKES: Readonly<Record<string, string>> = { '*': '\u2217', '~': '\u223c', '`': '\u02cb' };

// Text of a rich_text element is shown as it stands: marks and tokens inside it must not format. The page has no way
// to say so, so the marks are drawn with signs that look the same.
function literal(text: string): string {
  return text
    .replaceAll('<', `<${ZERO_WIDTH_SPACE}`)
    .replaceAll('_', `${ZERO_WIDTH_SPACE}_`)
    .replace(/[*~`]/g, (mark) => LOOK_ALIKES[mark] ?? mark);
}

function styled(text: string, style: RichTextNode['style']): string {
  if (!style || typeof style === 'string' || !text.trim()) return text;
  const marks = [style.code ? '`' : '', style.strike ? '~' : '', style.italic ? '_' : '', style.bold ? '*' : ''];
  const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return before + marks.reduce((inner, mark) => `${mark}${inner}${mark}`, middle) + after;
}

import { readBriefly, readInput } from './read-input.ts';
import type { Block, RichTextNode, View, ViewValues } from './stand-in/block-shapes.ts';
import { elementsOf } from './stand-in/block-shapes.ts';
import { readDates } from './stand-in/date-tokens.ts';
import { readerClock } from './stand-in/directory.ts';
import { simpleValue } from './stand-in/field-state.ts';
import type { Message } from './stand-in/message-book.ts';
import type { WorkspaceSpec } from './stand-in/workspace.ts';

/** Turns what Slack would draw into lines of text, the way a person would read it aloud. */
export function createReader({ users, channels }: WorkspaceSpec) {
  const clock = readerClock({ users });
  const nameOf = (id: string) => users.find((user) => user.id === id)?.real_name ?? id;
  const channelOf = (id: string) => channels.find((channel) => channel.id === id)?.name ?? id;

  const timeOf = (seconds: number) => readDates(`<!date^${seconds}^{date_short} {time}|${seconds}>`, clock);
  const readMrkdwn = (text: string): string =>
    readDates(text, clock)
      .replace(/<@([A-Z0-9]+)>/g, (_, id: string) => `@${nameOf(id)}`)
      .replace(/<#([A-Z0-9]+)[^>]*>/g, (_, id: string) => `#${channelOf(id)}`)
      .replace(/<(https?:[^|>]+)\|([^>]*)>/g, '$2')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');

  const readRich = (node: RichTextNode): string => {
    if (node.type === 'user') return `@${nameOf(node.user_id ?? '')}`;
    const inner = node.elements?.map(readRich).join('') ?? node.text ?? '';
    return node.type === 'rich_text_quote' ? `\n${indent(inner, '│ ')}\n` : inner;
  };

  const readBlock = (block: Block): string[] => {
    const texts = [block.text, ...(block.fields ?? [])].flatMap((text) => (text ? [readMrkdwn(text.text)] : []));
    switch (block.type) {
      case 'header':
        return [texts.join(''), '─'.repeat(Math.min(78, texts.join('').length))];
      case 'rich_text':
        return ((block.elements ?? []) as RichTextNode[])
          .map(readRich)
          .join('')
          .split('\n')
          .filter((line) => line !== '');
      case 'actions':
        return [
          ((block.elements ?? []) as { text?: { text: string }; placeholder?: { text: string } }[])
            .map((el) => `[ ${el.text?.text ?? el.placeholder?.text ?? ''} ]`)
            .join(' '),
        ];
      case 'context':
        return ((block.elements ?? []) as { text?: unknown }[]).flatMap((el) =>
          typeof el.text === 'string' ? [readMrkdwn(el.text)] : [],
        );
      case 'divider':
        return ['· · ·'];
      case 'image':
        return [...(block.title ? [block.title.text] : []), ...(block.alt_text ?? '').split('\n')];
      default:
        return [...texts.flatMap((text) => text.split('\n')), ...besideText(block)];
    }
  };

  return {
    /** A message as it stands in its channel. */
    readMessage: (message: Message): string =>
      (message.blocks?.length ? message.blocks.flatMap(readBlock) : readMrkdwn(message.text).split('\n')).join('\n'),
    /** The words of a form and its fields, filled in as `values` say. */
    readView: (view: View, values: ViewValues = {}): string =>
      [
        `${view.title?.text ?? ''}`,
        ...view.blocks.flatMap((block) =>
          block.type === 'input'
            ? [readInput(block, { value: fieldValue(block, values), nameOf, timeOf })]
            : readBlock(block),
        ),
        ...(view.submit ? [`[ ${view.submit.text} ]`] : []),
      ].join('\n'),
    /** What was put into some fields of a form, on one line. */
    readEntered: (view: View, values: ViewValues, ids: readonly string[]): string =>
      view.blocks
        .filter((block) => ids.includes(block.block_id ?? ''))
        .map((block) => readBriefly(block, { value: fieldValue(block, values), nameOf, timeOf }))
        .join(' · '),
    nameOf,
    channelOf,
  };
}

/** The button beside a text. */
function besideText({ accessory }: Block): string[] {
  return accessory?.type === 'button' ? [`[ ${accessory.text?.text ?? ''} ]`] : [];
}

function fieldValue(block: Block, values: ViewValues) {
  const state = values[block.block_id ?? '']?.[elementsOf(block)[0]?.action_id ?? ''];
  return state ? simpleValue(state) : null;
}

/** Every line with something in front. */
export function indent(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => `${by}${line}`)
    .join('\n');
}

import type { Block, RichTextNode, View } from './stand-in/block-shapes.ts';
import type { Message } from './stand-in/message-book.ts';
import type { WorkspaceSpec } from './stand-in/workspace.ts';

/** Turns what Slack would draw into lines of text, the way a person would read it aloud. */
export function createReader({ users, channels }: WorkspaceSpec) {
  const nameOf = (id: string) => users.find((user) => user.id === id)?.real_name ?? id;
  const channelOf = (id: string) => channels.find((channel) => channel.id === id)?.name ?? id;

  const readMrkdwn = (text: string): string =>
    text
      .replace(/<@([A-Z0-9]+)>/g, (_, id: string) => `@${nameOf(id)}`)
      .replace(/<#([A-Z0-9]+)[^>]*>/g, (_, id: string) => `#${channelOf(id)}`)
      .replace(/<!date\^\d+\^[^|]*\|([^>]*)>/g, '$1')
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
        return [texts.join(''), '─'.repeat(Math.min(60, texts.join('').length))];
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
      default:
        return texts.flatMap((text) => text.split('\n'));
    }
  };

  return {
    /** A message as it stands in its channel. */
    readMessage: (message: Message): string =>
      (message.blocks?.length ? message.blocks.flatMap(readBlock) : readMrkdwn(message.text).split('\n')).join('\n'),
    /** The words of a form, and its fields. */
    readView: (view: View): string =>
      [
        `${view.title?.text ?? ''}`,
        ...view.blocks.flatMap((block) =>
          block.type === 'input' ? [`  ${block.label?.text ?? ''} …`] : readBlock(block),
        ),
      ].join('\n'),
    nameOf,
    channelOf,
  };
}

/** Every line with something in front. */
export function indent(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => `${by}${line}`)
    .join('\n');
}

import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  KnownBlock,
  PlainTextElement,
  SectionBlock,
} from '@slack/types';
import type { Mrkdwn, Safe } from '../../domain/escaping.ts';
import { boldLine, escapeText, join, mention, safe } from '../../domain/escaping.ts';

const MAX_HEADER_LENGTH = 150;
const MAX_SECTION_LENGTH = 3000;
const MENTIONS_IN_A_LINE = 40;

/** Text that Slack shows as it is: nothing in it is a mention, a link or formatting, and `:smile:` stays what was typed. */
export function plain(text: string): PlainTextElement {
  // Without a colon there is no such name, and a list of thousands of clients has no room for a needless key.
  return text.includes(':') ? { type: 'plain_text', text, emoji: false } : { type: 'plain_text', text };
}

/** A heading of any length: where a header block has no room for it, bold text says it in full. */
export function title(text: string): KnownBlock {
  return text.length <= MAX_HEADER_LENGTH ? { type: 'header', text: plain(text) } : section(boldLine(escapeText(text)));
}

export function section(text: Mrkdwn): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

/** Lines in as few sections as Slack's 3,000 characters allow; a line is never divided. */
export function sections(lines: readonly Mrkdwn[]): SectionBlock[] {
  const blocks: Mrkdwn[][] = [];
  let length = 0;
  for (const line of lines.flatMap((text) => text.split('\n') as Mrkdwn[])) {
    const last = blocks.at(-1);
    length += line.length + 1;
    if (last !== undefined && length <= MAX_SECTION_LENGTH) last.push(line);
    else {
      blocks.push([line]);
      length = line.length + 1;
    }
  }
  return blocks.map((block) => section(join(block)));
}

/** Small grey text for what is read second. */
export function context(text: Mrkdwn): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

export function actions(blockId: string, elements: readonly Button[]): ActionsBlock {
  return { type: 'actions', block_id: blockId, elements: [...elements] };
}

type ButtonInput = {
  readonly text: string;
  readonly actionId: string;
  /** A target, see target.ts; left out where there is nothing to say, since Slack takes no empty one. */
  readonly value?: string;
  readonly style?: 'primary' | 'danger';
  readonly confirm?: ConfirmationDialog;
  readonly url?: string;
};

export function button({ text, actionId, ...rest }: ButtonInput): Button {
  return { type: 'button', text: plain(text), action_id: actionId, ...rest };
}

type Question = { readonly title: string; readonly text: string; readonly confirm: string; readonly deny: string };

/** Asks before something is done that cannot be taken back. */
export function confirmation({ title: heading, text, confirm, deny }: Question): ConfirmationDialog {
  return { title: plain(heading), text: plain(text), confirm: plain(confirm), deny: plain(deny) };
}

/** Mentions of people with commas between, in lines short enough for a section. */
export function mentions(userIds: readonly string[]): Safe {
  const lines: Mrkdwn[] = [];
  for (let at = 0; at < userIds.length; at += MENTIONS_IN_A_LINE) {
    const line = userIds.slice(at, at + MENTIONS_IN_A_LINE).map((id) => mention(id).mrkdwn);
    lines.push(join(line, ', '));
  }
  return safe(join(lines, ',\n'));
}

/** A label as the beginning of a sentence. */
export function capitalised(label: string): string {
  const [first = '', ...rest] = label;
  return first.toLocaleUpperCase() + rest.join('');
}

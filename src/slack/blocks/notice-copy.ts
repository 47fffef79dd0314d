import type { RichTextBlock } from '@slack/types';
import type { Messages } from '../../i18n/index.ts';
import { section } from './building-blocks.ts';
import { pack } from './pack.ts';
import { dividedText } from './quote.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';

/** A notice as it was saved, letter for letter, to be copied: preformatted text, in which Slack parses nothing. */
export function renderNoticeCopy(
  { clientName, text }: { readonly clientName: string; readonly text: string },
  t: Messages,
): RenderedMessage[] {
  const heading = section(t.partingForms.notice.copy(clientName));
  const parts = dividedText(text).map((part) => [preformatted(part)]);
  return pack([[heading], ...parts], t.card.continued(t.partingForms.title.notice)).map(rendered);
}

function preformatted(text: string): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }] };
}

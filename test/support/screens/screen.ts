import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { RenderedMessage } from '../../../src/slack/blocks/rendered-message.ts';

/** With nothing in it, or with as much as there can be. */
export const SIZES = ['none', 'largest'] as const;
export type Size = (typeof SIZES)[number];

export const SCREEN_GROUPS = ['In the channel', 'To one person', 'Forms'] as const;

type Common = {
  readonly name: string;
  readonly group: (typeof SCREEN_GROUPS)[number];
  /** The functions of src/slack/blocks that made it. */
  readonly renderers: readonly string[];
};

/** One thing the app can show. A long message is several screens. */
export type Screen = Common &
  (
    | {
        readonly kind: 'message';
        readonly text: string;
        readonly blocks: readonly KnownBlock[];
        readonly part: number;
        readonly parts: number;
      }
    | { readonly kind: 'modal'; readonly view: ModalView | HomeView }
    /** What Slack shows at the fields of a form, by block id. */
    | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  );

/** The screens of one post or reply. */
export function messageScreens(common: Common, messages: readonly RenderedMessage[]): Screen[] {
  return messages.map(({ text, blocks }, index) => ({
    ...common,
    name: messages.length > 1 ? `${common.name}, part ${index + 1} of ${messages.length}` : common.name,
    kind: 'message',
    text,
    blocks,
    part: index + 1,
    parts: messages.length,
  }));
}

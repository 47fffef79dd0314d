/** A text object of Block Kit (`plain_text` or `mrkdwn`). */
export type TextObject = { type: string; text: string; emoji?: boolean };

/** One choice of a select, radio, checkbox or overflow element. */
export type Option = { text: TextObject; value: string; description?: TextObject; url?: string };

/** A leaf or a group inside a `rich_text` block. */
export type RichTextNode = {
  type: string;
  text?: string;
  url?: string;
  user_id?: string;
  channel_id?: string;
  usergroup_id?: string;
  name?: string;
  unicode?: string;
  range?: string;
  fallback?: string;
  timestamp?: number;
  style?: string | { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean };
  indent?: number;
  offset?: number;
  elements?: RichTextNode[];
};

/** An interactive element: whatever the app sent, with the keys this stand-in reads. */
export type Element = {
  type: string;
  action_id?: string;
  text?: TextObject;
  value?: string;
  url?: string;
  style?: string;
  options?: Option[];
  option_groups?: { label: TextObject; options: Option[] }[];
  placeholder?: TextObject;
  confirm?: { title?: TextObject; text?: TextObject; confirm?: TextObject; deny?: TextObject };
  multiline?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: string;
  max_value?: string;
  is_decimal_allowed?: boolean;
  max_selected_items?: number;
  default_to_current_conversation?: boolean;
  image_url?: string;
  alt_text?: string;
  accessibility_label?: string;
  focus_on_load?: boolean;
  /** How the patched page lays out its options. */
  layout?: string;
  [initial: `initial_${string}`]: unknown;
};

/** A block of a message, a modal or the Home tab. */
export type Block = {
  type: string;
  block_id?: string;
  text?: TextObject;
  fields?: TextObject[];
  accessory?: Element;
  element?: Element;
  elements?: (Element | RichTextNode)[];
  label?: TextObject;
  hint?: TextObject;
  title?: TextObject;
  optional?: boolean;
  dispatch_action?: boolean;
  image_url?: string;
  slack_file?: { id: string };
  alt_text?: string;
};

/** What a field holds, in the shape Slack sends inside `view.state.values`. */
export type FieldState = { type: string } & Record<string, unknown>;

/** `state.values` of a view: block id, then action id. */
export type ViewValues = Record<string, Record<string, FieldState>>;

/** A view as the app sees it; `blocks` are exactly those the app sent, with block ids filled in. */
export type View = {
  id: string;
  type: string;
  callback_id: string;
  private_metadata: string;
  external_id: string;
  hash: string;
  team_id: string;
  app_id: string;
  bot_id: string;
  root_view_id: string;
  previous_view_id: string | null;
  title?: TextObject;
  submit?: TextObject | null;
  close?: TextObject | null;
  notify_on_close: boolean;
  clear_on_close: boolean;
  blocks: Block[];
  state: { values: ViewValues };
};

let blockCount = 0;

/** Gives every block without a `block_id` one of its own, as Slack does; the input is not changed. */
export function withBlockIds(blocks: Block[]): Block[] {
  return blocks.map((block) => {
    if (block.block_id) return block;
    blockCount += 1;
    return { ...block, block_id: `auto${blockCount.toString(36)}` };
  });
}

/** Interactive elements of a block with the block they stand in; none for `rich_text`. */
export function elementsOf(block: Block): Element[] {
  if (block.type === 'input') return block.element ? [block.element] : [];
  if (block.type === 'section') return block.accessory ? [block.accessory] : [];
  if (block.type === 'actions') return (block.elements ?? []) as Element[];
  return [];
}

/** All options of an element, groups flattened in order. */
export function optionsOf(element: Element): Option[] {
  return element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);
}

import type { Block, Element, Option, TextObject } from './block-shapes.ts';
import { elementsOf, optionsOf } from './block-shapes.ts';

/** What the app wants to show; only the keys with limits are read. */
export type ViewDraft = {
  type?: string;
  title?: TextObject;
  submit?: TextObject | null;
  close?: TextObject | null;
  blocks?: Block[];
  callback_id?: string;
  private_metadata?: string;
  external_id?: string;
};

type Report = (problem: string) => void;

const BLOCKS_IN_MESSAGE = new Set([
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
  'markdown',
]);
const BLOCKS_IN_VIEW = new Set([
  'actions',
  'alert',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
]);

/** Every limit and shape rule of Slack that these message blocks break; empty when Slack would take them. */
export function checkBlocks(blocks: Block[]): string[] {
  return collect((report) => {
    if (blocks.length > 50) report(`${blocks.length} blocks; a message holds 50`);
    checkEach(blocks, BLOCKS_IN_MESSAGE, report);
  });
}

/** The same for a view (modal or Home), with its title, buttons, ids and metadata. */
export function checkView(view: ViewDraft): string[] {
  return collect((report) => {
    const blocks = view.blocks ?? [];
    if (view.type !== 'modal' && view.type !== 'home') report(`view type ${view.type}; allowed: modal, home`);
    if (view.type === 'modal') checkModal(view, blocks, report);
    if (blocks.length > 100) report(`${blocks.length} blocks; a view holds 100`);
    atMost(view.private_metadata, 3000, 'private_metadata', report);
    atMost(view.callback_id, 255, 'callback_id', report);
    atMost(view.external_id, 255, 'external_id', report);
    if (JSON.stringify(view).length > 250_000) report('the whole view is over 250 kB');
    checkEach(blocks, BLOCKS_IN_VIEW, report);
  });
}

/** Limits of a message's own text and of text and blocks together. */
export function checkMessageText(text: string | undefined, hasBlocks: boolean): string[] {
  return collect((report) => {
    if (!text && hasBlocks)
      report('no top-level text beside the blocks: screen readers and notifications show nothing');
    atMost(text, 40_000, 'message text', report);
  });
}

function collect(check: (report: Report) => void): string[] {
  const problems: string[] = [];
  check((problem) => problems.push(problem));
  return problems;
}

function checkModal(view: ViewDraft, blocks: Block[], report: Report): void {
  if (!view.title) report('a modal needs a title');
  for (const [name, value] of Object.entries({ title: view.title, submit: view.submit, close: view.close })) {
    if (value) checkText(value, { name: `modal ${name}`, most: 24, plain: true }, report);
  }
  if (!view.submit && blocks.some((block) => block.type === 'input')) report('a modal with input blocks needs submit');
}

function checkEach(blocks: Block[], allowed: Set<string>, report: Report): void {
  const blockIds = new Set<string>();
  let focused = 0;
  for (const [index, block] of blocks.entries()) {
    const at: Report = (problem) => report(`blocks[${index}] (${block.type} ${block.block_id ?? ''}): ${problem}`);
    if (!allowed.has(block.type)) at('this block type is not allowed here');
    atMost(block.block_id, 255, 'block_id', at);
    if (block.block_id && blockIds.has(block.block_id)) at('block_id appears twice');
    if (block.block_id) blockIds.add(block.block_id);
    checkBlock(block, at);
    const actionIds = new Set<string>();
    for (const element of elementsOf(block)) {
      checkElement(element, at);
      if (element.focus_on_load) focused += 1;
      if (element.action_id && actionIds.has(element.action_id)) at(`action_id ${element.action_id} appears twice`);
      if (element.action_id) actionIds.add(element.action_id);
    }
  }
  if (focused > 1) report('more than one element has focus_on_load');
}

const BLOCK_CHECKS: Record<string, (block: Block, report: Report) => void> = {
  header: (block, report) => checkText(block.text, { name: 'header', most: 150, plain: true }, report),
  section: (block, report) => {
    if (!block.text && !block.fields?.length) report('a section needs text or fields');
    if (block.text) checkText(block.text, { name: 'section text', most: 3000 }, report);
    if ((block.fields?.length ?? 0) > 10) report('more than 10 fields');
    for (const field of block.fields ?? []) checkText(field, { name: 'field', most: 2000 }, report);
  },
  context: (block, report) => {
    countOf(block.elements, 10, 'context elements', report);
    for (const element of (block.elements ?? []) as (TextObject | Element)[]) {
      if (element.type === 'image') atMost((element as Element).alt_text, 2000, 'alt_text', report);
      else checkText(element as TextObject, { name: 'context text', most: 3000 }, report);
    }
  },
  actions: (block, report) => countOf(block.elements, 25, 'actions elements', report),
  input: (block, report) => {
    checkText(block.label, { name: 'input label', most: 2000, plain: true }, report);
    if (block.hint) checkText(block.hint, { name: 'input hint', most: 2000, plain: true }, report);
    if (!block.element) report('an input needs an element');
    if (block.element?.type === 'button' || block.element?.type === 'overflow') report('an input cannot hold a button');
  },
  image: (block, report) => {
    if (!block.alt_text) report('an image needs alt_text');
    atMost(block.alt_text, 2000, 'alt_text', report);
    atMost(block.image_url, 3000, 'image_url', report);
    if ((block.image_url === undefined) === (block.slack_file === undefined))
      report('an image needs either image_url or slack_file');
    if (block.title) checkText(block.title, { name: 'image title', most: 2000, plain: true }, report);
  },
  rich_text: (block, report) => {
    const kinds = new Set(['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted']);
    if (!block.elements?.length) report('rich_text needs elements');
    for (const element of block.elements ?? []) {
      if (!kinds.has(element.type)) report(`rich_text holds ${element.type}; allowed: ${[...kinds].join(', ')}`);
      checkRichText(element, report);
    }
  },
};

function checkBlock(block: Block, report: Report): void {
  BLOCK_CHECKS[block.type]?.(block, report);
}

function checkRichText(node: object, report: Report): void {
  const { type, text, elements } = node as { type: string; text?: unknown; elements?: object[] };
  if (type === 'text' && (typeof text !== 'string' || text === '')) report('a rich_text text element is empty');
  for (const child of elements ?? []) checkRichText(child, report);
}

const OPTION_COUNTS: Record<string, number> = { overflow: 5, checkboxes: 10, radio_buttons: 10 };

function checkElement(element: Element, report: Report): void {
  const named: Report = (problem) => report(`${element.type} ${element.action_id ?? ''}: ${problem}`);
  atMost(element.action_id, 255, 'action_id', named);
  if (element.placeholder) checkText(element.placeholder, { name: 'placeholder', most: 150, plain: true }, named);
  if (element.type === 'button') {
    checkText(element.text, { name: 'button text', most: 75, plain: true }, named);
    atMost(element.value, 2000, 'value', named);
    atMost(element.url, 3000, 'url', named);
    atMost(element.accessibility_label, 75, 'accessibility_label', named);
    if (element.style && !['primary', 'danger'].includes(element.style))
      named(`style ${element.style}; allowed: primary, danger`);
  }
  if (element.type === 'plain_text_input' && (element.max_length ?? 1) > 3000) named('max_length over 3000');
  if (element.type === 'number_input' && element.is_decimal_allowed === undefined) named('needs is_decimal_allowed');
  checkConfirm(element, named);
  checkOptions(element, named);
}

function checkConfirm(element: Element, report: Report): void {
  const { confirm } = element;
  if (!confirm) return;
  checkText(confirm.title, { name: 'confirm title', most: 100, plain: true }, report);
  checkText(confirm.text, { name: 'confirm text', most: 300 }, report);
  checkText(confirm.confirm, { name: 'confirm button', most: 30, plain: true }, report);
  checkText(confirm.deny, { name: 'deny button', most: 30, plain: true }, report);
}

function checkOptions(element: Element, report: Report): void {
  const needsOptions = element.type in OPTION_COUNTS || /^(multi_)?static_select$/.test(element.type);
  if (!needsOptions) return;
  const offered = optionsOf(element);
  if (offered.length === 0) report('no options');
  countOf(element.option_groups, 100, 'option groups', report);
  for (const group of element.option_groups ?? []) {
    checkText(group.label, { name: 'group label', most: 75, plain: true }, report);
    countOf(group.options, 100, 'options in a group', report);
  }
  countOf(element.options, OPTION_COUNTS[element.type] ?? 100, 'options', report);
  for (const one of offered) checkOption(one, report);
  const values = offered.map((one) => one.value);
  if (new Set(values).size !== values.length) report('two options have the same value');
  const initial = [element.initial_option, ...((element.initial_options as Option[] | undefined) ?? [])] as (
    | Option
    | undefined
  )[];
  if (element.initial_options && (element.initial_options as Option[]).length === 0) report('initial_options is empty');
  for (const one of initial) {
    const matches = !one || offered.some((other) => JSON.stringify(other) === JSON.stringify(one));
    if (!matches) report(`the initial option ${one?.value} is not exactly one of the options`);
  }
}

function checkOption(one: Option, report: Report): void {
  checkText(one.text, { name: 'option text', most: 75 }, report);
  if (one.description) checkText(one.description, { name: 'option description', most: 75 }, report);
  if (!one.value) report('an option needs a value');
  atMost(one.value, 150, 'option value', report);
}

function checkText(
  object: TextObject | undefined,
  rule: { name: string; most: number; plain?: boolean },
  report: Report,
): void {
  if (!object || typeof object.text !== 'string') {
    report(`${rule.name} is missing or not a text object`);
    return;
  }
  if (object.text.length === 0) report(`${rule.name} is empty`);
  if (object.text.length > rule.most) report(`${rule.name} has ${object.text.length} characters; at most ${rule.most}`);
  if (object.type !== 'plain_text' && (rule.plain || object.type !== 'mrkdwn')) {
    report(`${rule.name} is ${object.type}; allowed: plain_text${rule.plain ? '' : ', mrkdwn'}`);
  }
}

function countOf(list: unknown[] | undefined, most: number, name: string, report: Report): void {
  if (list && list.length === 0) report(`${name}: none`);
  if (list && list.length > most) report(`${list.length} ${name}; at most ${most}`);
}

function atMost(value: string | undefined, most: number, name: string, report: Report): void {
  if (value !== undefined && value.length > most) report(`${name} has ${value.length} characters; at most ${most}`);
}

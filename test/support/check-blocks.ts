import type { RenderedMessage } from '../../src/slack/blocks/rendered-message.ts';

/** Blocks as data: whatever is in them, it is looked at. */
type Json = Readonly<Record<string, unknown>>;

const TEXT_LIMITS: Readonly<Record<string, number>> = { header: 150, section: 3000, button: 75 };
const MAX_TEXT_OBJECT = 3000;
const OPTION_LIMITS = { text: 75, description: 75 };
const CONFIRM_LIMITS: Readonly<Record<string, number>> = { title: 100, text: 300, confirm: 30, deny: 30 };
const ELEMENT_LIMITS: Readonly<Record<string, number>> = { actions: 25, context: 10 };
const SPECIAL_MENTION = /<!(channel|here|everyone|subteam)/;

/** What Slack would refuse in a list of blocks, in words; empty when nothing. `maxBlocks`: 50 in a message, 100 in a form. */
export function checkBlocks(blocks: readonly unknown[], maxBlocks = 50): string[] {
  const problems: string[] = [];
  if (blocks.length === 0) problems.push('no blocks');
  if (blocks.length > maxBlocks) problems.push(`${blocks.length} blocks, at most ${maxBlocks}`);
  problems.push(...duplicates('block_id', blocks), ...blocks.flatMap((block) => duplicates('action_id', [block])));
  for (const block of blocks) problems.push(...checkNode(block as Json, String((block as Json).type)));
  return problems;
}

/** What Slack would refuse, cut or misread in one message (the limits of Slack and of our own budgets). */
export function checkMessage({ text, blocks }: RenderedMessage): string[] {
  const bytes = Buffer.byteLength(JSON.stringify(blocks));
  return [
    ...checkBlocks(blocks),
    ...(text.trim() === '' ? ['no text'] : []),
    ...(text.length > 3000 ? [`text of ${text.length} characters`] : []),
    ...(SPECIAL_MENTION.test(text) ? ['the text calls everybody'] : []),
    ...(bytes > 10_000 ? [`${bytes} bytes of blocks`] : []),
  ];
}

function checkNode(node: Json, path: string): string[] {
  return [
    ...checkText(node, path),
    ...checkLengths(node, path),
    ...Object.entries(node).flatMap(([key, value]) => checkChild(value, `${path}.${key}`)),
  ];
}

function checkChild(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => checkChild(item, `${path}[${index}]`));
  return typeof value === 'object' && value !== null ? checkNode(value as Json, path) : [];
}

function checkText(node: Json, path: string): string[] {
  const { type, text } = node;
  if (typeof text !== 'string') return [];
  const problems: string[] = [];
  if (text.trim() === '') problems.push(`${path}: empty text`);
  if ((type === 'mrkdwn' || type === 'plain_text') && text.length > MAX_TEXT_OBJECT) {
    problems.push(`${path}: ${text.length} characters`);
  }
  if (type === 'mrkdwn' && SPECIAL_MENTION.test(text)) problems.push(`${path}: calls everybody`);
  return problems;
}

function checkLengths(node: Json, path: string): string[] {
  const type = String(node.type);
  const elements = Array.isArray(node.elements) ? node.elements.length : 0;
  const problems = [
    ...tooLong(node.text, TEXT_LIMITS[type], `${path}.text`),
    ...tooLong(node.action_id, 255, `${path}.action_id`),
    ...tooLong(node.block_id, 255, `${path}.block_id`),
    ...tooLong(node.value, type === 'button' ? 2000 : 150, `${path}.value`),
    ...tooLong(node.placeholder, 150, `${path}.placeholder`),
    ...tooLong(node.label, 2000, `${path}.label`),
    ...tooLong(node.hint, 2000, `${path}.hint`),
    ...tooLong(node.url, 3000, `${path}.url`),
  ];
  if (elements > (ELEMENT_LIMITS[type] ?? Number.POSITIVE_INFINITY)) problems.push(`${path}: ${elements} elements`);
  if (Array.isArray(node.elements) && elements === 0) problems.push(`${path}: no elements`);
  if (typeof node.confirm === 'object' && node.confirm !== null) {
    problems.push(
      ...Object.entries(CONFIRM_LIMITS).flatMap(([key, limit]) =>
        tooLong((node.confirm as Json)[key], limit, `${path}.confirm.${key}`),
      ),
    );
  }
  if (Array.isArray(node.options)) {
    problems.push(...node.options.flatMap((option, index) => checkOption(option as Json, `${path}.options[${index}]`)));
  }
  return problems;
}

function checkOption(option: Json, path: string): string[] {
  return [
    ...tooLong(option.text, OPTION_LIMITS.text, `${path}.text`),
    ...tooLong(option.description, OPTION_LIMITS.description, `${path}.description`),
  ];
}

function tooLong(value: unknown, limit: number | undefined, path: string): string[] {
  const text = typeof value === 'object' && value !== null ? (value as Json).text : value;
  if (typeof text !== 'string' || limit === undefined || text.length <= limit) return [];
  return [`${path}: ${text.length} characters, at most ${limit}`];
}

function duplicates(key: string, blocks: readonly unknown[]): string[] {
  const found: string[] = [];
  JSON.stringify(blocks, (name, value: unknown) => {
    if (name === key && typeof value === 'string') found.push(value);
    return value;
  });
  return found.filter((id, index) => found.indexOf(id) !== index).map((id) => `${key} ${id} twice`);
}

import type { InputBlock, PlainTextOption } from '@slack/types';
import { plain } from '../building-blocks.ts';
import { clipAtWord } from '../clip.ts';

/** A choice of a form, before it is cut to Slack's lengths. */
export type Choice = { readonly value: string; readonly text: string; readonly description?: string };

/** Choices under a heading. */
export type ChoiceGroup = { readonly label: string; readonly choices: readonly Choice[] };

type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isOptional?: boolean;
};

type TextField = Field & {
  readonly initial?: string | null;
  readonly isMultiline?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
};

type ChoiceField = Field & { readonly choices: readonly Choice[]; readonly initial?: string | null };

type GroupedField = Field & {
  readonly groups: readonly ChoiceGroup[];
  readonly initial?: readonly string[];
  readonly placeholder: string;
  readonly maxSelected?: number;
};

const MAX_OPTION_LENGTH = 75;

function input({ id, label, hint, isOptional = false }: Field, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    optional: isOptional,
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    element,
  };
}

/** A line or a page to write on. `maxLength`, in UTF-16 units, is enforced by Slack before it sends the form. */
export function textInput(field: TextField): InputBlock {
  return input(field, {
    type: 'plain_text_input',
    action_id: field.id,
    multiline: field.isMultiline ?? false,
    ...(field.maxLength === undefined ? {} : { max_length: field.maxLength }),
    ...(field.placeholder === undefined ? {} : { placeholder: plain(field.placeholder) }),
    ...(field.initial ? { initial_value: field.initial } : {}),
  });
}

/** A number, decimals allowed, with the least and the most that make sense. */
export function numberInput(
  field: Field & { readonly initial: number | null; readonly min: number; readonly max: number },
): InputBlock {
  return input(field, {
    type: 'number_input',
    action_id: field.id,
    is_decimal_allowed: true,
    min_value: String(field.min),
    max_value: String(field.max),
    ...(field.initial === null ? {} : { initial_value: String(field.initial) }),
  });
}

/** Up to ten choices, all visible, of which one is taken. */
export function radioInput(field: ChoiceField): InputBlock {
  const options = field.choices.map(option);
  const initial = options.find(({ value }) => value === field.initial);
  return input(field, {
    type: 'radio_buttons',
    action_id: field.id,
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
  });
}

/** One box to tick; its value is "yes". */
export function checkboxInput(field: Field & { readonly text: string }): InputBlock {
  return input(field, {
    type: 'checkboxes',
    action_id: field.id,
    options: [option({ value: 'yes', text: field.text })],
  });
}

/** Up to ten choices, all visible, of which any number is taken. */
export function checkboxesInput(field: Field & { readonly choices: readonly Choice[] }): InputBlock {
  return input(field, { type: 'checkboxes', action_id: field.id, options: field.choices.map(option) });
}

/** Choices in groups of at most a hundred, of which one is taken; a single group stands without its heading. */
export function selectInput(field: GroupedField): InputBlock {
  const groups = optionGroups(field.groups);
  const initial = chosen(groups, field.initial)[0];
  return input(field, {
    type: 'static_select',
    action_id: field.id,
    placeholder: plain(field.placeholder),
    ...(groups.length === 1 ? { options: groups[0]?.options ?? [] } : { option_groups: groups }),
    ...(initial === undefined ? {} : { initial_option: initial }),
  });
}

/** The same with several to take. */
export function multiSelectInput(field: GroupedField): InputBlock {
  const groups = optionGroups(field.groups);
  const initial = chosen(groups, field.initial);
  return input(field, {
    type: 'multi_static_select',
    action_id: field.id,
    placeholder: plain(field.placeholder),
    option_groups: groups,
    ...(field.maxSelected === undefined ? {} : { max_selected_items: field.maxSelected }),
    ...(initial.length === 0 ? {} : { initial_options: initial }),
  });
}

/** People of the workspace. */
export function peopleInput(field: Field & { readonly initial: readonly string[] }): InputBlock {
  return input(field, {
    type: 'multi_users_select',
    action_id: field.id,
    ...(field.initial.length === 0 ? {} : { initial_users: [...field.initial] }),
  });
}

/** One person of the workspace; null shows none. */
export function personInput(field: Field & { readonly initial: string | null }): InputBlock {
  const initial = field.initial === null ? {} : { initial_user: field.initial };
  return input(field, { type: 'users_select', action_id: field.id, ...initial });
}

/** A day, YYYY-MM-DD; null shows none. */
export function dateInput(field: Field & { readonly initial?: string | null }): InputBlock {
  const initial = field.initial ? { initial_date: field.initial } : {};
  return input(field, { type: 'datepicker', action_id: field.id, ...initial });
}

/** A moment, shown in the reader's own zone. */
export function dateTimeInput(field: Field & { readonly initial: Date | null }): InputBlock {
  return input(field, {
    type: 'datetimepicker',
    action_id: field.id,
    ...(field.initial === null ? {} : { initial_date_time: Math.floor(field.initial.getTime() / 1000) }),
  });
}

/** A channel of our own: Slack leaves out those shared with others. */
export function channelInput(
  field: Field & { readonly initial: string | null; readonly placeholder: string },
): InputBlock {
  return input(field, {
    type: 'conversations_select',
    action_id: field.id,
    placeholder: plain(field.placeholder),
    filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
    ...(field.initial === null ? {} : { initial_conversation: field.initial }),
  });
}

/** A choice as Slack takes it: what is too long ends in an ellipsis. */
export function option({ value, text, description }: Choice): PlainTextOption {
  return {
    text: plain(clipAtWord(text, MAX_OPTION_LENGTH)),
    value,
    ...(description === undefined ? {} : { description: plain(clipAtWord(description, MAX_OPTION_LENGTH)) }),
  };
}

function optionGroups(groups: readonly ChoiceGroup[]) {
  return groups.map(({ label, choices }) => ({
    label: plain(clipAtWord(label, MAX_OPTION_LENGTH)),
    options: choices.map(option),
  }));
}

function chosen(groups: readonly { options: PlainTextOption[] }[], values: readonly string[] = []): PlainTextOption[] {
  return groups.flatMap(({ options }) => options).filter(({ value }) => values.includes(value ?? ''));
}

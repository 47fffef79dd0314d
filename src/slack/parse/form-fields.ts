import * as z from 'zod';

const OptionSchema = z.object({ value: z.string() });

const StateSchema = z.object({
  value: z.string().nullish().catch(undefined),
  selected_option: OptionSchema.nullish().catch(undefined),
  selected_options: z.array(OptionSchema).nullish().catch(undefined),
  selected_user: z.string().nullish().catch(undefined),
  selected_users: z.array(z.string()).nullish().catch(undefined),
  selected_date: z.string().nullish().catch(undefined),
  selected_conversation: z.string().nullish().catch(undefined),
  selected_date_time: z.number().int().nullish().catch(undefined),
});

const ElementSchema = z.object({
  initial_value: z.string().nullish().catch(undefined),
  initial_option: OptionSchema.nullish().catch(undefined),
  initial_options: z.array(OptionSchema).nullish().catch(undefined),
  initial_user: z.string().nullish().catch(undefined),
  initial_users: z.array(z.string()).nullish().catch(undefined),
  initial_date: z.string().nullish().catch(undefined),
  initial_conversation: z.string().nullish().catch(undefined),
  initial_date_time: z.number().int().nullish().catch(undefined),
});

type UnknownObject = Readonly<Record<string, unknown>>;

// Not z.record, which copies: a form is ten kilobytes, and of most of it nothing is read.
const isObject = (value: unknown): value is UnknownObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ViewSchema = z.object({
  private_metadata: z.string().catch(''),
  blocks: z.custom<readonly unknown[]>(Array.isArray).catch([]),
  state: z.object({ values: z.custom<UnknownObject>(isObject).catch({}) }).catch({ values: {} }),
});

/** The fields of a form that was sent, by block id. Each reader tells "left empty" from "not sent": only the latter falls back. */
export type FormFields = {
  /** Exactly as typed but for the ends; null when empty or only white space. */
  readonly text: (id: string) => string | null;
  /** The chosen option of a list; null when none is, also where one was chosen before. */
  readonly selected: (id: string) => string | null;
  /** The chosen radio button. One cannot be unchosen, so where none is sent the form's first choice holds. */
  readonly radio: (id: string) => string | null;
  readonly options: (id: string) => readonly string[];
  /** One person; null when emptied. */
  readonly user: (id: string) => string | null;
  readonly users: (id: string) => readonly string[];
  /** YYYY-MM-DD as Slack sends it, unchecked; null when emptied. */
  readonly date: (id: string) => string | null;
  /** The id of a channel; null when none is chosen. */
  readonly conversation: (id: string) => string | null;
  /** A moment, unchecked; null when emptied. */
  readonly dateTime: (id: string) => Date | null;
  /** The fields there are, in their order. */
  readonly ids: readonly string[];
  readonly isTicked: (id: string) => boolean;
  /** The form has this field. */
  readonly has: (id: string) => boolean;
  readonly metadata: string;
};

/**
 * Reads a submitted view. Never throws: what is missing or has another shape counts as not sent, and a field that was not
 * sent has the value the form showed at first, read from the view's own blocks.
 */
export function readFormFields(view: unknown): FormFields {
  const parsed = ViewSchema.safeParse(view);
  const { blocks, state, private_metadata: metadata } = parsed.success ? parsed.data : EMPTY_VIEW;
  const elements = elementsOf(blocks);
  // An input holds one element, whatever its action id is.
  const sent = keep((id) => {
    const ofBlock = state.values[id];
    return StateSchema.safeParse(isObject(ofBlock) ? Object.values(ofBlock)[0] : undefined).data;
  });
  const first = keep((id) => ElementSchema.safeParse(elements.get(id)).data);
  const options = (id: string) =>
    (sent(id)?.selected_options ?? first(id)?.initial_options ?? []).map(({ value }) => value);
  return {
    metadata,
    text: (id) => trimmed(fallBack(sent(id)?.value, () => first(id)?.initial_value)),
    selected: (id) => fallBack(sent(id)?.selected_option, () => first(id)?.initial_option)?.value ?? null,
    radio: (id) => (sent(id)?.selected_option ?? first(id)?.initial_option)?.value ?? null,
    options,
    user: (id) => fallBack(sent(id)?.selected_user, () => first(id)?.initial_user),
    users: (id) => sent(id)?.selected_users ?? first(id)?.initial_users ?? [],
    date: (id) => fallBack(sent(id)?.selected_date, () => first(id)?.initial_date),
    conversation: (id) => fallBack(sent(id)?.selected_conversation, () => first(id)?.initial_conversation),
    dateTime: (id) => {
      const seconds = fallBack(sent(id)?.selected_date_time, () => first(id)?.initial_date_time);
      return seconds === null ? null : new Date(seconds * 1000);
    },
    ids: [...elements.keys()],
    isTicked: (id) => options(id).includes('yes'),
    has: (id) => elements.has(id),
  };
}

const EMPTY_VIEW: z.infer<typeof ViewSchema> = { private_metadata: '', blocks: [], state: { values: {} } };

/** The elements of the inputs, by block id. */
function elementsOf(blocks: readonly unknown[]): Map<string, UnknownObject> {
  const elements = new Map<string, UnknownObject>();
  for (const block of blocks)
    if (isObject(block) && typeof block.block_id === 'string' && isObject(block.element))
      elements.set(block.block_id, block.element);
  return elements;
}

/** Null was emptied by the person and stays so; undefined was not sent. */
function fallBack<T>(sent: T | null | undefined, first: () => T | null | undefined): T | null {
  return (sent === undefined ? first() : sent) ?? null;
}

/** What `read` gives for an id, read once. */
function keep<T>(read: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    if (!known.has(id)) known.set(id, read(id));
    return known.get(id) as T;
  };
}

/**
 * Without U+0000 and halves of characters, which the database cannot hold and nobody can type (a text cut at its longest may end
 * in one); null where no character could be seen.
 */
export function trimmed(text: string | null): string | null {
  const kept = (text ?? '')
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '')
    .trim();
  return /[^\s\p{Cf}\p{Cc}]/u.test(kept) ? kept : null;
}

import * as z from 'zod';

/** Ids as Slack writes them; they become keys in our database and of our caches. */
const id = z.string().regex(/^[A-Za-z0-9_.:-]{1,255}$/);
/** A command can be as long as a message: how long it may be is for who reads it to say. */
const optionalText = z.string().max(40_000).nullish();
/** `team` is null where the app is installed for a whole organisation. */
const person = z.object({ id, team_id: id.nullish() });
const team = z.object({ id }).nullish();
const channel = z.object({ id }).optional();
const block = z.object({ type: z.string(), block_id: z.string().nullish() });
const blocks = z.array(block).max(100);

const message = z.object({
  ts: z.string().max(50).nullish(),
  thread_ts: z.string().max(50).nullish(),
  text: z.string().nullish(),
  blocks: blocks.nullish(),
});

const view = z.object({
  id,
  type: z.string(),
  callback_id: z.string().max(255).nullish(),
  private_metadata: z.string().max(3_000).nullish(),
  hash: z.string().max(255).nullish(),
  app_installed_team_id: id.nullish(),
  blocks,
  state: z.object({ values: z.record(z.string(), z.record(z.string(), z.object({}))) }).nullish(),
});

const common = { user: person, team, enterprise: z.object({ id }).nullish(), response_url: optionalText };

/** A button or a select, with what stands for the choice. */
const action = z.object({
  type: z.string(),
  action_id: z.string().max(255),
  block_id: z.string(),
  value: z.string().max(2_000).nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_conversation: id.nullish(),
});

const blockActions = z.object({
  ...common,
  type: z.literal('block_actions'),
  trigger_id: id.optional(),
  channel,
  message: message.optional(),
  view: view.optional(),
  actions: z.array(action).min(1),
});

const viewAnswer = z.object({
  ...common,
  type: z.enum(['view_submission', 'view_closed']),
  trigger_id: id.nullish(),
  // Bolt compares it without looking whether it is there.
  view: view.extend({ callback_id: z.string().max(255) }),
  response_urls: z.array(z.object({ response_url: z.string() })).nullish(),
});

const shortcut = z.object({
  ...common,
  type: z.enum(['message_action', 'shortcut']),
  callback_id: z.string().max(255),
  trigger_id: id,
  channel,
  message: message.optional(),
});

const command = z.object({
  command: z.string().max(255),
  text: optionalText,
  team_id: id,
  user_id: id,
  channel_id: id,
  trigger_id: id,
  response_url: z.url().max(4_000),
});

/** Whatever may be an id or an object with one, as the fields of events are. */
const idOrObject = z.union([z.string().max(255), z.object({ id: z.string().max(255).optional() })]).optional();

/** What listeners take from the events they hear, without which there is nothing to hear. */
const EVENT_FIELDS: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(
    [
      ...['channel_shared', 'channel_unshared', 'channel_archive', 'group_archive', 'channel_left', 'group_left'],
      'member_left_channel',
    ].map((type) => [type, z.object({ channel: id })]),
  ),
  member_joined_channel: z.object({ channel: id, user: id }),
  channel_id_changed: z.object({ old_channel_id: id, new_channel_id: id }),
  user_change: z.object({ user: z.object({ id }) }),
  app_home_opened: z.object({ user: id, tab: z.string() }),
  subteam_updated: z.object({ subteam: z.object({ id }) }),
  subteam_members_changed: z.object({ subteam_id: id }),
};

const event = z.object({
  team_id: id,
  authorizations: z.array(z.object({ team_id: id.nullish() })).nullish(),
  event: z.object({
    type: z.string().max(255),
    channel: idOrObject,
    user: idOrObject,
    channel_id: z.string().max(255).optional(),
    old_channel_id: z.string().max(255).optional(),
    new_channel_id: z.string().max(255).optional(),
    item: z.object({}).optional(),
    subteam: z.object({}).optional(),
    assistant_thread: z.object({}).optional(),
    message: z.object({}).optional(),
    previous_message: z.object({}).optional(),
  }),
});

/**
 * Whether a payload has the parts, of the types, that every payload of its kind has: what Bolt and the listeners rely on without
 * looking. It says nothing of whether its ids are allowed to whoever sent it. Slack may add to its payloads at any time; that is let
 * through. Kinds that nothing here listens to are none.
 */
export function isKnownShape(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  // As Bolt tells them apart, in its order.
  if ('event' in body) return isKnownEvent(body);
  if ('command' in body) return command.safeParse(body).success;
  if ('actions' in body) return blockActions.safeParse(body).success;
  const type = 'type' in body ? body.type : undefined;
  if (type === 'view_submission' || type === 'view_closed') return viewAnswer.safeParse(body).success;
  return type === 'message_action' || type === 'shortcut' ? shortcut.safeParse(body).success : false;
}

function isKnownEvent(body: { readonly event: unknown }): boolean {
  const parsed = event.safeParse(body);
  if (!parsed.success) return false;
  const { type } = parsed.data.event;
  const fields = Object.hasOwn(EVENT_FIELDS, type) ? EVENT_FIELDS[type] : undefined;
  return fields?.safeParse(body.event).success ?? true;
}

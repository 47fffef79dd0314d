import type { Ack } from './app-sockets.ts';
import type { Element, FieldState, Option, View, ViewValues } from './block-shapes.ts';
import { elementsOf, optionsOf } from './block-shapes.ts';
import { refusedFields, stateOfView } from './field-state.ts';
import { asSlackMessage, postUnchecked } from './message-methods.ts';
import { checkedView, isRefusal } from './view-methods.ts';
import type { Fields, ResponseContext, World } from './world.ts';

export type Command = { user: string; channel: string; command: string; text: string };
/** An element used by a person; `field` is its new state, absent for a button. */
export type Use = { user: string; blockId: string; element: Element; field?: FieldState };
export type SubmitResult =
  | { kind: 'closed' }
  | { kind: 'errors'; errors: Record<string, string> }
  | { kind: 'view'; view: View }
  | { kind: 'refused'; fields: Record<string, string> }
  | { kind: 'failed'; reason: string };

/** A person types a slash command; what the acknowledgement carries is shown to them alone. */
export async function runCommand(world: World, command: Command): Promise<Ack> {
  const { user, channel, text } = command;
  const { team, app } = world.workspace;
  const ack = await deliver(world, 'slash_commands', {
    token: 'verification-token',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel,
    channel_name: world.directory.channel(channel)?.name ?? 'directmessage',
    user_id: user,
    user_name: world.directory.person(user)?.name ?? user,
    command: command.command,
    text,
    api_app_id: app.appId,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(world, { user, channel }),
    trigger_id: world.views.newTrigger(user, channel),
  });
  const answer = typeof ack.payload === 'string' ? { text: ack.payload } : ((ack.payload ?? {}) as Fields);
  if (answer.text || answer.blocks) {
    const method = answer.response_type === 'in_channel' ? 'chat.postMessage' : 'chat.postEphemeral';
    await postUnchecked(world, method, { ...answer, channel, user });
  }
  return ack;
}

/** A person uses an entry of the app in the menu of a message. The app need not be in the channel. */
export async function useShortcut(
  world: World,
  where: { channel: string; ts: string },
  { user, callbackId }: { user: string; callbackId: string },
): Promise<Ack> {
  const { channel, ts } = where;
  const message = world.messages.find(channel, ts);
  return deliver(world, 'interactive', {
    type: 'message_action',
    ...base(world, user),
    callback_id: callbackId,
    trigger_id: world.views.newTrigger(user, channel),
    action_ts: `${Date.now() / 1000}`,
    channel: { id: channel, name: world.directory.channel(channel)?.name ?? 'directmessage' },
    message_ts: ts,
    message: message ? asSlackMessage(world, message) : { type: 'message', ts },
    response_url: newResponseUrl(world, { user, channel, messageTs: ts }),
  });
}

/** A person uses an element of a message; of an ephemeral one Slack sends the container only. */
export async function actInMessage(world: World, where: { channel: string; ts: string }, use: Use): Promise<Ack> {
  const { channel, ts } = where;
  const message = world.messages.find(channel, ts);
  const threadTs = message?.thread_ts;
  return deliver(world, 'interactive', {
    type: 'block_actions',
    ...base(world, use.user),
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: message?.ephemeral_to !== undefined,
      ...(threadTs ? { thread_ts: threadTs } : {}),
    },
    trigger_id: world.views.newTrigger(use.user, channel),
    channel: { id: channel, name: world.directory.channel(channel)?.name ?? 'directmessage' },
    ...(message && !message.ephemeral_to ? { message: asSlackMessage(world, message) } : {}),
    state: { values: use.field ? { [use.blockId]: { [use.element.action_id ?? '']: use.field } } : {} },
    response_url: newResponseUrl(world, { user: use.user, channel, messageTs: ts }),
    actions: [actionOf(use)],
  });
}

/** A person uses an element of their open modal or of the Home tab; its value stays in the form. */
export async function actInView(world: World, view: View, use: Use): Promise<Ack> {
  const opened = world.views.find(view.id);
  if (opened && use.field) {
    const actionId = use.element.action_id ?? '';
    opened.entered[use.blockId] = { ...opened.entered[use.blockId], [actionId]: use.field };
  }
  return deliver(world, 'interactive', {
    type: 'block_actions',
    ...base(world, use.user),
    container: { type: 'view', view_id: view.id },
    trigger_id: world.views.newTrigger(use.user, opened?.channel),
    view: { ...view, state: { values: stateOfView(view, opened?.entered ?? {}, opened?.channel) } },
    actions: [actionOf(use)],
  });
}

/** A person submits their open modal; required and out-of-range fields are refused before the app sees them. */
export async function submitView(world: World, user: string, entered: ViewValues): Promise<SubmitResult> {
  const opened = world.views.stack(user).at(-1);
  if (!opened) throw new Error(`${user} has no open modal to submit. Open one first and wait for it.`);
  const { view, channel } = opened;
  opened.entered = mergeValues(opened.entered, entered);
  const values = stateOfView(view, opened.entered, channel);
  const fields = refusedFields(view, values, world.directory.person(user)?.locale);
  if (Object.keys(fields).length > 0) return { kind: 'refused', fields };
  const ack = await deliver(world, 'interactive', {
    type: 'view_submission',
    ...base(world, user),
    trigger_id: world.views.newTrigger(user, channel),
    view: { ...view, state: { values } },
    response_urls: [],
  });
  if (!ack.isAcknowledged) return { kind: 'failed', reason: 'the app did not answer within 3 s' };
  return applyResponse(world, { user, view }, (ack.payload ?? {}) as Fields);
}

/** A person types into an `external_select`; answers the options the app offers. */
export async function suggestOptions(world: World, view: View, use: Use & { query: string }): Promise<Option[]> {
  const ack = await deliver(world, 'interactive', {
    type: 'block_suggestion',
    ...base(world, use.user),
    container: { type: 'view', view_id: view.id },
    action_id: use.element.action_id ?? '',
    block_id: use.blockId,
    value: use.query,
    view,
  });
  return optionsOf({ type: use.element.type, ...((ack.payload ?? {}) as Fields) });
}

/** A person closes their modal; the app hears of it only when it asked to. */
export async function closeView(world: World, user: string): Promise<void> {
  const opened = world.views.stack(user).at(-1);
  if (!opened) return;
  world.views.clear(user);
  if (!opened.view.notify_on_close) return;
  await deliver(world, 'interactive', {
    type: 'view_closed',
    ...base(world, user),
    view: opened.view,
    is_cleared: false,
  });
}

function applyResponse(world: World, at: { user: string; view: View }, answer: Fields): SubmitResult {
  const { user, view } = at;
  const action = answer.response_action;
  if (action === 'errors') return { kind: 'errors', errors: checkedErrors(world, view, answer.errors) };
  if (action === 'clear') world.views.clear(user);
  if (action !== 'update' && action !== 'push') {
    if (action !== 'clear') world.views.remove(user, view.id);
    return { kind: 'closed' };
  }
  const draft = checkedView(world, `response_action ${action}`, answer.view);
  if (isRefusal(draft))
    return { kind: 'failed', reason: `Slack refuses the view: ${JSON.stringify(draft.response_metadata)}` };
  const next = action === 'update' ? world.views.update(view.id, draft) : world.views.push(draft, user);
  return next
    ? { kind: 'view', view: next }
    : { kind: 'failed', reason: 'no room in the stack, or the modal was closed' };
}

function checkedErrors(world: World, view: View, errors: unknown): Record<string, string> {
  const given = (errors ?? {}) as Record<string, string>;
  const inputs = new Set(view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id));
  const strangers = Object.keys(given).filter((id) => !inputs.has(id));
  world.report(
    'response_action errors',
    strangers.map((id) => `"${id}" is no input block of the view`),
  );
  if (Object.keys(given).length === 0) world.report('response_action errors', ['no errors given']);
  return given;
}

async function deliver(world: World, type: string, payload: Fields): Promise<Ack> {
  const ack = await world.sockets.deliver(type, payload);
  if (!ack.isAcknowledged && !ack.isLost)
    world.report(type, [`not acknowledged within 3 s: ${String(payload.type ?? payload.command)}`]);
  return ack;
}

function base(world: World, user: string): Fields {
  const { team, app } = world.workspace;
  const known = world.directory.person(user);
  const name = known?.name ?? user;
  return {
    api_app_id: app.appId,
    token: 'verification-token',
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: user, username: name, name, team_id: known?.team_id ?? team.id },
  };
}

function actionOf({ blockId, element, field }: Use): Fields {
  const { type, action_id, text, value, style } = element;
  const shown = type === 'button' ? { text, value, style } : {};
  return { type, action_id, block_id: blockId, ...shown, ...field, action_ts: `${Date.now() / 1000}` };
}

function newResponseUrl(world: World, context: Omit<ResponseContext, 'uses'>): string {
  const id = crypto.randomUUID();
  world.responses.set(id, { ...context, uses: 0 });
  return `${world.baseUrl()}/_hooks/response/${id}`;
}

function mergeValues(before: ViewValues, after: ViewValues): ViewValues {
  const merged: ViewValues = { ...before };
  for (const [blockId, actions] of Object.entries(after)) merged[blockId] = { ...merged[blockId], ...actions };
  return merged;
}

/** The element with this action id among blocks, with its block id; `value` tells apart buttons that share an id. */
export function findElement(
  blocks: View['blocks'],
  actionId: string,
  match: { blockId?: string; value?: string } = {},
) {
  for (const block of blocks) {
    if (match.blockId && block.block_id !== match.blockId) continue;
    for (const element of elementsOf(block)) {
      if (element.action_id !== actionId) continue;
      if (element.type === 'button' && match.value !== undefined && element.value !== match.value) continue;
      return { blockId: block.block_id ?? '', element };
    }
  }
  return undefined;
}

import type { Ack } from './app-sockets.ts';
import type { Block, Element, FieldState, Option, View, ViewValues } from './block-shapes.ts';
import { elementsOf } from './block-shapes.ts';
import type { SimpleValue } from './field-state.ts';
import { enteredState, stateOfView } from './field-state.ts';
import type { Message } from './message-book.ts';
import type { SubmitResult } from './people.ts';
import {
  actInMessage,
  actInView,
  closeView,
  findElement,
  runCommand,
  submitView,
  suggestOptions,
  useShortcut,
} from './people.ts';
import type { StandIn } from './stand-in.ts';

/** Which element to use: its action id, and a value where several share it or a choice is made. */
export type ActionTarget = string | { actionId: string; value?: SimpleValue; blockId?: string };
/** Values by block id (input blocks hold one element); fields left out keep what they show. */
export type FormValues = Record<string, SimpleValue>;
export type WaitOptions = { timeoutMs?: number; what?: string };

export type Driver = {
  command: (user: string, channel: string, text: string) => Promise<Ack>;
  press: (user: string, message: Pick<Message, 'channel' | 'ts' | 'blocks'>, target: ActionTarget) => Promise<Ack>;
  /** Uses an entry of the app in the menu of a message. */
  shortcut: (user: string, message: Pick<Message, 'channel' | 'ts'>, callbackId: string) => Promise<Ack>;
  pressInView: (user: string, target: ActionTarget) => Promise<Ack>;
  /** Options the app offers for what a person typed into an `external_select` of their open modal. */
  suggest: (user: string, actionId: string, query: string) => Promise<Option[]>;
  openView: (user: string) => View | undefined;
  view: (user: string, callbackId?: string) => Promise<View>;
  /** What the fields of their open modal show, with `values` typed in. */
  shownValues: (user: string, values?: FormValues) => ViewValues;
  submit: (user: string, values: FormValues) => Promise<SubmitResult>;
  close: (user: string) => Promise<void>;
  say: (user: string, channel: string, text: string, threadTs?: string) => Promise<Message>;
  openHome: (user: string) => Promise<View>;
  ephemerals: (user: string, channel?: string) => Message[];
  directMessages: (user: string) => Message[];
  waitFor: <T>(predicate: () => T | undefined | null | false, options?: WaitOptions) => Promise<T>;
};

/** Acts as the people of the workspace. Forms are kept per person, so several people may act at once. */
export function createDriver(standIn: StandIn): Driver {
  const { world } = standIn;
  const openView = (user: string) => world.views.stack(user).at(-1)?.view;
  const requireView = (user: string) => {
    const view = openView(user);
    if (!view) throw new Error(`${user} has no open modal. Wait for it with view('${user}').`);
    return view;
  };
  const waitFor: Driver['waitFor'] = (predicate, options) => waitForChange(standIn, predicate, options);
  const control = (path: string, body: unknown) =>
    fetch(`${standIn.url}/_control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  return {
    waitFor,
    openView,
    command: (user, channel, text) => {
      const [command = '', ...rest] = text.split(' ');
      return runCommand(world, { user, channel, command, text: rest.join(' ') });
    },
    press: async (user, message, target) => {
      const { channel, ts } = message;
      const current = world.messages.find(channel, ts)?.blocks ?? [];
      // A person may still see an older version of the message than the newest.
      const use = findUse([...current, ...(message.blocks ?? [])], target);
      return actInMessage(world, { channel, ts }, { user, ...use });
    },
    shortcut: (user, { channel, ts }, callbackId) => useShortcut(world, { channel, ts }, { user, callbackId }),
    pressInView: async (user, target) => {
      const view = openView(user) ?? world.views.home(user);
      if (!view) throw new Error(`${user} has neither a modal nor a Home tab to press in.`);
      return actInView(world, view, { user, ...findUse(view.blocks, target) });
    },
    suggest: async (user, actionId, query) => {
      const view = requireView(user);
      const found = findElement(view.blocks, actionId);
      if (!found) throw new Error(`The form ${view.callback_id} has no element ${actionId}.`);
      return suggestOptions(world, view, { user, query, ...found });
    },
    view: (user, callbackId) =>
      waitFor(() => [openView(user)].find((view) => view && (!callbackId || view.callback_id === callbackId)), {
        what: `a modal ${callbackId ?? ''} for ${user}`,
      }),
    shownValues: (user, values = {}) => {
      const opened = world.views.stack(user).at(-1);
      const view = requireView(user);
      return stateOfView(view, { ...opened?.entered, ...enteredValues(view, values) }, opened?.channel);
    },
    submit: async (user, values) => submitView(world, user, enteredValues(requireView(user), values)),
    close: (user) => closeView(world, user),
    say: async (user, channel, text, threadTs) => {
      const response = await control('message', { user, channel, text, thread_ts: threadTs });
      const { message } = (await response.json()) as { message: Message };
      return waitFor(() => world.messages.find(message.channel, message.ts), { what: `the message of ${user}` });
    },
    openHome: async (user) => {
      const before = world.views.home(user)?.hash;
      await control('open-home', { user });
      return waitFor(() => [world.views.home(user)].find((view) => view && view.hash !== before), {
        what: `Home of ${user}`,
      });
    },
    ephemerals: (user, channel) => standIn.messages(channel).filter((message) => message.ephemeral_to === user),
    directMessages: (user) => {
      const channel = world.directory.directMessageOf(user);
      return channel ? standIn.messages(channel) : [];
    },
  };
}

function waitForChange<T>(
  standIn: StandIn,
  predicate: () => T | undefined | null | false,
  { timeoutMs = 15_000, what = 'what the test waits for' }: WaitOptions = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      unsubscribe();
    };
    const check = () => {
      try {
        const found = predicate();
        if (!found) return;
        stop();
        resolve(found);
      } catch (cause) {
        stop();
        reject(cause);
      }
    };
    const fail = () => {
      stop();
      reject(new Error(`${what} did not come within ${timeoutMs} ms. ${summary(standIn)}`));
    };
    const timer = setTimeout(fail, timeoutMs);
    const unsubscribe = standIn.onChange(check);
    check();
  });
}

function summary(standIn: StandIn): string {
  const last = standIn
    .messages()
    .slice(-5)
    .map((message) => `${message.channel} ${message.user}: ${message.text.slice(0, 80)}`);
  const calls = standIn
    .calls()
    .slice(-5)
    .map(({ method, result }) => `${method} ${result.ok ? 'ok' : result.error}`);
  return `Last messages: ${last.join(' | ') || 'none'}. Last calls: ${calls.join(', ') || 'none'}. Violations: ${standIn.violations().join('; ') || 'none'}.`;
}

function findUse(blocks: Block[], target: ActionTarget): { blockId: string; element: Element; field?: FieldState } {
  const wanted: { actionId: string; value?: SimpleValue; blockId?: string } =
    typeof target === 'string' ? { actionId: target } : target;
  const { actionId, value, blockId } = wanted;
  const match = { ...(blockId ? { blockId } : {}), ...(typeof value === 'string' ? { value } : {}) };
  const found = findElement(blocks, actionId, match);
  if (!found) {
    const known = blocks
      .flatMap(elementsOf)
      .map((element) => `${element.action_id}${element.value ? `=${element.value}` : ''}`);
    throw new Error(`No element ${JSON.stringify(target)} here; there are: ${known.join(', ') || 'none'}.`);
  }
  return found.element.type === 'button' ? found : { ...found, field: enteredState(found.element, value ?? null) };
}

function enteredValues(view: View, values: FormValues): ViewValues {
  const entered: ViewValues = {};
  for (const [blockId, value] of Object.entries(values)) {
    const block = view.blocks.find((one) => one.block_id === blockId);
    const [element] = block ? elementsOf(block) : [];
    if (!element) {
      const known = view.blocks.filter((one) => elementsOf(one).length > 0).map((one) => one.block_id);
      throw new Error(`The form ${view.callback_id} has no field "${blockId}"; it has: ${known.join(', ') || 'none'}.`);
    }
    entered[blockId] = { [element.action_id ?? '']: enteredState(element, value) };
  }
  return entered;
}

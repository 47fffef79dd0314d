import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket } from 'undici';
import type { Block, Element, FieldState, ViewValues } from './block-shapes.ts';
import { elementsOf } from './block-shapes.ts';
import { enteredState, simpleValue } from './field-state.ts';
import { withPictureUrls } from './file-methods.ts';
import { enteredOnPage, pageView } from './page-view.ts';
import { pageWords } from './page-words.ts';
import type { Command } from './people.ts';
import { actInMessage, actInView, closeView, findElement, runCommand, submitView } from './people.ts';
import type { ServerSocket } from './web-socket.ts';
import { acceptWebSocket } from './web-socket.ts';
import type { Fields, World } from './world.ts';

type PageAction = FieldState & { block_id?: string; action_id?: string; value?: string };
type FromPage = {
  t: string;
  user: string;
  channel?: string;
  messageTs?: string;
  action?: PageAction;
  values?: ViewValues;
} & Fields;

export type PageSockets = {
  accept: (request: IncomingMessage, stream: Duplex, upstreamUrl: string) => void;
  /** Draws a person's forms again when the page is acting as that person. */
  refresh: (user: string) => void;
  closeAll: () => void;
};

/** The page's socket: everything passes, except that forms and actions are handled here, by real Slack's rules. */
export function createPageSockets(world: World): PageSockets {
  const pages = new Set<ServerSocket>();
  const { clock } = world.directory.drawing();
  const words = pageWords(clock.locale);
  let actingUser = '';

  const broadcast = (message: Fields) => {
    for (const page of pages) page.send(JSON.stringify(message));
  };
  const drawnStack = () =>
    world.views.stack(actingUser).map((opened) => {
      const view = { ...opened.view, blocks: withPictureUrls(world, opened.view.blocks) };
      return pageView({ ...opened, view }, world.directory.drawing());
    });
  const act = async (message: FromPage) => {
    const { user } = message;
    actingUser = user;
    if (message.t === 'view_close') return closeView(world, user);
    if (message.t === 'slash_command')
      return warnUnlessAcknowledged(await runCommand(world, message as unknown as Command));
    if (message.t === 'block_action') return warnUnlessAcknowledged(await actOnPage(world, message));
    const view = world.views.stack(user).at(-1)?.view;
    if (!view) return broadcast({ t: 'view', stack: [] });
    const result = await submitView(world, user, enteredOnPage(view, message.values ?? {}, clock));
    const showErrors = (errors: Record<string, string>) => broadcast({ t: 'view_errors', errors });
    if (result.kind === 'errors') showErrors(result.errors);
    if (result.kind === 'refused') showErrors(result.fields);
    if (result.kind === 'failed') showErrors({ Slack: `${words.trouble} (${result.reason})` });
  };
  const warnUnlessAcknowledged = (ack: { isAcknowledged: boolean } | undefined) => {
    if (ack && !ack.isAcknowledged)
      console.warn('The app did not acknowledge within 3 s; Slack would show a warning sign.');
  };
  const fromPage = (upstream: WebSocket, text: string) => {
    const message = JSON.parse(text) as FromPage;
    if (!['view_submit', 'view_close', 'slash_command', 'block_action'].includes(message.t)) return upstream.send(text);
    act(message).catch((cause: unknown) => console.warn('The page asked for something impossible:', cause));
  };
  const toPage = (page: ServerSocket, text: string) => {
    const message = JSON.parse(text) as { t: string; state?: Fields };
    if (message.t === 'view') return;
    if (message.t === 'init' && message.state) message.state = openedAnew(message.state);
    page.send(JSON.stringify(message));
  };

  return {
    refresh: (user) => {
      if (user === actingUser) broadcast({ t: 'view', stack: drawnStack() });
    },
    closeAll: () => {
      for (const page of [...pages]) page.close();
    },
    accept: (request, stream, upstreamUrl) => {
      const page = acceptWebSocket(request, stream);
      const upstream = new WebSocket(upstreamUrl);
      pages.add(page);
      upstream.addEventListener('message', (event) => toPage(page, String(event.data)));
      upstream.addEventListener('close', () => page.close());
      upstream.addEventListener('error', () => page.close());
      page.onMessage((text) => fromPage(upstream, text));
      page.onClose(() => {
        pages.delete(page);
        upstream.close();
      });
    },
  };
}

/** As in Slack, a page that is opened anew has lost its form and what was shown to one person only. */
function openedAnew(state: Fields): Fields {
  const messages = Object.entries((state.messages ?? {}) as Record<string, { ephemeral_to?: string }[]>);
  const kept = messages.map(([channel, all]) => [channel, all.filter((one) => !one.ephemeral_to)] as const);
  return { ...state, messages: Object.fromEntries(kept), modalStack: [] };
}

/** Carries out a page's `block_action`; undefined when the element is no longer known. */
export async function actOnPage(world: World, message: FromPage) {
  const { user, channel = '', messageTs = '', action } = message;
  const view = world.views.find(messageTs)?.view ?? (messageTs === '' ? world.views.home(user) : undefined);
  const blocks = view?.blocks ?? world.messages.find(channel, messageTs)?.blocks ?? [];
  const found = action ? findPageElement(blocks, action) : undefined;
  if (!action || !found) return undefined;
  const field = found.element.type === 'button' ? {} : { field: enteredState(found.element, simpleValue(action)) };
  const use = { user, ...found, ...field };
  return view ? actInView(world, view, use) : actInMessage(world, { channel, ts: messageTs }, use);
}

function findPageElement(blocks: Block[], action: PageAction): { blockId: string; element: Element } | undefined {
  const { block_id, action_id = '' } = action;
  const match = { ...(block_id ? { blockId: block_id } : {}), ...(action.value ? { value: action.value } : {}) };
  const block = blocks.find((one) => one.block_id === block_id);
  // The page names an element without action_id "action".
  const unnamed = block ? elementsOf(block).find((one) => !one.action_id) : undefined;
  return findElement(blocks, action_id, match) ?? (unnamed ? { blockId: block_id ?? '', element: unnamed } : undefined);
}

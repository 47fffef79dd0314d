import { WebSocket } from 'undici';
import type { StandIn } from '../../../demo/stand-in/stand-in.ts';

/** The messages of a channel as the page draws them. */
export async function drawnMessages(slack: StandIn, channel: string) {
  const response = await fetch(`${slack.url}/_control/messages/${channel}`);
  return ((await response.json()) as { messages: { text: string; blocks?: { type: string }[] }[] }).messages;
}

type PageMessage = {
  t: string;
  stack?: { blocks: { element?: { type: string } }[]; initial_values: unknown }[];
};

/** The page as a browser opens it: its messages in order, and what it sends. */
export async function openPage(slack: StandIn) {
  const socket = new WebSocket(`${slack.url.replace('http', 'ws')}/ui`);
  const seen: PageMessage[] = [];
  const listeners = new Set<() => void>();
  socket.addEventListener('message', (event) => {
    seen.push(JSON.parse(String(event.data)) as PageMessage);
    for (const listener of listeners) listener();
  });
  const next = (predicate: (message: PageMessage) => boolean) =>
    new Promise<PageMessage>((resolve) => {
      const check = () => {
        const at = seen.findIndex(predicate);
        if (at < 0) return;
        listeners.delete(check);
        resolve(seen.splice(0, at + 1)[at] as PageMessage);
      };
      listeners.add(check);
      check();
    });
  await next((message) => message.t === 'init');
  return { next, send: (message: object) => socket.send(JSON.stringify(message)), close: () => socket.close() };
}

import type { Block } from './block-shapes.ts';

/** A message as its author sent it: original blocks, before anything was adapted for the page. */
export type Message = {
  channel: string;
  ts: string;
  user: string;
  text: string;
  blocks?: Block[];
  thread_ts?: string;
  bot_id?: string;
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  ephemeral_to?: string;
  isEdited?: boolean;
};

export type MessageBook = {
  list: (channel: string) => Message[];
  all: () => Message[];
  find: (channel: string, ts: string) => Message | undefined;
  save: (message: Message) => void;
  remove: (channel: string, ts: string) => void;
};

/** Messages by channel in order of their time; `onChange` runs after every change. */
export function createMessageBook(onChange: () => void): MessageBook {
  const messages = new Map<string, Message>();
  const keyOf = (channel: string, ts: string) => `${channel} ${ts}`;
  const sorted = () => [...messages.values()].sort((a, b) => (a.ts < b.ts ? -1 : 1));
  return {
    list: (channel) => sorted().filter((message) => message.channel === channel),
    all: sorted,
    find: (channel, ts) => messages.get(keyOf(channel, ts)),
    save: (message) => {
      messages.set(keyOf(message.channel, message.ts), message);
      onChange();
    },
    remove: (channel, ts) => {
      messages.delete(keyOf(channel, ts));
      onChange();
    },
  };
}

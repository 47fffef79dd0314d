import { refuse, type ScriptedSlack, type SlackArgs, type SlackReaction } from './scripted-slack.ts';

export type BoardMessage = { channel: string; ts: string; threadTs: string | null; text: string; raw: SlackArgs };

/** A Slack that keeps messages: what a reader of its channels sees. */
export function keepMessages(slack: ScriptedSlack, clock: () => Date) {
  const messages: BoardMessage[] = [];
  const find = ({ channel, ts }: SlackArgs) => messages.find((one) => one.channel === channel && one.ts === ts);
  let posted = 0;

  function post(args: SlackArgs): SlackReaction {
    const channel = args.channel?.startsWith('U') ? `D${args.channel}` : (args.channel ?? '');
    const ts = `${Math.floor(clock().getTime() / 1000)}.${String(++posted).padStart(6, '0')}`;
    messages.push({ channel, ts, threadTs: args.thread_ts ?? null, text: args.text ?? '', raw: args });
    return { ok: true, channel, ts };
  }

  function read(args: SlackArgs): SlackReaction {
    const inPlace = messages.filter((one) => one.channel === args.channel && one.threadTs === (args.ts ?? null));
    const inWindow = inPlace.filter(({ ts }) => Number(ts) >= Number(args.oldest) && Number(ts) <= Number(args.latest));
    // Slack gives metadata back only when asked; blocks always. The demo's stand-in knows no metadata at all.
    return { ok: true, messages: inWindow.map(({ ts, raw }) => ({ ts, blocks: JSON.parse(raw.blocks ?? '[]') })) };
  }

  slack.on('chat.postMessage', post);
  slack.on('chat.update', (args) => {
    const message = find(args);
    if (!message) return refuse('message_not_found');
    Object.assign(message, { text: args.text, raw: args });
    return { ok: true, channel: message.channel, ts: message.ts };
  });
  slack.on('chat.delete', (args) => {
    const message = find(args);
    if (!message) return refuse('message_not_found');
    messages.splice(messages.indexOf(message), 1);
    return { ok: true };
  });
  slack.on('conversations.history', read);
  slack.on('conversations.replies', read);
  return { messages, post, texts: () => messages.map(({ text }) => text) };
}

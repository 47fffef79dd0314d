import { PEOPLE, type PersonName, TEAM_CHANNEL } from './sample-agency.ts';
import type { Driver } from './stand-in/driver.ts';
import type { Message } from './stand-in/message-book.ts';
import { type createReader, indent } from './terminal.ts';

const BOLD = process.stdout.isTTY ? '\u001b[1m' : '';
const PLAIN = process.stdout.isTTY ? '\u001b[0m' : '';

export type Stage = ReturnType<typeof createStage>;

/** Whether a message has a button of that id. */
export function hasAction(message: Message, actionId: string): boolean {
  return JSON.stringify(message.blocks ?? []).includes(`"action_id":"${actionId}"`);
}

type Reader = ReturnType<typeof createReader>;

/** The stage of the play: acts as people, waits for what they see, prints it. */
export function createStage(driver: Driver, reader: Reader, messages: (channel?: string) => Message[]) {
  const shown = new Set<string>();
  const print = (heading: string, text: string) => console.log(`\n${BOLD}${heading}${PLAIN}\n${indent(text, '   ')}`);
  const inChannel = () => messages(TEAM_CHANNEL).filter((message) => !message.ephemeral_to);
  const cardNow = () =>
    inChannel().find((message) => message.thread_ts === undefined || message.thread_ts === message.ts);
  const channel = `#${reader.channelOf(TEAM_CHANNEL)}`;

  const waitForPost = async (matches: (text: string) => boolean) => {
    const message = await driver.waitFor(
      () => inChannel().find((one) => !shown.has(one.ts) && one.thread_ts && matches(reader.readMessage(one))),
      { timeoutMs: 15_000, what: 'a post in the thread' },
    );
    // Long posts go on in further messages: those that stand before this one belong to it or came first.
    for (const one of inChannel().filter(
      (other) => other.thread_ts && other.ts <= message.ts && !shown.has(other.ts),
    )) {
      shown.add(one.ts);
      print(`${channel} › thread`, reader.readMessage(one));
    }
    return message;
  };
  const prompt = (phase: string) =>
    driver.waitFor(
      () => inChannel().find((one) => one.thread_ts && JSON.stringify(one.blocks).includes(`phase\\":\\"${phase}`)),
      { timeoutMs: 15_000, what: `the prompt of ${phase}` },
    );

  return {
    act: (text: string) => console.log(`\n${BOLD}▶ ${text}${PLAIN}`),
    show: (name: PersonName, view: Parameters<Reader['readView']>[0], verb: string) =>
      print(`${reader.nameOf(PEOPLE[name].id)} ${verb}`, reader.readView(view)),
    prompt,
    /** Waits for the question of a step and prints what is in the thread up to it. */
    async step(phase: string) {
      const message = await prompt(phase);
      await waitForPost((text) => text === reader.readMessage(message));
      await this.card((one) => JSON.stringify(one.blocks).includes(`phase\\":\\"${phase}`));
    },
    posted: waitForPost,
    async card(matches: (message: Message) => boolean, { isSilent = false } = {}) {
      const message = await driver.waitFor(() => [cardNow()].find((one) => one && matches(one)), {
        timeoutMs: 15_000,
        what: 'the card',
      });
      const copy = { ...message, blocks: structuredClone(message.blocks ?? []) };
      if (!isSilent) print(channel, reader.readMessage(message));
      return copy;
    },
    async press(name: PersonName, actionId: string) {
      const card = await driver.waitFor(() => [cardNow()].find((one) => one && hasAction(one, actionId)), {
        timeoutMs: 15_000,
        what: `a card with ${actionId}`,
      });
      await driver.press(PEOPLE[name].id, card, actionId);
    },
    async send(name: PersonName, values: Parameters<Driver['submit']>[1]) {
      await driver.view(PEOPLE[name].id);
      const result = await driver.submit(PEOPLE[name].id, values);
      if (result.kind !== 'closed' && result.kind !== 'view')
        throw new Error(`${name}'s form was not taken: ${JSON.stringify(result)}`);
    },
    async ephemeral(name: PersonName) {
      const message = await driver.waitFor(
        () => driver.ephemerals(PEOPLE[name].id).findLast((one) => !shown.has(one.ts)),
        { timeoutMs: 15_000, what: `a reply for ${name}` },
      );
      shown.add(message.ts);
      print(`${channel} › ${reader.nameOf(PEOPLE[name].id)}`, reader.readMessage(message));
    },
    /** Replies that came before are not waited for. */
    forgetReplies() {
      for (const one of messages().filter((message) => message.ephemeral_to)) shown.add(one.ts);
    },
    async directMessage(name: PersonName) {
      const message = await driver.waitFor(() => driver.directMessages(PEOPLE[name].id)[0], {
        timeoutMs: 15_000,
        what: `a direct message to ${name}`,
      });
      print(`✉ ${reader.nameOf(PEOPLE[name].id)}`, reader.readMessage(message));
    },
  };
}

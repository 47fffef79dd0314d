import { PEOPLE, type PersonName, TEAM_CHANNEL } from './sample-agency.ts';
import { elementsOf } from './stand-in/block-shapes.ts';
import type { Driver, FormValues } from './stand-in/driver.ts';
import type { Message } from './stand-in/message-book.ts';
import type { createReader } from './terminal.ts';

export type Stage = ReturnType<typeof createStage>;

/** Whether a message has a button of that id. */
export function hasAction(message: Message, actionId: string): boolean {
  return JSON.stringify(message.blocks ?? []).includes(`"action_id":"${actionId}"`);
}

type Reader = ReturnType<typeof createReader>;

/** How the play says who sees or does what. */
export type StageWords = Readonly<
  Record<'card' | 'thread', (channel: string) => string> &
    Record<'alone' | 'direct' | 'fills', (name: string) => string> & {
      presses: (name: string, button: string) => string;
      writes: (name: string, words: string) => string;
    }
>;

/** Where the play is told. */
export type Teller = {
  readonly act: (text: string) => void;
  readonly show: (heading: string, text: string) => void;
  readonly note: (text: string) => void;
};

type StageInput = {
  readonly driver: Driver;
  readonly reader: Reader;
  readonly words: StageWords;
  readonly teller: Teller;
  readonly messages: (channel?: string) => Message[];
};

/** The stage of the play: acts as people, waits for what they see, tells it. */
export function createStage(input: StageInput) {
  const { driver, reader, words, teller, messages } = input;
  const shown = new Set<string>();
  const firstName = (name: PersonName) => reader.nameOf(PEOPLE[name].id).split(' ')[0] ?? name;
  const channel = watchChannel(input, shown);

  return {
    act: teller.act,
    ...channel,
    ...actors(input, { firstName, findCard: channel.findCard }),
    async ephemeral(name: PersonName) {
      const message = await driver.waitFor(
        () => driver.ephemerals(PEOPLE[name].id).findLast((one) => !shown.has(one.ts)),
        { timeoutMs: PATIENCE_MS, what: `a reply for ${name}` },
      );
      shown.add(message.ts);
      teller.show(words.alone(firstName(name)), reader.readMessage(message));
    },
    /** Replies that came before are not waited for. */
    forgetReplies() {
      for (const one of messages().filter((message) => message.ephemeral_to)) shown.add(one.ts);
    },
    /** Waits for a direct message that has this button, the newest of them, and tells it. */
    async directMessage(name: PersonName, actionId: string): Promise<Message> {
      const isMeant = (one: Message) => hasAction(one, actionId);
      const message = await driver.waitFor(() => driver.directMessages(PEOPLE[name].id).findLast(isMeant), {
        timeoutMs: PATIENCE_MS,
        what: `a direct message to ${name}`,
      });
      teller.show(words.direct(firstName(name)), reader.readMessage(message));
      return message;
    },
  };
}

const PATIENCE_MS = 15_000;

/** What happens in the channel: its card, and the posts in the thread, each told once. */
function watchChannel({ driver, reader, words, teller, messages }: StageInput, shown: Set<string>) {
  const inChannel = () => messages(TEAM_CHANNEL).filter((message) => !message.ephemeral_to);
  const isCard = (one: Message) => one.thread_ts === undefined || one.thread_ts === one.ts;
  const channel = `#${reader.channelOf(TEAM_CHANNEL)}`;
  const waitFor = <T>(find: () => T | undefined, what: string) =>
    driver.waitFor(find, { timeoutMs: PATIENCE_MS, what });
  const isNew = (one: Message) => !shown.has(one.ts) && one.thread_ts !== undefined;

  const posted = async (matches: (text: string) => boolean) => {
    const message = await waitFor(
      () => inChannel().find((one) => isNew(one) && matches(reader.readMessage(one))),
      'a post in the thread',
    );
    // Long posts go on in further messages: those that stand before this one belong to it or came first.
    for (const one of inChannel().filter((other) => isNew(other) && other.ts <= message.ts)) {
      shown.add(one.ts);
      teller.show(words.thread(channel), reader.readMessage(one));
    }
  };
  const prompt = (phase: string) =>
    waitFor(
      () => inChannel().find((one) => one.thread_ts && JSON.stringify(one.blocks).includes(`phase\\":\\"${phase}`)),
      `the prompt of ${phase}`,
    );
  const findCard = (matches: (message: Message) => boolean) =>
    waitFor(() => inChannel().find((one) => isCard(one) && matches(one)), 'the card');

  return {
    posted,
    prompt,
    findCard,
    found: (matches: (message: Message) => boolean) => waitFor(() => inChannel().find(matches), 'a message'),
    /** Waits for the question of a step and tells what is in the thread up to it. */
    async step(phase: string) {
      const message = await prompt(phase);
      await posted((text) => text === reader.readMessage(message));
      await findCard((one) => JSON.stringify(one.blocks).includes(`phase\\":\\"${phase}`));
    },
    async card(matches: (message: Message) => boolean) {
      teller.show(words.card(channel), reader.readMessage(await findCard(matches)));
    },
  };
}

type Cast = {
  readonly firstName: (name: PersonName) => string;
  readonly findCard: (matches: (message: Message) => boolean) => Promise<Message>;
};

/** What people do: press buttons, fill in forms. */
function actors({ driver, reader, words, teller }: StageInput, { firstName, findCard }: Cast) {
  return {
    /** Presses a button of the card, or of the message given; told unless a form follows. */
    async press(
      name: PersonName,
      actionId: string,
      { on, opensForm = false }: { on?: Message; opensForm?: boolean } = {},
    ) {
      const message = on ?? (await findCard((one) => hasAction(one, actionId)));
      const button = (message.blocks ?? []).flatMap(elementsOf).find((one) => one.action_id === actionId);
      if (!opensForm) teller.note(words.presses(firstName(name), button?.text?.text ?? actionId));
      await driver.press(PEOPLE[name].id, message, actionId);
      if (opensForm) await driver.view(PEOPLE[name].id);
    },
    /** Fills in the open form and sends it; the whole form is told where it is new to the reader, else what was put in. */
    async send(name: PersonName, values: FormValues, { isTold = false } = {}) {
      const user = PEOPLE[name].id;
      const view = await driver.view(user);
      const filled = driver.shownValues(user, values);
      if (isTold) teller.show(words.fills(firstName(name)), reader.readView(view, filled));
      else teller.note(words.writes(firstName(name), reader.readEntered(view, filled, Object.keys(values))));
      const result = await driver.submit(user, values);
      if (result.kind !== 'closed' && result.kind !== 'view')
        throw new Error(`${name}'s form was not taken: ${JSON.stringify(result)}`);
    },
  };
}

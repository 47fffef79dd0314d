import type { Phase, Vote } from '../../../src/domain/answer.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../../src/slack/ids.ts';
import type { Name, StoredMessage } from './emulator.ts';
import type { Submitted } from './people.ts';
import type { HttpWorld } from './world.ts';

type Entered = Parameters<HttpWorld['people']['submit']>[1];

/** Where a review is: the channel of one workspace. */
type Place = Pick<HttpWorld, 'people' | 'gateway' | 'emulator' | 'channel'>;

const VOTE_ACTIONS = { keep: ACTIONS.voteKeep, part: ACTIONS.votePart, unsure: ACTIONS.voteUnsure } as const;

export type HttpReview = ReturnType<typeof createReview>;

/** The words of a message, fit to be searched. */
export const wordsOf = (message: Pick<StoredMessage, 'text' | 'blocks'>) =>
  JSON.stringify([message.text, message.blocks]);
export const hasButton = (message: StoredMessage, actionId: string) =>
  wordsOf(message).includes(`"action_id":"${actionId}"`);
/** Has a button of this phase: its target is JSON inside the message's own. */
const asks = (message: StoredMessage, phase: Phase) => wordsOf(message).includes(String.raw`phase\":\"${phase}`);

/** A complaint's form, filled in. */
export function complaint(text: string, more: Entered = {}): NonNullable<Entered> {
  return {
    [FIELDS.text]: text,
    [FIELDS.signals]: ['scope_creep'],
    [FIELDS.severity]: '2',
    [FIELDS.frequency]: 'sometimes',
    ...more,
  };
}

/** Mara types the command and sends the form as it is prefilled, but for `values`. Resolves when the first question is asked. */
export async function startReview(
  world: Place,
  { client = 'Northwind', values = {} }: { client?: string; values?: Entered } = {},
) {
  await world.people.command('mara', world.channel, client);
  const result = await world.people.submit('mara', values, VIEWS.start);
  if (result.kind !== 'closed') throw new Error(`the start form was not taken: ${JSON.stringify(result)}`);
  const card = await world.gateway.waitFor(
    async () =>
      (await world.emulator.history(world.channel)).find(
        (one) => wordsOf(one).includes(client) && hasButton(one, ACTIONS.nextPhase),
      ),
    `the card of ${client}`,
  );
  const review = createReview(world, card.ts);
  await review.step('complaints');
  return review;
}

/** One review as its people see it in the emulator's channel. */
export function createReview({ people, gateway, emulator, channel }: Place, ts: string) {
  const all = () => emulator.thread(channel, ts);
  const thread = async () => (await all()).slice(1);
  const card = (matches: (message: StoredMessage) => boolean, what: string) =>
    gateway.waitFor(async () => [(await all())[0]].find((one) => one && matches(one)), what);
  const posted = (matches: (words: string) => boolean, what: string) =>
    gateway.waitFor(async () => (await thread()).find((one) => matches(wordsOf(one))), what);
  const press = async (name: Name, actionId: string) => {
    const message = await card((one) => hasButton(one, actionId), `a card with ${actionId}`);
    return people.press(name, { channel, message }, actionId);
  };
  /** Presses and gives the next reply that only this person sees. */
  const reply = async (name: Name, actionId: string): Promise<string> => {
    const before = people.ephemerals(name).length;
    await press(name, actionId);
    const call = await gateway.waitFor(() => people.ephemerals(name)[before], `a reply to ${name}`);
    return JSON.stringify(call.args);
  };

  return {
    ts,
    thread,
    threadWords: async () => (await thread()).map(wordsOf).join('\n'),
    card,
    posted,
    press,
    reply,
    async fill(name: Name, values: NonNullable<Entered>): Promise<Submitted> {
      await press(name, ACTIONS.answer);
      const result = await people.submit(name, values);
      if (result.kind === 'errors') throw new Error(`${name}'s form was not taken: ${JSON.stringify(result.errors)}`);
      return result;
    },
    nothing: (name: Name) => reply(name, ACTIONS.nothingToSay),
    vote: (name: Name, vote: Vote) => reply(name, VOTE_ACTIONS[vote]),
    /** Waits until both the thread and the card ask the question of `phase`. */
    async step(phase: Phase) {
      await gateway.waitFor(async () => (await thread()).find((one) => asks(one, phase)), `the question of ${phase}`);
      return card((one) => asks(one, phase), `a card that asks for ${phase}`);
    },
  };
}

import { PEOPLE, type PersonName, TEAM_CHANNEL } from '../../../demo/sample-agency.ts';
import { hasAction } from '../../../demo/stage.ts';
import type { FormValues } from '../../../demo/stand-in/driver.ts';
import type { Message } from '../../../demo/stand-in/message-book.ts';
import { findElement, type SubmitResult } from '../../../demo/stand-in/people.ts';
import type { Phase, Vote } from '../../../src/domain/answer.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../../src/slack/ids.ts';
import type { E2eWorld } from './world.ts';

export const idOf = (name: PersonName) => PEOPLE[name].id;

const WAIT_MS = 20_000;
const VOTE_ACTIONS = { keep: ACTIONS.voteKeep, part: ACTIONS.votePart, unsure: ACTIONS.voteUnsure } as const;

export type Started = { readonly client: string; readonly values?: FormValues; readonly channel?: string };
export type Review = ReturnType<typeof createReview>;

/** Mara types the command and sends the form as it is prefilled, but for `values`. Resolves when the first question is asked. */
export async function startReview(
  world: E2eWorld,
  { client, values = {}, channel = TEAM_CHANNEL }: Started,
): Promise<Review> {
  await openStartForm(world, { client, channel });
  const earlier = new Set(world.standIn.messages(channel).map(({ ts }) => ts));
  const result = await world.driver.submit(idOf('mara'), values);
  if (result.kind !== 'closed') throw new Error(`the start form was not taken: ${JSON.stringify(result)}`);
  const isCard = (message: Message) =>
    !earlier.has(message.ts) && !message.thread_ts && !message.ephemeral_to && hasAction(message, ACTIONS.nextPhase);
  const card = await world.driver.waitFor(() => world.standIn.messages(channel).find(isCard), {
    timeoutMs: WAIT_MS,
    what: `the card of ${client}`,
  });
  const review = createReview(world, { channel, ts: card.ts });
  await review.step('complaints');
  return review;
}

/** The start form of a client, as Mara sees it once the look-ups are done. */
export async function openStartForm(
  { driver }: E2eWorld,
  { client = '', channel = TEAM_CHANNEL, by = 'mara' }: { client?: string; channel?: string; by?: PersonName } = {},
) {
  await driver.command(idOf(by), channel, `/client-review ${client}`.trim());
  return driver.view(idOf(by), VIEWS.start);
}

/** The values of a complaint's form. */
export function complaint(text: string, more: FormValues = {}): FormValues {
  return {
    [FIELDS.text]: text,
    [FIELDS.signals]: ['scope_creep'],
    [FIELDS.severity]: '2',
    [FIELDS.frequency]: 'sometimes',
    ...more,
  };
}

/** One review as its people see it, found by its card. */
export function createReview(
  world: Pick<E2eWorld, 'driver' | 'standIn' | 'reader'>,
  { channel, ts }: { channel: string; ts: string },
) {
  const { driver, standIn, reader } = world;
  const inChannel = () => standIn.messages(channel).filter((message) => !message.ephemeral_to);
  const cardNow = () => inChannel().find((message) => message.ts === ts);
  const thread = () => inChannel().filter((message) => message.thread_ts === ts && message.ts !== ts);
  const read = (message: Message) => reader.readMessage(message);
  const waitFor = <T>(find: () => T | undefined | false, what: string) =>
    driver.waitFor(find, { timeoutMs: WAIT_MS, what });
  const card = (matches: (text: string, message: Message) => boolean = () => true, what = 'the card') =>
    waitFor(() => [cardNow()].find((one) => one && matches(read(one), one)), what);
  const asks = (message: Message, phase: Phase) =>
    JSON.stringify(message.blocks ?? []).includes(`phase\\":\\"${phase}`);
  const prompt = (phase: Phase) => waitFor(() => thread().find((one) => asks(one, phase)), `the question of ${phase}`);

  /** Presses a button of the card, or of the message as it was when it was read. */
  const press = async (name: PersonName, actionId: string, message?: Message) => {
    const on = message ?? (await card((_, one) => hasAction(one, actionId), `a card with ${actionId}`));
    const value = findElement(on.blocks ?? [], actionId)?.element.value;
    return driver.press(idOf(name), on, value === undefined ? actionId : { actionId, value });
  };
  const send = async (name: PersonName, values: FormValues): Promise<SubmitResult> => {
    await driver.view(idOf(name));
    return driver.submit(idOf(name), values);
  };
  const fill = async (name: PersonName, values: FormValues, message?: Message) => {
    await press(name, ACTIONS.answer, message);
    const result = await send(name, values);
    if (result.kind !== 'closed') throw new Error(`${name}'s form was not taken: ${JSON.stringify(result)}`);
  };
  const replies = (name: PersonName) => driver.ephemerals(idOf(name), channel);

  /** Does something and gives the next reply that only this person sees. */
  const replyTo = async (name: PersonName, act: () => Promise<unknown>): Promise<string> => {
    const seen = new Set(replies(name).map((one) => one.ts));
    await act();
    const reply = await waitFor(() => replies(name).find((one) => !seen.has(one.ts)), `a reply to ${name}`);
    return read(reply);
  };

  return {
    channel,
    ts,
    card,
    cardText: () => read(cardNow() as Message),
    thread,
    threadText: () => thread().map(read).join('\n\n'),
    prompt,
    press,
    send,
    /** Presses *Answer* and sends the form. */
    fill,
    replyTo,
    /** Waits until the card and the thread ask the question of `phase`. */
    async step(phase: Phase) {
      await prompt(phase);
      return card((_, one) => asks(one, phase), `a card that asks for ${phase}`);
    },
    posted: (matches: (text: string) => boolean, what = 'a post in the thread') =>
      waitFor(() => thread().find((one) => matches(read(one))), what),
    nothing: (name: PersonName, message?: Message) => replyTo(name, () => press(name, ACTIONS.nothingToSay, message)),
    vote: (name: PersonName, vote: Vote) => replyTo(name, () => press(name, VOTE_ACTIONS[vote])),
    nextStep: () => press('mara', ACTIONS.nextPhase),
    /** Waits for the card of a review that has closed, with its link to the summary. */
    closed: () =>
      card((_, one) => hasAction(one, ACTIONS.decide) && hasAction(one, ACTIONS.readSummary), 'the finished card'),
    /** Everybody has nothing to say and votes keep: from the question asked now to the end. */
    async rush(people: readonly PersonName[], from: Phase = 'complaints') {
      const phases = ['complaints', 'positives', 'lessons'] as const;
      for (const phase of phases.slice(phases.indexOf(from as 'lessons'))) {
        await this.step(phase);
        for (const name of people) await this.nothing(name);
      }
      await this.step('vote');
      for (const name of people) await this.vote(name, 'keep');
      return this.closed();
    },
  };
}

import { hasAction } from '../../../demo/stage.ts';
import type { View } from '../../../demo/stand-in/block-shapes.ts';
import type { Message } from '../../../demo/stand-in/message-book.ts';
import type { SubmitResult } from '../../../demo/stand-in/people.ts';
import type { Phase } from '../../../src/domain/answer.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../../src/slack/ids.ts';
import { parseTarget } from '../../../src/slack/target.ts';
import { idOf, type Review } from '../e2e/review.ts';
import type { Deed } from './kill-plan.ts';
import type { KillWorld } from './kill-world.ts';

/** More than enough for every kill to come just when this person tries. */
const MOST_TRIES = 100;
/** Longer than Slack waits for the app, and than the app waits for its database. */
const REPLY_WITHIN_MS = 6_000;
const VOTE_ACTIONS = { keep: ACTIONS.voteKeep, part: ACTIONS.votePart, unsure: ACTIONS.voteUnsure } as const;

/** A question of the review `id`, as the people are asked it. */
export type Asked = {
  readonly world: KillWorld;
  readonly id: string;
  readonly review: Review;
  readonly phase: Phase;
};

/**
 * A person who answers, and tries again as long as Slack or the app shows them an error. Resolves when the app has said that their
 * answer is safe, with true; with false when it only let them know that the step is over.
 */
export async function answer(asked: Asked, deed: Deed): Promise<boolean> {
  const { world, phase } = asked;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await world.whole();
    const outcome = deed.kind === 'form' ? await fill(asked, deed) : await press(asked, deed);
    if (outcome !== 'again') return outcome === 'safe';
  }
  throw new Error(`${deed.name} gave up: ${MOST_TRIES} tries at ${phase}`);
}

type Outcome = 'safe' | 'over' | 'again';

async function fill(asked: Asked, deed: Extract<Deed, { kind: 'form' }>): Promise<Outcome> {
  const { world, phase } = asked;
  const { driver } = world;
  const user = idOf(deed.name);
  const form = findForm(asked, user) ?? (await openForm(asked, deed));
  if (!form) return 'again';
  // Somebody whose complaint was saved when they were told nothing finds it in a list, and changes it there.
  const values = form.callback_id === VIEWS.chooseComplaint ? { [FIELDS.which]: 'edit:0' } : deed.values;
  const result: SubmitResult | undefined = await world.inThisLife(driver.submit(user, values));
  if (result === undefined || result.kind === 'failed') return 'again';
  if (result.kind === 'closed') return 'safe';
  if (result.kind === 'view' && form.callback_id === VIEWS.chooseComplaint) return 'again';
  const said = result.kind === 'errors' ? Object.values(result.errors) : [];
  const { database_gone, took_too_long } = world.t.forms.errors;
  if (said.some((text) => [database_gone, took_too_long].includes(text))) return 'again';
  throw new Error(`${deed.name}'s form of ${phase} was not taken: ${JSON.stringify(result)}`);
}

/** The form in front of a person, if it asks what they are to answer. */
function findForm({ world, id, phase }: Asked, user: string): View | undefined {
  const view = world.driver.openView(user);
  const target = parseTarget(view?.private_metadata);
  return target?.reviewId === id && target.phase === phase ? view : undefined;
}

/**
 * Presses the button. Nothing when no form came of it. What lies open is left first: somebody who pressed twice may have got a second
 * form when the first was sent, and it still asks the question of then.
 */
async function openForm(asked: Asked, deed: Deed): Promise<View | undefined> {
  const { world, review, phase } = asked;
  const user = idOf(deed.name);
  await world.driver.close(user);
  const prompt = await review.prompt(phase);
  const seen = repliesTo(world, review, deed.name).length;
  const life = world.life();
  await world.inThisLife(review.press(deed.name, ACTIONS.answer, prompt));
  const hasEnded = () => world.life() !== life || repliesTo(world, review, deed.name).length > seen;
  await waitBriefly(world, () => findForm(asked, user) !== undefined || hasEnded());
  return findForm(asked, user);
}

async function press({ world, review, phase }: Asked, deed: Exclude<Deed, { kind: 'form' }>): Promise<Outcome> {
  const { commands, refusals } = world.t;
  const prompt = await review.prompt(phase);
  const action = deed.kind === 'vote' ? VOTE_ACTIONS[deed.vote] : ACTIONS.nothingToSay;
  if (!hasAction(prompt, action)) throw new Error(`the question of ${phase} has no ${action}`);
  const seen = new Set(repliesTo(world, review, deed.name).map(({ ts }) => ts));
  const life = world.life();
  await world.inThisLife(review.press(deed.name, action, prompt));
  const find = () => repliesTo(world, review, deed.name).find(({ ts }) => !seen.has(ts));
  await waitBriefly(world, () => find() !== undefined || world.life() !== life);
  const reply = find();
  if (!reply) return 'again';
  const text = world.reader.readMessage(reply);
  const read = (one: string) => world.reader.readMessage({ ...reply, text: one, blocks: [] });
  const isOneOf = (texts: readonly string[]) => texts.some((one) => [one, read(one)].includes(text));
  if (isOneOf([refusals.databaseGone, refusals.somethingWrong])) return 'again';
  const { done } = commands;
  const isSaved = isOneOf([
    ...Object.values(done.nothing),
    ...Object.values(done.voted),
    done.savedLate,
    done.savedKept,
  ]);
  return isSaved ? 'safe' : 'over';
}

function repliesTo({ driver }: KillWorld, { channel }: Review, name: Deed['name']): Message[] {
  return driver.ephemerals(idOf(name), channel);
}

/** Until then, or until a person would give up waiting. */
async function waitBriefly({ driver }: KillWorld, happened: () => boolean): Promise<void> {
  await driver.waitFor(happened, { timeoutMs: REPLY_WITHIN_MS }).catch(() => undefined);
}

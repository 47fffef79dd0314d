import { hasAction } from '../../../demo/stage.ts';
import type { Message } from '../../../demo/stand-in/message-book.ts';
import type { ReviewMode } from '../../../src/domain/review.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../../src/slack/ids.ts';
import { createReview, idOf, openStartForm } from './review.ts';
import type { E2eWorld } from './world.ts';

const MARA = idOf('mara');

/** Everything in Mara's direct messages with Parley, what does not stay included. */
export function shownToMara({ standIn }: E2eWorld): Message[] {
  const channel = standIn.world.directory.directMessageOf(MARA);
  return channel === undefined ? [] : standIn.messages(channel);
}

/** What stays in Mara's direct messages. */
export function standing(world: E2eWorld): Message[] {
  return shownToMara(world).filter((message) => !message.ephemeral_to);
}

/** Mara sends the small form; from the command, or from the button in the start form. */
export async function startRehearsal(
  world: E2eWorld,
  { mode, from }: { mode: ReviewMode; from: 'command' | 'button' },
) {
  const { driver } = world;
  const earlier = new Set(shownToMara(world).map(({ ts }) => ts));
  if (from === 'command') await driver.command(MARA, 'C1CLIENTS', '/client-review rehearse');
  else {
    await openStartForm(world);
    await driver.pressInView(MARA, ACTIONS.rehearse);
  }
  await driver.view(MARA, VIEWS.rehearsal);
  const sent = await driver.submit(MARA, mode === 'private' ? {} : { [FIELDS.mode]: mode });
  const isCard = (message: Message) =>
    !earlier.has(message.ts) && !message.thread_ts && hasAction(message, ACTIONS.nextPhase);
  const card = await driver.waitFor(() => standing(world).find(isCard), { what: 'the card of the rehearsal' });
  const review = createReview(world, { channel: card.channel, ts: card.ts });
  await review.step('complaints');
  return { review, sent };
}

import { type PersonName, TEAM_ID } from '../../../demo/sample-agency.ts';
import type { Message } from '../../../demo/stand-in/message-book.ts';
import { idOf } from './review.ts';
import type { E2eWorld } from './world.ts';

/** On to another time, until the app owes nothing any more. */
export function passTime(world: E2eWorld, time: { readonly minutes?: number; readonly days?: number }): Promise<void> {
  world.advance(time);
  return world.app().tick();
}

/** The id of a client of the agency; empty where there is none of that name. */
export async function clientIdOf(world: E2eWorld, name: string): Promise<string> {
  const { clients } = world.app().storage.forWorkspace(TEAM_ID);
  return (await clients.findByNameKey(name.toLowerCase()))?.id ?? '';
}

/** Waits for a direct message that says `text`. */
export function directMessage(world: E2eWorld, name: PersonName, text: string): Promise<Message> {
  const { driver, reader } = world;
  const says = (message: Message) => reader.readMessage(message).includes(text);
  return driver.waitFor(() => driver.directMessages(idOf(name)).find(says), {
    what: `a message to ${name} with “${text}”`,
  });
}

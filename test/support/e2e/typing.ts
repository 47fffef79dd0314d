import { once } from 'node:events';
import { WebSocket } from 'undici';
import type { PersonName } from '../../../demo/sample-agency.ts';
import type { Message } from '../../../demo/stand-in/message-book.ts';
import { idOf } from './review.ts';
import type { E2eWorld } from './world.ts';

type Place = Pick<Message, 'channel' | 'ts'>;

/** People who type into threads, and edit and delete what they typed, as on the page of the stand-in. */
export async function createTyping({ standIn, driver }: E2eWorld) {
  const page = new WebSocket(`${standIn.url.replace(/^http/, 'ws')}/ui`);
  await once(page, 'open');
  const act = (action: object) => page.send(JSON.stringify(action));
  return {
    say: (name: PersonName, { channel, ts }: Place, text: string): Promise<Message> =>
      driver.say(idOf(name), channel, text, ts),
    edit(name: PersonName, { channel, ts }: Place, text: string): void {
      act({ t: 'edit_message', channel, ts, user: idOf(name), text });
    },
    remove(name: PersonName, { channel, ts }: Place): void {
      act({ t: 'delete_message', channel, ts, user: idOf(name) });
    },
    close: () => page.close(),
  };
}

export type Typing = Awaited<ReturnType<typeof createTyping>>;

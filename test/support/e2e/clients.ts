import { BOT, type PersonName, TEAM_CHANNEL } from '../../../demo/sample-agency.ts';
import type { FormValues } from '../../../demo/stand-in/driver.ts';
import type { Message } from '../../../demo/stand-in/message-book.ts';
import type { WorkspaceSpec } from '../../../demo/stand-in/workspace.ts';
import { FIELDS, VIEWS } from '../../../src/slack/ids.ts';
import { idOf } from './review.ts';
import type { E2eWorld } from './world.ts';

export const GROUP = 'S1DESIGN';

/** The workspace grants the optional scopes of client set-up; people have e-mail addresses; a user group has Lena and Tom. */
export function withClientScopes(spec: WorkspaceSpec): void {
  spec.scopes = ['commands', 'chat:write', 'usergroups:read', 'users:read.email'];
  for (const user of spec.users) user.email = `${user.name}@agency.example`;
  const users = [idOf('lena'), idOf('tom'), BOT.botUserId];
  spec.userGroups = [{ id: GROUP, handle: 'design', name: 'Design', users }];
}

/** Mara, who sets clients up. */
export function createClientActs(world: E2eWorld, by: PersonName = 'mara') {
  const { driver, reader } = world;
  const me = idOf(by);

  /** Does something and gives the reply that only this person sees. */
  async function reply(act: () => Promise<unknown>): Promise<Message> {
    const seen = new Set(driver.ephemerals(me).map(({ ts }) => ts));
    await act();
    return driver.waitFor(() => driver.ephemerals(me).find(({ ts }) => !seen.has(ts)), { what: 'a reply' });
  }

  const command = (words: string) => driver.command(me, TEAM_CHANNEL, `/client-review ${words}`.trim());
  const say = (words: string) => reply(() => command(words));
  const read = (message: Message) => reader.readMessage(message);
  const form = (callbackId: string = VIEWS.client) => driver.view(me, callbackId);
  /** Waits for a form that says `text`. */
  const formWith = (text: string) =>
    driver.waitFor(() => [driver.openView(me)].find((view) => view && reader.readView(view).includes(text)), {
      what: `a form with “${text}”`,
    });

  return {
    ...{ reply, command, say, read, form, formWith },
    page: async (name: string) => read(await say(`client ${name}`)),
    press: (message: Message, actionId: string, value?: string) =>
      driver.press(me, message, value === undefined ? actionId : { actionId, value }),
    submit: (values: FormValues) => driver.submit(me, values),
    /** Sets up a client; throws when the form is not taken. */
    async create(name: string, values: FormValues = {}): Promise<void> {
      await command('client');
      await form();
      const result = await driver.submit(me, { [FIELDS.clientName]: name, ...values });
      if (result.kind !== 'view' || result.view.callback_id !== VIEWS.clientSaved)
        throw new Error(`${name} was not set up: ${JSON.stringify(result)}`);
      await driver.close(me);
    },
    /** Opens *Edit* of a client. */
    async edit(name: string): Promise<void> {
      await driver.press(me, await say(`client ${name}`), 'edit_client');
      await form();
    },
    shown: () => {
      const view = driver.openView(me);
      return view ? reader.readView(view) : '';
    },
  };
}

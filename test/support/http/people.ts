import type { ModalView } from '@slack/types';
import { COMMAND } from '../../../src/slack/ids.ts';
import { submittedView } from '../submitted-view.ts';
import { APP_ID, type Emulated, type Name, type StoredMessage, TEAM_ID } from './emulator.ts';
import type { Gateway } from './gateway.ts';
import type { Reply, Sender } from './signed-request.ts';

type Entered = Parameters<typeof submittedView>[1];
type OpenView = ModalView & { readonly id: string; readonly hash: string };
type Element = {
  readonly type: string;
  readonly action_id?: string;
  readonly value?: string;
  readonly elements?: Element[];
};

export type Submitted =
  | { readonly kind: 'closed'; readonly reply: Reply }
  | { readonly kind: 'view'; readonly reply: Reply }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>>; readonly reply: Reply };

export type People = ReturnType<typeof createPeople>;

type PeopleOptions = { emulator: Emulated; gateway: Gateway; sender: Sender; teamId?: string };

/** People at their Slacks: type, press, fill in. Everything goes to the app as signed requests with triggers of the emulator. */
export function createPeople({ emulator, gateway, sender, teamId = TEAM_ID }: PeopleOptions) {
  const views = followViews(gateway);
  const person = (name: Name) => {
    const id = emulator.idOf(name);
    return { id, username: name, name, team_id: teamId };
  };
  const common = (name: Name) => ({ team: { id: teamId, domain: 'halden' }, user: person(name), api_app_id: APP_ID });
  const mint = async (name: Name, viewId?: string) => {
    const { id } = person(name);
    const trigger = await emulator.mintTrigger(id, viewId);
    views.expectFrom(trigger, id);
    return trigger;
  };
  const viewOf = (name: Name, callbackId?: string): Promise<OpenView> =>
    gateway.waitFor(
      () => {
        const top = views.top(person(name).id);
        return top && (callbackId === undefined ? top.submit != null : top.callback_id === callbackId) && top;
      },
      `a form ${callbackId ?? ''} for ${name}`,
    );

  return {
    viewOf,
    openViews: (name: Name) => views.stack(person(name).id),

    /** Types the command; the reply is the receipt, what follows goes to the form or to `replies`. */
    async command(name: Name, channel: string, text: string): Promise<Reply> {
      return sender.command({
        command: COMMAND,
        text,
        team_id: teamId,
        team_domain: 'halden',
        channel_id: channel,
        channel_name: 'privategroup',
        user_id: person(name).id,
        user_name: name,
        api_app_id: APP_ID,
        trigger_id: await mint(name),
        response_url: gateway.responseUrl(person(name).id),
      });
    },

    /** What the command answered to this person so far. */
    replies: (name: Name) =>
      gateway.calls('response_url').filter(({ args }) => String(args.to).endsWith(`/${person(name).id}`)),

    /** What the app told this person alone in a channel so far. */
    ephemerals: (name: Name) => gateway.calls('chat.postEphemeral').filter(({ args }) => args.user === person(name).id),

    /** The payload of a press on a button of a message, with a fresh trigger. */
    async pressPayload(name: Name, on: { channel: string; message: StoredMessage }, actionId: string) {
      const { message, channel } = on;
      return {
        type: 'block_actions',
        ...common(name),
        trigger_id: await mint(name),
        container: { type: 'message', message_ts: message.ts, channel_id: channel, is_ephemeral: false },
        channel: { id: channel, name: 'privategroup' },
        message,
        actions: [actionOf(message.blocks ?? [], actionId)],
      };
    },

    /** Presses a button inside the form that is open. */
    async pressInForm(name: Name, actionId: string): Promise<Reply> {
      const view = views.top(person(name).id);
      if (!view) throw new Error(`${name} has no form open`);
      return sender.interaction({
        type: 'block_actions',
        ...common(name),
        trigger_id: await mint(name, view.id),
        container: { type: 'view', view_id: view.id },
        view,
        actions: [actionOf(view.blocks, actionId)],
      });
    },

    /** The form as it would be sent now: untouched fields as the app filled them. */
    async submissionPayload(name: Name, values: Entered, callbackId?: string) {
      const view = await viewOf(name, callbackId);
      const trigger = await mint(name, view.id);
      return { type: 'view_submission', ...common(name), trigger_id: trigger, view: submittedView(view, values) };
    },

    /** Sends the form on top and does with it what Slack would. */
    async submit(name: Name, values: Entered = {}, callbackId?: string): Promise<Submitted> {
      const reply = await sender.interaction(await this.submissionPayload(name, values, callbackId));
      if (reply.status !== 200) throw new Error(`the form was answered ${reply.status} ${reply.text}`);
      const userId = person(name).id;
      if (reply.text === '') {
        views.close(userId);
        return { kind: 'closed', reply };
      }
      const answer = JSON.parse(reply.text) as {
        response_action: string;
        view?: ModalView;
        errors?: Record<string, string>;
      };
      if (answer.response_action === 'errors') return { kind: 'errors', errors: answer.errors ?? {}, reply };
      if (!answer.view) throw new Error(`Slack knows no such answer to a form: ${reply.text}`);
      views.replace(userId, answer.view);
      return { kind: 'view', reply };
    },

    async press(name: Name, on: { channel: string; message: StoredMessage }, actionId: string): Promise<Reply> {
      const reply = await sender.interaction(await this.pressPayload(name, on, actionId));
      if (reply.status !== 200) throw new Error(`a press on ${actionId} was answered ${reply.status} ${reply.text}`);
      return reply;
    },
  };
}

/** Which forms are open for whom, from what the emulator answered; a Home is no form and needs no trigger. */
function followViews(gateway: Gateway) {
  const ownerOf = new Map<string, string>();
  const stacks = new Map<string, OpenView[]>();
  const stack = (userId: string) => stacks.get(userId) ?? [];
  gateway.onCall(({ method, args, answer }) => {
    if (answer.ok !== true || !method.startsWith('views.') || method === 'views.publish') return;
    const view = answer.view as OpenView;
    if (method === 'views.update') {
      for (const [userId, open] of stacks)
        stacks.set(
          userId,
          open.map((one) => (one.id === view.id ? view : one)),
        );
      return;
    }
    const userId = ownerOf.get(String(args.trigger_id));
    if (userId === undefined) throw new Error(`${method} with a trigger that nobody was given`);
    stacks.set(userId, method === 'views.push' ? [...stack(userId), view] : [view]);
  });
  return {
    expectFrom: (trigger: string, userId: string) => void ownerOf.set(trigger, userId),
    stack,
    top: (userId: string) => stack(userId).at(-1),
    close: (userId: string) => void stacks.set(userId, stack(userId).slice(0, -1)),
    replace(userId: string, view: ModalView) {
      const top = stack(userId).at(-1);
      if (top) stacks.set(userId, [...stack(userId).slice(0, -1), { ...view, id: top.id, hash: top.hash }]);
    },
  };
}

function actionOf(blocks: readonly object[], actionId: string): object {
  for (const block of blocks as ({ block_id?: string; accessory?: Element; elements?: Element[] } & object)[]) {
    const found = [block.accessory, ...(block.elements ?? [])].find((one) => one?.action_id === actionId);
    if (found) return { ...found, block_id: block.block_id ?? 'b', action_ts: String(Date.now() / 1000) };
  }
  throw new Error(`there is no button ${actionId} to press`);
}

import { ACTIONS, COMMAND, FIELDS, SHORTCUTS, VIEWS } from '../../../src/slack/ids.ts';
import { APP_ID, type Name, TEAM_ID } from '../http/emulator.ts';
import type { HostileWorld } from './hostile-world.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** A request as Slack sends it, before it is signed. */
export type Payload = {
  readonly kind: 'command' | 'interaction' | 'event';
  readonly of: string;
  readonly body: { [key: string]: Json };
};

type Maker = Pick<HostileWorld, 'emulator' | 'gateway' | 'channel'>;

export const ACTION_IDS = [...new Set(Object.values(ACTIONS))];
export const VIEW_IDS = [...new Set(Object.values(VIEWS))];

/** Words that only somebody who writes where they may not would leave in the database. */
export const INTRUSION = 'written by an intruder';

/** Makes payloads of every kind, as this person's Slack would send them. */
export function createPayloads({ emulator, gateway, channel }: Maker) {
  const person = (name: Name): Json => ({ id: emulator.idOf(name), username: name, name, team_id: TEAM_ID });
  const common = (name: Name) => ({
    ...{ team: { id: TEAM_ID, domain: 'halden' }, user: person(name), api_app_id: APP_ID },
    ...{ trigger_id: '1.1.none', response_url: gateway.responseUrl(emulator.idOf(name)) },
  });
  return {
    press: (name: Name, actionId: string, value: string): Payload => ({
      kind: 'interaction',
      of: `action ${actionId}`,
      body: {
        type: 'block_actions',
        ...common(name),
        container: { type: 'message', message_ts: '1772528400.000100', channel_id: channel, is_ephemeral: false },
        channel: { id: channel, name: 'privategroup' },
        message: { ts: '1772528400.000100', text: 'A message', blocks: [] },
        actions: [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: '1.1' }],
      },
    }),
    submission: (name: Name, callbackId: string, metadata: string): Payload => ({
      kind: 'interaction',
      of: `view ${callbackId}`,
      body: {
        type: 'view_submission',
        ...common(name),
        view: {
          ...{ id: 'V1', type: 'modal', callback_id: callbackId, private_metadata: metadata, hash: '1.a' },
          blocks: FILLED.map(([id]) => ({ type: 'input', block_id: id, element: { action_id: id } })),
          state: { values: Object.fromEntries(FILLED.map(([id, state]) => [id, { [id]: state }])) },
        },
      },
    }),
    command: (name: Name, text: string): Payload => ({
      kind: 'command',
      of: `command ${text.split(' ')[0]}`,
      body: {
        ...{ command: COMMAND, text, team_id: TEAM_ID, channel_id: channel, channel_name: 'privategroup' },
        ...{ user_id: emulator.idOf(name), user_name: name, api_app_id: APP_ID, trigger_id: '1.1.none' },
        response_url: gateway.responseUrl(emulator.idOf(name)),
      },
    }),
    shortcut: (name: Name, text: string): Payload => ({
      kind: 'interaction',
      of: 'shortcut',
      body: {
        ...{ type: 'message_action', callback_id: SHORTCUTS.logEvidence, ...common(name) },
        channel: { id: channel, name: 'privategroup' },
        message: { type: 'message', ts: '1772528400.000100', user: emulator.idOf(name), text },
      },
    }),
    event: (fields: { type: string; [key: string]: Json }, teamId = TEAM_ID): Payload => ({
      kind: 'event',
      of: `event ${fields.type}`,
      body: { type: 'event_callback', team_id: teamId, event_id: 'Ev1', event_time: 1, event: fields },
    }),
  };
}

/** Sends a payload signed, as its kind is sent. */
export async function send(world: Pick<HostileWorld, 'sender'>, payload: Payload) {
  try {
    return await sendOnce(world, payload);
  } catch (error) {
    // A kept connection that is closed between two requests is no answer to the second: Slack would send it again, too.
    if (!(error instanceof TypeError)) throw error;
    return sendOnce(world, payload);
  }
}

function sendOnce({ sender }: Pick<HostileWorld, 'sender'>, { kind, body }: Payload) {
  if (kind === 'event') return sender.event(body);
  if (kind === 'interaction') return sender.interaction(body);
  // Of a mutated command, fields that are not texts are sent as what they would look like.
  const asText = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value));
  return sender.command(Object.fromEntries(Object.entries(body).map(([key, value]) => [key, asText(value)])));
}

const option = (value: string) => ({ type: 'static_select', selected_option: { value } });
const text = { type: 'plain_text_input', value: INTRUSION };
const CHOICES: Readonly<Record<string, { [key: string]: Json }>> = {
  ...{ mode: option('private'), preset: option('async'), severity: option('2'), frequency: option('often') },
  ...{ vote: option('part'), choice: option('part'), rating: option('1'), level: option('ready') },
  ...{ language: option('en'), step_state: option('done'), step_to_open: option('complaints'), which: option('0') },
  signals: { type: 'multi_static_select', selected_options: [{ value: 'scope_creep' }] },
  ...{ happened_on: dateState('2026-03-02'), due_on: dateState('2026-04-01'), end_on: dateState('2026-06-01') },
  ...{ hours: { value: '3' }, revenue: { value: '3000' }, amount: { value: '70' }, notice_days: { value: '30' } },
  starts_at: { type: 'datetimepicker', selected_date_time: 1_772_900_000 },
  step_ends_at: { type: 'datetimepicker', selected_date_time: 1_772_900_000 },
};

/** Every field that any form has, filled in. */
const FILLED: readonly (readonly [string, { [key: string]: Json }])[] = [
  ...Object.values(FIELDS).filter((field) => typeof field === 'string'),
  ...[FIELDS.plan('where'), FIELDS.planItem('text', 0), FIELDS.intake('contract'), FIELDS.figure('revenueShare')],
].map((id) => [id, CHOICES[id] ?? text] as const);

function dateState(date: string) {
  return { type: 'datepicker', selected_date: date };
}

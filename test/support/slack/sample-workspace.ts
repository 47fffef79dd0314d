import type { ChannelSpec, PersonSpec, WorkspaceSpec } from '../../../demo/stand-in/workspace.ts';

const APP = {
  appId: 'A0PARLEY',
  botUserId: 'U0PARLEY',
  botName: 'parley',
  botToken: 'xoxb-stand-in',
  appToken: 'xapp-stand-in',
};

const PEOPLE: PersonSpec[] = [
  { id: 'U1ANNA', name: 'anna', real_name: 'Anna Berg', tz: 'Europe/Berlin', locale: 'en-US', is_admin: true },
  { id: 'U2BORIS', name: 'boris', real_name: 'Boris Orlov', tz: 'Europe/Moscow', locale: 'ru-RU' },
  { id: 'U3CARLA', name: 'carla', real_name: 'Carla Rossi', tz: 'Europe/Rome', locale: 'en-GB' },
];

/** A small workspace: three people and the bot in one private channel; the test states what differs. */
export function sampleWorkspace(more: { users?: PersonSpec[]; channels?: ChannelSpec[] } = {}): WorkspaceSpec {
  const users = [...PEOPLE, ...(more.users ?? [])];
  const team: ChannelSpec = {
    id: 'C1TEAM',
    name: 'team',
    is_private: true,
    members: [...PEOPLE.map((person) => person.id), APP.botUserId],
  };
  return {
    team: { id: 'T0AGENCY', name: 'Sample agency', domain: 'sample-agency' },
    app: APP,
    users,
    channels: [team, ...(more.channels ?? [])],
  };
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSlackClients } from '../../../src/slack/clients.ts';
import { createDirectory } from '../../../src/slack/guard/directory.ts';
import { limited, refuse, type ScriptedSlack, startScriptedSlack } from '../outbox/scripted-slack.ts';
import { aUser } from './sample-people.ts';

let slack: ScriptedSlack;
let now: number;

beforeEach(async () => {
  now = Date.parse('2026-11-02T09:00:00Z');
  slack = await startScriptedSlack({
    'users.info': ({ user }) => ({ ok: true, user: aUser({ id: user ?? '' }) }),
  });
});
afterEach(() => slack.close());

function openDirectory() {
  const { reads } = createSlackClients({ token: 'xoxb-test', slackApiUrl: slack.slackApiUrl });
  return createDirectory({ reads, teamId: 'T1', clock: () => new Date(now) });
}
const people = (count: number) => Array.from({ length: count }, (_, index) => `U${index + 1}`);

describe('find', () => {
  it('asks with the locale, once for all who ask at the same moment', async () => {
    const directory = openDirectory();
    const [one, two] = await Promise.all([directory.find('U5'), directory.find('U5')]);
    expect([one.id, two.locale]).toEqual(['U5', 'en-US']);
    expect(slack.callsOf('users.info')).toEqual([{ user: 'U5', include_locale: 'true' }]);
  });

  it('remembers for ten minutes, or until told that the person changed', async () => {
    const directory = openDirectory();
    await directory.find('U5');
    now += 9 * 60_000;
    await directory.find('U5');
    expect(slack.callsOf('users.info')).toHaveLength(1);
    directory.forget('U5');
    await directory.find('U5');
    now += 10 * 60_000;
    await directory.find('U5');
    expect(slack.callsOf('users.info')).toHaveLength(3);
  });

  it.each([
    ['unknown to Slack', () => refuse('user_not_found')],
    ['not to be asked for now', () => limited(30)],
    ['without an answer', () => ({ ok: true })],
  ])('puts somebody %s outside', async (_title, script) => {
    slack.on('users.info', script);
    expect((await openDirectory().find('U5')).isOutside).toBe(true);
  });

  it('asks again soon after a failure', async () => {
    slack.on('users.info', () => limited(1));
    const directory = openDirectory();
    await directory.find('U5');
    slack.on('users.info', () => ({ ok: true, user: aUser({ id: 'U5' }) }));
    now += 6_000;
    expect((await directory.find('U5')).isOutside).toBe(false);
  });
});

describe('lookUpAll', () => {
  it('asks for each of a few', async () => {
    expect(await openDirectory().findAll(people(59))).toHaveLength(59);
    expect(slack.callsOf('users.list')).toHaveLength(0);
    expect(slack.callsOf('users.info')).toHaveLength(59);
  });

  it('reads the list page by page for many, and asks only for those who are not in it', async () => {
    const pages = [people(40), people(60).slice(40)];
    slack.on('users.list', ({ cursor }) => ({
      ok: true,
      members: pages[cursor === 'second' ? 1 : 0]?.map((id) => aUser({ id })),
      response_metadata: { next_cursor: cursor === 'second' ? '' : 'second' },
    }));
    slack.on('users.info', ({ user }) => ({ ok: true, user: aUser({ id: user ?? '', team_id: 'T9' }) }));
    const found = await openDirectory().findAll([...people(60), 'UOUT']);
    expect(found.filter(({ isOutside }) => isOutside).map(({ id }) => id)).toEqual(['UOUT']);
    expect(slack.callsOf('users.list')).toHaveLength(2);
    expect(slack.callsOf('users.info')).toHaveLength(1);
  });

  it('does not trust the list about somebody who changed while it was read', async () => {
    const directory = openDirectory();
    slack.on('users.list', () => {
      directory.forget('U5');
      return { ok: true, members: people(60).map((id) => aUser({ id })) };
    });
    slack.on('users.info', ({ user }) => ({ ok: true, user: aUser({ id: user ?? '', is_restricted: true }) }));
    const found = await directory.findAll(people(60));
    expect(found.filter(({ isGuest }) => isGuest).map(({ id }) => id)).toEqual(['U5']);
  });

  it('reads the list too when the look-ups of a minute add up, and not again within it', async () => {
    slack.on('users.list', () => ({ ok: true, members: people(100).map((id) => aUser({ id })) }));
    const directory = openDirectory();
    for (const id of people(59)) await directory.findAll([id]);
    expect(slack.callsOf('users.list')).toHaveLength(0);
    await directory.findAll(['U60']);
    await vi.waitFor(() => expect(slack.callsOf('users.list')).toHaveLength(1));
    await vi.waitFor(async () => {
      const before = slack.callsOf('users.info').length;
      await directory.findAll(people(100));
      expect(slack.callsOf('users.info')).toHaveLength(before);
    });
    await directory.findAll(['UOUT']);
    expect(slack.callsOf('users.list')).toHaveLength(1);
  });

  it('goes on with the list where a limit stopped it, knows who was on the pages so far, and asks for no other', async () => {
    const pages = [people(60), people(120).slice(60)];
    slack.on('users.list', ({ cursor }) => {
      if (cursor === 'second' && now < Date.parse('2026-11-02T09:00:30Z')) return limited(30);
      const members = pages[cursor === 'second' ? 1 : 0]?.map((id) => aUser({ id }));
      return { ok: true, members, response_metadata: { next_cursor: cursor === 'second' ? '' : 'second' } };
    });
    const directory = openDirectory();
    const count = (lookups: { retryAfterMs: number | null }[]) =>
      lookups.filter(({ retryAfterMs }) => retryAfterMs === null).length;
    expect(count(await directory.lookUpAll(people(120)))).toBe(60);
    expect(count(await directory.lookUpAll(people(120)))).toBe(60);
    expect(slack.callsOf('users.list')).toHaveLength(2);
    now += 30_000;
    expect(count(await directory.lookUpAll(people(120)))).toBe(120);
    expect(slack.callsOf('users.list').map(({ cursor }) => cursor)).toEqual([undefined, 'second', 'second']);
    expect(slack.callsOf('users.info')).toEqual([]);
  });

  it('tells how soon to ask again, and stops asking at the first failure', async () => {
    slack.on('users.info', () => limited(7));
    const lookups = await openDirectory().lookUpAll(people(50));
    expect(new Set(lookups.map(({ retryAfterMs }) => retryAfterMs))).toEqual(new Set([7_000]));
    expect(slack.callsOf('users.info').length).toBeLessThanOrEqual(5);
  });

  it('takes "no such user" for an answer', async () => {
    slack.on('users.info', () => refuse('user_not_found'));
    expect(await openDirectory().lookUpAll(['U5'])).toMatchObject([{ retryAfterMs: null }]);
  });
});

describe('countFullMembers', () => {
  it('counts neither bots nor guests nor deactivated nor outside people', async () => {
    const users = [{}, {}, { is_bot: true }, { is_restricted: true }, { deleted: true }, { team_id: 'T9' }];
    slack.on('users.list', () => ({ ok: true, members: users.map((user, i) => aUser({ id: `U${i}`, ...user })) }));
    const directory = openDirectory();
    expect([await directory.countFullMembers(), await directory.countFullMembers()]).toEqual([2, 2]);
    expect(slack.callsOf('users.list')).toHaveLength(1);
  });

  it.each([
    ['Slack refuses', () => refuse('missing_scope')],
    ['the list has no end', () => ({ ok: true, members: [], response_metadata: { next_cursor: 'more' } })],
  ])('is null when %s', async (_title, script) => {
    slack.on('users.list', script);
    expect(await openDirectory().countFullMembers()).toBeNull();
  });
});

describe('findAdmins', () => {
  it('gives admins and owners who are one of us, and asks once', async () => {
    const users = [
      {},
      { is_admin: true },
      { is_owner: true },
      { is_admin: true, deleted: true },
      { is_admin: true, is_restricted: true },
    ];
    slack.on('users.list', () => ({ ok: true, members: users.map((user, i) => aUser({ id: `U${i}`, ...user })) }));
    const directory = openDirectory();
    expect([await directory.findAdmins(), await directory.findAdmins()]).toEqual([
      ['U1', 'U2'],
      ['U1', 'U2'],
    ]);
    expect(slack.callsOf('users.list')).toHaveLength(1);
  });

  it('is null when Slack refuses, and does not ask again at once', async () => {
    slack.on('users.list', () => refuse('missing_scope'));
    const directory = openDirectory();
    expect([await directory.findAdmins(), await directory.findAdmins()]).toEqual([null, null]);
    expect(slack.callsOf('users.list')).toHaveLength(1);
  });
});

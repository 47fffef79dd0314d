import { describe, expect, it } from 'vitest';
import { type SlackUser, toMember, unknownMember } from '../../../src/slack/guard/to-member.ts';
import { aMember, aUser } from './sample-people.ts';

const read = (overrides: Partial<SlackUser>) => toMember(aUser(overrides), { id: overrides.id ?? 'U1', teamId: 'T1' });

describe('toMember', () => {
  it('takes a full member for what they are', () => {
    const user = aUser({ profile: { display_name: 'Mara', real_name: 'Mara Lind', team: 'T1' }, is_admin: true });
    expect(toMember(user, { id: 'U1', teamId: 'T1' })).toEqual(
      aMember({ fullName: 'Mara Lind', isAdmin: true, locale: 'en-US', timeZone: 'Europe/Berlin' }),
    );
  });

  it.each<[string, Partial<SlackUser>]>([
    ['a team that is not ours', { team_id: 'T2' }],
    ['a stranger', { is_stranger: true }],
    ['a profile of another team', { profile: { team: 'T2' } }],
    ['an organisation without our workspace', { team_id: 'T2', enterprise_user: { teams: ['T2', 'T3'] } }],
    ['a stranger of our organisation', { is_stranger: true, enterprise_user: { teams: ['T1'] } }],
  ])('puts %s outside', (_title, overrides) => {
    expect(read(overrides).isOutside).toBe(true);
  });

  it('puts somebody without a team outside', () => {
    expect(toMember({ id: 'U1' }, { id: 'U1', teamId: 'T1' }).isOutside).toBe(true);
  });

  it('keeps a person of a sister workspace who is in ours inside', () => {
    const user = { team_id: 'T2', profile: { team: 'T2' }, enterprise_user: { teams: ['T2', 'T1'] } };
    expect(read(user).isOutside).toBe(false);
  });

  it.each<[Partial<SlackUser>]>([
    [{ is_bot: true }],
    [{ is_workflow_bot: true }],
    [{ is_connector_bot: true }],
    [{ id: 'USLACKBOT', is_bot: false }],
  ])('knows a bot by %j', (overrides) => {
    expect(read(overrides).isBot).toBe(true);
  });

  it.each<[Partial<SlackUser>, object]>([
    [{ deleted: true }, { isDeactivated: true }],
    [{ is_restricted: true }, { isGuest: true }],
    [{ is_ultra_restricted: true }, { isGuest: true }],
    [{ is_owner: true }, { isAdmin: true }],
    [{}, { isAdmin: false, isGuest: false, isDeactivated: false, isBot: false, isOutside: false }],
  ])('reads %j as %j', (overrides, expected) => {
    expect(read(overrides)).toMatchObject(expected);
  });

  it('has no locale and zone where Slack sends none', () => {
    expect(toMember({ team_id: 'T1' }, { id: 'U1', teamId: 'T1' })).toMatchObject({
      ...{ name: 'U1', locale: null, timeZone: null },
    });
  });
});

describe('unknownMember', () => {
  it('is outside and no admin', () => {
    expect(unknownMember('U9')).toEqual(aMember({ id: 'U9', name: 'U9', isOutside: true }));
  });
});

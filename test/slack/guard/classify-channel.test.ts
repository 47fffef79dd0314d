import { describe, expect, it } from 'vitest';
import type { Member } from '../../../src/domain/member.ts';
import { type ChannelInfo, classifyChannel, refused } from '../../../src/slack/guard/classify-channel.ts';
import type { Lookup } from '../../../src/slack/guard/directory.ts';
import { aChannel, aMember, US } from './sample-people.ts';

const known = (overrides: Partial<Member>): Lookup => ({ member: aMember(overrides), retryAfterMs: null });
const unanswered = (id: string, retryAfterMs: number): Lookup => ({
  member: aMember({ id, isOutside: true }),
  retryAfterMs,
});
const BOT = known({ id: 'UBOT', isBot: true });
const classify = (info: Partial<ChannelInfo>, lookups = [known({}), BOT]) =>
  classifyChannel(aChannel(info), lookups, US);

describe('classifyChannel by what the channel says', () => {
  it.each<[Partial<ChannelInfo>, string]>([
    [{ is_ext_shared: true }, 'external'],
    [{ is_ext_shared: true, is_archived: true }, 'external'],
    [{ connected_team_ids: ['T1', 'T7'] }, 'external'],
    [{ connected_limited_team_ids: ['T7'] }, 'external'],
    [{ connected_team_ids: ['T2', 'T7'], internal_team_ids: ['T2'] }, 'external'],
    [{ is_shared: true }, 'external'],
    [{ is_pending_ext_shared: true }, 'pending_external'],
    [{ pending_connected_team_ids: ['T7'] }, 'pending_external'],
    [{ pending_shared: ['T7'] }, 'pending_external'],
    [{ is_im: true }, 'direct_message'],
    [{ is_mpim: true }, 'direct_message'],
    [{ is_archived: true }, 'archived'],
    [{ is_member: false }, 'not_member'],
  ])('refuses %j as %s', (info, reason) => {
    expect(classify(info)).toEqual(refused(reason as 'external'));
  });

  it.each<[string, Partial<ChannelInfo>]>([
    ['has no flag at all', {}],
    ['is shared within our organisation', { is_shared: true, is_org_shared: true, is_ext_shared: false }],
    ['is connected to our own workspaces only', { connected_team_ids: ['T1', 'T2'], internal_team_ids: ['T2'] }],
    ['was shared once', { is_shared: false, is_ext_shared: false, connected_team_ids: [] }],
  ])('accepts a channel that %s', (_title, info) => {
    expect(classify(info).ok).toBe(true);
  });
});

describe('classifyChannel by its members', () => {
  it('names the guests among them', () => {
    const lookups = [known({}), known({ id: 'U2', isGuest: true }), known({ id: 'U3', isGuest: true }), BOT];
    expect(classify({}, lookups)).toMatchObject({ ok: false, reason: 'guests', wrongReaders: ['U2', 'U3'] });
  });

  it('names outside members before guests, and both as wrong readers', () => {
    const lookups = [known({ id: 'U2', isGuest: true }), known({ id: 'U3', isOutside: true }), BOT];
    expect(classify({}, lookups)).toMatchObject({ ok: false, reason: 'outsiders', wrongReaders: ['U2', 'U3'] });
  });

  it('is unknown while somebody could not be looked up', () => {
    const lookups = [unanswered('U2', 3_000), unanswered('U3', 9_000), BOT];
    expect(classify({}, lookups)).toEqual(refused('unknown', 9_000));
  });

  it('refuses for a known guest though others could not be looked up', () => {
    const lookups = [unanswered('U2', 3_000), known({ id: 'U3', isGuest: true }), BOT];
    expect(classify({}, lookups)).toMatchObject({ reason: 'guests', wrongReaders: ['U3'], retryAfterMs: null });
  });

  it('refuses when our bot is not among them, whatever the flag says', () => {
    expect(classify({ is_member: true }, [known({})])).toEqual(refused('not_member'));
  });

  it('leaves a deactivated guest and a foreign bot out, not counting them as readers', () => {
    const gone = known({ id: 'U2', name: 'Jo', isGuest: true, isDeactivated: true });
    const bot = known({ id: 'U3', name: 'Builds', isBot: true, isOutside: true });
    expect(classify({}, [known({}), gone, bot, BOT])).toEqual({
      ok: true,
      channel: {
        ...{ id: 'C1', name: 'northwind', isPrivate: true, memberIds: ['U1'] },
        leftOut: [
          { name: 'Jo', reason: 'deactivated' },
          { name: 'Builds', reason: 'bot' },
        ],
      },
    });
  });

  it('takes a channel of unknown privacy as public', () => {
    const { is_private: _, ...info } = aChannel();
    expect(classifyChannel(info, [BOT], US)).toMatchObject({ ok: true, channel: { isPrivate: false } });
  });
});

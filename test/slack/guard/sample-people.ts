import type { ConversationsInfoResponse } from '@slack/web-api';
import type { Member } from '../../../src/domain/member.ts';
import type { SlackUser } from '../../../src/slack/guard/to-member.ts';

export const US = { teamId: 'T1', botUserId: 'UBOT' } as const;

export function aUser(overrides: Partial<SlackUser> = {}): SlackUser {
  return { id: 'U1', team_id: 'T1', name: 'mara', tz: 'Europe/Berlin', locale: 'en-US', ...overrides };
}

export function aMember(overrides: Partial<Member> = {}): Member {
  const none = { isDeactivated: false, isBot: false, isGuest: false, isOutside: false, isAdmin: false };
  return { id: 'U1', name: 'Mara', ...none, locale: null, timeZone: null, ...overrides };
}

export function aChannel(
  overrides: Partial<NonNullable<ConversationsInfoResponse['channel']>> = {},
): NonNullable<ConversationsInfoResponse['channel']> {
  return { id: 'C1', name: 'northwind', is_channel: true, is_private: true, is_member: true, ...overrides };
}

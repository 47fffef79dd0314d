import type { UsersInfoResponse } from '@slack/web-api';
import type { Member } from '../../domain/member.ts';

/** A person as `users.info` and `users.list` give them. */
export type SlackUser = NonNullable<UsersInfoResponse['user']>;

/**
 * Reads what Slack says of a person. What it does not say is decided against trust: without a team, outside; not called an
 * admin, no admin. In an Enterprise organisation a person of another of its workspaces is one of us when ours is in their list.
 */
export function toMember(user: SlackUser, { id, teamId }: { id: string; teamId: string }): Member {
  const { profile } = user;
  const fullName = profile?.real_name || user.real_name;
  return {
    id,
    name: profile?.display_name || fullName || user.name || id,
    ...(fullName ? { fullName } : {}),
    isDeactivated: user.deleted === true,
    // Slackbot says is_bot: false of itself.
    isBot:
      user.is_bot === true || user.is_workflow_bot === true || user.is_connector_bot === true || id === 'USLACKBOT',
    isGuest: user.is_restricted === true || user.is_ultra_restricted === true,
    isOutside: user.is_stranger === true || !isOfTeam(user, teamId),
    isAdmin: user.is_admin === true || user.is_owner === true || user.is_primary_owner === true,
    locale: user.locale ?? null,
    timeZone: user.tz ?? null,
  };
}

function isOfTeam(user: SlackUser, teamId: string): boolean {
  if (user.enterprise_user?.teams?.includes(teamId)) return true;
  return user.team_id === teamId && (user.profile?.team === undefined || user.profile.team === teamId);
}

/** Whether Slack said nothing of this person. */
export function isUnknown({ id, name, isOutside, locale, timeZone }: Member): boolean {
  return isOutside && name === id && locale === null && timeZone === null;
}

/** The person of whom nothing is known: outside, and so never asked and never shown anything. */
export function unknownMember(id: string): Member {
  return {
    id,
    name: id,
    isDeactivated: false,
    isBot: id === 'USLACKBOT',
    isGuest: false,
    isOutside: true,
    isAdmin: false,
    locale: null,
    timeZone: null,
  };
}

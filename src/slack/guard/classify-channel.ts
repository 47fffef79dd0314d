import type { ConversationsInfoResponse } from '@slack/web-api';
import { isWrongReader, type MemberRefusal, memberRefusal } from '../../domain/member.ts';
import type { ChannelRefusal } from '../../domain/post.ts';
import type { Lookup } from './directory.ts';

/** A channel as `conversations.info` gives it. */
export type ChannelInfo = NonNullable<ConversationsInfoResponse['channel']>;

export type Us = { readonly teamId: string; readonly botUserId: string };

export type ChannelVerdict =
  | {
      readonly ok: true;
      readonly channel: {
        readonly id: string;
        readonly name: string;
        /** Missing counts as public: then the start form says how many could read it. */
        readonly isPrivate: boolean;
        /** The members who can be invited to a review: no bots, nobody deactivated. */
        readonly memberIds: readonly string[];
        /** The others, bar the app itself, and why. */
        readonly leftOut: readonly { readonly name: string; readonly reason: MemberRefusal }[];
      };
    }
  | ChannelRefused;

export type ChannelRefused = {
  readonly ok: false;
  readonly reason: ChannelRefusal;
  /** Guests and outside members who would read along. */
  readonly wrongReaders: readonly string[];
  /** For `unknown`: how soon asking again may help; null when it will not help by itself. */
  readonly retryAfterMs: number | null;
};

/** A refusal for which nobody in particular is the reason. */
export function refused(reason: ChannelRefusal, retryAfterMs: number | null = null): ChannelRefused {
  return { ok: false, reason, wrongReaders: [], retryAfterMs };
}

/**
 * Whether clients may be discussed in a channel (product: never in front of the client), given everything Slack says of it and of
 * each of its members. Pure. A member who could not be looked up makes the channel `unknown`, unless a known one refuses it.
 */
export function classifyChannel(info: ChannelInfo, lookups: readonly Lookup[], us: Us): ChannelVerdict {
  const reason = refuseByInfo(info, us.teamId);
  if (reason !== null) return refused(reason);
  const known = lookups.filter(({ retryAfterMs }) => retryAfterMs === null).map(({ member }) => member);
  const wrong = known.filter(isWrongReader);
  if (wrong.length > 0) {
    const readers = { wrongReaders: wrong.map(({ id }) => id), retryAfterMs: null };
    return { ok: false, reason: wrong.some(({ isOutside }) => isOutside) ? 'outsiders' : 'guests', ...readers };
  }
  if (known.length < lookups.length)
    return refused('unknown', Math.max(...lookups.map((one) => one.retryAfterMs ?? 0)));
  if (!lookups.some(({ member }) => member.id === us.botUserId)) return refused('not_member');
  const memberIds = known.filter((member) => memberRefusal(member) === null).map(({ id }) => id);
  const leftOut = known.flatMap((member) => {
    const refusal = member.id === us.botUserId ? null : memberRefusal(member);
    return refusal === null ? [] : [{ name: member.name, reason: refusal }];
  });
  const name = info.name ?? '';
  return { ok: true, channel: { id: info.id ?? '', name, isPrivate: info.is_private === true, memberIds, leftOut } };
}

/** What the channel itself says against it, before any member is looked at. A flag Slack does not send is not set. */
export function refuseByInfo(info: ChannelInfo, teamId: string): ChannelRefusal | null {
  if (info.is_im === true || info.is_mpim === true) return 'direct_message';
  const internal = [teamId, ...(info.internal_team_ids ?? [])];
  const hasForeign = (...teams: (readonly string[] | undefined)[]) =>
    teams.some((ids) => ids?.some((id) => !internal.includes(id)));
  const isSharedSomehow = info.is_shared === true && info.is_org_shared !== true && info.is_ext_shared === undefined;
  if (info.is_ext_shared === true || isSharedSomehow) return 'external';
  if (hasForeign(info.connected_team_ids, info.connected_limited_team_ids)) return 'external';
  if (info.is_pending_ext_shared === true) return 'pending_external';
  if (hasForeign(info.pending_connected_team_ids, info.pending_shared)) return 'pending_external';
  if (info.is_archived === true) return 'archived';
  return info.is_member === false ? 'not_member' : null;
}

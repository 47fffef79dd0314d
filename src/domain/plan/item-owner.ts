import { type Member, type MemberRefusal, memberRefusal } from '../member.ts';

export type OwnerRefusal = MemberRefusal | 'owner_unknown' | 'not_in_team';

/** Who may own something about a client. */
export type OwnerCircle = {
  /** Slack ids of the client's account team. */
  readonly teamIds: readonly string[];
  readonly isManager: boolean;
};

/**
 * Why a person cannot own an item or a step of a client; null when they can: somebody of its account team, or a manager, and never a
 * guest, a bot, an outside or a deactivated account (product: rules of conduct). `member` is null when Slack does not know them.
 */
export function ownerRefusal(member: Member | null, { teamIds, isManager }: OwnerCircle): OwnerRefusal | null {
  if (member === null) return 'owner_unknown';
  const refusal = memberRefusal(member);
  if (refusal !== null) return refusal;
  return isManager || teamIds.includes(member.id) ? null : 'not_in_team';
}

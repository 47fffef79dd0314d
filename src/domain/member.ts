/** What is known of a person in Slack; anything not known counts against them (product: rules of conduct). */
export type Member = {
  readonly id: string;
  /** What colleagues call them. */
  readonly name: string;
  /** First and last name, as it stands under a letter; left out where Slack does not say. */
  readonly fullName?: string;
  readonly isDeactivated: boolean;
  readonly isBot: boolean;
  readonly isGuest: boolean;
  /** Of another organisation, or not certain to be of ours. */
  readonly isOutside: boolean;
  readonly isAdmin: boolean;
  /** Slack's locale such as en-US; null when Slack does not say. */
  readonly locale: string | null;
  readonly timeZone: string | null;
};

export type MemberRefusal = 'deactivated' | 'bot' | 'guest' | 'outside';

/** Why a person cannot be invited to a review; null when they can. */
export function memberRefusal(member: Member): MemberRefusal | null {
  if (member.isDeactivated) return 'deactivated';
  if (member.isBot) return 'bot';
  if (member.isOutside) return 'outside';
  return member.isGuest ? 'guest' : null;
}

/** A reader who turns a channel into one where clients are not discussed. */
export function isWrongReader(member: Member): boolean {
  return !member.isDeactivated && !member.isBot && (member.isGuest || member.isOutside);
}

/** Managers are those named in the settings; until somebody is, Slack's admins and owners and who installed the app (product: people). */
export function isManager(
  member: Member,
  { managerIds, installerId }: { readonly managerIds: readonly string[]; readonly installerId: string | null },
): boolean {
  if (memberRefusal(member) !== null) return false;
  return managerIds.length > 0 ? managerIds.includes(member.id) : member.isAdmin || member.id === installerId;
}

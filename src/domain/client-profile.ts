import type { Role } from './answer.ts';
import type { Client } from './client.ts';
import type { Language } from './language.ts';

/** Somebody of a client's account team. */
export type AccountMember = {
  readonly userId: string;
  readonly role: Role;
  /** In the team because the client's user group has them; they leave it with the group. */
  readonly isFromGroup: boolean;
};

/** The Slack user group that a client's account team follows. */
export type FollowedGroup = {
  readonly id: string;
  readonly name: string;
  /** Deleted or disabled in Slack: the team stays as it was then. */
  readonly isGone: boolean;
};

/** What a manager sets up for a client. */
export type ClientFields = {
  readonly name: string;
  /** Each person once, in any order. */
  readonly team: readonly AccountMember[];
  readonly userGroup: FollowedGroup | null;
  /** Empty: the workspace's managers. */
  readonly managerIds: readonly string[];
  readonly channelId: string | null;
  readonly monthlyRevenue: number | null;
  /** ISO 4217; null: the workspace's. */
  readonly currency: string | null;
  /** YYYY-MM-DD. */
  readonly contractEnd: string | null;
  readonly noticeDays: number | null;
  /** In which we write to the client. */
  readonly language: Language | null;
  readonly hasPulse: boolean;
};

export const CLIENT_FIELDS = [
  'name',
  'team',
  'userGroup',
  'managerIds',
  'channelId',
  'monthlyRevenue',
  'currency',
  'contractEnd',
  'noticeDays',
  'language',
  'hasPulse',
] as const satisfies readonly (keyof ClientFields)[];
export type ClientField = (typeof CLIENT_FIELDS)[number];

/** A client with everything that was set up for it. */
export type ClientProfile = ClientFields & Pick<Client, 'id' | 'status' | 'isArchived'>;

/** Whether the weekly pulse asks about a client and the digest tells of it: not once it is archived or we have parted. */
export function isWatched({ status, isArchived, hasPulse }: Pick<ClientProfile, 'status' | 'isArchived' | 'hasPulse'>) {
  return hasPulse && !isArchived && status !== 'parted';
}

/** The largest account team: as many people as a review can invite. */
export const MAX_ACCOUNT_TEAM = 50;
export const MAX_NOTICE_DAYS = 3650;
export const MAX_REVENUE = 1_000_000_000_000;

/** A client of which only the name is known. */
export function emptyFields(name: string): ClientFields {
  return {
    ...{ name, team: [], userGroup: null, managerIds: [], channelId: null, monthlyRevenue: null },
    ...{ currency: null, contractEnd: null, noticeDays: null, language: null, hasPulse: true },
  };
}

/** A field in one comparable piece of text: two that mean the same are the same, in whatever order people were named. */
export function fieldKey(fields: ClientFields, field: ClientField): string {
  switch (field) {
    case 'team':
      return JSON.stringify(fields.team.map(({ userId, role }) => `${userId} ${role}`).sort());
    case 'managerIds':
      return JSON.stringify([...fields.managerIds].sort());
    case 'userGroup':
      return fields.userGroup?.id ?? '';
    default:
      return JSON.stringify(fields[field]);
  }
}

/** The fields that differ. */
export function changedFields(before: ClientFields, after: ClientFields): ClientField[] {
  return CLIENT_FIELDS.filter((field) => fieldKey(before, field) !== fieldKey(after, field));
}

/** A short mark for each field of what a form showed; a mark that differs now tells that somebody changed the field meanwhile. */
export type FieldMarks = Readonly<Record<ClientField, string>>;

export type EditPlan = {
  readonly fields: ClientFields;
  /** Changed by this person and, to something else, by another one since the form was opened. */
  readonly clashes: readonly ClientField[];
};

/**
 * Puts an edit together with what others saved while the form was open: what the person left as it was shown stays as it is now,
 * what they changed is theirs. Where both changed one field to different things, nothing is decided here: that is a clash.
 */
export function planEdit(facts: {
  readonly current: ClientFields;
  readonly edited: ClientFields;
  readonly read: FieldMarks;
  readonly markOf: (fields: ClientFields, field: ClientField) => string;
}): EditPlan {
  const { current, edited, read, markOf } = facts;
  const theirs = CLIENT_FIELDS.filter((field) => markOf(current, field) !== read[field]);
  const untouched = theirs.filter((field) => markOf(edited, field) === read[field]);
  const clashes = theirs.filter(
    (field) => !untouched.includes(field) && markOf(edited, field) !== markOf(current, field),
  );
  const kept = Object.fromEntries(untouched.map((field) => [field, current[field]])) as Partial<ClientFields>;
  return { fields: { ...edited, ...kept }, clashes };
}

/**
 * The team once the user group has these members: whoever was there through the group and left it leaves, who is new gets the
 * role they had before, else `other`. People who were named by hand stay.
 */
export function followGroup(
  team: readonly AccountMember[],
  memberIds: readonly string[],
  knownRoles: ReadonlyMap<string, Role>,
): AccountMember[] {
  const members = new Set(memberIds);
  const kept = team.filter(({ userId, isFromGroup }) => !isFromGroup || members.has(userId));
  const known = new Set(kept.map(({ userId }) => userId));
  const added = [...members]
    .filter((userId) => !known.has(userId))
    .map((userId): AccountMember => ({ userId, role: knownRoles.get(userId) ?? 'other', isFromGroup: true }));
  return [...kept, ...added];
}

/** The last day (YYYY-MM-DD) on which notice can be given so that the contract ends on time; null where that is not known. */
export function lastDayOfNotice({
  contractEnd,
  noticeDays,
}: Pick<ClientFields, 'contractEnd' | 'noticeDays'>): string | null {
  if (contractEnd === null || noticeDays === null) return null;
  const end = Date.parse(`${contractEnd}T00:00:00Z`);
  return new Date(end - noticeDays * 24 * 60 * 60_000).toISOString().slice(0, 10);
}

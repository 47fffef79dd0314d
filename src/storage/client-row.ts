import type { Role } from '../domain/answer.ts';
import type { ClientStatus } from '../domain/client.ts';
import type { ClientFields, ClientProfile } from '../domain/client-profile.ts';
import type { Language } from '../domain/language.ts';
import type { AccountMember as MemberRow, Client as Row } from './generated/client.ts';

/** A client's row with the people of its team. */
export type ProfileRow = Row & { accountMembers: MemberRow[] };

/** Reads the team with the client, by id. */
export const WITH_TEAM = { accountMembers: { orderBy: { userId: 'asc' } } } as const;

/** A stored client with everything that was set up for it. */
export function toProfile(row: ProfileRow): ClientProfile {
  const { id, name, status, managerIds, channelId, monthlyRevenue, currency, noticeDays, language, hasPulse } = row;
  const { userGroupId, userGroupName, userGroupGoneAt, contractEnd, archivedAt } = row;
  return {
    ...{ id, name, managerIds, channelId, monthlyRevenue, currency, noticeDays, hasPulse },
    status: status as ClientStatus,
    team: row.accountMembers.map(toAccountMember),
    userGroup:
      userGroupId === null
        ? null
        : { id: userGroupId, name: userGroupName ?? userGroupId, isGone: userGroupGoneAt !== null },
    contractEnd: contractEnd?.toISOString().slice(0, 10) ?? null,
    language: language as Language | null,
    isArchived: archivedAt !== null,
  };
}

/** Somebody of a team, without the client. */
export function toAccountMember({ userId, role, isFromGroup }: MemberRow) {
  return { userId, role: role as Role, isFromGroup };
}

/** What a manager set up, as columns; the team stands in a table of its own. */
export function toRow(fields: ClientFields) {
  const { team: _team, userGroup, contractEnd, managerIds, ...rest } = fields;
  return {
    ...pickColumns(rest),
    managerIds: [...managerIds],
    contractEnd: contractEnd === null ? null : new Date(`${contractEnd}T00:00:00Z`),
    userGroupId: userGroup?.id ?? null,
    userGroupName: userGroup?.name ?? null,
    ...(userGroup?.isGone ? {} : { userGroupGoneAt: null }),
  };
}

/** Only these: a profile has an id and a status besides, which are not set up here. */
function pickColumns(fields: Omit<ClientFields, 'team' | 'userGroup' | 'contractEnd' | 'managerIds'>) {
  const { name, channelId, monthlyRevenue, currency, noticeDays, language, hasPulse } = fields;
  return { name, channelId, monthlyRevenue, currency, noticeDays, language, hasPulse };
}

import type { AccountMember } from '../domain/client-profile.ts';
import { toAccountMember } from './client-row.ts';
import type { Scope } from './scope.ts';

/** Who works with which client, in which role (method 1: account team). */
export function createAccountMemberStore({ db, workspaceId }: Scope) {
  return {
    /** The team of one client, by id. */
    async list(clientId: string): Promise<AccountMember[]> {
      const rows = await db.accountMember.findMany({ where: { workspaceId, clientId }, orderBy: { userId: 'asc' } });
      return rows.map(toAccountMember);
    },

    /** The teams of all clients that are not archived, by the client's id; clients without a team are not in it. */
    async listTeams(): Promise<Map<string, AccountMember[]>> {
      const rows = await db.accountMember.findMany({
        where: { workspaceId, client: { archivedAt: null, isRehearsal: false } },
        orderBy: [{ clientId: 'asc' }, { userId: 'asc' }],
      });
      const teams = new Map<string, AccountMember[]>();
      for (const row of rows) teams.set(row.clientId, [...(teams.get(row.clientId) ?? []), toAccountMember(row)]);
      return teams;
    },

    /** Makes these the team of the client. */
    async replace(clientId: string, team: readonly AccountMember[]): Promise<void> {
      await db.accountMember.deleteMany({ where: { workspaceId, clientId } });
      if (team.length === 0) return;
      const rows = team.map(({ userId, role, isFromGroup }) => ({ workspaceId, clientId, userId, role, isFromGroup }));
      await db.accountMember.createMany({ data: rows });
    },
  };
}

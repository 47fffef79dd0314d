import { ROLES, type Role } from '../../domain/answer.ts';
import { FIELDS } from '../ids.ts';
import type { FormError } from './field-errors.ts';
import type { FormFields } from './form-fields.ts';

export type TeamMember = { readonly userId: string; readonly role: Role };

export type ReadTeam = { readonly team: readonly TeamMember[]; readonly errors: Readonly<Record<string, FormError>> };

/** Nobody is in two roles: the second field with the same person is refused, so that the manager says which one holds. */
export function readTeam(fields: FormFields): ReadTeam {
  const team: TeamMember[] = [];
  const errors: Record<string, FormError> = {};
  const roleOf = new Map<string, Role>();
  for (const role of ROLES) {
    for (const userId of new Set(fields.users(FIELDS.team(role)))) {
      if (roleOf.has(userId)) errors[FIELDS.team(role)] = 'person_in_two_roles';
      roleOf.set(userId, role);
      team.push({ userId, role });
    }
  }
  return { team, errors };
}

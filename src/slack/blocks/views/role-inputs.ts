import type { InputBlock } from '@slack/types';
import { ROLES, type Role } from '../../../domain/answer.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS } from '../../ids.ts';
import { capitalised } from '../building-blocks.ts';
import { peopleInput } from './form-inputs.ts';

/** One field of people for each role. */
export function roleInputs(
  team: readonly { readonly userId: string; readonly role: Role }[],
  t: Messages,
): InputBlock[] {
  return ROLES.map((role) =>
    peopleInput({
      id: FIELDS.team(role),
      label: capitalised(t.vocabulary.role[role]),
      isOptional: true,
      initial: team.filter((person) => person.role === role).map(({ userId }) => userId),
    }),
  );
}

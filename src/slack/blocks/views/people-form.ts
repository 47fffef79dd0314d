import type { ModalView } from '@slack/types';
import { ROLES, type Role } from '../../../domain/answer.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { capitalised } from '../building-blocks.ts';
import { clipAtWord } from '../clip.ts';
import { multiSelectInput, peopleInput, selectInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

export type PeopleFormModel = {
  readonly reviewId: string;
  /** Those whom the review waits for; at most 100, which is what Slack's lists hold. */
  readonly present: readonly { readonly userId: string; readonly name: string; readonly role: Role }[];
};

/** Room for the role behind the name. */
const MAX_NAME_LENGTH = 50;

/** Whom to invite to a review that runs, and whom to wait for no longer. */
export function renderPeopleForm({ reviewId, present }: PeopleFormModel, t: Messages): ModalView {
  const texts = t.desk.people;
  const choices = present.slice(0, 100).map(({ userId, name, role }) => ({
    value: userId,
    text: `${clipAtWord(name, MAX_NAME_LENGTH)} · ${t.vocabulary.role[role]}`,
  }));
  const remove = multiSelectInput({
    id: FIELDS.remove,
    label: texts.remove,
    hint: texts.removeHint,
    isOptional: true,
    placeholder: texts.removePlaceholder,
    groups: [{ label: texts.removeGroup, choices }],
  });
  return formView(
    {
      callbackId: VIEWS.people,
      title: t.desk.title.people,
      submit: t.forms.button.save,
      metadata: encodeTarget({ reviewId }),
      blocks: [
        peopleInput({ id: FIELDS.add, label: texts.add, hint: texts.addHint, isOptional: true, initial: [] }),
        selectInput({
          id: FIELDS.role,
          label: texts.role,
          placeholder: texts.rolePlaceholder,
          groups: [
            {
              label: texts.role,
              choices: ROLES.map((role) => ({ value: role, text: capitalised(t.vocabulary.role[role]) })),
            },
          ],
          initial: ['other'],
        }),
        ...(choices.length === 0 ? [] : [remove]),
      ],
    },
    t,
  );
}

import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Role } from '../../../domain/answer.ts';
import { channelLink, type Mrkdwn, md, safe } from '../../../domain/escaping.ts';
import { MODES, PRESETS } from '../../../domain/review.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import type { FieldErrors } from '../../parse/field-errors.ts';
import { MAX_QUESTION_LENGTH } from '../../parse/form-limits.ts';
import { encodeStartMetadata } from '../../parse/start-metadata.ts';
import { actions, context, section, sections } from '../building-blocks.ts';
import { peopleLine } from '../client-values.ts';
import { rehearsalButton } from '../rehearsal-button.ts';
import { checkboxInput, dateInput, radioInput, selectInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';
import { type LeftOut, leftOutLine } from './left-out.ts';
import { rangeOptions } from './option-range.ts';
import { roleInputs } from './role-inputs.ts';

export type StartFormModel = {
  readonly channelId: string;
  readonly isPublic: boolean;
  readonly openedAt?: Date;
  /** How many people could read a public channel; null when not known. */
  readonly readers: number | null;
  /** In any order; a few thousand at most. */
  readonly clients: readonly { readonly id: string; readonly name: string }[];
  /** A client that exists, or the name of one that does not; nothing for an empty form. */
  readonly prefill: { readonly clientId: string } | { readonly newName: string } | null;
  readonly team: readonly { readonly userId: string; readonly role: Role }[];
  readonly leftOut: readonly LeftOut[];
  /** People of the client's account team who are not in the channel; at most as many as a team has. */
  readonly absent?: readonly string[];
  /** The question to the team as it is filled in; nothing for an empty field. */
  readonly question?: string | null;
  /** What the person who starts the review is told, and nobody else. */
  readonly note?: Mrkdwn | null;
  /** YYYY-MM-DD. */
  readonly defaultDeadline: string;
  /** What was wrong with an earlier attempt that could not be said at a field. */
  readonly errors?: FieldErrors;
};

/** Everything a review needs to start: whose, with whom, who sees what, until when. Private is the default. */
export function renderStartForm(model: StartFormModel, t: Messages): ModalView {
  const texts = t.startForm;
  return formView(
    {
      callbackId: VIEWS.start,
      title: texts.title,
      submit: texts.submit,
      metadata: encodeStartMetadata({
        ...{ channelId: model.channelId, isPublic: model.isPublic },
        ...(model.openedAt ? { openedAt: model.openedAt.toISOString() } : {}),
      }),
      blocks: [
        ...errorBlocks(model.errors ?? {}, t),
        section(texts.intro(channelLink(model.channelId))),
        ...(model.note ? [section(model.note)] : []),
        actions('rehearsal', [rehearsalButton(t)]),
        ...clientInputs(model, t),
        ...teamInputs(model, t),
        ...ritualInputs(model, t),
        ...publicBlocks(model, t),
      ],
    },
    t,
  );
}

function errorBlocks(errors: FieldErrors, t: Messages): KnownBlock[] {
  const keys = [...new Set(Object.values(errors))];
  if (keys.length === 0) return [];
  return sections([t.startForm.errorsIntro, ...keys.map((key) => md`• ${t.forms.errors[key]}`)]);
}

function clientInputs({ clients, prefill }: StartFormModel, t: Messages): KnownBlock[] {
  const texts = t.startForm;
  const newName = prefill !== null && 'newName' in prefill ? prefill.newName : null;
  const chosen = prefill !== null && 'clientId' in prefill ? [prefill.clientId] : [];
  const nameInput = (label: string, isOptional: boolean) =>
    textInput({ id: FIELDS.newClient, label, isOptional, initial: newName, placeholder: texts.newClientPlaceholder });
  if (clients.length === 0) return [nameInput(texts.firstClient, false)];
  const choices = clients.map(({ id, name }) => ({ value: id, text: name }));
  const { groups, shown } = rangeOptions(choices, t.forms.locale, chosen);
  const hint = shown < clients.length ? texts.clientsLeftOut({ shown, total: clients.length }) : undefined;
  return [
    selectInput({
      id: FIELDS.client,
      label: texts.client,
      hint,
      isOptional: true,
      placeholder: texts.clientPlaceholder,
      groups,
      initial: chosen,
    }),
    nameInput(texts.newClient, true),
  ];
}

function teamInputs({ team, leftOut, absent = [] }: StartFormModel, t: Messages): KnownBlock[] {
  return [
    section(t.startForm.team),
    ...roleInputs(team, t),
    ...(leftOut.length === 0 ? [] : [context(leftOutLine(leftOut, t))]),
    ...(absent.length === 0 ? [] : [context(t.clientSetup.start.absent(safe(peopleLine(absent, t))))]),
  ];
}

function ritualInputs({ defaultDeadline, question = null }: StartFormModel, t: Messages): InputBlock[] {
  const texts = t.startForm;
  return [
    radioInput({
      id: FIELDS.mode,
      label: texts.mode,
      choices: MODES.map((value) => ({ value, ...texts.modeOption[value] })),
      initial: 'private',
    }),
    radioInput({
      id: FIELDS.preset,
      label: texts.preset,
      choices: PRESETS.map((value) => ({ value, ...texts.presetOption[value] })),
      initial: 'async',
    }),
    dateInput({
      id: FIELDS.deadline,
      label: texts.deadline,
      hint: texts.deadlineHint,
      isOptional: true,
      initial: defaultDeadline,
    }),
    textInput({
      id: FIELDS.question,
      label: texts.question,
      placeholder: texts.questionPlaceholder,
      initial: question,
      isOptional: true,
      isMultiline: true,
      maxLength: MAX_QUESTION_LENGTH,
    }),
  ];
}

function publicBlocks({ isPublic, readers }: StartFormModel, t: Messages): KnownBlock[] {
  if (!isPublic) return [];
  const { publicWarning, publicLabel, publicConfirm } = t.startForm;
  return [
    section(publicWarning(readers)),
    checkboxInput({ id: FIELDS.publicConfirmed, label: publicLabel, text: publicConfirm }),
  ];
}

import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { type ClientField, type ClientFields, MAX_REVENUE } from '../../../domain/client-profile.ts';
import { type Mrkdwn, md, safe } from '../../../domain/escaping.ts';
import { LANGUAGES } from '../../../domain/language.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { type ClientMetadata, encodeClientMetadata } from '../../parse/client-metadata.ts';
import { context, section } from '../building-blocks.ts';
import { fieldValue } from '../client-values.ts';
import {
  channelInput,
  dateInput,
  numberInput,
  peopleInput,
  radioInput,
  selectInput,
  textInput,
} from './form-inputs.ts';
import { formView } from './form-view.ts';
import { rangeOptions } from './option-range.ts';
import { roleInputs } from './role-inputs.ts';

export type ClientFormModel = {
  readonly fields: ClientFields;
  /** Null: a new client. */
  readonly edited: ClientMetadata | null;
  /** Groups to choose from; null where the workspace does not let us see them: then there is no such field. */
  readonly userGroups: readonly { readonly id: string; readonly name: string }[] | null;
  /** What is used where a client has no currency of its own. */
  readonly usualCurrency: string;
  /** Fields that somebody else changed while the form was open, with what they say now. */
  readonly clashes?: { readonly fields: readonly ClientField[]; readonly current: ClientFields };
};

/** What is set up for a client, the needed things first. */
export function renderClientForm(model: ClientFormModel, t: Messages): ModalView {
  const { form } = t.clientSetup;
  const { fields } = model;
  const clashOf = (field: ClientField) => clashBlocks(model, field, t);
  const name = textInput({ id: FIELDS.clientName, label: form.name, initial: fields.name });
  return formView(
    {
      callbackId: VIEWS.client,
      title: model.edited === null ? form.newTitle : form.editTitle,
      submit: t.forms.button.save,
      metadata: encodeClientMetadata(model.edited),
      blocks: [
        ...(model.clashes ? [section(form.clashIntro)] : []),
        ...clashOf('name'),
        name,
        section(form.team),
        ...clashOf('team'),
        ...roleInputs(fields.team, t),
        ...clashOf('userGroup'),
        ...groupInputs(model, t),
        ...clashOf('managerIds'),
        managersInput(fields, t),
        ...clashOf('channelId'),
        channelField(fields, t),
        ...moneyInputs(model, t),
        ...contractInputs(model, t),
        ...clashOf('hasPulse'),
        pulseInput(fields, t),
      ],
    },
    t,
  );
}

function clashBlocks({ clashes, usualCurrency }: ClientFormModel, field: ClientField, t: Messages): KnownBlock[] {
  if (!clashes?.fields.includes(field)) return [];
  const value: Mrkdwn = fieldValue(clashes.current, field, { t, usualCurrency }) ?? md`${t.clientSetup.form.nothing}`;
  return [context(t.clientSetup.form.clash(safe(value)))];
}

/** A group that is not in the list any more stays chosen: leaving the form as it is changes nothing. */
function groupInputs({ fields, userGroups }: ClientFormModel, t: Messages): InputBlock[] {
  const { form } = t.clientSetup;
  const { userGroup } = fields;
  if (userGroups === null) return [];
  const isListed = userGroup === null || userGroups.some(({ id }) => id === userGroup.id);
  const gone = isListed ? [] : [{ value: userGroup.id, text: form.userGroupGone(userGroup.name) }];
  const choices = [...userGroups.map(({ id, name }) => ({ value: id, text: name })), ...gone];
  if (choices.length === 0) return [];
  const initial = userGroup === null ? [] : [userGroup.id];
  return [
    selectInput({
      id: FIELDS.userGroup,
      label: form.userGroup,
      hint: form.userGroupHint,
      isOptional: true,
      placeholder: form.userGroupPlaceholder,
      groups: rangeOptions(choices, t.forms.locale, initial).groups,
      initial,
    }),
  ];
}

function managersInput({ managerIds }: ClientFields, t: Messages): InputBlock {
  const { managers, managersHint } = t.clientSetup.form;
  return peopleInput({
    id: FIELDS.managers,
    label: managers,
    hint: managersHint,
    isOptional: true,
    initial: managerIds,
  });
}

function channelField({ channelId }: ClientFields, t: Messages): InputBlock {
  const { channel, channelHint, channelPlaceholder } = t.clientSetup.form;
  return channelInput({
    id: FIELDS.channel,
    label: channel,
    hint: channelHint,
    placeholder: channelPlaceholder,
    isOptional: true,
    initial: channelId,
  });
}

function moneyInputs(model: ClientFormModel, t: Messages): KnownBlock[] {
  const { fields, usualCurrency } = model;
  const { revenue, currency, currencyHint } = t.clientSetup.form;
  return [
    ...clashBlocks(model, 'monthlyRevenue', t),
    numberInput({
      id: FIELDS.revenue,
      label: revenue,
      isOptional: true,
      initial: fields.monthlyRevenue,
      min: 0,
      max: MAX_REVENUE,
    }),
    ...clashBlocks(model, 'currency', t),
    textInput({
      id: FIELDS.currency,
      label: currency,
      hint: currencyHint(usualCurrency),
      isOptional: true,
      initial: fields.currency,
    }),
  ];
}

function contractInputs(model: ClientFormModel, t: Messages): KnownBlock[] {
  const { fields } = model;
  const { contractEnd, noticeDays, language, languagePlaceholder } = t.clientSetup.form;
  const languages = LANGUAGES.map((value) => ({ value, text: t.forms.languageName[value] }));
  return [
    ...clashBlocks(model, 'contractEnd', t),
    dateInput({ id: FIELDS.contractEnd, label: contractEnd, isOptional: true, initial: fields.contractEnd }),
    ...clashBlocks(model, 'noticeDays', t),
    textInput({
      id: FIELDS.noticeDays,
      label: noticeDays,
      isOptional: true,
      initial: fields.noticeDays === null ? null : String(fields.noticeDays),
    }),
    ...clashBlocks(model, 'language', t),
    selectInput({
      id: FIELDS.clientLanguage,
      label: language,
      isOptional: true,
      placeholder: languagePlaceholder,
      groups: [{ label: language, choices: languages }],
      initial: fields.language === null ? [] : [fields.language],
    }),
  ];
}

function pulseInput({ hasPulse }: ClientFields, t: Messages): InputBlock {
  const { pulse, pulseOption } = t.clientSetup.form;
  return radioInput({
    id: FIELDS.pulse,
    label: pulse,
    choices: [
      { value: 'on', ...pulseOption.on },
      { value: 'off', ...pulseOption.off },
    ],
    initial: hasPulse ? 'on' : 'off',
  });
}

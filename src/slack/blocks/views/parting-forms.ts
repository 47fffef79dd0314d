import type { ModalView } from '@slack/types';
import { boldLine, escapeText, join, md } from '../../../domain/escaping.ts';
import { CHANNELS } from '../../../domain/parting/channel-choice.ts';
import type { Playbook } from '../../../domain/parting/playbook.ts';
import { MAX_ITEM_LENGTH } from '../../../domain/plan/plan-item.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { PartingStart } from '../../../usecases/begin-parting.ts';
import type { ChannelSuggestion, Checklist } from '../../../usecases/read-parting.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodePartingTarget } from '../../parting-target.ts';
import { context, section } from '../building-blocks.ts';
import { dateInput, radioInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

/** What a form takes of a notice: as much as fits one field. */
export const MAX_NOTICE_FIELD = 3000;

/** Begins the playbook: the end date proposed, with what it rests on, to be changed. */
export function renderPartingBegin(start: Omit<PartingStart, 'ok'>, t: Messages): ModalView {
  const { review, client, mode, planned, isNoticeTooLate, isGoingOn } = start;
  const texts = t.partingForms;
  return formView(
    {
      callbackId: VIEWS.partingBegin,
      title: texts.title.begin,
      submit: texts.submit.begin,
      metadata: encodePartingTarget({ reviewId: review.id }),
      blocks: [
        section(texts.heading(client.name, mode)),
        section(isGoingOn ? texts.begin.goingOn : texts.begin.intro),
        dateInput({ id: FIELDS.endOn, label: texts.begin.label, initial: planned.endOn }),
        context(md`${texts.begin.basis(t.parting.basis[planned.basis])}`),
        ...(isNoticeTooLate && client.noticeDays !== null ? [section(t.parting.noticeTooLate(client.noticeDays))] : []),
      ],
    },
    t,
  );
}

type OfPlaybook = { readonly reviewId: string; readonly playbook: Pick<Playbook, 'endOn'> };

/** Another last day. */
export function renderPartingEnd(
  { reviewId, playbook, shortNoticeDays }: Pick<Checklist, 'shortNoticeDays'> & OfPlaybook,
  t: Messages,
): ModalView {
  const { label, hint } = t.partingForms.end;
  return formView(
    {
      callbackId: VIEWS.partingEnd,
      title: t.partingForms.title.end,
      submit: t.partingForms.submit.save,
      metadata: encodePartingTarget({ reviewId }),
      blocks: [
        ...(shortNoticeDays === null ? [] : [section(t.parting.noticeTooLate(shortNoticeDays))]),
        dateInput({ id: FIELDS.endOn, label, hint, initial: playbook.endOn }),
      ],
    },
    t,
  );
}

/** A step of our own. `formKey`: the same form adds one. */
export function renderPartingAdd(
  { reviewId, formKey, playbook }: OfPlaybook & { readonly formKey: string },
  t: Messages,
): ModalView {
  const { label, due } = t.partingForms.add;
  return formView(
    {
      callbackId: VIEWS.partingAdd,
      title: t.partingForms.title.add,
      submit: t.partingForms.submit.add,
      metadata: encodePartingTarget({ reviewId, formKey }),
      blocks: [
        textInput({ id: FIELDS.text, label, isMultiline: true, maxLength: MAX_ITEM_LENGTH }),
        dateInput({ id: FIELDS.dueOn, label: due, hint: t.parting.endOn(playbook.endOn) }),
      ],
    },
    t,
  );
}

/** What each channel is good for, and the one the record speaks for. Nothing is chosen beforehand. */
export function renderPartingChannel(
  { reviewId, suggested, chosen }: ChannelSuggestion & { readonly reviewId: string },
  t: Messages,
): ModalView {
  const { channel, channelReason, channelAlways } = t.parting;
  const said = t.parting.suggested(channel[suggested.channel].name, channelReason[suggested.because]);
  return formView(
    {
      callbackId: VIEWS.partingChannel,
      title: t.partingForms.title.channel,
      submit: t.partingForms.submit.save,
      metadata: encodePartingTarget({ reviewId }),
      blocks: [
        section(boldLine(escapeText(said))),
        ...CHANNELS.map((id) =>
          section(join([boldLine(escapeText(channel[id].name)), md`+ ${channel[id].good}`, md`– ${channel[id].bad}`])),
        ),
        radioInput({
          id: FIELDS.choice,
          label: t.partingForms.channel.label,
          choices: CHANNELS.map((value) => ({ value, text: channel[value].name })),
          initial: chosen,
        }),
        context(md`${channelAlways}`),
      ],
    },
    t,
  );
}

export type NoticeFormModel = {
  readonly reviewId: string;
  readonly channel: (typeof CHANNELS)[number];
  readonly language: 'en' | 'ru';
  /** Of what somebody saved; null: the words are the draft. */
  readonly version: number | null;
  readonly text: string;
};

/** The notice, to be edited: people send it, the app never does. */
export function renderNoticeForm({ text, version, ...target }: NoticeFormModel, t: Messages): ModalView {
  const texts = t.partingForms.notice;
  return formView(
    {
      callbackId: VIEWS.partingNotice,
      title: t.partingForms.title.notice,
      submit: t.partingForms.submit.save,
      metadata: encodePartingTarget({ ...target, ...(version === null ? {} : { version }) }),
      blocks: [
        section(md`${t.parting.noticeIntro}`),
        context(
          md`${texts.forChannel(t.parting.channel[target.channel].name)} ${texts.inLanguage(t.forms.languageName[target.language])}`,
        ),
        textInput({
          ...{ id: FIELDS.text, label: texts.label, isMultiline: true, maxLength: MAX_NOTICE_FIELD },
          initial: text.slice(0, MAX_NOTICE_FIELD),
        }),
      ],
    },
    t,
  );
}

import type { ModalView } from '@slack/types';
import { CHANNELS } from '../../../src/domain/parting/channel-choice.ts';
import type { NoticeDraft } from '../../../src/domain/parting/notice-draft.ts';
import type { PartingStep } from '../../../src/domain/parting/parting-step.ts';
import { PARTING_MODES, PARTING_STEP_IDS, stepIdsOf } from '../../../src/domain/parting/parting-steps.ts';
import type { Playbook } from '../../../src/domain/parting/playbook.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { renderNotice } from '../../../src/slack/blocks/ephemeral/notice.ts';
import { renderNoticeCopy } from '../../../src/slack/blocks/notice-copy.ts';
import { renderChecklist, renderLastLesson, renderParted } from '../../../src/slack/blocks/parting-checklist.ts';
import { renderPartingSteps } from '../../../src/slack/blocks/parting-step-messages.ts';
import type { RenderedMessage } from '../../../src/slack/blocks/rendered-message.ts';
import { renderLastLessonForm, renderReopenClientForm } from '../../../src/slack/blocks/views/after-parting-forms.ts';
import { renderMessageView } from '../../../src/slack/blocks/views/message-view.ts';
import {
  MAX_NOTICE_FIELD,
  renderNoticeForm,
  renderPartingAdd,
  renderPartingBegin,
  renderPartingChannel,
  renderPartingEnd,
} from '../../../src/slack/blocks/views/parting-forms.ts';
import { renderPartingStepForm } from '../../../src/slack/blocks/views/parting-step-form.ts';
import { renderPartingView } from '../../../src/slack/blocks/views/parting-view.ts';
import type { Checklist } from '../../../src/usecases/read-parting.ts';
import type { ToldSteps } from '../../../src/usecases/read-parting-steps.ts';
import { REVIEW_ID } from '../sample-models.ts';
import type { SampleWords } from './sample-words.ts';
import { messageScreens, type Screen, type Size } from './screen.ts';

const TODAY = '2026-12-02';
const AT = new Date('2026-11-23T10:00:00Z');

function step(at: number, overrides: Partial<PartingStep> = {}): PartingStep {
  return {
    ...{
      id: `${REVIEW_ID.slice(0, -3)}${String(at).padStart(3, '0')}`,
      stepId: null,
      title: null,
      givenById: null,
      giving: 0,
      ownerId: null,
    },
    ...{ dueOn: '2026-12-16', isDateOwn: false, state: 'open', note: null, reason: null, version: 1 },
    ...overrides,
  };
}

/** The playbook as it is begun, or as full of words as it can get. */
function stepsAt(size: Size, { text }: SampleWords): PartingStep[] {
  const planned = stepIdsOf('planned').map((stepId, at) => step(at, { stepId }));
  if (size === 'none') return planned;
  const note = text.slice(0, 1000);
  const own = Array.from({ length: 12 }, (_, at) =>
    step(20 + at, { title: text.slice(0, 500), ownerId: 'U0LENA', note }),
  );
  return [
    ...planned.map((one, at): PartingStep => {
      if (at === 0) return { ...one, ownerId: 'U0LENA', dueOn: '2026-11-30', note };
      return at % 2 === 0
        ? { ...one, state: 'done', note }
        : { ...one, state: 'not_needed', reason: text.slice(0, 500), note };
    }),
    ...own,
  ];
}

function checklistAt(size: Size, words: SampleWords, playbook: Partial<Playbook> = {}): Checklist {
  const isLargest = size === 'largest';
  return {
    ...{ reviewId: REVIEW_ID, clientId: REVIEW_ID, clientName: words.clientName, steps: stepsAt(size, words) },
    ...{
      isParted: playbook.state === 'finished',
      shortNoticeDays: isLargest ? 3650 : null,
      hasNotice: isLargest,
      today: TODAY,
    },
    playbook: {
      ...{ reviewId: REVIEW_ID, clientId: REVIEW_ID, mode: 'planned', endOn: '2027-01-06', basis: 'notice_period' },
      ...{ channel: null, startedById: 'U0MARA', startedAt: AT, state: 'running' },
      ...playbook,
    },
  };
}

function draftAt(
  size: Size,
  { clientName, displayName }: SampleWords,
  overrides: Partial<NoticeDraft> = {},
): NoticeDraft {
  const isLargest = size === 'largest';
  const dates = ['2026-08-05', '2026-09-05', '2026-10-05', '2026-11-05', '2026-11-20'];
  const signals = ['unrealistic_expectations', 'broken_agreements', 'attention_drain'] as const;
  return {
    ...{
      channel: 'email',
      mode: 'planned',
      language: 'en',
      clientName,
      companyName: displayName,
      senderName: displayName,
    },
    ...{
      writtenOn: TODAY,
      endOn: '2027-01-06',
      noticeDays: isLargest ? 3650 : null,
      isThankful: isLargest,
      offersTransition: true,
    },
    reasons: isLargest
      ? signals.map((signal) => ({
          ...{ signal, dates },
          amounts: ['EUR', 'USD', 'GBP'].map((currency) => ({ currency, total: 999_999_999_999 })),
        }))
      : [],
    ...overrides,
  };
}

/** The forms and pages of a parting. */
function partingForms(
  size: Size,
  words: SampleWords,
  t: Messages,
): [renderer: string, name: string, view: ModalView][] {
  const checklist = checklistAt(size, words);
  const client = { name: words.clientName, noticeDays: size === 'largest' ? 3650 : null };
  const begin = (name: string, basis: 'assumed' | 'notice_period' | 'contract_end', isGoingOn: boolean) =>
    [
      'renderPartingBegin',
      `parting begin, ${name}`,
      renderPartingBegin(
        {
          ...{ review: { id: REVIEW_ID } as never, client: client as never, mode: isGoingOn ? 'now' : 'planned' },
          ...{ planned: { endOn: '2027-01-06', basis }, isNoticeTooLate: size === 'largest', isGoingOn },
        },
        t,
      ),
    ] as [string, string, ModalView];
  const form = (name: string, one: PartingStep, isManager: boolean) =>
    [
      'renderPartingStepForm',
      `parting step, ${name}`,
      renderPartingStepForm({ reviewId: REVIEW_ID, step: one, today: TODAY, isManager }, t),
    ] as [string, string, ModalView];
  const note = words.text.slice(0, 1000);
  const notice = { reviewId: REVIEW_ID, version: size === 'largest' ? 7 : null } as const;
  const drafts = (['letter', 'call', 'meeting'] as const).flatMap((kind) =>
    PARTING_MODES.map((mode) => {
      const text = t.parting.notice[kind](draftAt(size, words, { mode }));
      const channel = kind === 'letter' ? 'email' : kind;
      const language = t.forms.locale === 'ru' ? 'ru' : 'en';
      const view = renderNoticeForm({ ...notice, channel, language, text }, t);
      return ['renderNoticeForm', `notice, ${kind}, ${mode}`, view] as [string, string, ModalView];
    }),
  );
  const said = { id: REVIEW_ID, name: words.clientName };
  return [
    begin('first', 'notice_period', false),
    begin('assumed', 'assumed', false),
    begin('contract ends', 'contract_end', false),
    begin('goes on', 'notice_period', true),
    ['renderPartingView', 'checklist, manager', renderPartingView({ ...checklist, isManager: true }, t)],
    ['renderPartingView', 'checklist, member', renderPartingView({ ...checklist, isManager: false }, t)],
    [
      'renderPartingView',
      'checklist, stopped',
      renderPartingView({ ...checklistAt(size, words, { state: 'stopped' }), isManager: true }, t),
    ],
    [
      'renderPartingView',
      'checklist, finished',
      renderPartingView({ ...checklistAt(size, words, { state: 'finished' }), isManager: true }, t),
    ],
    ...PARTING_STEP_IDS.map((stepId) =>
      form(stepId, step(1, { stepId, note: size === 'largest' ? note : null }), true),
    ),
    form('of one’s own', step(2, { stepId: 'hand_over', ownerId: 'U0LENA' }), false),
    form('added', step(3, { title: words.text.slice(0, 500) }), true),
    form('done', step(4, { stepId: 'debrief', state: 'done', note }), true),
    form('not needed', step(5, { stepId: 'debrief', state: 'not_needed', reason: words.text.slice(0, 500) }), true),
    ['renderPartingEnd', 'parting end', renderPartingEnd(checklist, t)],
    ['renderPartingAdd', 'parting add', renderPartingAdd({ ...checklist, formKey: REVIEW_ID }, t)],
    ...CHANNELS.map((channel, at): [string, string, ModalView] => {
      const because = (['money_at_stake', 'simple', 'delicate'] as const)[at] ?? 'simple';
      const model = { reviewId: REVIEW_ID, suggested: { channel, because }, chosen: at === 0 ? null : channel };
      return ['renderPartingChannel', `parting channel, ${channel}`, renderPartingChannel(model, t)];
    }),
    ...drafts,
    ['renderReopenClientForm', 'reopen client', renderReopenClientForm(said, t)],
    ...(['open', 'private'] as const).map((mode): [string, string, ModalView] => [
      'renderLastLessonForm',
      `last lesson form, ${mode}`,
      renderLastLessonForm({ reviewId: REVIEW_ID, clientName: words.clientName, mode, formKey: REVIEW_ID }, t),
    ]),
    ...Object.entries({
      reopened: t.partingForms.reopenClient.done(words.clientName),
      lesson: t.partingForms.lesson.done,
    }).map(([name, text]): [string, string, ModalView] => [
      'renderMessageView',
      `parting, ${name}`,
      renderMessageView({ title: t.partingForms.title.lesson, text }, t),
    ]),
  ];
}

/** Steps that somebody is told of: one that is theirs, or a full list of which some are settled. */
function toldAt(size: Size, words: SampleWords): ToldSteps {
  const owned = stepsAt(size, words).map((one): PartingStep => ({ ...one, ownerId: 'U0LENA', dueOn: '2026-11-30' }));
  const some = size === 'largest' ? owned : owned.slice(0, 1);
  const steps = some.map((one, at) => ({ step: one, isNews: true, isTheirs: one.state === 'open' && at !== 20 }));
  return { reviewId: REVIEW_ID, clientName: words.clientName, givenById: 'U0MARA', steps, today: TODAY };
}

/** What people see of a parting: the checklist, its forms, the notice, and what comes after. */
export function partingScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  const { clientName } = words;
  const message = (
    name: string,
    renderer: string,
    messages: readonly RenderedMessage[],
    group: Screen['group'] = 'In the channel',
  ) => messageScreens({ name, group, renderers: [renderer] }, messages);
  const now = checklistAt(size, words, { mode: 'now', basis: 'chosen' });
  const refusals = { ...t.parting.refused, ...t.partingForms.refused };
  return [
    ...message('parting checklist', 'renderChecklist', [renderChecklist(checklistAt(size, words), t)]),
    ...message('parting checklist, now', 'renderChecklist', [
      renderChecklist({ ...now, steps: size === 'none' ? [] : now.steps }, t),
    ]),
    ...(['stopped', 'finished'] as const).flatMap((state) =>
      message(`parting checklist, ${state}`, 'renderChecklist', [
        renderChecklist(checklistAt(size, words, { state }), t),
      ]),
    ),
    ...message('parted', 'renderParted', [renderParted({ clientName }, t)]),
    ...message(
      'last lesson',
      'renderLastLesson',
      [renderLastLesson({ reviewId: REVIEW_ID, clientName }, t)],
      'To one person',
    ),
    ...(['given', 'due_soon', 'overdue', 'owner_left'] as const).flatMap((about) =>
      message(
        `parting steps, ${about}`,
        'renderPartingSteps',
        renderPartingSteps({ ...toldAt(size, words), about }, t),
        'To one person',
      ),
    ),
    ...message(
      'notice to copy',
      'renderNoticeCopy',
      renderNoticeCopy({ clientName, text: words.text.slice(0, MAX_NOTICE_FIELD) }, t),
      'To one person',
    ),
    ...message('notice to copy, none', 'renderNotice', [renderNotice(t.partingForms.notice.none)], 'To one person'),
    ...partingForms(size, words, t).map(
      ([renderer, name, view]): Screen => ({ ...{ name, group: 'Forms', renderers: [renderer], kind: 'modal', view } }),
    ),
    {
      ...{ name: 'parting, refusals', group: 'Forms', renderers: ['renderErrors'], kind: 'errors' },
      errors: refusals,
    },
  ];
}

import type { ModalView } from '@slack/types';
import { type Complaint, MAX_COMPLAINTS, ROLES } from '../../../src/domain/answer.ts';
import type { DayRange } from '../../../src/domain/calendar.ts';
import { formatDaysOff, MAX_OWN_SPANS, MAX_SPANS, parseDaysOff } from '../../../src/domain/days-off.ts';
import { CHOICES } from '../../../src/domain/decision.ts';
import { DEFAULT_PULSE_SCHEDULE } from '../../../src/domain/pulse-schedule.ts';
import { MODES } from '../../../src/domain/review.ts';
import { HARD_STOP_IDS, SIGNAL_IDS } from '../../../src/domain/signals.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { hardStopList } from '../../../src/slack/blocks/health-alert.ts';
import { renderComplaintChooser } from '../../../src/slack/blocks/views/complaint-chooser.ts';
import { renderComplaintForm } from '../../../src/slack/blocks/views/complaint-form.ts';
import { renderDaysOffForm } from '../../../src/slack/blocks/views/days-off-form.ts';
import { renderDecisionForm } from '../../../src/slack/blocks/views/decision-form.ts';
import { renderLessonsForm } from '../../../src/slack/blocks/views/lessons-form.ts';
import { renderLoadingView } from '../../../src/slack/blocks/views/loading-view.ts';
import { renderMoveForm } from '../../../src/slack/blocks/views/move-form.ts';
import { renderMyAnswers } from '../../../src/slack/blocks/views/my-answers.ts';
import { renderPositiveForm } from '../../../src/slack/blocks/views/positive-form.ts';
import { renderErrors } from '../../../src/slack/blocks/views/render-errors.ts';
import { renderSettingsForm } from '../../../src/slack/blocks/views/settings-form.ts';
import { renderStartForm, type StartFormModel } from '../../../src/slack/blocks/views/start-form.ts';
import { renderVoteForm } from '../../../src/slack/blocks/views/vote-form.ts';
import { daysOffFieldError } from '../../../src/slack/parse/days-off-form.ts';
import type { FormError } from '../../../src/slack/parse/field-errors.ts';
import { complaint, REVIEW_ID } from '../sample-models.ts';
import { ALL_NAMED } from './alert-screens.ts';
import { clientErrors, clientForms } from './client-screens.ts';
import { answersAt } from './post-screens.ts';
import { teamIds } from './sample-reviews.ts';
import type { SampleWords } from './sample-words.ts';
import type { Screen, Size } from './screen.ts';
import { takenBackScreens } from './taken-back-screens.ts';
import { walkScreens } from './walk-screens.ts';

const target = { reviewId: REVIEW_ID } as const;

/** Every form, and what is said at its fields. */
export function formScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  const modal = (renderer: string) => (name: string, view: ModalView) =>
    ({ name, group: 'Forms', renderers: [renderer], kind: 'modal', view }) as const;
  return [
    modal('renderLoadingView')('form, loading', renderLoadingView(t)),
    ...startForms(size, words, t).map(([name, view]) => modal('renderStartForm')(name, view)),
    ...complaintForms(size, words, t).map(([name, view]) => modal('renderComplaintForm')(name, view)),
    modal('renderComplaintChooser')('form, which complaint', chooser(size, words, t)),
    ...answerForms(size, words, t).map(([renderer, name, view]) => modal(renderer)(name, view)),
    ...walkScreens(words, t),
    ...takenBackScreens(words, answersAt(size, words), t),
    ...[true, false].map((isOpen) =>
      modal('renderMyAnswers')(`form, my answers${isOpen ? '' : ', closed'}`, myAnswers(size, words, { isOpen, t })),
    ),
    ...decisionForms(size, words, t).map(([name, view]) => modal('renderDecisionForm')(name, view)),
    modal('renderSettingsForm')('form, settings', settings(size, t)),
    modal('renderMoveForm')('form, move', renderMoveForm({ ...target, ...words, channelId: 'C0TEAM' }, t)),
    ...daysOffForms(size, t).map(([name, view]) => modal('renderDaysOffForm')(name, view)),
    ...clientForms(size, words, t).map(([renderer, name, view]) => modal(renderer)(name, view)),
    errors(words, t),
    ...clientErrors(t),
  ];
}

function startForms(size: Size, words: SampleWords, t: Messages): [string, ModalView][] {
  const isLargest = size === 'largest';
  const clients = Array.from({ length: isLargest ? 2000 : 0 }, (_, at) => ({
    id: `0b7e3a52-3a3f-4a52-9b7e-${String(at).padStart(12, '0')}`,
    name: `${words.clientName.slice(0, 75)} ${at}`.trimStart(),
  }));
  const reasons = Object.keys(t.refusals.member) as (keyof Messages['refusals']['member'])[];
  const model: StartFormModel = {
    channelId: 'C0TEAM',
    isPublic: false,
    readers: null,
    clients,
    prefill: isLargest ? { clientId: clients[1500]?.id ?? '' } : null,
    team: isLargest ? teamIds(size).map((userId, at) => ({ userId, role: ROLES[at % 6] ?? 'other' })) : [],
    leftOut: reasons
      .flatMap((reason) => Array.from({ length: isLargest ? 20 : 1 }, () => reason))
      .map((reason) => ({ name: words.displayName, reason })),
    ...(isLargest ? { question: words.question, note: t.alerts.form.hardStop(hardStopList(ALL_NAMED, t)) } : {}),
    defaultDeadline: '2026-11-27',
    absent: isLargest ? teamIds(size) : [],
  };
  // More than a form can hold at once.
  const errors = Object.keys(t.forms.errors).map((error) => [error, error as FormError] as const);
  const refused = (part: typeof errors) => ({
    ...{ ...model, leftOut: [] },
    errors: isLargest ? Object.fromEntries(part) : ({ client: 'client_unknown' } as const),
  });
  return [
    ['form, start', renderStartForm(model, t)],
    ['form, start, public channel', renderStartForm({ ...model, isPublic: true, readers: isLargest ? 2417 : null }, t)],
    ['form, start, a new name', renderStartForm({ ...model, prefill: { newName: words.typed.slice(0, 200) } }, t)],
    ['form, start, refused', renderStartForm(refused(errors.slice(0, 60)), t)],
    ['form, start, refused otherwise', renderStartForm(refused(errors.slice(60)), t)],
  ];
}

function complaintForms(size: Size, words: SampleWords, t: Messages): [string, ModalView][] {
  const { clientName } = words;
  const [first = null] = complaintsOf(size, words);
  const total = size === 'largest' ? MAX_COMPLAINTS : 1;
  return MODES.flatMap((mode): [string, ModalView][] => {
    const asked = { clientName, mode, isLate: false, target };
    return [
      [`form, complaint, ${mode}`, renderComplaintForm({ ...asked, previous: null, number: 1, total: 1 }, t)],
      [
        `form, complaint, ${mode}, late`,
        renderComplaintForm({ ...asked, isLate: true, previous: null, number: total, total }, t),
      ],
      [
        `form, complaint, ${mode}, again`,
        renderComplaintForm(
          { ...asked, target: { ...target, index: total - 1 }, previous: first, number: total, total },
          t,
        ),
      ],
    ];
  });
}

function chooser(size: Size, words: SampleWords, t: Messages): ModalView {
  return renderComplaintChooser({ target, complaints: complaintsOf(size, words) }, t);
}

function complaintsOf(size: Size, { text }: SampleWords): Complaint[] {
  const signals = size === 'largest' ? SIGNAL_IDS.slice(-3) : SIGNAL_IDS.slice(0, 1);
  return Array.from({ length: size === 'largest' ? MAX_COMPLAINTS : 1 }, () => complaint(text, signals));
}

function answerForms(size: Size, words: SampleWords, t: Messages): [string, string, ModalView][] {
  const isLargest = size === 'largest';
  const [, positives, lessons, vote] = answersAt(size, words);
  if (positives?.phase !== 'positives' || lessons?.phase !== 'lessons' || vote?.phase !== 'vote')
    throw new Error('the sample answers do not stand in the order of the questions');
  return MODES.flatMap((mode) =>
    [false, true].flatMap((isAgain): [string, string, ModalView][] => {
      const asked = { clientName: words.clientName, mode, isLate: isLargest && isAgain, target };
      const title = `${mode}${isAgain ? ', again' : ''}`;
      const previous = <A>(answer: A) => (isAgain ? answer : null);
      return [
        [
          'renderPositiveForm',
          `form, positive, ${title}`,
          renderPositiveForm({ ...asked, previous: previous(positives) }, t),
        ],
        [
          'renderLessonsForm',
          `form, lessons, ${title}`,
          renderLessonsForm({ ...asked, previous: previous(lessons) }, t),
        ],
        ['renderVoteForm', `form, vote, ${title}`, renderVoteForm({ ...asked, previous: previous(vote) }, t)],
      ];
    }),
  );
}

function myAnswers(size: Size, words: SampleWords, { isOpen, t }: { isOpen: boolean; t: Messages }): ModalView {
  const given = Object.fromEntries(answersAt(size, words).map((answer) => [answer.phase, answer]));
  const answers = size === 'none' && isOpen ? {} : given;
  return renderMyAnswers({ clientName: words.clientName, answers, isOpen, target }, t);
}

function decisionForms(size: Size, { clientName }: SampleWords, t: Messages): [string, ModalView][] {
  const hardStops = size === 'largest' ? HARD_STOP_IDS : [];
  const about = { reviewId: REVIEW_ID, clientName, hardStops, statusQuo: 'repairing' } as const;
  const modes = { keep_as_is: 'as_is', keep_and_repair: 'repair', part: 'planned', part_now: 'now' } as const;
  return [
    ['form, decision, no verdict', renderDecisionForm({ ...about, verdict: null, recommended: null }, t)],
    ...CHOICES.map((recommended): [string, ModalView] => {
      const verdict = t.summary.verdict[modes[recommended]](clientName);
      return [`form, decision, ${recommended}`, renderDecisionForm({ ...about, verdict, recommended }, t)];
    }),
  ];
}

function settings(size: Size, t: Messages): ModalView {
  const isLargest = size === 'largest';
  return renderSettingsForm(
    {
      managerIds: isLargest ? teamIds(size) : [],
      installerId: null,
      language: 'ru',
      timeZone: isLargest ? 'America/Argentina/ComodRivadavia' : 'UTC',
      hourlyCost: isLargest ? 1_000_000 : null,
      currency: 'EUR',
      daysOff: isLargest ? spans(MAX_SPANS) : [],
    },
    t,
    { isOn: !isLargest, schedule: DEFAULT_PULSE_SCHEDULE, digestChannelId: isLargest ? 'C1' : null },
  );
}

/** What is said of each wrong way to write days off. */
function daysOffErrors({ text }: SampleWords, t: Messages): Record<string, string> {
  const wrong = [`${text.replaceAll('\n', ' ')}?`, '2026-12-24 – 2026-12-20', '2026-12-24 – 2028-12-20'];
  const refused = [...wrong, formatDaysOff(spans(MAX_SPANS + 1))].map(parseDaysOff);
  const said = refused.map((one, at) => [`daysOff${at}`, one.ok ? '' : daysOffFieldError(one, t)]);
  return Object.fromEntries(said);
}

/** Spans of ten days, each over the end of a year. */
function spans(count: number): DayRange[] {
  return Array.from({ length: count }, (_, at) => ({ from: `${2026 + at}-12-24`, to: `${2027 + at}-01-02` }));
}

function daysOffForms(size: Size, t: Messages): [string, ModalView][] {
  const own = size === 'largest' ? spans(MAX_OWN_SPANS) : [];
  return [
    [
      'form, my days off',
      renderDaysOffForm({ daysOff: own, pausedUntil: size === 'largest' ? '2026-12-31' : null }, t),
    ],
  ];
}

function errors(words: SampleWords, t: Messages): Screen {
  const { displayName } = words;
  const every = Object.fromEntries(Object.keys(t.forms.errors).map((error) => [error, error as FormError]));
  const decided = t.forms.alreadyDecided({ name: displayName, choice: t.vocabulary.choice.part, date: '2026-11-21' });
  return {
    name: 'form, what is said at fields',
    group: 'Forms',
    renderers: ['renderErrors'],
    kind: 'errors',
    errors: {
      ...renderErrors(every, t).errors,
      alreadyDecided: decided,
      ...moveErrors(displayName, t),
      ...daysOffErrors(words, t),
    },
  };
}

function moveErrors(displayName: string, { pauses: { form } }: Messages): Record<string, string> {
  const { channelMissing, publicNotConfirmed, refused, why } = form;
  const names = Array.from({ length: 10 }, () => displayName);
  return { channelMissing, publicNotConfirmed, missing: form.missing(names, 40), ...refused, ...why };
}

import type { ModalView } from '@slack/types';
import { type Complaint, ROLES } from '../../../../src/domain/answer.ts';
import { SIGNAL_IDS } from '../../../../src/domain/signals.ts';
import type { Messages } from '../../../../src/i18n/index.ts';
import { renderComplaintChooser } from '../../../../src/slack/blocks/views/complaint-chooser.ts';
import { renderComplaintForm } from '../../../../src/slack/blocks/views/complaint-form.ts';
import { renderDecisionForm } from '../../../../src/slack/blocks/views/decision-form.ts';
import { renderLessonsForm } from '../../../../src/slack/blocks/views/lessons-form.ts';
import { renderLoadingView } from '../../../../src/slack/blocks/views/loading-view.ts';
import { renderMessageView } from '../../../../src/slack/blocks/views/message-view.ts';
import { renderMyAnswers } from '../../../../src/slack/blocks/views/my-answers.ts';
import { renderPositiveForm } from '../../../../src/slack/blocks/views/positive-form.ts';
import { renderSettingsForm } from '../../../../src/slack/blocks/views/settings-form.ts';
import { renderStartForm, type StartFormModel } from '../../../../src/slack/blocks/views/start-form.ts';
import { renderVoteForm } from '../../../../src/slack/blocks/views/vote-form.ts';
import { renderWalkDone } from '../../../../src/slack/blocks/views/walk-done.ts';

export const REVIEW_ID = '0b7e3a52-3a3f-4a52-9b7e-0a1b2c3d4e5f';
export const target = { reviewId: REVIEW_ID } as const;
export const asked = { clientName: 'Northwind', mode: 'private', isLate: false } as const;

const NASTY = '<!channel> & <@U1> "Ж" 👩‍👩‍👧 ';
export const longText = NASTY.repeat(200).slice(0, 3000).trimEnd();
const longName = `${NASTY}${'Щ'.repeat(80)}`.slice(0, 80);

export const complaint: Complaint = {
  text: 'Every sign-off is followed by one small thing.',
  signals: ['scope_creep', 'late_payment'],
  severity: 2,
  frequency: 'sometimes',
  concerns: 'one_person',
};

const longComplaint: Complaint = { ...complaint, text: longText, signals: SIGNAL_IDS.slice(-3), severity: 3 };

export const startModel: StartFormModel = {
  channelId: 'C1',
  isPublic: false,
  readers: null,
  clients: [],
  prefill: null,
  team: [],
  leftOut: [],
  defaultDeadline: '2026-11-27',
};

export function manyClients(count: number, name = longName): { id: string; name: string }[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `0b7e3a52-3a3f-4a52-9b7e-${String(i).padStart(12, '0')}`,
    name: `${name.slice(0, 74)} ${i}`,
  }));
}

export const fullStartModel: StartFormModel = {
  ...startModel,
  isPublic: true,
  readers: 2_417,
  clients: manyClients(200),
  prefill: { clientId: manyClients(200)[150]?.id ?? '' },
  team: Array.from({ length: 50 }, (_, i) => ({ userId: `U${100_000_000 + i}`, role: ROLES[i % 6] ?? 'other' })),
  leftOut: Array.from({ length: 60 }, (_, i) => ({ name: `${longName}${i}`, reason: i % 2 ? 'guest' : 'outside' })),
  errors: { client: 'client_has_open_review', team_sales: 'person_not_allowed' },
};

/** Every form, at its smallest and its largest. */
export function everyForm(t: Messages): Record<string, ModalView> {
  const late = { clientName: longName, mode: 'private', isLate: true } as const;
  const walk = { isLast: false };
  const complaints = Array.from({ length: 8 }, () => longComplaint);
  const lessons = { phase: 'lessons', relationship: longText, learned: longText, elsewhere: longText } as const;
  return {
    loading: renderLoadingView(t),
    message: renderMessageView({ title: t.refusals.title, text: t.refusals.channel.external }, t),
    'start, smallest': renderStartForm(startModel, t),
    'start, a new name': renderStartForm({ ...startModel, prefill: { newName: longName } }, t),
    'start, largest': renderStartForm(fullStartModel, t),
    'start, 2,000 clients': renderStartForm({ ...fullStartModel, clients: manyClients(2000) }, t),
    'complaint, new': renderComplaintForm({ ...asked, target, previous: null, number: 1, total: 1 }, t),
    'complaint, longest': renderComplaintForm({ ...late, target, previous: longComplaint, number: 8, total: 8 }, t),
    'chooser, smallest': renderComplaintChooser({ target, complaints: [complaint] }, t),
    'chooser, largest': renderComplaintChooser({ target, complaints }, t),
    'positive, new': renderPositiveForm({ ...asked, target, previous: null }, t),
    'positive, longest': renderPositiveForm({ ...late, target, previous: { phase: 'positives', text: longText } }, t),
    'lessons, new': renderLessonsForm({ ...asked, target, previous: null }, t),
    'lessons, longest': renderLessonsForm({ ...late, target, previous: lessons }, t),
    'complaint, of all': renderComplaintForm({ ...late, target, previous: null, number: 1, total: 1, walk }, t),
    'positive, of all': renderPositiveForm({ ...late, target, previous: null, walk }, t),
    'lessons, of all': renderLessonsForm({ ...late, target, previous: null, walk }, t),
    'all, done': renderWalkDone(REVIEW_ID, t),
    'vote, new': renderVoteForm({ ...asked, target, previous: null }, t),
    'vote, again': renderVoteForm({ ...late, target, previous: { phase: 'vote', vote: 'part', hoursPerWeek: 3.5 } }, t),
    'my answers, none': renderMyAnswers({ clientName: 'A', answers: {}, isOpen: false, target }, t),
    'my answers, longest': renderMyAnswers(
      {
        clientName: longName,
        isOpen: true,
        target,
        answers: {
          complaints: { phase: 'complaints', complaints },
          positives: { phase: 'positives', text: longText },
          lessons,
          vote: { phase: 'vote', vote: 'unsure', hoursPerWeek: 168 },
        },
      },
      t,
    ),
    'decision, no verdict': renderDecisionForm(
      { reviewId: REVIEW_ID, clientName: 'A', verdict: null, recommended: null, hardStops: [], statusQuo: 'active' },
      t,
    ),
    'decision, hard stop': renderDecisionForm(
      {
        reviewId: REVIEW_ID,
        clientName: longName,
        verdict: 'x'.repeat(300),
        recommended: 'part_now',
        hardStops: ['harassment', 'illegal_or_unethical'],
        statusQuo: 'repairing',
      },
      t,
    ),
    settings: renderSettingsForm(
      {
        ...{ managerIds: [], installerId: null, language: 'en', timeZone: 'Europe/Kyiv', hourlyCost: null },
        ...{ currency: 'EUR', daysOff: [] },
      },
      t,
    ),
  };
}

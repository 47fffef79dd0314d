import type { ModalView } from '@slack/types';
import { md } from '../../../src/domain/escaping.ts';
import type { ClientMeeting, MeetingState } from '../../../src/domain/meeting/client-meeting.ts';
import { READINESS_LEVELS } from '../../../src/domain/readiness/readiness.ts';
import { verdictAgain } from '../../../src/domain/verdict-again.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { renderNotice } from '../../../src/slack/blocks/ephemeral/notice.ts';
import { renderMeeting, renderMeetingNote, renderMeetingReminder } from '../../../src/slack/blocks/meeting.ts';
import { renderReadinessAsk } from '../../../src/slack/blocks/readiness.ts';
import { renderVerdictAgain } from '../../../src/slack/blocks/verdict-again.ts';
import { renderDecisionForm } from '../../../src/slack/blocks/views/decision-form.ts';
import { renderMeetingForm, renderMeetingRecordForm } from '../../../src/slack/blocks/views/meeting-form.ts';
import { renderMessageView } from '../../../src/slack/blocks/views/message-view.ts';
import {
  renderReadinessCommentForm,
  renderReadinessFiguresForm,
} from '../../../src/slack/blocks/views/readiness-forms.ts';
import { renderReadinessView } from '../../../src/slack/blocks/views/readiness-view.ts';
import type { ReadinessPage } from '../../../src/usecases/read-readiness.ts';
import { NO_CONTEXT, REVIEW_ID, sampleSummary } from '../sample-models.ts';
import { cardAt, reviewsByVerdict, teamIds } from './sample-reviews.ts';
import type { SampleWords } from './sample-words.ts';
import { messageScreens, type Screen, type Size } from './screen.ts';

const AT = new Date('2026-11-30T13:00:00Z');

function meetingAt(size: Size, { text }: SampleWords, state: MeetingState): ClientMeeting {
  const isLargest = size === 'largest';
  return {
    ...{ id: REVIEW_ID, clientId: REVIEW_ID, reviewId: REVIEW_ID, plannedById: 'U0MARA', plannedAt: AT, startsAt: AT },
    place: isLargest ? text.slice(0, 500) : '',
    attendeeIds: isLargest ? teamIds(size) : [],
    prepSheet: isLargest ? text : '',
    ...{ state, record: null, recordedById: state === 'recorded' ? 'U0MARA' : null, version: 0 },
  };
}

function pageAt(size: Size, { clientName, text }: SampleWords): ReadinessPage {
  const none = { revenueShare: null, dependentPay: null, costsToCut: null, replacementIncome: null };
  const common = { reviewId: REVIEW_ID, clientName, knownShare: null, isOver: false };
  if (size === 'none') {
    const shown = { readiness: null, answered: 0, asked: 0, counts: null, comments: [] };
    return { ...common, state: { kind: 'not_asked' }, isAsked: false, shown, figures: none, gap: null, adjusted: null };
  }
  return {
    ...{ ...common, state: { kind: 'skipped', reason: text.slice(0, 500) }, isAsked: true },
    shown: {
      ...{ readiness: 12.5, answered: 50, asked: 50, counts: { ready: 1, worried: 9, not_ready: 40 } },
      comments: Array.from({ length: 50 }, () => text.slice(0, 700)),
    },
    figures: { revenueShare: 0.3, dependentPay: 1e12, costsToCut: 1e12, replacementIncome: 1e12 },
    gap: { amount: 1e12, currency: 'EUR' },
    adjusted: {
      ...{ adjustment: 'cannot_afford_to_part_yet', revenueShare: 0.3, dependentRevenueShare: 0.25 },
      ...{ readiness: 12.5, minReadiness: 50 },
    },
  };
}

/** Too few answers to say how they answered. */
const FEW: ReadinessPage['shown'] = { readiness: null, answered: 2, asked: 4, counts: null, comments: [] };

/** Further versions of every verdict: after a meeting, and with readiness, while it waits for a decision and after it. */
function verdicts(size: Size, words: SampleWords, t: Messages): Screen[] {
  const card = cardAt(size, words, { state: 'decided', mode: 'private' });
  return Object.entries(reviewsByVerdict(size, words)).flatMap(([name, review]) => {
    const { verdict: before, figures } = sampleSummary(review);
    return (['yes', 'partly', 'no', null] as const).flatMap((willing) => {
      const facts =
        willing === null ? { revenueShare: 0.3, readiness: 10 } : { clientMeeting: { willingToMend: willing } };
      const { verdict } = verdictAgain({ figures, context: NO_CONTEXT }, facts);
      const post = {
        kind: 'verdict_again',
        clientName: words.clientName,
        version: 2,
        willing,
        before,
        verdict,
        figures,
      } as const;
      const title = `verdict again, ${name}, ${willing ?? 'readiness'}`;
      const common = { group: 'In the channel', renderers: ['renderVerdictAgain'] } as const;
      return messageScreens(
        { ...common, name: title },
        renderVerdictAgain(post, { ...card, undecidedVersion: willing === 'yes' ? null : 2 }, t),
      );
    });
  });
}

/** The client meeting, the verdict after it, and readiness. */
export function meetingScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  const { clientName, text } = words;
  const message = (name: string, renderer: string, messages: Parameters<typeof messageScreens>[1]) =>
    messageScreens({ name, group: 'To one person', renderers: [renderer] }, messages);
  const modal = (name: string, renderer: string, view: ModalView): Screen => ({
    ...{ name, group: 'Forms', renderers: [renderer], kind: 'modal', view },
  });
  const target = { reviewId: REVIEW_ID, meetingId: REVIEW_ID };
  const notices = { ...t.meeting.refused, ...t.readiness.refused, saved: t.readiness.saved };
  const page = pageAt(size, words);
  const typed = size === 'none' ? null : ({ choice: 'part', rationale: text, hardStop: 'not_confirmed' } as const);
  const parting = { text: md`${t.readiness.refused.readiness_not_asked}`, skip: typed && text.slice(0, 500) };
  const about = { reviewId: REVIEW_ID, clientName, verdict: null, recommended: null, hardStops: [] } as const;
  const answered = READINESS_LEVELS.map((level) => ({ userId: 'U0MARA', level, comment: text.slice(0, 700) }));
  return [
    ...verdicts(size, words, t),
    ...(['planned', 'recorded', 'cancelled'] as const).flatMap((state) => {
      const model = { meeting: meetingAt(size, words, state), clientName };
      return [
        ...message(`meeting, note, ${state}`, 'renderMeetingNote', [renderMeetingNote(model, t)]),
        ...[true, false].flatMap((isManager) =>
          message(
            `meeting, ${state}${isManager ? '' : ', not a manager'}`,
            'renderMeeting',
            renderMeeting({ ...model, isManager }, t),
          ),
        ),
      ];
    }),
    ...message('meeting, reminder', 'renderMeetingReminder', [
      renderMeetingReminder({ meeting: meetingAt(size, words, 'planned'), clientName }, t),
    ]),
    ...[null, ...answered].flatMap((own) =>
      (['private', 'open'] as const).flatMap((mode) =>
        message(`readiness, ${mode}, ${own?.level ?? 'asked'}`, 'renderReadinessAsk', [
          renderReadinessAsk({ reviewId: REVIEW_ID, clientName, mode, own, isOver: own?.level === 'ready' }, t),
        ]),
      ),
    ),
    ...Object.entries(notices).flatMap(([reason, said]) =>
      message(`meeting and readiness, ${reason}`, 'renderNotice', [renderNotice(md`${said}`)]),
    ),
    ...(['all', 'time', 'sheet'] as const).map((part) =>
      modal(
        `form, meeting, ${part}`,
        'renderMeetingForm',
        renderMeetingForm({ ...target, part, clientName, initial: meetingAt(size, words, 'planned') }, t),
      ),
    ),
    modal('form, meeting record', 'renderMeetingRecordForm', renderMeetingRecordForm({ ...target, clientName }, t)),
    ...[page, { ...page, isOver: true }, { ...page, shown: FEW }].map((one) =>
      modal(
        `readiness, view${one.isOver ? ', over' : one.shown === FEW ? ', few' : ''}`,
        'renderReadinessView',
        renderReadinessView(one, { currency: 'EUR', notice: one.isOver ? null : md`${t.readiness.asked(0)}` }, t),
      ),
    ),
    modal(
      'form, readiness figures',
      'renderReadinessFiguresForm',
      renderReadinessFiguresForm({ reviewId: REVIEW_ID, figures: page.figures, currency: 'EUR' }, t),
    ),
    modal(
      'form, readiness comment',
      'renderReadinessCommentForm',
      renderReadinessCommentForm(
        { reviewId: REVIEW_ID, clientName, mode: 'private', own: size === 'none' ? null : (answered[0] ?? null) },
        t,
      ),
    ),
    modal(
      'form, decision, parting waits',
      'renderDecisionForm',
      renderDecisionForm({ ...about, statusQuo: 'repairing', parting, ...(typed ? { typed } : {}) }, t),
    ),
    ...Object.entries({ plan: t.meeting.formTitle.all, readiness: t.readiness.title }).map(([name, title]) =>
      modal(
        `${name}, nothing there`,
        'renderMessageView',
        renderMessageView({ title, text: md`${t.meeting.refused.no_review}` }, t),
      ),
    ),
  ];
}

import type { App, ViewSubmitAction } from '@slack/bolt';
import { ANY_ID, FIELDS, VIEWS } from '../../ids.ts';
import { parseLessons, parsePositive, parseVote } from '../../parse/answer-forms.ts';
import { type FormHandler, type ViewHandler, viewListener, withActor } from '../view-listener.ts';
import { answerHandler, chooserHandler, complaintHandler } from './answer-views.ts';
import { clientHandler } from './client-view.ts';
import { daysOffHandler } from './days-off-view.ts';
import { decisionHandler } from './decision-view.ts';
import { hideHandler, hideQuestionHandler, peopleHandler, reopenHandler, timesHandler } from './desk-views.ts';
import { evidenceHandler } from './evidence-view.ts';
import { importHandler, importPreviewHandler } from './import-views.ts';
import { intakeHandler } from './intake-view.ts';
import { meetingHandler, meetingRecordHandler } from './meeting-views.ts';
import { moveHandler } from './move-view.ts';
import { outcomeHandler } from './outcome-view.ts';
import {
  lastLessonHandler,
  partingAddHandler,
  partingBeginHandler,
  partingChannelHandler,
  partingEndHandler,
  partingNoticeHandler,
  partingStepHandler,
  reopenClientHandler,
} from './parting-views.ts';
import {
  itemDropHandler,
  itemEditHandler,
  itemLaterHandler,
  itemReopenHandler,
  planItemsHandler,
  planQuestionsHandler,
  planSuggestionsHandler,
} from './plan-views.ts';
import { pulseClientHandler, pulseHandler } from './pulse-views.ts';
import { readinessCommentHandler, readinessFiguresHandler } from './readiness-views.ts';
import { rehearsalHandler } from './rehearsal-view.ts';
import { settingsHandler } from './settings-view.ts';
import { startChannelHandler } from './start-channel-view.ts';
import { startHandler } from './start-view.ts';

type Entry<Handler> = readonly [callbackId: string, field: string, handle: Handler];

const ANSWERS: readonly Entry<FormHandler>[] = [
  [VIEWS.complaint, FIELDS.text, complaintHandler],
  [VIEWS.chooseComplaint, FIELDS.which, chooserHandler],
  [VIEWS.positive, FIELDS.text, answerHandler('positives', FIELDS.text, parsePositive)],
  [VIEWS.lessons, FIELDS.relationship, answerHandler('lessons', FIELDS.relationship, parseLessons)],
  [VIEWS.vote, FIELDS.vote, answerHandler('vote', FIELDS.vote, parseVote)],
];

const FORMS: readonly Entry<ViewHandler>[] = [
  [VIEWS.start, FIELDS.newClient, startHandler],
  [VIEWS.decision, FIELDS.choice, decisionHandler],
  [VIEWS.settings, FIELDS.language, settingsHandler],
  [VIEWS.rehearsal, FIELDS.mode, rehearsalHandler],
  [VIEWS.moveReview, FIELDS.channel, moveHandler],
  [VIEWS.daysOff, FIELDS.firstDayOff, daysOffHandler],
  [VIEWS.times, FIELDS.stepEndsAt, timesHandler],
  [VIEWS.reopen, FIELDS.step, reopenHandler],
  [VIEWS.people, FIELDS.add, peopleHandler],
  [VIEWS.hideQuestion, FIELDS.step, hideQuestionHandler],
  [VIEWS.hide, FIELDS.reason, hideHandler],
  [VIEWS.client, FIELDS.clientName, clientHandler],
  [VIEWS.pulseClient, FIELDS.client, pulseClientHandler],
  [VIEWS.pulse, FIELDS.rating, pulseHandler],
  [VIEWS.startChannel, FIELDS.channel, startChannelHandler],
  [VIEWS.planQuestions, FIELDS.plan('where'), planQuestionsHandler],
  [VIEWS.planSuggestions, FIELDS.suggestions, planSuggestionsHandler],
  [VIEWS.planItems, FIELDS.planItem('text', 0), planItemsHandler],
  [VIEWS.itemLater, FIELDS.dueOn, itemLaterHandler],
  [VIEWS.itemReopen, FIELDS.dueOn, itemReopenHandler],
  [VIEWS.itemDrop, FIELDS.reason, itemDropHandler],
  [VIEWS.itemEdit, FIELDS.planItem('text', 0), itemEditHandler],
  [VIEWS.meeting, FIELDS.startsAt, meetingHandler],
  [VIEWS.meetingRecord, FIELDS.theirView, meetingRecordHandler],
  [VIEWS.readinessFigures, FIELDS.figure('revenueShare'), readinessFiguresHandler],
  [VIEWS.readinessComment, FIELDS.level, readinessCommentHandler],
  [VIEWS.evidence, FIELDS.text, evidenceHandler],
  [VIEWS.intake, FIELDS.intake('contract'), intakeHandler],
  [VIEWS.outcome, FIELDS.text, outcomeHandler],
  [VIEWS.partingBegin, FIELDS.endOn, partingBeginHandler],
  [VIEWS.partingStep, FIELDS.stepState, partingStepHandler],
  [VIEWS.partingAdd, FIELDS.text, partingAddHandler],
  [VIEWS.partingEnd, FIELDS.endOn, partingEndHandler],
  [VIEWS.partingChannel, FIELDS.choice, partingChannelHandler],
  [VIEWS.partingNotice, FIELDS.text, partingNoticeHandler],
  [VIEWS.reopenClient, FIELDS.reason, reopenClientHandler],
  [VIEWS.lastLesson, FIELDS.learned, lastLessonHandler],
  [VIEWS.importClients, FIELDS.lines('new', 1), importHandler],
  [VIEWS.importPreview, FIELDS.lines('new', 1), importPreviewHandler],
];

const HANDLERS: readonly Entry<FormHandler>[] = [
  ...ANSWERS,
  ...FORMS.map(([callbackId, field, handle]): Entry<FormHandler> => [callbackId, field, withActor(handle)]),
];

/** A form of another version of the app: its text stays, with what to do. */
const oldFormHandler: ViewHandler = async ({ body }) => {
  const field = body.view.blocks.find((block) => block.type === 'input')?.block_id ?? FIELDS.text;
  return { outcome: { kind: 'errors', errors: { [field]: 'old_form' } } };
};

/** Every form. */
export function registerViews(app: App): void {
  const listeners = new Map(
    HANDLERS.map(([callbackId, field, handle]) => [callbackId, viewListener({ field, handle })]),
  );
  const oldForm = viewListener({ field: FIELDS.text, handle: withActor(oldFormHandler) });
  // One for all: Bolt asks each of its listeners about each payload, which for many of them takes longer than saving an answer.
  app.view<ViewSubmitAction>(ANY_ID, (args) => (listeners.get(args.body.view.callback_id) ?? oldForm)(args));
}

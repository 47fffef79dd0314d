import type { App, BlockAction } from '@slack/bolt';
import { ACTIONS, ANY_ID } from '../../ids.ts';
import { openDaysOff } from '../days-off.ts';
import { replyTo } from '../interaction.ts';
import { type ActionArgs, actionListener } from '../run-listener.ts';
import { alertNotNow, startFromPulse, startFromPulseIn } from './alerts.ts';
import { openAnswer, sayNothing, showMyAnswers, voteFor } from './answering.ts';
import { archiveClient, editClient, importBack, importMore, newClient, restoreClient, showClient } from './clients.ts';
import { openDecision } from './deciding.ts';
import { cancel, openDesk, remind, takeOverReview } from './desk.ts';
import { openHideForm, openPeopleForm, openReopenForm, openTimesForm } from './desk-forms.ts';
import { startForClient } from './digest.ts';
import { correctEvidence, logEvidence } from './evidence.ts';
import { extend, moveOn, showWhoAnswered } from './facilitating.ts';
import { chooseLanguage, openClientPage, openImportForm, openList, openSettings, resume } from './home.ts';
import { openIntake } from './intake.ts';
import { callMeetingOff, changeMeeting, openMeetingRecord, planMeeting } from './meetings.ts';
import { openMoveForm } from './moving.ts';
import { openOutcome } from './outcome.ts';
import {
  finishStep,
  openLastLesson,
  openNotice,
  openParting,
  openPartingAdd,
  openPartingChannel,
  openPartingEnd,
  openPartingStep,
  openReopenClient,
  showNotice,
} from './parting.ts';
import { finishItem, openAddItem, openDrop, openEdit, openItemReopen, openLater, openPlan } from './planning.ts';
import { notThisWeek, openPulseForm, rateClient } from './pulse.ts';
import { dryRunPulse, sendPulseNow } from './pulse-admin.ts';
import { askTeam, openReadiness, openReadinessComment, openReadinessFigures, sayReady } from './readiness.ts';
import { openRehearsal } from './rehearsing.ts';
import { answerInForm, tagReply } from './replying.ts';
import { snooze } from './snoozing.ts';
import { startInChannel, startNamed } from './starting.ts';
import { answerEverything } from './walking.ts';

const HANDLERS: Readonly<Record<Exclude<keyof typeof ACTIONS, 'readSummary'>, (args: ActionArgs) => Promise<void>>> = {
  answer: openAnswer,
  voteForm: openAnswer,
  nothingToSay: sayNothing,
  voteKeep: voteFor('keep'),
  votePart: voteFor('part'),
  voteUnsure: voteFor('unsure'),
  myAnswers: showMyAnswers,
  answerAll: answerEverything,
  nextPhase: moveOn,
  extend,
  whoAnswered: showWhoAnswered,
  decide: openDecision,
  startForm: startNamed,
  startInChannel,
  rehearse: openRehearsal,
  moveReview: openMoveForm,
  away: openDaysOff,
  facilitate: openDesk,
  remindNow: remind,
  changeTimes: openTimesForm,
  reopenPhase: openReopenForm,
  changePeople: openPeopleForm,
  hideAnswer: openHideForm,
  cancelReview: cancel,
  takeOver: takeOverReview,
  snoozeTwoHours: snooze('two_hours'),
  snoozeTomorrow: snooze('tomorrow'),
  tagReply,
  answerInForm,
  newClient,
  showClient,
  editClient,
  archiveClient,
  restoreClient,
  importMore,
  importBack,
  pulseRate1: rateClient,
  pulseRate2: rateClient,
  pulseRate3: rateClient,
  pulseRate4: rateClient,
  pulseRate5: rateClient,
  pulseMore: openPulseForm,
  pulseNotThisWeek: notThisWeek,
  openClient: openClientPage,
  openList,
  pageBefore: openList,
  pageAfter: openList,
  openSettings,
  openImport: openImportForm,
  ownLanguage: chooseLanguage,
  endOwnPause: resume,
  pulseSendNow: sendPulseNow,
  pulseDryRun: dryRunPulse,
  startFromPulse,
  startFromPulseIn,
  alertNotNow,
  startForClient,
  makePlan: openPlan,
  addPlanItem: openAddItem,
  itemDone: finishItem,
  itemLater: openLater,
  itemDrop: openDrop,
  itemReopen: openItemReopen,
  itemEdit: openEdit,
  planMeeting,
  moveMeeting: changeMeeting('time'),
  editSheet: changeMeeting('sheet'),
  cancelMeeting: callMeetingOff,
  recordMeeting: openMeetingRecord,
  openReadiness,
  askReadiness: askTeam,
  readinessFigures: openReadinessFigures,
  ready: sayReady('ready'),
  worried: sayReady('worried'),
  notReady: sayReady('not_ready'),
  readinessComment: openReadinessComment,
  intake: openIntake,
  outcomeYes: openOutcome,
  outcomeNo: openOutcome,
  outcomeTooEarly: openOutcome,
  logEvidence,
  correctEvidence,
  openParting,
  partingStep: openPartingStep,
  partingStepDone: finishStep,
  addPartingStep: openPartingAdd,
  movePartingEnd: openPartingEnd,
  partingChannel: openPartingChannel,
  partingNotice: openNotice,
  showNotice,
  reopenClient: openReopenClient,
  lastLesson: openLastLesson,
};

type ActionListener = ReturnType<typeof actionListener>;

/** Every button. */
export function registerActions(app: App): void {
  const listeners = new Map<string, ActionListener>(
    Object.entries(HANDLERS).map(([name, handle]) => [ACTIONS[name as keyof typeof HANDLERS], actionListener(handle)]),
  );
  // A link: Slack opens it and only wants to know that we heard.
  listeners.set(ACTIONS.readSummary, async ({ ack }) => ack());
  const oldButton = actionListener(({ ctx, actor, body }) => replyTo(ctx, body, { text: actor.t.refusals.oldButton }));
  // One for all: Bolt asks each of its listeners about each payload.
  app.action<BlockAction>(ANY_ID, (args) => (listeners.get(args.action.action_id) ?? oldButton)(args));
}

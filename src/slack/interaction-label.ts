import { ANSWER_KIND, type InteractionLabel } from '../ops/watch.ts';
import { ACTIONS, COMMAND, SHORTCUTS, VIEWS } from './ids.ts';

const ANSWER: InteractionLabel = { kind: ANSWER_KIND, id: ANSWER_KIND };
const OTHER = 'other';

/**
 * Everything by which somebody answers, or begins to. One label for them all: `vote_part` counted by itself at the moment when the
 * card says that one more has answered would say who voted what (product: private means private).
 */
const ANSWERING = new Set<string>([
  ...[ACTIONS.answer, ACTIONS.nothingToSay, ACTIONS.voteKeep, ACTIONS.votePart, ACTIONS.voteUnsure, ACTIONS.voteForm],
  ...[ACTIONS.answerAll, ACTIONS.myAnswers, ACTIONS.tagReply, ACTIONS.answerInForm],
  ...[ACTIONS.pulseRate1, ACTIONS.pulseRate2, ACTIONS.pulseRate3, ACTIONS.pulseRate4, ACTIONS.pulseRate5],
  ...[ACTIONS.pulseMore, ACTIONS.pulseNotThisWeek],
  ...[ACTIONS.ready, ACTIONS.worried, ACTIONS.notReady, ACTIONS.readinessComment],
  ...[ACTIONS.outcomeYes, ACTIONS.outcomeNo, ACTIONS.outcomeTooEarly],
]);
const ANSWER_FORMS = new Set<string>([
  ...[VIEWS.complaint, VIEWS.chooseComplaint, VIEWS.positive, VIEWS.lessons, VIEWS.vote, VIEWS.myAnswers],
  ...[VIEWS.pulse, VIEWS.pulseClient, VIEWS.readinessComment, VIEWS.outcome],
]);

const KNOWN = {
  action: new Set<string>(Object.values(ACTIONS)),
  form: new Set<string>(Object.values(VIEWS)),
  shortcut: new Set<string>(Object.values(SHORTCUTS)),
  event: new Set([
    ...['app_home_opened', 'member_joined_channel', 'member_left_channel', 'channel_shared', 'channel_unshared'],
    ...['channel_id_changed', 'channel_archive', 'group_archive', 'channel_left', 'group_left', 'message'],
    ...['subteam_updated', 'subteam_members_changed', 'user_change', 'app_uninstalled', 'tokens_revoked'],
  ]),
} as const;

/** What of a payload is looked at; nothing in it is certain, as it comes from outside. */
type Payload = {
  readonly type?: unknown;
  readonly command?: unknown;
  readonly callback_id?: unknown;
  readonly event?: { readonly type?: unknown } | null;
  readonly actions?: readonly ({ readonly action_id?: unknown } | null)[] | null;
  readonly view?: { readonly callback_id?: unknown } | null;
};

/** What a request of Slack is, by our own names; `other` for a name we do not have, whatever it is. */
export function labelOf(payload: Payload): InteractionLabel {
  if (payload.command !== undefined)
    return { kind: 'command', id: payload.command === COMMAND ? 'client-review' : OTHER };
  if (payload.event !== undefined) return { kind: 'event', id: nameIn(KNOWN.event, payload.event?.type) };
  switch (payload.type) {
    case 'block_actions': {
      const id = nameIn(KNOWN.action, payload.actions?.[0]?.action_id);
      return ANSWERING.has(id) || isAnswerForm(payload) ? ANSWER : { kind: 'action', id };
    }
    case 'view_submission':
    case 'view_closed':
      return isAnswerForm(payload) ? ANSWER : { kind: 'form', id: nameIn(KNOWN.form, payload.view?.callback_id) };
    case 'shortcut':
    case 'message_action':
      return { kind: 'shortcut', id: nameIn(KNOWN.shortcut, payload.callback_id) };
    default:
      return { kind: OTHER, id: OTHER };
  }
}

function isAnswerForm(payload: Payload): boolean {
  const id = payload.view?.callback_id;
  return typeof id === 'string' && ANSWER_FORMS.has(id);
}

function nameIn(known: ReadonlySet<string>, name: unknown): string {
  return typeof name === 'string' && known.has(name) ? name : OTHER;
}

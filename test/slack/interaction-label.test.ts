import { describe, expect, it } from 'vitest';
import { ACTIONS, VIEWS } from '../../src/slack/ids.ts';
import { labelOf } from '../../src/slack/interaction-label.ts';

const press = (actionId: unknown, form?: string) => ({
  type: 'block_actions',
  actions: [{ action_id: actionId }],
  ...(form && { view: { callback_id: form } }),
});
const send = (form: string) => ({ type: 'view_submission', view: { callback_id: form } });
const ANSWER = { kind: 'answer', id: 'answer' };

describe('labelOf', () => {
  it.each([
    [
      { command: '/client-review', text: 'status Northwind' },
      { kind: 'command', id: 'client-review' },
    ],
    [{ command: '/another' }, { kind: 'command', id: 'other' }],
    [
      { type: 'event_callback', event: { type: 'message', text: 'words' } },
      { kind: 'event', id: 'message' },
    ],
    [
      { type: 'event_callback', event: { type: 'made_up' } },
      { kind: 'event', id: 'other' },
    ],
    [press(ACTIONS.decide), { kind: 'action', id: 'decide' }],
    [press('client-9f1c'), { kind: 'action', id: 'other' }],
    [send(VIEWS.settings), { kind: 'form', id: 'settings' }],
    [
      { ...send(VIEWS.settings), type: 'view_closed' },
      { kind: 'form', id: 'settings' },
    ],
    [
      { type: 'message_action', callback_id: 'log_evidence' },
      { kind: 'shortcut', id: 'log_evidence' },
    ],
    [{ type: 'something_new' }, { kind: 'other', id: 'other' }],
  ])('calls %j %j', (payload, label) => {
    expect(labelOf(payload)).toEqual(label);
  });

  it.each([
    ...[ACTIONS.voteKeep, ACTIONS.votePart, ACTIONS.voteUnsure, ACTIONS.nothingToSay, ACTIONS.answer].map((id) =>
      press(id),
    ),
    ...[ACTIONS.pulseRate1, ACTIONS.pulseRate5, ACTIONS.ready, ACTIONS.notReady, ACTIONS.outcomeNo].map((id) =>
      press(id),
    ),
    ...[VIEWS.complaint, VIEWS.vote, VIEWS.pulse, VIEWS.readinessComment].map(send),
    press('signals', VIEWS.complaint),
  ])('calls every way of answering the same: %j', (payload) => {
    expect(labelOf(payload)).toEqual(ANSWER);
  });

  it.each([
    {},
    { event: null },
    { event: 'message' },
    { type: 'block_actions' },
    { type: 'block_actions', actions: null },
    { type: 'block_actions', actions: [] },
    { type: 'block_actions', actions: [null] },
    press({ toString: 'decide' }),
    press('__proto__'),
    { type: 'view_submission', view: null },
  ])('takes a payload that is not as it should be: %j', (payload) => {
    expect(labelOf(payload as never).id).toBe('other');
  });
});

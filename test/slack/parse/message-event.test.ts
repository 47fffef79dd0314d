import { describe, expect, it } from 'vitest';
import { parseThreadMessage, parseThreadPlace } from '../../../src/slack/parse/message-event.ts';

const CARD = '17.01';
const said = { type: 'message', channel: 'C1', user: 'U1', text: 'They pay late', ts: '18.01', thread_ts: CARD };
const { channel, type, ...message } = said;
const changed = {
  ...{ type, channel, subtype: 'message_changed', ts: '19.01' },
  message: { type, ...message, text: 'They pay', edited: { user: 'U1', ts: '19.01' } },
  previous_message: { type, ...message },
};
const deleted = {
  ...{ type, channel, subtype: 'message_deleted', ts: '19.01', deleted_ts: '18.01' },
  previous_message: { type, ...message },
};
const place = { channelId: 'C1', threadTs: CARD };
const at = { ...place, messageTs: '18.01' };

const read = (event: unknown) => {
  const found = parseThreadPlace(event);
  return found && parseThreadMessage(event, found);
};

describe('an event about a message', () => {
  it.each([
    ['said', said, { ...at, kind: 'said', userId: 'U1', text: 'They pay late' }],
    ['with a file', { ...said, subtype: 'file_share' }, { ...at, kind: 'said', userId: 'U1', text: 'They pay late' }],
    [
      'also sent to the channel',
      { ...said, subtype: 'thread_broadcast' },
      { ...at, kind: 'said', userId: 'U1', text: 'They pay late' },
    ],
    [
      'of a file alone',
      { ...said, text: undefined, subtype: 'file_share' },
      { ...at, kind: 'said', userId: 'U1', text: '' },
    ],
    ['edited', changed, { ...at, kind: 'edited', userId: 'U1', text: 'They pay' }],
    ['deleted', deleted, { ...at, kind: 'deleted' }],
  ])('in a thread is read when it was %s', (_, event, expected) => {
    expect(read(event)).toEqual(expected);
  });

  it.each([
    ['outside a thread', { ...said, thread_ts: undefined }],
    ['that begins a thread', { ...said, thread_ts: said.ts }],
    ['that somebody joined', { ...said, subtype: 'channel_join' }],
    ['of a bot, of old', { ...said, subtype: 'bot_message' }],
    ['outside a thread, edited', { ...changed, message: { ...changed.message, thread_ts: undefined } }],
    ['that begins a thread, changed', { ...changed, message: { ...changed.message, ts: CARD } }],
    ['without a channel', { ...said, channel: undefined }],
  ])('%s has no place', (_, event) => {
    expect(parseThreadPlace(event)).toBeNull();
  });

  it.each([
    ['of a bot', { ...said, bot_id: 'B1' }],
    ['of ours, updated', { ...changed, message: { ...changed.message, bot_id: 'B1' } }],
    ['of ours, deleted', { ...deleted, previous_message: { ...deleted.previous_message, bot_id: 'B1' } }],
    ['to which a preview was added', { ...changed, message: { ...changed.message, edited: undefined } }],
    ['of nobody', { ...said, user: undefined }],
  ])('%s is read no further', (_, event) => {
    expect(parseThreadPlace(event)).toEqual(place);
    expect(read(event)).toBeNull();
  });

  it.each([null, 1, 'text', {}, { channel: {} }, []])('that is %j is none', (event) => {
    expect(parseThreadPlace(event)).toBeNull();
  });
});

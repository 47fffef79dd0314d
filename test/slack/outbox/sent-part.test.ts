import { describe, expect, it } from 'vitest';
import { formatPlace, isDirect, parsePlace } from '../../../src/slack/outbox/sent-part.ts';

describe('the place of a part', () => {
  it.each([
    [{ channelId: 'C1' }, { channel: 'C1', ts: '17.01' }, '17.01'],
    [{ channelId: 'U1' }, { channel: 'D9', ts: '17.01' }, 'D9/17.01'],
    [{ channelId: 'W1' }, { channel: 'D9', ts: '17.01' }, 'D9/17.01'],
  ])('of %j at %j is stored as %s and read back', (post, sent, place) => {
    expect(formatPlace(post, sent)).toBe(place);
    expect(parsePlace(post, place)).toEqual(sent);
  });

  it.each([[undefined], ['']])('is nowhere for %j', (place) => {
    expect(parsePlace({ channelId: 'C1' }, place)).toBeNull();
  });

  it.each([
    ['U1', true],
    ['W1', true],
    ['C1', false],
    ['G1', false],
  ])('knows whether %s is a person', (id, expected) => {
    expect(isDirect(id)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { purposeOf } from '../../../src/domain/post.ts';
import { hasKey, messageKey, withKey } from '../../../src/slack/outbox/message-key.ts';
import { aMessage } from './sample-posts.ts';

const purpose = purposeOf.invitation('3f0e9b1c-0000-4000-8000-000000000001', 'U123');
const at = { workspaceId: 'T1', purpose, part: 0 };

describe('messageKey', () => {
  it('is the same for the same part, and another for every other', () => {
    expect(messageKey(at)).toBe(messageKey({ ...at }));
    const keys = [at, { ...at, part: 1 }, { ...at, workspaceId: 'T2' }, { ...at, purpose: 'card:1' }].map(messageKey);
    expect(new Set(keys).size).toBe(4);
  });

  it('shows neither person nor review and fits a block id', () => {
    expect(messageKey(at)).toMatch(/^parley-[0-9a-f]{40}$/);
  });
});

describe('hasKey', () => {
  const sent = withKey(aMessage('Hello'), 'parley-1');

  it.each([
    ['block id', { blocks: sent.blocks }],
    ['metadata', { metadata: sent.metadata }],
  ])('finds a message by its %s alone', (_title, message) => {
    expect(hasKey(message, 'parley-1')).toBe(true);
    expect(hasKey(message, 'parley-2')).toBe(false);
  });

  it.each([
    ['metadata of another app', { metadata: { event_type: 'other', event_payload: { key: 'parley-1' } } }],
    ['no mark', { ts: '1.0' }],
  ])('does not take a message with %s for ours', (_title, message) => {
    expect(hasKey(message, 'parley-1')).toBe(false);
  });
});

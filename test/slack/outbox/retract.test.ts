import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { purposeOf } from '../../../src/domain/post.ts';
import { aChannel } from '../guard/sample-people.ts';
import { createDeliveryWorld, type DeliveryWorld } from './delivery-world.ts';
import { REVIEW } from './sample-posts.ts';
import { refuse } from './scripted-slack.ts';

const MOVED_AT = new Date('2026-11-02T10:00:00Z');
const OLD_CARD = purposeOf.old(MOVED_AT, 'card');
const OLD_PROMPT = purposeOf.old(MOVED_AT, 'prompt');

let world: DeliveryWorld;
beforeEach(async () => {
  world = await createDeliveryWorld();
  await world.say('card', ['Card'], { message: { kind: 'card' } });
  await world.deliver('card');
  await world.say('prompt', ['What', 'hurts?'], { parentPurpose: 'card' });
  await world.deliver('prompt');
  world.slack.on('conversations.info', () => ({ ok: true, channel: aChannel({ is_ext_shared: true }) }));
  world.passMs(60_000);
});
afterEach(() => world.close());

const takeBack = () => world.moved.takeBack({ reviewId: REVIEW, channelId: 'C1', movedAt: MOVED_AT });

describe('what stood in a channel that the review has left', () => {
  it('is deleted there, replies and card, though others read it by now', async () => {
    await takeBack();
    expect(await world.deliver(OLD_PROMPT)).toEqual({ kind: 'delivered' });
    expect(world.board.texts()).toEqual(['Card']);
    expect(await world.deliver(OLD_CARD)).toEqual({ kind: 'delivered' });
    expect(world.board.texts()).toEqual([]);
    expect(await world.deliver(OLD_CARD)).toEqual({ kind: 'nothing_owed' });
    expect(world.held).toEqual([]);
    expect(world.slack.callsOf('chat.update')).toEqual([]);
  });

  it.each(['message_not_found', 'channel_not_found', 'not_in_channel', 'is_archived', 'cant_delete_message'])(
    'counts as gone after %s',
    async (error) => {
      await takeBack();
      world.slack.on('chat.delete', () => refuse(error));
      expect(await world.deliver(OLD_CARD)).toEqual({ kind: 'delivered' });
      expect(await world.store.find(OLD_CARD)).toMatchObject({ sentTs: [], holdReason: null });
    },
  );

  it('is looked for by the mark it was posted with when nobody knows whether it arrived', async () => {
    world.slack.on('conversations.info', () => ({ ok: true, channel: aChannel() }));
    world.passMs(60_000);
    await world.say('answer', ['They pay late.'], { parentPurpose: 'card' });
    world.slack.on('chat.postMessage', (args) => {
      world.board.post(args);
      return 'hang up';
    });
    expect(await world.deliver('answer')).toMatchObject({ kind: 'retry' });
    await takeBack();
    const old = purposeOf.old(MOVED_AT, 'answer');
    expect(await world.deliver(old)).toMatchObject({ kind: 'retry', reason: 'outcome_unknown' });
    world.passMs(20_000);
    expect(await world.deliver(old)).toEqual({ kind: 'delivered' });
    expect(world.board.texts()).not.toContain('They pay late.');
  });

  it('stays the old one while the same message is said elsewhere', async () => {
    await takeBack();
    await world.say('card', ['Card'], { message: { kind: 'card' }, channelId: 'C2' });
    world.slack.on('conversations.info', ({ channel }) => ({
      ok: true,
      channel: aChannel({ id: channel ?? '', is_ext_shared: channel === 'C1' }),
    }));
    expect(await world.deliver('card')).toEqual({ kind: 'delivered' });
    for (const purpose of [OLD_PROMPT, OLD_CARD]) await world.deliver(purpose);
    expect(world.board.messages).toMatchObject([{ channel: 'C2', text: 'Card' }]);
  });

  it('is not claimed for the channel that was left once it belongs elsewhere', async () => {
    const post = { purpose: 'card', channelId: 'C1' };
    await world.say('card', ['Card'], { message: { kind: 'card' }, channelId: 'C2' });
    expect(await world.store.claim(post, 0, MOVED_AT)).toBe(false);
    expect(await world.store.claim({ ...post, channelId: 'C2' }, 0, MOVED_AT)).toBe(true);
  });
});

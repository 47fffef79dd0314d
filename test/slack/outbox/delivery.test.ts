import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aChannel, aUser } from '../guard/sample-people.ts';
import { createDeliveryWorld, type DeliveryWorld } from './delivery-world.ts';
import { limited, refuse } from './scripted-slack.ts';

let world: DeliveryWorld;

beforeEach(async () => {
  world = await createDeliveryWorld();
});
afterEach(() => world.close());

const CARD = { message: { kind: 'card' } } as const;

describe('deliver', () => {
  it('posts what is owed, once', async () => {
    await world.say('prompt', ['What hurts?']);
    expect(await world.deliver('prompt')).toEqual({ kind: 'delivered' });
    expect(await world.deliver('prompt')).toEqual({ kind: 'nothing_owed' });
    expect(world.board.texts()).toEqual(['What hurts?']);
  });

  it('owes nothing for a purpose nobody asked for', async () => {
    expect(await world.deliver('prompt')).toEqual({ kind: 'nothing_owed' });
  });

  it('lets nothing in the text link, mention or unfurl by itself', async () => {
    await world.say('prompt', ['What hurts?']);
    await world.deliver('prompt');
    await world.say('prompt', ['What hurts you?']);
    await world.deliver('prompt');
    const plain = { parse: 'none', link_names: 'false' };
    expect(world.slack.callsOf('chat.postMessage')).toMatchObject([
      { ...plain, unfurl_links: 'false', unfurl_media: 'false' },
    ]);
    expect(world.slack.callsOf('chat.update')).toMatchObject([plain]);
  });

  it('updates the message for each further revision', async () => {
    for (const words of ['1 of 7', '2 of 7', '3 of 7']) {
      await world.say('card', [words], CARD);
      await world.deliver('card');
    }
    expect(world.board.texts()).toEqual(['3 of 7']);
    expect(world.slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('leaves a revision owed that came while the one before was under way', async () => {
    await world.say('card', ['1 of 7'], CARD);
    world.slack.on('chat.postMessage', async (args) => {
      await world.say('card', ['2 of 7'], CARD);
      return world.board.post(args);
    });
    expect(await world.deliver('card')).toEqual({ kind: 'delivered' });
    expect(await world.deliver('card')).toEqual({ kind: 'delivered' });
    expect(world.board.texts()).toEqual(['2 of 7']);
  });

  it('shows as many parts as there are, growing and shrinking', async () => {
    for (const words of [['a', 'b'], ['a', 'b', 'c'], ['A']]) {
      await world.say('summary', words);
      await world.deliver('summary');
      expect(world.board.texts()).toEqual(words);
    }
    expect((await world.store.find('summary'))?.sentTs).toHaveLength(1);
  });

  it('takes back what is to say nothing any more', async () => {
    await world.say('answer', ['They pay late.']);
    await world.deliver('answer');
    await world.say('answer', []);
    await world.deliver('answer');
    expect(world.board.texts()).toEqual([]);
  });

  it('leaves Slack as it is when there is nothing left to say it about', async () => {
    await world.say('prompt', ['What hurts?']);
    world.sayNothing('prompt');
    expect(await world.deliver('prompt')).toEqual({ kind: 'delivered' });
    expect(world.slack.callsOf('chat.postMessage')).toHaveLength(0);
  });

  it('drops the words of a reveal once they are in Slack, and keeps those of others', async () => {
    await world.say('reveal', ['…'], { message: { kind: 'reveal', phase: 'complaints', answered: 3, said: [] } });
    await world.say('prompt', ['…']);
    await world.deliver('reveal');
    await world.deliver('prompt');
    expect((await world.store.find('reveal'))?.message).toBeNull();
    expect((await world.store.find('prompt'))?.message).not.toBeNull();
  });
});

describe('deliver in a thread', () => {
  const inThread = { parentPurpose: 'card' };

  it('waits for the message that begins it, then replies to it', async () => {
    await world.say('card', ['Card'], CARD);
    await world.say('prompt', ['What hurts?'], inThread);
    expect(await world.deliver('prompt')).toEqual({ kind: 'retry', afterMs: 2_000, reason: 'parent_not_sent' });
    await world.deliver('card');
    await world.deliver('prompt');
    const [card, prompt] = world.board.messages;
    expect(prompt).toMatchObject({ text: 'What hurts?', threadTs: card?.ts });
  });

  it('is held with the message that begins it', async () => {
    await world.say('card', ['Card'], CARD);
    await world.say('prompt', ['What hurts?'], inThread);
    await world.store.hold('card', 'archived');
    expect(await world.deliver('prompt')).toEqual({ kind: 'held', reason: 'archived' });
  });

  it('of direct messages goes to the conversation that holds it', async () => {
    const direct = { channelId: 'U1' };
    await world.say('card', ['Card'], { ...CARD, ...direct });
    await world.deliver('card');
    await world.say('prompt', ['What hurts?'], { ...inThread, ...direct });
    await world.deliver('prompt');
    const [card, prompt] = world.board.messages;
    expect(prompt).toMatchObject({ channel: 'DU1', threadTs: card?.ts, raw: { channel: 'DU1' } });
    expect((await world.store.find('prompt'))?.sentTs).toEqual([`DU1/${prompt?.ts}`]);
  });

  it('fails without a message that begins it', async () => {
    await world.say('prompt', ['What hurts?'], inThread);
    expect(await world.deliver('prompt')).toMatchObject({ kind: 'failed', scope: 'post' });
  });
});

describe('deliver of what was taken back', () => {
  const RETRACTED = { message: { kind: 'retracted' } } as const;

  it('removes a message although its thread is gone and nobody may be shown anything any more', async () => {
    await world.say('card', ['Card'], CARD);
    await world.say('prompt', ['What hurts?'], { parentPurpose: 'card' });
    await world.deliver('card');
    await world.deliver('prompt');
    world.slack.on('conversations.info', ({ channel }) => ({
      ...{ ok: true, channel: aChannel({ id: channel ?? '', is_ext_shared: true }) },
    }));
    world.passMs(60_000);
    await world.say('card', [], RETRACTED);
    expect(await world.deliver('card')).toEqual({ kind: 'delivered' });
    await world.say('prompt', [], { ...RETRACTED, parentPurpose: 'card' });
    expect(await world.deliver('prompt')).toEqual({ kind: 'delivered' });
    expect(world.board.texts()).toEqual([]);
  });

  it('has nothing to do for a message that never went out', async () => {
    await world.say('card', [], RETRACTED);
    expect(await world.deliver('card')).toEqual({ kind: 'delivered' });
    expect(world.slack.callsOf('chat.delete')).toEqual([]);
  });
});

describe('deliver before wrong readers', () => {
  const share = () =>
    world.slack.on('conversations.info', () => ({ ok: true, channel: aChannel({ is_ext_shared: true }) }));
  const unshare = () => world.slack.on('conversations.info', () => ({ ok: true, channel: aChannel() }));

  it('holds the message, says so once, and delivers when the channel is ours again', async () => {
    share();
    await world.say('card', ['Card'], CARD);
    expect(await world.deliver('card')).toEqual({ kind: 'held', reason: 'external' });
    world.passMs(60_000);
    expect(await world.deliver('card')).toEqual({ kind: 'held', reason: 'external' });
    expect(world.held).toEqual(['card external']);
    unshare();
    world.passMs(60_000);
    expect(await world.deliver('card')).toEqual({ kind: 'delivered' });
    expect(await world.store.find('card')).toMatchObject({ holdReason: null });
  });

  it('updates nothing either in a channel that became shared', async () => {
    await world.say('card', ['1 of 7'], CARD);
    await world.deliver('card');
    share();
    world.passMs(3_000);
    await world.say('card', ['2 of 7'], CARD);
    expect(await world.deliver('card')).toEqual({ kind: 'held', reason: 'external' });
    expect(world.board.texts()).toEqual(['1 of 7']);
  });

  it('stops between two parts when a guest comes in', async () => {
    await world.say('summary', ['a', 'b']);
    world.slack.on('chat.postMessage', (args) => {
      world.slack.on('conversations.members', () => ({ ok: true, members: ['U1', 'UGUEST', 'UBOT'] }));
      world.slack.on('users.info', () => ({ ok: true, user: aUser({ is_restricted: true }) }));
      world.passMs(3_000);
      return world.board.post(args);
    });
    expect(await world.deliver('summary')).toEqual({ kind: 'held', reason: 'guests' });
    expect(world.board.texts()).toEqual(['a']);
  });

  it('asks again soon, telling nobody, when Slack did not answer the question', async () => {
    world.slack.on('conversations.info', () => limited(20));
    await world.say('card', ['Card'], CARD);
    expect(await world.deliver('card')).toEqual({ kind: 'retry', afterMs: 20_000, reason: 'readers_unknown' });
    expect(world.held).toEqual([]);
    expect(world.slack.callsOf('chat.postMessage')).toHaveLength(0);
  });

  it.each([
    ['a guest', { is_restricted: true }, 'guests'],
    ['somebody outside', { team_id: 'T9' }, 'outsiders'],
    ['a bot', { is_bot: true }, 'not_member'],
    ['somebody deactivated', { deleted: true }, 'not_member'],
  ])('sends no direct message to %s', async (_title, user, reason) => {
    world.slack.on('users.info', () => ({ ok: true, user: aUser({ id: 'U7', ...user }) }));
    await world.say('invitation', ['Join in'], { channelId: 'U7' });
    expect(await world.deliver('invitation')).toEqual({ kind: 'held', reason });
    expect(world.held).toEqual([]);
    expect(world.slack.callsOf('chat.postMessage')).toHaveLength(0);
  });
});

describe('deliver to a person', () => {
  it('updates the direct message by the conversation Slack opened for it', async () => {
    for (const words of ['Join in', 'Join in by Friday']) {
      await world.say('invitation', [words], { channelId: 'U7' });
      await world.deliver('invitation');
    }
    expect(world.board.messages).toMatchObject([{ channel: 'DU7', text: 'Join in by Friday' }]);
    expect(world.slack.callsOf('conversations.info')).toHaveLength(0);
  });
});

describe('deliver when Slack refuses', () => {
  it('comes back when a rate limit is over, without a claim left behind', async () => {
    await world.say('prompt', ['What hurts?']);
    world.slack.on('chat.postMessage', () => limited(9));
    expect(await world.deliver('prompt')).toEqual({ kind: 'retry', afterMs: 9_000, reason: 'rate_limited' });
    world.slack.on('chat.postMessage', world.board.post);
    expect(await world.deliver('prompt')).toEqual({ kind: 'delivered' });
    expect(world.slack.callsOf('conversations.history')).toHaveLength(0);
  });

  it('holds for a reason of the channel, and says so once', async () => {
    await world.say('prompt', ['What hurts?']);
    world.slack.on('chat.postMessage', () => refuse('restricted_action'));
    expect(await world.deliver('prompt')).toEqual({ kind: 'held', reason: 'unknown' });
    expect(await world.deliver('prompt')).toEqual({ kind: 'held', reason: 'unknown' });
    expect(world.held).toEqual(['prompt unknown']);
  });

  it('fails a message that cannot be sent as it is, until there is another', async () => {
    await world.say('prompt', ['What hurts?']);
    world.slack.on('chat.postMessage', () => refuse('invalid_blocks'));
    expect(await world.deliver('prompt')).toEqual({ kind: 'failed', reason: 'invalid_blocks', scope: 'post' });
    expect(await world.store.find('prompt')).toMatchObject({ holdReason: 'failed', sendingPart: null });
    world.slack.on('chat.postMessage', world.board.post);
    await world.say('prompt', ['What hurts most?']);
    expect(await world.deliver('prompt')).toEqual({ kind: 'delivered' });
  });

  it('blames the workspace, not the message, for a revoked token', async () => {
    await world.say('prompt', ['What hurts?']);
    world.slack.on('chat.postMessage', () => refuse('token_revoked'));
    expect(await world.deliver('prompt')).toEqual({ kind: 'failed', reason: 'token_revoked', scope: 'workspace' });
    expect(await world.store.find('prompt')).toMatchObject({ holdReason: null });
  });

  it('posts a card anew that somebody deleted', async () => {
    await world.say('card', ['1 of 7'], CARD);
    await world.deliver('card');
    world.board.messages.length = 0;
    await world.say('card', ['2 of 7'], CARD);
    expect(await world.deliver('card')).toEqual({ kind: 'delivered' });
    expect(world.board.texts()).toEqual(['2 of 7']);
    expect((await world.store.find('card'))?.sentTs).toEqual([world.board.messages[0]?.ts]);
  });

  it('does not bring back another message that somebody deleted', async () => {
    await world.say('answer', ['They pay late.']);
    await world.deliver('answer');
    world.board.messages.length = 0;
    await world.say('answer', ['They pay very late.']);
    expect(await world.deliver('answer')).toEqual({ kind: 'delivered' });
    expect(world.board.texts()).toEqual([]);
  });

  it('posts anew what may not be changed any more', async () => {
    await world.say('answer', ['They pay late.']);
    await world.deliver('answer');
    world.slack.on('chat.update', () => refuse('edit_window_closed'));
    await world.say('answer', ['They pay very late.']);
    expect(await world.deliver('answer')).toEqual({ kind: 'delivered' });
    expect(world.board.texts()).toEqual(['They pay late.', 'They pay very late.']);
  });

  it('is not stopped by a surplus part that is gone already', async () => {
    await world.say('summary', ['a', 'b']);
    await world.deliver('summary');
    world.board.messages.pop();
    await world.say('summary', ['A']);
    expect(await world.deliver('summary')).toEqual({ kind: 'delivered' });
    expect((await world.store.find('summary'))?.sentTs).toHaveLength(1);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeliveryWorld, type DeliveryWorld } from './delivery-world.ts';
import { limited, refuse, type SlackArgs, type SlackReaction } from './scripted-slack.ts';

let world: DeliveryWorld;

beforeEach(async () => {
  world = await createDeliveryWorld();
});
afterEach(() => world.close());

const WAIT = { kind: 'retry', afterMs: 20_000 };
const CARD = { message: { kind: 'card' } } as const;

/** Slack takes the message and its answer is lost, once. */
function loseAnswer() {
  world.slack.on('chat.postMessage', (args: SlackArgs): SlackReaction => {
    world.board.post(args);
    world.slack.on('chat.postMessage', world.board.post);
    return 'hang up';
  });
}

/** The call never reaches Slack, once. */
function loseCall() {
  world.slack.on('chat.postMessage', (): SlackReaction => {
    world.slack.on('chat.postMessage', world.board.post);
    return 'hang up';
  });
}

/** A process that dies as soon as Slack has the message, before its place is stored. */
async function dieAfterPosting(purpose: string) {
  const confirm = () => Promise.reject(new Error('killed'));
  const dying = world.openDelivery({ store: { ...world.store, confirm } });
  await expect(dying.deliver(purpose)).rejects.toThrow('killed');
}

describe('an unknown outcome', () => {
  it('waits until the call has certainly ended before anything else is tried', async () => {
    await world.say('prompt', ['What hurts?']);
    loseAnswer();
    expect(await world.deliver('prompt')).toMatchObject(WAIT);
    world.passMs(12_000);
    expect(await world.deliver('prompt')).toEqual({ kind: 'retry', afterMs: 8_000, reason: 'outcome_unknown' });
    expect(world.slack.callsOf('conversations.history')).toHaveLength(0);
  });

  it.each([
    ['the answer was lost', loseAnswer],
    ['the call was lost', loseCall],
    [
      'Slack broke down',
      () =>
        world.slack.on('chat.postMessage', (args, call) =>
          call === 1 ? refuse('fatal_error') : world.board.post(args),
        ),
    ],
    [
      'Slack answered 503',
      () => world.slack.on('chat.postMessage', (args, call) => (call === 1 ? { status: 503 } : world.board.post(args))),
    ],
  ])('ends with one message when %s', async (_title, lose) => {
    await world.say('prompt', ['What hurts?']);
    lose();
    expect(await world.deliver('prompt')).toMatchObject(WAIT);
    world.passMs(20_000);
    expect(await world.deliver('prompt')).toEqual({ kind: 'delivered' });
    expect(world.board.texts()).toEqual(['What hurts?']);
    expect((await world.store.find('prompt'))?.sentTs).toEqual([world.board.messages[0]?.ts]);
  });

  it('ends with one message when the process was killed between call and store', async () => {
    await world.say('prompt', ['What hurts?']);
    await dieAfterPosting('prompt');
    world.passMs(20_000);
    expect(await world.deliver('prompt')).toEqual({ kind: 'delivered' });
    expect(world.board.texts()).toEqual(['What hurts?']);
  });

  it('is looked up in the thread for a reply', async () => {
    await world.say('card', ['Card'], CARD);
    await world.deliver('card');
    await world.say('summary', ['a', 'b'], { parentPurpose: 'card' });
    await dieAfterPosting('summary');
    world.passMs(20_000);
    expect(await world.deliver('summary')).toEqual({ kind: 'delivered' });
    expect(world.board.texts()).toEqual(['Card', 'a', 'b']);
    expect(world.slack.callsOf('conversations.replies')).toMatchObject([{ ts: world.board.messages[0]?.ts }]);
  });

  it('takes the newest words when the message is found', async () => {
    await world.say('card', ['1 of 7'], CARD);
    loseAnswer();
    await world.deliver('card');
    await world.say('card', ['2 of 7'], CARD);
    world.passMs(20_000);
    await world.deliver('card');
    expect(world.board.texts()).toEqual(['2 of 7']);
  });

  it('sends again where Slack does not let us look', async () => {
    world.slack.on('conversations.history', () => refuse('missing_scope'));
    await world.say('prompt', ['What hurts?']);
    loseCall();
    await world.deliver('prompt');
    world.passMs(20_000);
    expect(await world.deliver('prompt')).toEqual({ kind: 'delivered' });
    expect(world.board.texts()).toEqual(['What hurts?']);
  });

  it('looks later when looking is limited', async () => {
    world.slack.on('conversations.history', () => limited(60));
    await world.say('prompt', ['What hurts?']);
    loseAnswer();
    await world.deliver('prompt');
    world.passMs(20_000);
    expect(await world.deliver('prompt')).toEqual({ kind: 'retry', afterMs: 60_000, reason: 'outcome_unknown' });
  });

  it('looks through further pages', async () => {
    await world.say('prompt', ['What hurts?']);
    loseAnswer();
    await world.deliver('prompt');
    const [message] = world.board.messages;
    const blocks = JSON.parse(message?.raw.blocks ?? '[]');
    world.slack.on('conversations.history', ({ cursor }) =>
      cursor === 'two'
        ? { ok: true, messages: [{ ts: message?.ts, blocks }] }
        : { ok: true, messages: [{ ts: '1.0' }], response_metadata: { next_cursor: 'two' } },
    );
    world.passMs(20_000);
    expect(await world.deliver('prompt')).toEqual({ kind: 'delivered' });
    expect(world.board.texts()).toEqual(['What hurts?']);
  });

  it('of an update is simply tried again', async () => {
    await world.say('card', ['1 of 7'], CARD);
    await world.deliver('card');
    await world.say('card', ['2 of 7'], CARD);
    world.slack.on('chat.update', () => 'hang up');
    expect(await world.deliver('card')).toMatchObject({ kind: 'retry', afterMs: 15_000 });
    expect(await world.store.find('card')).toMatchObject({ sendingPart: null, deliveredRevision: 1 });
  });
});

describe('two deliveries of the same message at once', () => {
  it('send it once: the second finds the claim and waits', async () => {
    await world.say('prompt', ['What hurts?']);
    const other = world.openDelivery();
    const outcomes = await Promise.all([world.deliver('prompt'), other.deliver('prompt')]);
    expect(world.slack.callsOf('chat.postMessage')).toHaveLength(1);
    expect(outcomes.map(({ kind }) => kind)).toContain('delivered');
  });

  it('leave one message when the first was stopped so long that the second took over', async () => {
    await world.say('prompt', ['What hurts?']);
    world.slack.on('chat.postMessage', async (args, call) => {
      if (call > 1) return world.board.post(args);
      world.passMs(20_000);
      expect(await world.openDelivery().deliver('prompt')).toEqual({ kind: 'delivered' });
      return world.board.post(args);
    });
    expect(await world.deliver('prompt')).toMatchObject({ kind: 'retry', reason: 'claim_lost' });
    expect(world.board.texts()).toEqual(['What hurts?']);
    expect((await world.store.find('prompt'))?.sentTs).toEqual([world.board.messages[0]?.ts]);
  });
});

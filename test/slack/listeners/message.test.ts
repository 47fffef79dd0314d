import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Review } from '../../../src/domain/review-record.ts';
import { abilitiesOf } from '../../../src/slack/abilities.ts';
import { takeMessage } from '../../../src/slack/listeners/events/message.ts';
import type { ListenerContext } from '../../../src/slack/listeners/listener-context.ts';
import { contextEntry } from '../../../src/slack/listeners/workspace-context.ts';
import { aTeam, WORKSPACE } from '../../support/usecase-world.ts';
import { aUser, US } from '../guard/sample-people.ts';
import { createListenerWorld, type ListenerWorld } from './listener-world.ts';

const CARD = '1795424400.000001';

let world: ListenerWorld;
let review: Review;
beforeAll(async () => {
  world = await createListenerWorld();
  world.slack.on('conversations.members', () => ({ ok: true, members: ['U01', 'U02', 'U03', US.botUserId] }));
  const robot = aUser({ id: US.botUserId, name: 'parley', is_bot: true });
  const people = ({ user = '' }) =>
    user === US.botUserId ? robot : aUser({ id: user, name: user, locale: user === 'U02' ? 'ru-RU' : 'en-US' });
  world.slack.on('users.info', (args) => ({ ok: true, user: people(args) }));
  review = await world.start({ mode: 'open', team: aTeam(3) });
  const purpose = `card:${review.id}`;
  const claimedAt = world.deps.clock();
  await world.stores.outbox.claim({ purpose, channelId: review.channelId }, 0, claimedAt);
  await world.stores.outbox.confirm(purpose, { part: 0, claimedAt, place: CARD });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.reset();
  await world.pool.query('DELETE FROM "Answer"');
});

let messages = 1;
async function hear(message: object, ctx: ListenerContext = world.ctx): Promise<void> {
  messages += 1;
  const ts = `1795424400.${String(messages).padStart(6, '0')}`;
  const said = { type: 'message', channel: 'C1', user: 'U01', text: 'They pay late.', ts, thread_ts: CARD };
  const args = { event: { ...said, ...message }, body: { team_id: WORKSPACE } };
  await takeMessage({ ...args, context: contextEntry(ctx) } as unknown as Parameters<typeof takeMessage>[0]);
}
const stored = async () => JSON.stringify((await world.pool.query('SELECT content FROM "Answer"')).rows);
const methods = () => world.slack.calls.map(({ method }) => method);

describe('a message in the thread of a card', () => {
  it('is stored, marked, offered more and counted on the card', async () => {
    await hear({ text: '<@U03> says they pay late &amp; little' });
    expect(await stored()).toContain('@U03 says they pay late & little');
    expect(methods()).toContain('reactions.add');
    expect(world.replies()).toEqual([expect.stringContaining('Taken as your answer')]);
    expect(world.cards).toEqual([review.id]);
  });

  it('is answered in its author’s language', async () => {
    await hear({ user: 'U02', text: '' });
    expect(world.replies()).toEqual([expect.stringContaining('нет текста')]);
  });

  it('is stored in silence where outsiders could read along', async () => {
    const guard = {
      check: async () => ({ ok: false, reason: 'external', wrongReaders: [], retryAfterMs: null }) as const,
      forget: () => undefined,
    };
    await hear({}, { ...world.ctx, guard });
    expect(await stored()).toContain('They pay late.');
    expect(methods().filter((method) => method.startsWith('chat.') || method.startsWith('reactions.'))).toEqual([]);
  });

  it('is stored without a mark where reactions were not granted', async () => {
    await hear({}, { ...world.ctx, abilities: abilitiesOf(['groups:history']) });
    expect(methods()).not.toContain('reactions.add');
    expect(world.replies()).toHaveLength(1);
  });

  it('that could not be stored is told of, without its words in the log', async () => {
    await world.ctx.guard.check('C1');
    const storage = {
      ...world.ctx.storage,
      forWorkspace: (workspaceId: string) => ({
        ...world.ctx.storage.forWorkspace(workspaceId),
        transaction: async () => Promise.reject(new Error('connection terminated')),
      }),
    };
    await hear({ text: 'A zebra.' }, { ...world.ctx, storage });
    expect(world.replies()).toEqual([expect.stringContaining('could not save your reply')]);
    expect(world.lines.join('\n')).toContain('was not dealt with');
    expect(world.lines.join('\n')).not.toContain('zebra');
  });

  it.each([
    ['in another thread', { thread_ts: '1795424400.999999' }],
    ['in another channel', { channel: 'C2' }],
    ['of a bot', { bot_id: 'B1' }],
    ['that tells of a topic', { subtype: 'channel_topic' }],
  ])('%s is left alone', async (_, message) => {
    await hear(message);
    expect(world.slack.calls).toEqual([]);
    expect(await stored()).toBe('[]');
    expect(world.lines).toEqual([]);
  });
});

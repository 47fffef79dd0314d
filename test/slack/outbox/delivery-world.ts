import type { PostMessage } from '../../../src/domain/post.ts';
import { createBoltLogger } from '../../../src/ops/bolt-logger.ts';
import { createLogger } from '../../../src/ops/logging.ts';
import type { RenderedMessage } from '../../../src/slack/blocks/rendered-message.ts';
import { createSlackClients } from '../../../src/slack/clients.ts';
import { createChannelGuard } from '../../../src/slack/guard/channel-guard.ts';
import { createDirectory } from '../../../src/slack/guard/directory.ts';
import { createDelivery } from '../../../src/slack/outbox/delivery.ts';
import type { PostStore } from '../../../src/slack/outbox/post-store.ts';
import { createMovedPostStore } from '../../../src/storage/moved-post-store.ts';
import { createPostStore } from '../../../src/storage/post-store.ts';
import { createScope } from '../../../src/storage/scope.ts';
import { runOnPool } from '../../../src/storage/statement.ts';
import { createTestDatabase } from '../../support/database.ts';
import { storeReview } from '../../support/stored-review.ts';
import { aChannel, aUser, US } from '../guard/sample-people.ts';
import { keepMessages } from './message-board.ts';
import { aMessage, REVIEW } from './sample-posts.ts';
import { startScriptedSlack } from './scripted-slack.ts';

/** A database, a Slack and the delivery between them; the test turns the clock and chooses what posts say. */
export async function createDeliveryWorld() {
  const db = await createTestDatabase();
  await storeReview(db.database.prisma, { id: REVIEW, workspaceIds: ['T1'] });
  const slack = await startScriptedSlack({
    'conversations.info': ({ channel }) => ({ ok: true, channel: aChannel({ id: channel ?? '' }) }),
    'conversations.members': () => ({ ok: true, members: ['U1', 'UBOT'] }),
    'users.info': ({ user }) => ({ ok: true, user: aUser({ id: user ?? '', is_bot: user === 'UBOT' }) }),
  });
  let now = Date.parse('2026-11-02T09:00:00Z');
  const clock = () => new Date(now);
  const board = keepMessages(slack, clock);
  const scope = { ...createScope(db.database.prisma, 'T1'), run: runOnPool(db.database.pool) };
  const store = createPostStore(scope);
  const said = new Map<string, readonly RenderedMessage[] | 'gone'>();
  const held: string[] = [];
  const logger = createLogger({ level: 'silent' });

  function openDelivery(overrides: { store?: PostStore } = {}) {
    const clients = createSlackClients({
      ...{ token: 'xoxb-test', slackApiUrl: slack.slackApiUrl, logger: createBoltLogger(logger) },
    });
    const directory = createDirectory({ reads: clients.reads, teamId: 'T1', clock });
    const guard = createChannelGuard({ reads: clients.reads, directory, clock, ...US });
    return createDelivery({
      ...{ workspaceId: 'T1', store, ...clients, guard, directory, clock, logger, pace: { intervalMs: 0 } },
      render: async ({ purpose }) => said.get(purpose) ?? [aMessage(purpose)],
      onHeld: async ({ purpose }, reason) => void held.push(`${purpose} ${reason}`),
      ...overrides,
    });
  }
  const delivery = openDelivery();

  return {
    ...{ slack, board, store, held, clock, openDelivery, moved: createMovedPostStore(scope) },
    deliver: delivery.deliver,
    /** Asks for a message, or its next revision, that says these words, one part each. */
    async say(purpose: string, words: readonly string[], more: Partial<NewSaid> = {}) {
      said.set(purpose, words.map(aMessage));
      const message: PostMessage = more.message ?? { kind: 'prompt', phase: 'complaints' };
      await store.put({ ...{ channelId: 'C1', reviewId: REVIEW, parentPurpose: null }, ...more, purpose, message });
    },
    sayNothing: (purpose: string) => said.set(purpose, 'gone'),
    passMs: (ms: number) => {
      now += ms;
    },
    async close() {
      await slack.close();
      await db.drop();
    },
  };
}

type NewSaid = { channelId: string; parentPurpose: string | null; message: PostMessage };

export type DeliveryWorld = Awaited<ReturnType<typeof createDeliveryWorld>>;

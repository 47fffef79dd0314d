import type { BlockAction, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import pg from 'pg';
import { inject } from 'vitest';
import type { SimpleValue } from '../../../demo/stand-in/field-state.ts';
import { createBoltLogger } from '../../../src/ops/bolt-logger.ts';
import { createLogger } from '../../../src/ops/logging.ts';
import { abilitiesOf } from '../../../src/slack/abilities.ts';
import { createClientCharts } from '../../../src/slack/client-charts.ts';
import { createSlackClients } from '../../../src/slack/clients.ts';
import { createChannelGuard } from '../../../src/slack/guard/channel-guard.ts';
import { createClientLookups } from '../../../src/slack/guard/client-lookups.ts';
import { createDirectory } from '../../../src/slack/guard/directory.ts';
import { createHomePublisher } from '../../../src/slack/home-publisher.ts';
import type { ListenerContext } from '../../../src/slack/listeners/listener-context.ts';
import { createPutOff } from '../../../src/slack/listeners/put-off.ts';
import { type ActionArgs, actionListener } from '../../../src/slack/listeners/run-listener.ts';
import { type FormHandler, viewListener } from '../../../src/slack/listeners/view-listener.ts';
import { contextEntry } from '../../../src/slack/listeners/workspace-context.ts';
import { afterAnswers } from '../../../src/usecases/after-answer.ts';
import { submittedView } from '../../support/submitted-view.ts';
import { createWorld, FACILITATOR } from '../../support/usecase-world.ts';
import { aChannel, aUser, US } from '../guard/sample-people.ts';
import { startScriptedSlack } from '../outbox/scripted-slack.ts';

export type ListenerWorld = Awaited<ReturnType<typeof createListenerWorld>>;

/** What a test sees of one call: what was acknowledged, and what stood in the database and in Slack at that moment. */
export type Acknowledged = {
  readonly response: ViewResponseAction | undefined;
  readonly answersStored: number;
  readonly slackCalls: number;
};

/** Listeners with real use cases, a real database and a real client of a Slack that the test scripts. */
export async function createListenerWorld() {
  const world = await createWorld();
  const lines: string[] = [];
  const cards: string[] = [];
  const slack = await startScriptedSlack({
    'conversations.info': ({ channel }) => ({ ok: true, channel: aChannel({ id: channel ?? '' }) }),
    'conversations.members': () => ({ ok: true, members: ['U01', 'U02', 'U03', FACILITATOR, US.botUserId] }),
    'users.info': ({ user = '' }) => ({
      ...{ ok: true },
      user: aUser({ id: user, name: user, locale: user === 'U02' ? 'ru-RU' : 'en-US', is_admin: user === FACILITATOR }),
    }),
    'chat.postEphemeral': () => ({ ok: true, message_ts: '17.01' }),
    'chat.postMessage': () => ({ ok: true, ts: '17.02' }),
    'reactions.add': () => ({ ok: true }),
    'views.open': () => ({ ok: true, view: { id: 'V1' } }),
    'views.push': () => ({ ok: true, view: { id: 'V2' } }),
  });
  const logger = createLogger({ level: 'warn', destination: { write: (line) => void lines.push(line) } });
  const clients = createSlackClients({
    ...{ token: 'xoxb-test', slackApiUrl: slack.slackApiUrl, logger: createBoltLogger(logger) },
  });
  const { clock } = world.deps;
  const directory = createDirectory({ reads: clients.reads, teamId: US.teamId, clock });
  const guard = createChannelGuard({ reads: clients.reads, directory, clock, ...US });
  const clientLookups = createClientLookups({
    ...{ reads: clients.reads, directory, teamId: US.teamId, clock, readsUserGroups: false },
  });
  const homes = createHomePublisher({ ...world.deps, directory, slack: clients.posts, logger });
  const following: Promise<void>[] = [];
  const ctx: ListenerContext = {
    workspaceId: US.teamId,
    ...{ ...world.deps, directory, guard, clientLookups, slack: clients.posts, reads: clients.reads, logger },
    abilities: abilitiesOf(undefined),
    requestCard: ({ reviewId }) => void cards.push(reviewId),
    followAnswer: (given) =>
      void following.push(afterAnswers(world.deps, [given], ({ reviewId }) => void cards.push(reviewId))),
    clientCharts: createClientCharts({ uploadPicture: async () => null, logger }),
    ...{ homes, touchHomes: () => undefined, requestHome: () => undefined, putOff: createPutOff(logger) },
  };

  async function observe(response?: ViewResponseAction): Promise<Acknowledged> {
    const { rows } = await world.pool.query('SELECT 1 FROM "Answer"').catch(() => ({ rows: [] }));
    return { response, answersStored: rows.length, slackCalls: slack.calls.length };
  }

  /** Presses a button on the card; gives what was acknowledged. */
  async function press(handle: (args: ActionArgs) => Promise<void>, { value = '', userId = 'U01' } = {}) {
    const seen: Acknowledged[] = [];
    const action = { type: 'button', action_id: 'a_button', value } as BlockAction['actions'][number];
    const body = {
      ...{ type: 'block_actions', team: { id: 'T1', domain: 'agency' }, user: { id: userId, username: userId } },
      ...{ channel: { id: 'C1', name: 'northwind' }, trigger_id: 'trigger', actions: [action] },
    } as unknown as BlockAction;
    const listen = actionListener(handle);
    const ack = async () => void seen.push(await observe());
    await listen({ body, action, ack, context: contextEntry(ctx) } as unknown as Parameters<typeof listen>[0]);
    await Promise.all(following.splice(0));
    return seen;
  }

  /** Sends a form; gives what was acknowledged. */
  async function submit(
    form: { handle: FormHandler; field: string },
    view: ModalView,
    { userId = 'U01', entered = {} }: { userId?: string; entered?: Readonly<Record<string, SimpleValue>> } = {},
  ) {
    const seen: Acknowledged[] = [];
    const sent = { id: 'V1', hash: 'h', ...submittedView(view, entered) };
    const body = {
      ...{ type: 'view_submission', team: { id: 'T1', domain: 'agency' }, user: { id: userId, name: userId } },
      ...{ view: sent },
    } as unknown as ViewSubmitAction;
    const listen = viewListener(form);
    const ack = async (response?: ViewResponseAction) => void seen.push(await observe(response));
    await listen({ body, ack, context: contextEntry(ctx) } as unknown as Parameters<typeof listen>[0]);
    await Promise.all(following.splice(0));
    return seen;
  }

  /** What was said to the person alone, newest last. */
  const replies = () => slack.callsOf('chat.postEphemeral').map(({ text, user }) => `${user}: ${text}`);

  /** Does something while nobody can reach the database. */
  async function whileDatabaseIsAway<T>(work: () => Promise<T>): Promise<T> {
    const { rows } = await world.pool.query<{ name: string }>('SELECT current_database() AS name');
    const name = rows[0]?.name ?? '';
    const server = new pg.Client({ connectionString: inject('serverUrl') });
    await server.connect();
    try {
      await server.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
      await server.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1', [name]);
      return await work();
    } finally {
      await server.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
      await server.end();
    }
  }

  return {
    ...{ ...world, ctx, slack, cards, lines, press, submit, replies, whileDatabaseIsAway },
    reset() {
      slack.calls.length = 0;
      cards.length = 0;
      lines.length = 0;
    },
    async close() {
      await slack.close();
      await world.close();
    },
  };
}

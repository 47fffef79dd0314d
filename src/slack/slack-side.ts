import type { Server } from 'node:http';
import { App, type Logger as BoltLogger } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { type ChannelRefusal, reviewOfSummary } from '../domain/post.ts';
import type { CardRef } from '../jobs/card-refresher.ts';
import type { Logger } from '../ops/logging.ts';
import type { Deps } from '../usecases/deps.ts';
import type { PulseDeps } from '../usecases/pulse-people.ts';
import type { PresenceDeps } from '../usecases/sync-absence.ts';
import type { AlertDeps } from '../usecases/tell-alerts.ts';
import { abilitiesOf } from './abilities.ts';
import { createClientCharts } from './client-charts.ts';
import { createSlackClients } from './clients.ts';
import { createChannelGuard } from './guard/channel-guard.ts';
import { createClientLookups } from './guard/client-lookups.ts';
import { createDirectory } from './guard/directory.ts';
import { createHeldNotice } from './held-notice.ts';
import { createHomePublisher, type HomePublisher } from './home-publisher.ts';
import { createHttpReceiver, SERVER_LIMITS } from './http-receiver.ts';
import { createInFlight } from './in-flight.ts';
import type { ListenerContext } from './listeners/listener-context.ts';
import { registerListeners } from './listeners/register.ts';
import { createDeliverPostTask } from './outbox/deliver-post-task.ts';
import { createDelivery } from './outbox/delivery.ts';
import { createPostRenderer } from './post-renderer.ts';
import { createFindMembers, createFindPresence } from './presence.ts';
import { createTokenWatch } from './token-trouble.ts';
import { createUploadPicture } from './upload-picture.ts';

/** How the app reaches Slack: Socket Mode with an app token, or signed HTTP. */
export type SlackConnection = { readonly botToken: string; readonly apiUrl: string | null } & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number }
);

export type SlackSideOptions = Deps & {
  readonly connection: SlackConnection;
  readonly requestCard: (card: CardRef) => void;
  readonly touchHomes: ListenerContext['touchHomes'];
  readonly requestHome: ListenerContext['requestHome'];
  readonly postIntervalMs: number;
  readonly logger: Logger;
  readonly boltLogger: BoltLogger;
};

export type SlackSide = {
  readonly workspaceId: string;
  /** The zones of people as Slack knows them; null where it does not say. */
  readonly findTimeZones: (userIds: readonly string[]) => Promise<readonly (string | null)[]>;
  /** Why clients may not be discussed in a channel now; null when they may. `unknown` for a channel of another workspace. */
  readonly findChannelRefusal: (channel: { workspaceId: string; channelId: string }) => Promise<ChannelRefusal | null>;
  /** Who people are now, and who is in a channel. */
  readonly findPresence: PresenceDeps['findPresence'];
  /** Who people are now, in their order; null where Slack cannot tell. */
  readonly findMembers: PulseDeps['findMembers'];
  /** Shows somebody's Home anew if it says something else than before. */
  readonly refreshHome: HomePublisher['refresh'];
  readonly findAdmins: AlertDeps['findAdmins'];
  /** The task of the job queue that brings one message to Slack. */
  readonly deliverPost: (payload: unknown) => Promise<void>;
  start(): Promise<void>;
  /** Takes no more from Slack and waits for the listeners that run. */
  stop(): Promise<void>;
};

/** Everything that faces Slack, for the workspace of the token. Throws when Slack does not take the token. */
export async function createSlackSide(options: SlackSideOptions): Promise<SlackSide> {
  const { connection, logger, clock, requestCard } = options;
  const slackApiUrl = connection.apiUrl === null ? {} : { slackApiUrl: connection.apiUrl };
  const tokenWatch = createTokenWatch(logger);
  const clients = createSlackClients({
    ...{ token: connection.botToken, logger: options.boltLogger, tokenWatch, ...slackApiUrl },
  });
  const us = await whoAmI(clients.reads);
  const directory = createDirectory({ reads: clients.reads, teamId: us.teamId, clock });
  const guard = createChannelGuard({ ...us, reads: clients.reads, directory, clock });
  const inFlight = createInFlight();
  const bolt = createBolt(options, us);
  bolt.use(inFlight.middleware);
  const abilities = abilitiesOf(us.scopes);
  const clientLookups = createClientLookups({
    ...{ reads: clients.reads, directory, teamId: us.teamId, clock },
    readsUserGroups: abilities.readsUserGroups,
  });
  const homes = createHomePublisher({ ...options, directory, slack: clients.posts });
  const uploadPicture = createUploadPicture({ slack: clients.posts, isAllowed: abilities.sendsFiles, logger });
  const context: ListenerContext = {
    ...{ ...options, directory, guard, clientLookups, abilities, logger, requestCard },
    ...{
      slack: clients.posts,
      reads: clients.reads,
      homes,
      clientCharts: createClientCharts({ uploadPicture, logger }),
    },
  };
  registerListeners(bolt, context);

  const delivery = createDelivery({
    workspaceId: us.teamId,
    store: options.storage.forWorkspace(us.teamId).outbox,
    posts: clients.posts,
    reads: clients.reads,
    guard,
    directory,
    render: createPostRenderer({
      ...{ ...options, directory, reads: clients.reads, workspaceId: us.teamId },
      uploadPicture,
      async readsThreadsOf(channelId) {
        const verdict = await guard.check(channelId);
        return verdict.ok && abilities.readsThreads(verdict.channel.isPrivate);
      },
    }),
    clock,
    pace: { intervalMs: options.postIntervalMs },
    logger,
    onHeld: createHeldNotice({ ...options, workspaceId: us.teamId }),
  });
  // Once the summary is in the thread, the card can link to it.
  const deliverAndRefresh = async (purpose: string) => {
    const outcome = await delivery.deliver(purpose);
    const reviewId = outcome.kind === 'delivered' ? reviewOfSummary(purpose) : null;
    if (reviewId !== null) requestCard({ workspaceId: us.teamId, reviewId });
    return outcome;
  };
  const deliverPost = createDeliverPostTask({
    deliveryOf: (workspaceId) => (workspaceId === us.teamId ? { deliver: deliverAndRefresh } : null),
    reschedule: ({ workspaceId, purpose, runAt }) =>
      options.storage.forWorkspace(workspaceId).outbox.enqueue(purpose, runAt),
    clock,
    logger,
  });

  let server: Server | undefined;
  return {
    workspaceId: us.teamId,
    findTimeZones: async (userIds) => (await directory.findAll(userIds)).map(({ timeZone }) => timeZone),
    async findChannelRefusal({ workspaceId, channelId }) {
      if (workspaceId !== us.teamId) return 'unknown';
      const verdict = await guard.check(channelId);
      return verdict.ok ? null : verdict.reason;
    },
    findPresence: createFindPresence({ guard, directory }),
    findMembers: createFindMembers({ directory }),
    refreshHome: homes.refresh,
    findAdmins: directory.findAdmins,
    deliverPost,
    async start() {
      await bolt.init();
      if (connection.mode === 'http') server = (await bolt.start(connection.port, SERVER_LIMITS)) as Server;
      else await bolt.start();
    },
    async stop() {
      // A connection that a proxy keeps for later would hold up the stop for seconds.
      const letGo = async () => {
        await inFlight.drained();
        server?.closeIdleConnections();
      };
      await Promise.all([bolt.stop(), letGo()]);
      await inFlight.drained();
    },
  };
}

type Us = {
  readonly teamId: string;
  readonly botId: string;
  readonly botUserId: string;
  /** The scopes granted; undefined where the server does not say. */
  readonly scopes: readonly string[] | undefined;
};

async function whoAmI(reads: ReturnType<typeof createSlackClients>['reads']): Promise<Us> {
  const remedy = 'Copy the Bot User OAuth Token, xoxb-…, from api.slack.com/apps → your app → OAuth & Permissions.';
  const answer = await reads.auth.test().catch((cause: unknown) => {
    const code = cause instanceof WebAPIPlatformError ? cause.data.error : null;
    throw new Error(code ? `Slack does not take SLACK_BOT_TOKEN: ${code}. ${remedy}` : 'Slack could not be reached.', {
      cause,
    });
  });
  const { team_id: teamId, bot_id: botId, user_id: botUserId } = answer;
  if (!teamId || !botId || !botUserId) throw new Error(`SLACK_BOT_TOKEN is not the token of a bot. ${remedy}`);
  return { teamId, botId, botUserId, scopes: answer.response_metadata?.scopes };
}

function createBolt({ connection, boltLogger }: SlackSideOptions, { teamId: ourTeam, botId, botUserId }: Us): App {
  const slackApiUrl = connection.apiUrl === null ? {} : { slackApiUrl: connection.apiUrl };
  const shared = {
    // One workspace for now: every payload of it is ours, and those of others are refused before a listener runs.
    authorize: async ({ teamId }: { teamId: string | undefined }) => {
      if (teamId !== ourTeam) throw new Error('this app is not installed in that workspace');
      return { botToken: connection.botToken, teamId: ourTeam, botId, botUserId };
    },
    logger: boltLogger,
    convoStore: false as const,
    deferInitialization: true,
    clientOptions: { ...slackApiUrl, retryConfig: { retries: 1 }, timeout: 10_000 },
  };
  if (connection.mode === 'http') {
    const receiver = createHttpReceiver({ signingSecret: connection.signingSecret, logger: boltLogger });
    return new App({ ...shared, receiver });
  }
  // Its own object: Bolt would give the socket the few retries above, and a reconnect that runs out of them ends the process.
  const installerOptions = {
    clientOptions: { ...slackApiUrl, retryConfig: { forever: true, minTimeout: 1_000, maxTimeout: 30_000 } },
  };
  return new App({ ...shared, socketMode: true, appToken: connection.appToken, installerOptions });
}

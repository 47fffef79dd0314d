import type { Server } from 'node:http';
import type { Installation } from '../domain/installation.ts';
import type { ChannelRefusal } from '../domain/post.ts';
import type { HomeRef, Refreshed } from '../jobs/home-refresher.ts';
import type { LookupsOf } from '../jobs/workspace-lookups.ts';
import type { SlackState } from '../ops/readiness.ts';
import { answerOnce } from './answer-once.ts';
import { createBoltApp } from './bolt-app.ts';
import type { SlackConnection } from './connection.ts';
import { stateOfServer } from './connection-state.ts';
import { SERVER_LIMITS } from './http-receiver.ts';
import { createInFlight } from './in-flight.ts';
import { createInstallationAdapter } from './installations/installation-adapter.ts';
import type { Installations } from './installations/installations.ts';
import { createManyWorkspaces } from './installations/many-workspaces.ts';
import { findOneWorkspace } from './installations/one-workspace.ts';
import { registerListeners } from './listeners/register.ts';
import { workspaceContext } from './listeners/workspace-context.ts';
import { createLookupsOf } from './lookups-of.ts';
import { createDeliverPostTask } from './outbox/deliver-post-task.ts';
import { stopBolt } from './stop-bolt.ts';
import { watchRequests } from './watch-requests.ts';
import { createWorkspaceSide, type WorkspaceSide, type WorkspaceSideOptions } from './workspace-side.ts';
import { createWorkspaceSides } from './workspace-sides.ts';

export type { SlackConnection } from './connection.ts';

export type SlackSideOptions = Omit<WorkspaceSideOptions, 'apiUrl' | 'tokenWatch'> & {
  readonly connection: SlackConnection;
  /** Signs what ties the end of an installation to its beginning; see `deriveSecret`. */
  readonly stateSecret: string;
};

export type SlackSide = {
  /** The workspace of the token; null when every workspace can install the app. */
  readonly workspaceId: string | null;
  /** What the clock asks of a workspace's Slack. */
  readonly lookupsOf: LookupsOf;
  /** Why clients may not be discussed in a channel now; null when they may. `unknown` where the app is not installed. */
  readonly findChannelRefusal: (channel: { workspaceId: string; channelId: string }) => Promise<ChannelRefusal | null>;
  /** Shows somebody's Home anew if it says something else than before. */
  readonly refreshHome: (home: HomeRef) => Promise<Refreshed>;
  /** The task of the job queue that brings one message to Slack. */
  readonly deliverPost: (payload: unknown) => Promise<void>;
  /** Whether Slack reaches us now. */
  readonly connectionState: () => SlackState;
  start(): Promise<void>;
  /** Takes no more from Slack and waits for the listeners that run. */
  stop(): Promise<void>;
};

/**
 * Everything that faces Slack: one Bolt app for all workspaces, and for each workspace a side of its own. Throws when Slack does not take
 * the token of the environment.
 */
export async function createSlackSide(options: SlackSideOptions): Promise<SlackSide> {
  const { connection, logger, storage } = options;
  const { apiUrl } = connection;
  const installations: Installations =
    'oauth' in connection ? createManyWorkspaces(options) : await findOneWorkspace({ ...options, ...connection });
  const createSide = (installation: Installation) =>
    createWorkspaceSide(installation, { ...options, apiUrl, tokenWatch: installations.watchToken(installation) });
  const findSide = createWorkspaceSides({ find: installations.find, create: createSide });
  const { bolt, socketState, inFlight } = createReceiver(options, { installations, createSide, findSide });

  let server: Server | undefined;
  return {
    workspaceId: installations.workspaceId,
    lookupsOf: createLookupsOf(findSide),
    async findChannelRefusal({ workspaceId, channelId }) {
      const side = await findSide(workspaceId);
      return side === null ? 'unknown' : side.findChannelRefusal(channelId);
    },
    async refreshHome(home) {
      const side = await findSide(home.workspaceId);
      return side === null ? { kind: 'unchanged' } : side.context.homes.refresh(home);
    },
    deliverPost: createDeliverPostTask({
      deliveryOf: async (workspaceId) => (await findSide(workspaceId))?.delivery ?? null,
      reschedule: ({ workspaceId, purpose, afterMs }) =>
        storage.forWorkspace(workspaceId).outbox.enqueue(purpose, afterMs),
      logger,
    }),
    connectionState: socketState ?? (() => stateOfServer(server)),
    async start() {
      await bolt.init();
      if (connection.mode === 'http') server = (await bolt.start(connection.port, SERVER_LIMITS)) as Server;
      else await bolt.start();
    },
    stop: () => stopBolt({ bolt, inFlight, server }),
  };
}

type ReceiverParts = {
  readonly installations: Installations;
  readonly createSide: (installation: Installation) => WorkspaceSide;
  readonly findSide: (workspaceId: string) => Promise<WorkspaceSide | null>;
};

/** Bolt with every listener; each finds the side of the workspace that its request is about. */
function createReceiver(options: SlackSideOptions, { installations, createSide, findSide }: ReceiverParts) {
  const { bolt, socketState } = createBoltApp({
    ...{ ...options, find: installations.find, defaultLanguage: options.defaults.language },
    installationStore: createInstallationAdapter({
      find: installations.find,
      async install(installation) {
        const [timeZone = null] = await createSide(installation).lookups.findTimeZones([installation.installedById]);
        await installations.install({ ...installation, timeZone });
      },
    }),
  });
  if (options.connection.mode === 'socket') answerOnce(bolt);
  watchRequests(bolt, options);
  const inFlight = createInFlight();
  bolt.use(inFlight.middleware);
  bolt.use(workspaceContext(async (workspaceId) => (await findSide(workspaceId))?.context ?? null));
  registerListeners(bolt, { logger: options.logger, onUninstalled: installations.end });
  return { bolt, socketState, inFlight };
}

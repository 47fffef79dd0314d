import type { Logger as BoltLogger } from '@slack/bolt';
import type { Installation } from '../domain/installation.ts';
import { type ChannelRefusal, reviewOfSummary } from '../domain/post.ts';
import type { CardRef } from '../jobs/card-refresher.ts';
import type { WorkspaceLookups } from '../jobs/workspace-lookups.ts';
import type { Logger } from '../ops/logging.ts';
import type { Watch } from '../ops/watch.ts';
import type { Deps } from '../usecases/deps.ts';
import { abilitiesOf } from './abilities.ts';
import { createClientCharts } from './client-charts.ts';
import { createSlackClients } from './clients.ts';
import { createChannelGuard } from './guard/channel-guard.ts';
import { createClientLookups } from './guard/client-lookups.ts';
import { createDirectory } from './guard/directory.ts';
import { createHeldNotice } from './held-notice.ts';
import { createHomePublisher } from './home-publisher.ts';
import type { ListenerContext } from './listeners/listener-context.ts';
import { createDelivery, type Delivery } from './outbox/delivery.ts';
import { createPostRenderer } from './post-renderer.ts';
import { createFindMembers, createFindPresence } from './presence.ts';
import type { TokenWatch } from './token-trouble.ts';
import { createUploadPicture } from './upload-picture.ts';

export type WorkspaceSideOptions = Deps & {
  readonly apiUrl: string | null;
  readonly requestCard: (card: CardRef) => void;
  readonly followAnswer: ListenerContext['followAnswer'];
  readonly putOff: ListenerContext['putOff'];
  readonly touchHomes: ListenerContext['touchHomes'];
  readonly requestHome: ListenerContext['requestHome'];
  readonly postIntervalMs: number;
  readonly tokenWatch: TokenWatch;
  readonly watch: Watch;
  readonly logger: Logger;
  readonly boltLogger: BoltLogger;
};

/** Everything that faces the Slack of one workspace, and belongs to it alone: clients, and what is remembered of people and channels. */
export type WorkspaceSide = {
  /** What its listeners are given. */
  readonly context: ListenerContext;
  /** What the work of the clock asks. */
  readonly lookups: WorkspaceLookups;
  /** Why clients may not be discussed in a channel now; null when they may. */
  readonly findChannelRefusal: (channelId: string) => Promise<ChannelRefusal | null>;
  readonly delivery: Delivery;
};

/** Makes the side of a workspace; nothing is asked of Slack before it is needed. */
export function createWorkspaceSide(installation: Installation, options: WorkspaceSideOptions): WorkspaceSide {
  const { clock, logger } = options;
  const { workspaceId, botUserId } = installation;
  const { posts, reads } = createSlackClients({
    ...{
      token: installation.botToken,
      logger: options.boltLogger,
      tokenWatch: options.tokenWatch,
      watch: options.watch,
    },
    ...(options.apiUrl === null ? {} : { slackApiUrl: options.apiUrl }),
  });
  const directory = createDirectory({ reads, teamId: workspaceId, clock });
  const guard = createChannelGuard({ teamId: workspaceId, botUserId, reads, directory, clock });
  const abilities = abilitiesOf(installation.scopes ?? undefined);
  const clientLookups = createClientLookups({
    ...{ reads, directory, teamId: workspaceId, clock },
    readsUserGroups: abilities.readsUserGroups,
  });
  const uploadPicture = createUploadPicture({ slack: posts, isAllowed: abilities.sendsFiles, logger });
  const context: ListenerContext = {
    ...{ ...options, workspaceId, directory, guard, clientLookups, abilities, slack: posts, reads },
    homes: createHomePublisher({ ...options, directory, slack: posts }),
    clientCharts: createClientCharts({ uploadPicture, logger }),
  };
  return {
    context,
    lookups: {
      findTimeZones: async (userIds) => (await directory.findAll(userIds)).map(({ timeZone }) => timeZone),
      findPresence: createFindPresence({ guard, directory }),
      findMembers: createFindMembers({ directory }),
      findAdmins: directory.findAdmins,
    },
    async findChannelRefusal(channelId) {
      const verdict = await guard.check(channelId);
      return verdict.ok ? null : verdict.reason;
    },
    delivery: deliveryWithCards(context, { uploadPicture, postIntervalMs: options.postIntervalMs }),
  };
}

type DeliveryParts = {
  readonly uploadPicture: ReturnType<typeof createUploadPicture>;
  readonly postIntervalMs: number;
};

function deliveryWithCards(context: ListenerContext, { uploadPicture, postIntervalMs }: DeliveryParts): Delivery {
  const { workspaceId, storage, slack, reads, guard, directory, abilities, clock, logger } = context;
  const delivery = createDelivery({
    ...{ workspaceId, posts: slack, reads, guard, directory, clock, logger },
    store: storage.forWorkspace(workspaceId).outbox,
    render: createPostRenderer({
      ...{ ...context, uploadPicture },
      async readsThreadsOf(channelId) {
        const verdict = await guard.check(channelId);
        return verdict.ok && abilities.readsThreads(verdict.channel.isPrivate);
      },
    }),
    pace: { intervalMs: postIntervalMs },
    onHeld: createHeldNotice(context),
  });
  return {
    // Once the summary is in the thread, the card can link to it.
    async deliver(purpose) {
      const outcome = await delivery.deliver(purpose);
      const reviewId = outcome.kind === 'delivered' ? reviewOfSummary(purpose) : null;
      if (reviewId !== null) context.requestCard({ workspaceId, reviewId });
      return outcome;
    },
  };
}

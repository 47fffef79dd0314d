import type { WebClient } from '@slack/web-api';
import type { HomeTouch } from '../../domain/home-touch.ts';
import type { CardRef } from '../../jobs/card-refresher.ts';
import type { HomeRef } from '../../jobs/home-refresher.ts';
import type { Logger } from '../../ops/logging.ts';
import type { AnswerGiven } from '../../usecases/after-answer.ts';
import type { Deps } from '../../usecases/deps.ts';
import type { Abilities } from '../abilities.ts';
import type { ClientCharts } from '../client-charts.ts';
import type { ChannelGuard } from '../guard/channel-guard.ts';
import type { ClientLookups } from '../guard/client-lookups.ts';
import type { Directory } from '../guard/directory.ts';
import type { HomePublisher } from '../home-publisher.ts';
import type { PutOff } from './put-off.ts';

/** What a listener is given: the use cases' dependencies, and the Slack of its workspace as it is seen from the inside. */
export type ListenerContext = Deps & {
  readonly workspaceId: string;
  readonly directory: Directory;
  readonly guard: ChannelGuard;
  /** What setting up clients asks Slack for. */
  readonly clientLookups: ClientLookups;
  /** For views and ephemeral replies; posts that must arrive go through the outbox. */
  readonly slack: WebClient;
  /** For questions. */
  readonly reads: WebClient;
  readonly abilities: Abilities;
  readonly logger: Logger;
  /** Asks for a fresh card; many requests become one. */
  readonly requestCard: (card: CardRef) => void;
  /** An answer is safe: soon its step ends, if it was the last one, or the card changes. */
  readonly followAnswer: (given: AnswerGiven) => void;
  /** What waits for the database. */
  readonly putOff: PutOff;
  readonly homes: HomePublisher;
  readonly clientCharts: ClientCharts;
  /** Something was done, outside the audit log, that may show in Homes. */
  readonly touchHomes: (workspaceId: string, touch: HomeTouch) => void;
  /** Asks for a look at one Home. */
  readonly requestHome: (home: HomeRef) => void;
};

import type { App, ReceiverEvent } from '@slack/bolt';
import type { Logger } from '../ops/logging.ts';
import { createRequestLog } from '../ops/request-log.ts';
import { ANSWER_KIND, type Watch } from '../ops/watch.ts';
import { labelOf } from './interaction-label.ts';
import { loggerEntry } from './request-logger.ts';

export type WatchRequestsOptions = {
  readonly watch: Pick<Watch, 'acknowledged' | 'interactionFailed'>;
  readonly logger: Logger;
};

/**
 * Gives every request that comes in a logger that writes its id, and tells the watch when it was acknowledged or failed.
 * It goes around Bolt's entrance instead of being a middleware: the look-up of the installation and the acknowledgement of events
 * come before the first middleware.
 */
export function watchRequests(bolt: Pick<App, 'processEvent'>, { watch, logger }: WatchRequestsOptions): void {
  const processEvent = bolt.processEvent.bind(bolt);
  bolt.processEvent = async (event: ReceiverEvent) => {
    const arrivedAt = performance.now();
    const label = labelOf(event.body ?? {});
    const log = createRequestLog(logger);
    let isAcknowledged = false;
    const ack: ReceiverEvent['ack'] = async (response) => {
      await event.ack(response);
      if (isAcknowledged) return;
      isAcknowledged = true;
      watch.acknowledged(label, (performance.now() - arrivedAt) / 1000);
    };
    try {
      await processEvent({
        ...event,
        ack,
        customProperties: { ...event.customProperties, ...loggerEntry(log.logger) },
      });
      // Nothing is said of an answer but that there was one; how long it took tells a click from a form.
      if (label.kind !== ANSWER_KIND) log.logger.debug({ ...label, retry: event.retryNum }, 'a request was dealt with');
      if (log.hasFailed() || !isAcknowledged) watch.interactionFailed(label);
    } catch (error) {
      watch.interactionFailed(label);
      throw error;
    }
  };
}

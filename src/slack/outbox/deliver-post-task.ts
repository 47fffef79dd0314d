import * as z from 'zod';
import type { Logger } from '../../ops/logging.ts';
import { isTokenTrouble } from '../token-trouble.ts';
import type { Delivery } from './delivery.ts';
import { purposeKind } from './step-runner.ts';

export type DeliverPostTaskDeps = {
  /** The delivery of a workspace; null when the app is not installed there (any more). */
  readonly deliveryOf: (workspaceId: string) => Promise<Delivery | null> | Delivery | null;
  /** Adds the job again, due in `afterMs`; see `enqueue` of the post store. */
  readonly reschedule: (post: { workspaceId: string; purpose: string; afterMs: number }) => Promise<void>;
  readonly logger: Logger;
};

const PayloadSchema = z.object({ workspaceId: z.string().min(1), purpose: z.string().min(1) });

/**
 * The job of one message. What must wait is put off and the job ends, so that it blocks neither its queue nor a worker; what is
 * held is asked again by the tick. Throws, and is then repeated by the queue, only when the database or a bug is in the way.
 */
export function createDeliverPostTask({ deliveryOf, reschedule, logger }: DeliverPostTaskDeps) {
  return async (payload: unknown): Promise<void> => {
    const { workspaceId, purpose } = PayloadSchema.parse(payload);
    const delivery = await deliveryOf(workspaceId);
    if (!delivery) return;
    const outcome = await delivery.deliver(purpose);
    const fields = { workspaceId, purpose: purposeKind(purpose), ...outcome };
    if (outcome.kind === 'retry') {
      logger.info(fields, 'a message waits');
      await reschedule({ workspaceId, purpose, afterMs: outcome.afterMs });
    }
    if (outcome.kind === 'held') logger.info(fields, 'a message is held');
    // A token that Slack does not take is said once, with what to do, and not for every message.
    const isOfToken = outcome.kind === 'failed' && outcome.scope === 'workspace' && isTokenTrouble(outcome.reason);
    if (isOfToken) logger.info(fields, 'a message waits for the installation');
    else if (outcome.kind === 'failed') logger.error(fields, 'a message cannot be delivered');
  };
}

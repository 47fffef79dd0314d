import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

type Request = { readonly id: string; hasFailed: boolean; isOver: boolean };

const requests = new AsyncLocalStorage<Request>();

/**
 * Runs the work of one request of Slack under an id of its own, and says whether an error was logged in it. The id is random: it
 * tells of nobody. What goes on after the work has ended (a timer, a connection opened by the way) has none.
 */
export async function runAsRequest(work: () => Promise<void>): Promise<{ hasFailed: boolean }> {
  const request: Request = { id: randomBytes(6).toString('hex'), hasFailed: false, isOver: false };
  try {
    await requests.run(request, work);
    return { hasFailed: request.hasFailed };
  } finally {
    request.isOver = true;
  }
}

/** The id of the request that is being dealt with; undefined outside of one. */
export function currentRequestId(): string | undefined {
  const request = requests.getStore();
  return request?.isOver === false ? request.id : undefined;
}

/** Notes that the request went wrong. Does nothing outside of one. */
export function noteFailure(): void {
  const request = requests.getStore();
  if (request) request.hasFailed = true;
}

/** Whether an error was logged in the request so far. False outside of one. */
export function hasRequestFailed(): boolean {
  return requests.getStore()?.hasFailed === true;
}

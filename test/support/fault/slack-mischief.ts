import type { Random } from './seeded-random.ts';
import type { CallFault, ProxyCall } from './slack-proxy.ts';
import { PAGE } from './slack-proxy.ts';
import type { EnvelopeFault } from './slack-proxy-sockets.ts';

/** What passes by itself and kept the call from Slack. */
const BEFORE: readonly CallFault[] = [
  { kind: 'cut' },
  { kind: 'body', body: PAGE },
  { kind: 'body', body: '{"ok":tr' },
  ...[500, 502, 503].map((status) => ({ kind: 'status', status }) as const),
  { kind: 'status', status: 429 },
  { kind: 'status', status: 429, retryAfter: 30 },
  ...[
    'ratelimited',
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'request_timeout',
    'team_added_to_org',
  ].map((error) => ({ kind: 'refused', error }) as const),
];
/** Slack did it, and nobody heard of it. */
const AFTER: readonly CallFault[] = (['cut', 'half', 'page'] as const).map((how) => ({ kind: 'answer_lost', how }));

/** One call in `share` goes wrong, or comes late and so behind others. */
export function randomCallFault(random: Random, share: number): (call: ProxyCall) => CallFault | null {
  return ({ method }) => {
    if (!random.chance(share) || method.startsWith('/')) return null;
    const late: CallFault = { kind: 'late', delayMs: Math.floor(random.next() * 40) };
    return random.pick([...BEFORE, ...AFTER, ...AFTER, late, late]);
  };
}

/** One envelope in `share` comes several times, late, or again because it or its acknowledgement was lost. */
export function randomEnvelopeFault(random: Random, share: number): () => EnvelopeFault | null {
  return () => {
    if (!random.chance(share)) return null;
    return random.pick<EnvelopeFault>([
      { again: 1 },
      { again: 2 },
      { afterAck: 1 },
      { afterAck: 2 },
      { lost: true },
      { acksLost: 1 },
      { acksLost: 2, again: 1 },
      { lateMs: Math.floor(random.next() * 40) },
    ]);
  };
}

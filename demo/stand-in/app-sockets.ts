import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket } from 'undici';
import type { ServerSocket } from './web-socket.ts';
import { acceptWebSocket } from './web-socket.ts';

/** What Socket Mode carries to the app. */
export type Envelope = { envelope_id: string; type: string; payload: Record<string, unknown> } & Record<
  string,
  unknown
>;
export type EnvelopeFate = 'deliver' | 'lose' | 'duplicate';
export type EnvelopeHook = (envelope: Envelope) => EnvelopeFate;
/** The app's acknowledgement, or `isAcknowledged: false` when none came within 3 s. */
export type Ack = { isAcknowledged: boolean; isLost: boolean; payload?: unknown };

export type AppSockets = {
  accept: (request: IncomingMessage, stream: Duplex, upstreamUrl: string) => void;
  deliver: (type: string, payload: Record<string, unknown>) => Promise<Ack>;
  setHook: (hook: EnvelopeHook | undefined) => void;
  count: () => number;
  disconnectAll: () => void;
};

type SocketOptions = { onChange: () => void; isExternal: (channel: string) => boolean };

const ACK_LIMIT_MS = 3000;

/**
 * Socket Mode, passed through both ways and joined by our own envelopes. As in Slack a payload goes to one of
 * the open connections (local-slack sends it to all), in turn.
 */
export function createAppSockets(options: SocketOptions): AppSockets {
  const { onChange, isExternal } = options;
  const clients: ServerSocket[] = [];
  const owners = new Map<string, ServerSocket>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let hook: EnvelopeHook = () => 'deliver';
  let turn = 0;

  const nextClient = () => {
    turn += 1;
    return clients[turn % clients.length];
  };
  const send = (client: ServerSocket, envelope: Envelope): EnvelopeFate => {
    const fate = hook(envelope);
    if (fate !== 'lose') client.send(JSON.stringify(envelope));
    if (fate === 'duplicate') {
      const again = { ...envelope, envelope_id: crypto.randomUUID(), retry_attempt: 1, retry_reason: 'timeout' };
      (nextClient() ?? client).send(JSON.stringify(again));
    }
    return fate;
  };
  const fromLocalSlack = (client: ServerSocket, text: string) => {
    const envelope = JSON.parse(text) as Envelope;
    if (!envelope.envelope_id) return client.send(text);
    const { event } = envelope.payload as { event?: { channel?: string } };
    if (event) envelope.payload.is_ext_shared_channel = isExternal(event.channel ?? '');
    if (!owners.has(envelope.envelope_id)) owners.set(envelope.envelope_id, nextClient() ?? client);
    if (owners.get(envelope.envelope_id) === client) send(client, envelope);
  };
  const fromApp = (upstream: WebSocket, text: string) => {
    const { envelope_id, payload } = JSON.parse(text) as Partial<Envelope>;
    const resolve = envelope_id ? waiting.get(envelope_id) : undefined;
    if (resolve) resolve(payload);
    else if (upstream.readyState === WebSocket.OPEN) upstream.send(text);
  };

  return {
    count: () => clients.length,
    setHook: (next) => {
      hook = next ?? (() => 'deliver');
    },
    disconnectAll: () => {
      for (const client of [...clients]) client.close();
    },
    accept: (request, stream, upstreamUrl) => {
      const client = acceptWebSocket(request, stream);
      const upstream = new WebSocket(upstreamUrl);
      upstream.addEventListener('message', (event) => {
        if (!clients.includes(client)) clients.push(client);
        fromLocalSlack(client, String(event.data));
        onChange();
      });
      upstream.addEventListener('close', () => client.close());
      upstream.addEventListener('error', () => client.close());
      client.onMessage((text) => fromApp(upstream, text));
      client.onClose(() => {
        if (clients.includes(client)) clients.splice(clients.indexOf(client), 1);
        upstream.close();
        onChange();
      });
    },
    deliver: (type, payload) =>
      new Promise((resolve) => {
        const client = nextClient();
        if (!client) return resolve({ isAcknowledged: false, isLost: true });
        const envelope = {
          envelope_id: crypto.randomUUID(),
          type,
          payload,
          accepts_response_payload: type !== 'events_api',
        };
        const settle = (ack: Ack) => {
          clearTimeout(timer);
          waiting.delete(envelope.envelope_id);
          resolve(ack);
        };
        const timer = setTimeout(() => settle({ isAcknowledged: false, isLost: false }), ACK_LIMIT_MS);
        waiting.set(envelope.envelope_id, (answer) => settle({ isAcknowledged: true, isLost: false, payload: answer }));
        if (send(client, envelope) === 'lose') settle({ isAcknowledged: false, isLost: true });
      }),
  };
}

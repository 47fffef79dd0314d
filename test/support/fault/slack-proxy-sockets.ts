import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket } from 'undici';
import { acceptWebSocket, type ServerSocket } from '../../../demo/stand-in/web-socket.ts';

/** What Socket Mode carries to the app; those without an id are about the connection itself. */
export type SocketEnvelope = { envelope_id?: string; type: string; payload?: Record<string, unknown> } & Record<
  string,
  unknown
>;

/** What becomes of one envelope on its way. Slack delivers again what was not acknowledged; all of it ends up acknowledged. */
export type EnvelopeFault = {
  /** The first delivery is lost. */
  readonly lost?: boolean;
  /** This many acknowledgements are lost, each followed by another delivery. */
  readonly acksLost?: number;
  /** Further deliveries at the same time, on every socket in turn. */
  readonly again?: number;
  /** Further deliveries once it was acknowledged, on every socket in turn. */
  readonly afterAck?: number;
  /** Comes so much later, behind what is sent meanwhile. */
  readonly lateMs?: number;
};

/** Why Slack asks an app to come again: docs.slack.dev/apis/events-api/using-socket-mode. */
export const DISCONNECT_REASONS = ['warning', 'refresh_requested', 'link_disabled'] as const;
export type DisconnectReason = (typeof DISCONNECT_REASONS)[number];

export type ProxySockets = ReturnType<typeof createProxySockets>;

type Connection = {
  readonly app: ServerSocket;
  readonly stream: Duplex;
  readonly upstream: WebSocket;
  isSilent: boolean;
};
type Underway = {
  readonly envelope: SocketEnvelope;
  readonly fault: EnvelopeFault;
  acksToLose: number;
  deliveries: number;
  isAcknowledged: boolean;
};

/** The sockets between Slack and the app. `text` changes addresses in what Slack sends. */
export function createProxySockets({ toApp }: { readonly toApp: (text: string) => string }) {
  const connections: Connection[] = [];
  const silent: Connection[] = [];
  const underway = new Map<string, Underway>();
  const waiting: Underway[] = [];
  let plan: (envelope: SocketEnvelope) => EnvelopeFault | null = () => null;
  let turn = 0;
  let opened = 0;
  let delivered = 0;

  const open = () => connections.filter(({ isSilent }) => !isSilent);
  const nextOpen = () => {
    turn += 1;
    return open()[turn % Math.max(1, open().length)];
  };

  const deliver = (one: Underway, on: Connection | undefined) => {
    if (!on) return void waiting.push(one);
    const id = one.deliveries === 0 ? String(one.envelope.envelope_id) : crypto.randomUUID();
    const repeated = one.deliveries === 0 ? {} : { retry_attempt: one.deliveries, retry_reason: 'timeout' };
    one.deliveries += 1;
    underway.set(id, one);
    delivered += 1;
    on.app.send(JSON.stringify({ ...one.envelope, ...repeated, envelope_id: id }));
  };
  const begin = (one: Underway, on: Connection) => {
    const { lost = false, again = 0 } = one.fault;
    if (lost) one.deliveries += 1;
    deliver(one, on.isSilent || !connections.includes(on) ? nextOpen() : on);
    for (let more = 0; more < again; more += 1) deliver(one, nextOpen());
  };

  const fromSlack = (connection: Connection, text: string) => {
    const envelope = JSON.parse(toApp(text)) as SocketEnvelope;
    if (!envelope.envelope_id) return connection.app.send(JSON.stringify(envelope));
    const fault = plan(envelope) ?? {};
    const one: Underway = {
      ...{ envelope, fault, acksToLose: fault.acksLost ?? 0, deliveries: 0, isAcknowledged: false },
    };
    if (fault.lateMs) setTimeout(() => begin(one, connection), fault.lateMs);
    else begin(one, connection);
  };
  const fromApp = (connection: Connection, text: string) => {
    const ack = JSON.parse(text) as { envelope_id?: string };
    const one = underway.get(ack.envelope_id ?? '');
    if (!one || one.isAcknowledged) return;
    if (one.acksToLose > 0) {
      one.acksToLose -= 1;
      return deliver(one, nextOpen());
    }
    one.isAcknowledged = true;
    const { upstream } = [connection, ...connections].find(isUp) ?? connection;
    if (upstream.readyState === WebSocket.OPEN)
      upstream.send(JSON.stringify({ ...ack, envelope_id: one.envelope.envelope_id }));
    for (let more = 0; more < (one.fault.afterAck ?? 0); more += 1) deliver(one, nextOpen());
  };
  const forget = (connection: Connection) => {
    const at = connections.indexOf(connection);
    if (at >= 0) connections.splice(at, 1);
  };

  return {
    accept(request: IncomingMessage, stream: Duplex, upstreamUrl: string) {
      const connection: Connection = {
        ...{ app: acceptWebSocket(request, stream), stream, upstream: new WebSocket(upstreamUrl), isSilent: false },
      };
      opened += 1;
      connections.push(connection);
      const { app, upstream } = connection;
      upstream.addEventListener('message', (event) => {
        fromSlack(connection, String(event.data));
        for (const one of waiting.splice(0)) deliver(one, nextOpen());
      });
      upstream.addEventListener('close', () => stream.destroy());
      upstream.addEventListener('error', () => stream.destroy());
      app.onMessage((text) => fromApp(connection, text));
      app.onClose(() => {
        forget(connection);
        upstream.close();
      });
    },
    /** Decides about every envelope from now on. */
    planEnvelopes(next: typeof plan | null) {
      plan = next ?? (() => null);
    },
    count: () => connections.length,
    /** How many envelopes the app was sent, repeated ones included. */
    deliveries: () => delivered,
    /** How many were ever opened. */
    opened: () => opened,
    /** Slack asks the app, on one of its sockets, to connect again. */
    disconnect(reason: DisconnectReason, index = 0) {
      connections[index]?.app.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'proxy' } }));
    },
    /** The connection is gone without a word. */
    cut(index = 0) {
      connections[index]?.stream.destroy();
    },
    /** The connection stays and nothing comes any more: no envelope, no ping, no answer to a ping or to a goodbye. */
    silence(index = 0) {
      const connection = connections[index];
      if (!connection) return;
      connection.isSilent = true;
      connection.stream.pause();
      silent.push(connection);
      forget(connection);
    },
    closeAll() {
      for (const { stream } of [...connections, ...silent]) stream.destroy();
    },
  };
}

function isUp({ upstream }: Connection): boolean {
  return upstream.readyState === WebSocket.OPEN;
}

import type { Server } from 'node:http';
import type { SlackState } from '../ops/readiness.ts';

/** What the socket says of itself when it is not open any more, or not yet. */
const NOT_OPEN = ['connecting', 'reconnecting', 'disconnecting', 'disconnected', 'close'] as const;

type Socket = { on(event: string, listener: () => void): unknown };

/** Follows the client of Socket Mode by its events: `connected` from the greeting of Slack to the end of that socket. */
export function followSocket(client: Socket): () => SlackState {
  let state: SlackState = 'starting';
  client.on('connected', () => {
    state = 'connected';
  });
  for (const event of NOT_OPEN)
    client.on(event, () => {
      // Until it was open once, it is still starting.
      if (state === 'connected') state = 'disconnected';
    });
  return () => state;
}

/** The same for HTTP: whether the server that Slack calls takes requests. */
export function stateOfServer(server: Server | undefined): SlackState {
  if (!server) return 'starting';
  return server.listening ? 'connected' : 'stopped';
}

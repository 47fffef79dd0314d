import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { followSocket, stateOfServer } from '../../src/slack/connection-state.ts';

describe('followSocket', () => {
  it.each([
    [[], 'starting'],
    [['connecting'], 'starting'],
    [['connecting', 'connected'], 'connected'],
    [['connecting', 'connected', 'close'], 'disconnected'],
    [['connected', 'close', 'reconnecting', 'connecting'], 'disconnected'],
    [['connected', 'close', 'reconnecting', 'connecting', 'connected'], 'connected'],
    [['connected', 'disconnecting'], 'disconnected'],
  ])('after %j is %s', (events, expected) => {
    const client = new EventEmitter();
    const state = followSocket(client);
    for (const event of events) client.emit(event);
    expect(state()).toBe(expected);
  });
});

describe('stateOfServer', () => {
  it('is that of its listening', async () => {
    expect(stateOfServer(undefined)).toBe('starting');
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    expect(stateOfServer(server)).toBe('connected');
    server.close();
    await once(server, 'close');
    expect(stateOfServer(server)).toBe('stopped');
  });
});

import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/ops/logging.ts';
import { createReconnectFetch } from '../../src/slack/reconnect-fetch.ts';

const ADDRESS = '{"ok":true,"url":"wss://slack.example/link"}';
const REFUSAL = '{"ok":false,"error":"invalid_auth"}';

/** A fetch that gets these bodies, one after another, and what it logs. */
function scripted(...bodies: readonly string[]) {
  const left = [...bodies];
  const lines: string[] = [];
  const logger = createLogger({ level: 'info', destination: { write: (line: string) => void lines.push(line) } });
  const fetch = createReconnectFetch({ logger, fetch: async () => new Response(left.shift()) });
  const call = async () => {
    const response = await fetch('https://slack.example/api/apps.connections.open', {});
    return { status: response.status, body: await response.text() };
  };
  return { call, lines };
}

describe('createReconnectFetch', () => {
  it('hands on a refusal at the start, so that a wrong token is told at once', async () => {
    const { call, lines } = scripted(REFUSAL);
    expect(await call()).toEqual({ status: 200, body: REFUSAL });
    expect(lines).toEqual([]);
  });

  it.each([REFUSAL, '<html>', '', '{"ok":true}', 'null'])('takes %j for an outage once connected', async (body) => {
    const { call, lines } = scripted(ADDRESS, body, body, ADDRESS);
    expect(await call()).toEqual({ status: 200, body: ADDRESS });
    for (const _ of [1, 2]) expect(await call()).toEqual({ status: 503, body: '' });
    expect(lines).toHaveLength(1);
    expect(await call()).toEqual({ status: 200, body: ADDRESS });
  });
});

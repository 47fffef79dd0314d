import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { WORKSPACE } from '../big-agency.ts';
import { everybody, reviewOfChannel, teamOf } from './teams.ts';

const SCOPES = 'chat:write,commands,users:read,channels:read,groups:read';

/** A Slack that answers at once and takes everything: what is measured is us and the database, not Slack. */
export async function startSlackStub(): Promise<{ apiUrl: string; stop(): Promise<void> }> {
  let messages = 0;
  const answerTo = (method: string, args: URLSearchParams): object => {
    switch (method) {
      case 'auth.test':
        return { team_id: WORKSPACE, bot_id: 'B0BENCH', user_id: 'U0BENCH', url: 'https://bench.slack.com/' };
      case 'users.info':
        return { user: personOf(args.get('user') ?? '') };
      case 'users.list':
        return { members: everybody().map(personOf), response_metadata: { next_cursor: '' } };
      case 'conversations.info':
        return { channel: channelOf(args.get('channel') ?? '') };
      case 'conversations.members':
        return {
          members: ['U0BENCH', ...teamOf(reviewOfChannel(args.get('channel') ?? ''))],
          response_metadata: { next_cursor: '' },
        };
      default:
        messages += 1;
        return {
          ts: `1700000000.${String(messages).padStart(6, '0')}`,
          channel: args.get('channel'),
          permalink: 'https://bench.slack.com/x',
        };
    }
  };
  const server = createServer(async (request, response) => {
    const args = new URLSearchParams(await text(request));
    const answer = answerTo((request.url ?? '').replace(/^\/api\//, ''), args);
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': SCOPES });
    response.end(JSON.stringify({ ok: true, ...answer }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const personOf = (id: string) => ({
  ...{ id, team_id: WORKSPACE, name: id, real_name: `Person ${id}`, deleted: false, is_bot: false },
  ...{ is_admin: false, is_restricted: false, is_ultra_restricted: false, locale: 'en-US', tz: 'Europe/Berlin' },
  profile: { real_name: `Person ${id}`, display_name: `Person ${id}` },
});

const channelOf = (id: string) => ({
  ...{ id, name: id.toLowerCase(), is_channel: true, is_private: true, is_member: true, is_archived: false },
  ...{ is_shared: false, is_ext_shared: false, is_org_shared: false, num_members: 9 },
});

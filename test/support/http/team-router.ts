import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { TEAM_ID } from './emulator.ts';

export type Team = { readonly teamId: string; readonly slackApiUrl: string };

export type TeamRouter = Awaited<ReturnType<typeof startTeamRouter>>;

/**
 * One address for the Slacks of several workspaces, as Slack itself has: each call goes where its token is from. Every emulator calls its
 * team by the same id, so on the way the team's own is written in its place.
 */
export async function startTeamRouter() {
  const teamOfCode = new Map<string, Team>();
  const teamOfToken = new Map<string, Team>();

  const find = (request: IncomingMessage, body: string) => {
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    return teamOfToken.get(token) ?? teamOfCode.get(new URLSearchParams(body).get('code') ?? '');
  };
  const forward = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const team = find(request, body);
    if (!team) {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":false,"error":"invalid_auth"}');
      return;
    }
    const answered = await fetch(new URL((request.url ?? '').replace('/api/', ''), team.slackApiUrl), {
      method: 'POST',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': request.headers['content-type'] ?? '',
      },
      body: body.replaceAll(team.teamId, TEAM_ID),
    });
    const answer = (await answered.text()).replaceAll(TEAM_ID, team.teamId);
    const { access_token: token } = JSON.parse(answer) as { access_token?: string };
    if (token !== undefined) teamOfToken.set(token, team);
    response
      .writeHead(answered.status, {
        'content-type': 'application/json',
        'x-oauth-scopes': answered.headers.get('x-oauth-scopes') ?? '',
      })
      .end(answer);
  };
  const server = createServer((request, response) => {
    forward(request, response).catch(() => response.writeHead(502).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    slackApiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    /** This code was given to the app by the Slack of `team`. */
    expectCode: (code: string, team: Team) => void teamOfCode.set(code, team),
    /** Every token that was given out. */
    tokens: () => [...teamOfToken.keys()],
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

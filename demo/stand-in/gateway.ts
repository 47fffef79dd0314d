import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { patchPage } from './page-patch.ts';
import type { PageSockets } from './page-socket.ts';
import { actOnPage } from './page-socket.ts';
import type { Command } from './people.ts';
import { runCommand } from './people.ts';
import { answerResponseUrl } from './response-url.ts';
import { answerApi, parseArgs } from './web-api.ts';
import type { Fields, World } from './world.ts';

export type GatewayOptions = { world: World; pages: PageSockets; localSlackUrl: string; port: number; host: string };

/** The HTTP side of the stand-in, on the port a person opens; what it does not handle goes to local-slack. */
export async function createGateway(options: GatewayOptions): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    route(options, request, response).catch((cause: unknown) => {
      console.warn(`The stand-in failed on ${request.method} ${request.url}:`, cause);
      response.destroy();
    });
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex) => upgrade(options, request, stream));
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://${options.host === '0.0.0.0' ? 'localhost' : options.host}:${port}`, stop };
}

function listen(server: Server, { port, host }: GatewayOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function upgrade({ world, pages, localSlackUrl }: GatewayOptions, request: IncomingMessage, stream: Duplex): void {
  const path = request.url ?? '';
  const upstreamUrl = `${localSlackUrl.replace(/^http/, 'ws')}${path}`;
  if (path.startsWith('/socket/')) world.sockets.accept(request, stream, upstreamUrl);
  else if (path === '/ui') pages.accept(request, stream, upstreamUrl);
  else stream.destroy();
}

async function route(options: GatewayOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world } = options;
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
  if (pathname.startsWith('/api/')) {
    const contentType = request.headers['content-type'] ?? '';
    const args = { ...Object.fromEntries(searchParams), ...parseArgs(contentType, await readBody(request)) } as Fields;
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '') || String(args.token ?? '');
    const answer = await answerApi(world, { method: pathname.slice('/api/'.length), args, token });
    if ('drop' in answer) return void response.destroy();
    const body = answer.body.replaceAll(options.localSlackUrl, world.baseUrl());
    return void response.writeHead(answer.status, answer.headers).end(body);
  }
  if (pathname.startsWith('/_hooks/response/')) {
    const body = JSON.parse((await readBody(request)) || '{}') as Fields;
    const status = await answerResponseUrl(world, pathname.slice('/_hooks/response/'.length), body);
    return void response
      .writeHead(status)
      .end(status === 200 ? 'ok' : JSON.stringify({ ok: false, error: 'expired_url' }));
  }
  if (pathname === '/_control/command' || pathname === '/_control/interact') {
    const body = JSON.parse((await readBody(request)) || '{}') as Fields;
    const isCommand = pathname.endsWith('command');
    const ack = isCommand
      ? await runCommand(world, { text: '', ...body } as unknown as Command)
      : await actOnPage(world, { t: 'block_action', user: '', ...body });
    return void response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: ack !== undefined, ...ack }));
  }
  proxy(options, request, response);
}

function proxy({ world, localSlackUrl }: GatewayOptions, request: IncomingMessage, response: ServerResponse): void {
  // Uncompressed, so that the page's source can be read and patched.
  const headers = { ...request.headers, 'accept-encoding': 'identity' };
  const upstream = httpRequest(
    `${localSlackUrl}${request.url}`,
    { method: request.method ?? 'GET', headers },
    (answer) => {
      const isPage = (answer.headers['content-type'] ?? '').startsWith('text/html');
      if (!isPage) {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        return;
      }
      const { 'content-length': _length, ...kept } = answer.headers;
      readBody(answer).then(
        (source) =>
          response
            .writeHead(answer.statusCode ?? 502, kept)
            .end(patchPage(source, world.directory.drawing().clock.locale)),
        () => response.destroy(),
      );
    },
  );
  upstream.on('error', () => response.destroy());
  request.pipe(upstream);
}

async function readBody(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

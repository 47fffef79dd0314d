import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from './logging.ts';
import type { Metrics } from './metrics.ts';
import type { Readiness } from './readiness.ts';

export type OpsAddress = { readonly host: string; readonly port: number };

export type OpsServerOptions = {
  readonly address: OpsAddress;
  readonly metrics: Pick<Metrics, 'render' | 'contentType'>;
  readonly readReadiness: () => Promise<Readiness>;
  readonly logger: Logger;
};

export type OpsServer = { readonly url: string; readonly stop: () => Promise<void> };

const PLAIN = 'text/plain; charset=utf-8';
/** Nobody who reads these pages needs longer to ask. */
const REQUEST_WITHIN_MS = 5_000;

type Page = { readonly status: number; readonly type: string; readonly text: string };

/**
 * Serves /healthz, /readyz and /metrics on a port of its own, apart from the one Slack reaches: figures are not for the internet.
 * Port 0 takes a free one. Rejects, saying what to change, when the address cannot be had.
 */
export async function startOpsServer(options: OpsServerOptions): Promise<OpsServer> {
  const { address, logger } = options;
  const server = createServer((request, response) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const answer = isReading ? findPage(request.url ?? '/', options) : Promise.resolve(refusal(405, 'only GET'));
    answer
      .catch((err: unknown) => {
        logger.warn({ err }, 'a page for operations could not be made');
        return refusal(500, 'this page could not be made; the log says why');
      })
      .then((page) => send(response, page, request.method === 'HEAD'));
  });
  server.requestTimeout = REQUEST_WITHIN_MS;
  server.headersTimeout = REQUEST_WITHIN_MS;
  await listen(server, address);
  const { port } = server.address() as AddressInfo;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return {
    url: `http://${host}:${port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function findPage(url: string, { metrics, readReadiness }: OpsServerOptions): Promise<Page> {
  switch (url.split('?', 1)[0]) {
    case '/healthz':
      return { status: 200, type: PLAIN, text: 'alive\n' };
    case '/readyz': {
      const { isReady, checks } = await readReadiness();
      const text = `${JSON.stringify({ ready: isReady, ...checks })}\n`;
      return { status: isReady ? 200 : 503, type: 'application/json; charset=utf-8', text };
    }
    case '/metrics':
      return { status: 200, type: metrics.contentType, text: await metrics.render() };
    default:
      return refusal(404, 'here are /healthz, /readyz and /metrics');
  }
}

function refusal(status: number, text: string): Page {
  return { status, type: PLAIN, text: `${text}\n` };
}

function send(response: ServerResponse, { status, type, text }: Page, isHead: boolean): void {
  const headers = { 'content-type': type, 'content-length': Buffer.byteLength(text), 'cache-control': 'no-store' };
  response.writeHead(status, headers).end(isHead ? undefined : text);
}

async function listen(server: Server, { host, port }: OpsAddress): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const remedy = 'Set OPS_PORT to a free port, or leave it empty for an app without these pages.';
    throw new Error(`/healthz, /readyz and /metrics cannot be served on ${host}:${port} (${code}). ${remedy}`, {
      cause,
    });
  }
}

import type { IncomingMessage, ServerOptions, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { type App, HTTPModuleFunctions, HTTPReceiver, type HTTPReceiverOptions, isRawBodyError } from '@slack/bolt';
import { isKnownShape } from './payload-shape.ts';
import { FORM, INTERACTION, NotFromSlack, readSignedBody } from './signed-body.ts';

/** How far Slack's clock may be ahead of ours, in seconds. */
const MAX_AHEAD_S = 60;

/** For `start`: a request that does not arrive is given up, and its connection with it. Slack sends its own within a second. */
export const SERVER_LIMITS = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  /** Longer than proxies keep theirs: the other way round, a request can meet a connection that is being closed. */
  keepAliveTimeout: 65_000,
} as const satisfies ServerOptions;

type Options = HTTPReceiverOptions & { readonly signingSecret: string };

class MalformedPayload extends Error {}

/**
 * Bolt's receiver for signed HTTP, closed where it is open: a time stamp from the future is refused as an old one is, or a request
 * recorded once could be sent again for years; a payload of a shape that Slack does not send is answered 400 at once, before
 * anything trusts it; and whatever fails is answered with a bare status. `now` in milliseconds since 1970.
 */
export function createHttpReceiver(options: Options, now: () => number = Date.now): HTTPReceiver {
  const receiver = new HTTPReceiver({
    dispatchErrorHandler({ request, response }) {
      // Another path or verb, or an address that is none.
      request.resume();
      response.writeHead(404).end();
    },
    async processEventErrorHandler(args) {
      if (!(args.error instanceof MalformedPayload) || args.response.headersSent)
        return HTTPModuleFunctions.defaultProcessEventErrorHandler(args);
      args.logger.warn('a signed request had no shape that Slack sends');
      args.response.writeHead(400).end();
      return true;
    },
    ...options,
    // Checked as the body is read.
    signatureVerification: false,
  });
  const receive = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    // The pages of the installation. Whatever else comes has to be signed, since Bolt does not look any more.
    if (request.method === 'GET') return receive(request, response);
    if (isFromFuture(request, now())) {
      request.resume();
      return void response.writeHead(401).end();
    }
    readBody({ request, response, ...options })
      .then((isRead) => isRead && receive(request, response))
      // Bolt throws for a path it does not know.
      .catch(() => response.writeHead(404).end());
  };
  const init = receiver.init.bind(receiver);
  receiver.init = (app) => init(onlyKnownShapes(app));
  return receiver;
}

function isFromFuture({ headers }: IncomingMessage, nowMs: number): boolean {
  return Number(headers['x-slack-request-timestamp']) > nowMs / 1000 + MAX_AHEAD_S;
}

type Exchange = Pick<Options, 'signingSecret' | 'logger'> & {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
};

/** Reads the body for Bolt, which takes it from the request. False when it was answered here. */
async function readBody({ request, response, signingSecret, logger }: Exchange): Promise<boolean> {
  try {
    const body = await readSignedBody(request, signingSecret);
    if (!isNull(body, request.headers['content-type'])) return true;
    // Bolt would look for properties of it, and never answer.
    response.writeHead(400).end();
  } catch (error) {
    if (error instanceof NotFromSlack) {
      logger?.warn(`refused a request: ${error.message}`);
      response.writeHead(401).end();
    }
    // The rest of the body is not read: nothing else can come on this connection.
    else response.writeHead(isRawBodyError(error) ? error.statusCode : 400, { connection: 'close' }).end();
  }
  return false;
}

/** The one JSON value that has no properties, alone or as the payload of a form. */
function isNull(body: string, contentType: string | undefined): boolean {
  // What Slack sends begins so; the rest is rare, and may be read twice.
  if (body.startsWith(INTERACTION) || body.startsWith('{')) return false;
  const json = contentType === FORM ? parse(body).payload : body;
  return typeof json === 'string' && json.trim() === 'null';
}

/** The app as the receiver sees it: after the signature was checked, and before Bolt reads what is in the payload. */
function onlyKnownShapes(app: App): App {
  return new Proxy(app, {
    get(target, key, self) {
      if (key !== 'processEvent') return Reflect.get(target, key, self);
      const processEvent: App['processEvent'] = async (event) => {
        if (!isKnownShape(event.body)) throw new MalformedPayload('no shape that Slack sends');
        return target.processEvent(event);
      };
      return processEvent;
    },
  });
}

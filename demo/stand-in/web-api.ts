import { conversationHandlers } from './conversation-methods.ts';
import { fileHandlers } from './file-methods.ts';
import { messageHandlers } from './message-methods.ts';
import { userGroupHandlers } from './user-group-methods.ts';
import { viewHandlers } from './view-methods.ts';
import type { ApiResult, Fields, World } from './world.ts';

export type ApiHandler = (world: World, args: Fields) => Promise<ApiResult>;
/** What goes back over HTTP; `drop` closes the connection without an answer. */
export type ApiAnswer = { status: number; headers: Record<string, string>; body: string } | { drop: true };
export type ApiRequest = { method: string; args: Fields; token: string };

const HANDLERS: Record<string, ApiHandler> = {
  ...conversationHandlers,
  ...messageHandlers,
  ...viewHandlers,
  ...userGroupHandlers,
  ...fileHandlers,
  'apps.connections.open': async (world, args) => {
    const result = await world.callLocalSlack('apps.connections.open', args);
    return { ...result, url: String(result.url).replace(/^ws:\/\/[^/]+/, world.baseUrl().replace(/^http/, 'ws')) };
  },
};

/** Runs one Web API call: planned delay and fault first, then Slack's own rules, then local-slack. */
export async function answerApi(world: World, request: ApiRequest): Promise<ApiAnswer> {
  const { method, args } = request;
  const delayMs = world.faults.takeDelayMs(method);
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  const fault = world.faults.takeFault(method);
  if (typeof fault === 'object' && 'drop' in fault && fault.drop === 'before') return { drop: true };
  if (typeof fault === 'object' && 'status' in fault) return failure(world, request, fault);
  const result = typeof fault === 'string' ? { ok: false, error: fault } : await run(world, request);
  world.recordCall({ method, args, result });
  return typeof fault === 'object' ? { drop: true } : json(result, world.workspace.scopes);
}

async function run(world: World, { method, args, token }: ApiRequest): Promise<ApiResult> {
  const { botToken, appToken } = world.workspace.app;
  const expected = method === 'apps.connections.open' ? appToken : botToken;
  if (token !== expected) return { ok: false, error: token ? 'invalid_auth' : 'not_authed' };
  const handler = HANDLERS[method];
  return handler ? handler(world, args) : world.callLocalSlack(method, args);
}

function failure(world: World, request: ApiRequest, fault: { status: number; retryAfter?: number }): ApiAnswer {
  const { status, retryAfter } = fault;
  const error = status === 429 ? 'ratelimited' : `http_${status}`;
  world.recordCall({ method: request.method, args: request.args, result: { ok: false, error } });
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { status, headers, body: JSON.stringify({ ok: false, error }) };
}

function json(result: ApiResult, scopes: readonly string[] | undefined): ApiAnswer {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (scopes) headers['x-oauth-scopes'] = scopes.join(',');
  return { status: 200, headers, body: JSON.stringify(result) };
}

/** Arguments of a Web API request body, JSON inside form fields read as Slack does. */
export function parseArgs(contentType: string, body: string): Fields {
  if (contentType.includes('application/json')) return JSON.parse(body || '{}') as Fields;
  const args: Fields = Object.fromEntries(new URLSearchParams(body));
  for (const name of ['blocks', 'attachments', 'view', 'metadata', 'files']) {
    if (typeof args[name] === 'string') args[name] = parseJson(args[name]);
  }
  return args;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

import { type AnyMiddlewareArgs, AuthorizationError, type Context, type Middleware } from '@slack/bolt';
import { loggerOf } from '../request-logger.ts';
import type { ListenerContext } from './listener-context.ts';

const KEY = 'workspace';

/** Events that Bolt brings without a token, since there is none any more: they are about the installation itself. */
const WITHOUT_TOKEN: readonly string[] = ['app_uninstalled', 'tokens_revoked'];

/** What a listener is given for the workspace of its request. */
export function contextOf(context: Context): ListenerContext {
  const found: ListenerContext | undefined = context[KEY];
  if (found === undefined) throw new Error('a listener ran without the context of its workspace');
  return found;
}

/** The entry of Bolt's context under which listeners find that of their workspace. */
export function contextEntry(ctx: ListenerContext): Context {
  return { isEnterpriseInstall: false, [KEY]: ctx };
}

/**
 * Puts the context of the request's workspace where its listeners find it, with the logger of the request. Throws, so that none of them
 * runs, when the app is not installed there, and for a form that is sent by somebody of another workspace than the one in which it was
 * opened.
 */
export function workspaceContext(
  find: (workspaceId: string) => Promise<ListenerContext | null>,
): Middleware<AnyMiddlewareArgs> {
  return async ({ body, context, next }) => {
    if (!('event' in body && WITHOUT_TOKEN.includes(String(body.event?.type)))) {
      const { teamId } = context;
      const ctx = teamId === undefined ? null : await find(teamId);
      if (ctx === null) throw refusal('this app is not installed in that workspace');
      if ('view' in body && body.team && body.team.id !== teamId)
        throw refusal('a form was sent from another workspace than the one it belongs to');
      const logger = loggerOf(context);
      context[KEY] = logger === undefined ? ctx : { ...ctx, logger };
    }
    await next();
  };
}

/** As when Bolt itself finds no token: answered 401. */
function refusal(message: string): AuthorizationError {
  return new AuthorizationError(message, new Error(message));
}

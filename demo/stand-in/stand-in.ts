import { EventEmitter } from 'node:events';
import type { AppSockets, EnvelopeHook } from './app-sockets.ts';
import { createAppSockets } from './app-sockets.ts';
import type { Directory } from './directory.ts';
import { createDirectory } from './directory.ts';
import type { Faults } from './faults.ts';
import { createFaults } from './faults.ts';
import { createGateway } from './gateway.ts';
import { observeLocalSlack } from './local-slack-observer.ts';
import { startLocalSlack } from './local-slack-process.ts';
import type { Message } from './message-book.ts';
import { createMessageBook } from './message-book.ts';
import { createPageSockets } from './page-socket.ts';
import { createViewBook } from './view-book.ts';
import type { WorkspaceSpec } from './workspace.ts';
import { renderConfig } from './workspace.ts';
import type { ApiCall, ApiResult, World } from './world.ts';

export type StandInOptions = { workspace: WorkspaceSpec; port?: number; host?: string };

export type StandIn = {
  /** The address a person opens. */
  url: string;
  /** What the app takes as `clientOptions.slackApiUrl`. */
  slackApiUrl: string;
  workspace: WorkspaceSpec;
  /** Messages as their authors sent them, oldest first; of one channel or of all. */
  messages: (channel?: string) => Message[];
  calls: (method?: string) => ApiCall[];
  /** Slack's rules the app broke so far; end-to-end tests expect none. */
  violations: () => string[];
  setUser: Directory['setUser'];
  setChannel: Directory['setChannel'];
  failNext: Faults['failNext'];
  delayNext: Faults['delayNext'];
  setEnvelopeHook: (hook: EnvelopeHook | undefined) => void;
  appConnections: () => number;
  disconnectApp: AppSockets['disconnectAll'];
  /** Runs after every change of messages, views, calls or connections; returns how to stop listening. */
  onChange: (listener: () => void) => () => void;
  world: World;
  stop: () => Promise<void>;
};

/**
 * Starts local-slack and the gateway in front of it. Both end with this process or with `stop()`; nothing of
 * them stays behind.
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const { workspace } = options;
  const changes = new EventEmitter().setMaxListeners(0);
  const changed = () => void changes.emit('change');
  const localSlack = await startLocalSlack(renderConfig(workspace));
  const world = createWorld({
    workspace,
    localSlackUrl: localSlack.baseUrl,
    changed,
    onViews: (user) => pages.refresh(user),
  });
  const pages = createPageSockets(world);
  const gateway = await createGateway({
    world,
    pages,
    localSlackUrl: localSlack.baseUrl,
    port: options.port ?? 0,
    host: options.host ?? '127.0.0.1',
  });
  world.baseUrl = () => gateway.url;
  const observer = await observeLocalSlack(world, localSlack.baseUrl);

  return {
    url: gateway.url,
    slackApiUrl: `${gateway.url}/api/`,
    workspace,
    world,
    messages: (channel) => (channel ? world.messages.list(channel) : world.messages.all()),
    calls: (method) => world.calls.filter((call) => !method || call.method === method),
    violations: () => [...world.violations],
    setUser: world.directory.setUser,
    setChannel: world.directory.setChannel,
    failNext: world.faults.failNext,
    delayNext: world.faults.delayNext,
    setEnvelopeHook: world.sockets.setHook,
    appConnections: world.sockets.count,
    disconnectApp: world.sockets.disconnectAll,
    onChange: (listener) => {
      changes.on('change', listener);
      return () => void changes.off('change', listener);
    },
    stop: async () => {
      observer.close();
      pages.closeAll();
      world.sockets.disconnectAll();
      await gateway.stop();
      await localSlack.stop();
    },
  };
}

type WorldOptions = {
  workspace: WorkspaceSpec;
  localSlackUrl: string;
  changed: () => void;
  onViews: (user: string) => void;
};

function createWorld({ workspace, localSlackUrl, changed, onViews }: WorldOptions): World {
  const directory = createDirectory(workspace);
  const isExternal = (channel: string) => directory.channel(channel)?.is_ext_shared ?? false;
  const calls: ApiCall[] = [];
  const violations: string[] = [];
  const views = createViewBook(workspace, (user) => {
    onViews(user);
    changed();
  });
  return {
    workspace,
    directory,
    messages: createMessageBook(changed),
    views,
    faults: createFaults(),
    sockets: createAppSockets({ onChange: changed, isExternal }),
    calls,
    recordCall: (call) => {
      calls.push(call);
      changed();
    },
    violations,
    responses: new Map(),
    files: new Map(),
    baseUrl: () => '',
    report: (where, problems) => {
      violations.push(...problems.map((problem) => `${where}: ${problem}`));
      if (problems.length > 0) changed();
    },
    callLocalSlack: async (method, args) => {
      const response = await fetch(`${localSlackUrl}/api/${method}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${method === 'apps.connections.open' ? workspace.app.appToken : workspace.app.botToken}`,
        },
        body: JSON.stringify(args),
      });
      return (await response.json()) as ApiResult;
    },
  };
}

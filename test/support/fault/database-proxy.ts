import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type DatabaseProxy = Awaited<ReturnType<typeof startDatabaseProxy>>;

/** What happens to new connections: carried, reset at once, or accepted and never answered. */
type Door = 'open' | 'shut' | 'silent';

type Pair = {
  readonly app: Socket;
  readonly server: Socket;
  /** Nothing that the server says reaches the app any more. */
  isMute: boolean;
};

/** Stands between an app and its PostgreSQL server and does to their connections what networks do. */
export async function startDatabaseProxy(serverPort: number) {
  const pairs = new Set<Pair>();
  let door: Door = 'open';
  let isFrozen = false;
  let lostReply: RegExp | null = null;

  const reset = (pair: Pair) => {
    pairs.delete(pair);
    pair.app.resetAndDestroy();
    pair.server.resetAndDestroy();
  };
  const join = (app: Socket) => {
    const pair: Pair = { app, server: connect(serverPort, '127.0.0.1'), isMute: false };
    const { server } = pair;
    pairs.add(pair);
    if (isFrozen) for (const socket of [app, server]) socket.pause();
    let isReplyLost = false;
    app.on('data', (data: Buffer) => {
      if (lostReply?.test(data.toString('latin1'))) {
        lostReply = null;
        isReplyLost = true;
      }
      if (!pair.isMute) server.write(data);
    });
    server.on('data', (data: Buffer) => {
      // The server has done it and says so: nobody hears of it.
      if (isReplyLost) return reset(pair);
      if (!pair.isMute) app.write(data);
    });
    for (const [one, other] of [
      [app, server],
      [server, app],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        if (one === server && pair.isMute) return;
        pairs.delete(pair);
        other.destroy();
      });
    }
  };
  const listener = createServer((app) => {
    if (door === 'open') return join(app);
    app.on('error', () => undefined);
    if (door === 'shut') app.resetAndDestroy();
    else silent.add(app);
  });
  const silent = new Set<Socket>();
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;

  return {
    /** The url of a database of the server, through here. */
    through(url: string): string {
      const through = new URL(url);
      through.port = String(port);
      return through.href;
    },
    /** Resets every connection. */
    cut() {
      for (const pair of [...pairs]) reset(pair);
    },
    setDoor(next: Door) {
      door = next;
      if (next === 'silent') return;
      for (const socket of silent) socket.resetAndDestroy();
      silent.clear();
    },
    /** Holds back everything on every connection, new ones included, until `thaw`; nothing is lost. */
    freeze() {
      isFrozen = true;
      for (const { app, server } of pairs) for (const socket of [app, server]) socket.pause();
    },
    thaw() {
      isFrozen = false;
      for (const { app, server } of pairs) for (const socket of [app, server]) socket.resume();
    },
    /** The server's end of every connection goes without a word to the app, as when a firewall forgets them. New ones are carried. */
    forget() {
      for (const pair of pairs) {
        pair.isMute = true;
        pair.server.resetAndDestroy();
      }
    },
    /** Lets the next statement like this be done, and breaks its connection before the app hears of it. */
    loseReplyTo(statement: RegExp) {
      lostReply = statement;
    },
    count: () => pairs.size,
    async stop() {
      for (const pair of [...pairs]) reset(pair);
      for (const socket of silent) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}

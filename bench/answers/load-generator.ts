import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { createRequests } from './form-body.ts';
import type { Person } from './teams.ts';

/** What the parent asks for: requests for these people, `atOnce` at a time, or `rate` a second whatever the answers do. */
export type Load = {
  readonly port: number;
  readonly people: readonly Person[];
  readonly seconds: number;
  readonly atOnce: number;
  readonly rate: number | null;
};

export type LoadResult = {
  readonly acknowledged: number;
  readonly seconds: number;
  /** Answers that were not "close the form". */
  readonly refused: readonly string[];
  /** Milliseconds, in no order. With a rate, from the moment the request was due. */
  readonly latencies: readonly number[];
};

const LATE_MS = 3_000;

/** A connection that stays open and carries one request at a time. */
type Line = { send(request: Buffer): Promise<string>; close(): void };

async function openLine(port: number): Promise<Line> {
  const socket: Socket = createConnection({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let text = '';
  let settle: { resolve(answer: string): void; reject(error: Error): void } | null = null;
  const fail = (error: Error) => settle?.reject(error);
  socket.on('error', fail).on('close', () => fail(new Error('the app closed the connection')));
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    const head = text.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    const isWhole = /transfer-encoding: chunked/i.test(text.slice(0, head))
      ? text.endsWith('0\r\n\r\n')
      : text.length >= head + 4 + length;
    if (!isWhole) return;
    const answer = text;
    text = '';
    settle?.resolve(answer);
  });
  return {
    send(request) {
      return new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(request);
      });
    },
    close: () => void socket.destroy(),
  };
}

/** Slack closes a form on 200 with an empty body. */
const isTaken = (answer: string) => answer.startsWith('HTTP/1.1 200') && /\r\n\r\n$/.test(answer);

async function run({ port, people, seconds, atOnce, rate }: Load): Promise<LoadResult> {
  const make = createRequests(port);
  const requests = people.map(make);
  const latencies: number[] = [];
  const refused: string[] = [];
  const lines = await Promise.all(Array.from({ length: atOnce }, () => openLine(port)));
  const from = performance.now();
  const until = from + seconds * 1000;
  let next = 0;
  let last = from;
  const work = async (line: Line) => {
    for (;;) {
      const mine = next;
      const request = requests[mine];
      const dueAt = rate === null ? performance.now() : from + (mine * 1000) / rate;
      if (request === undefined || dueAt >= until || (rate === null && performance.now() >= until)) return;
      next += 1;
      const early = dueAt - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      const sentAt = rate === null ? performance.now() : dueAt;
      const answer = await line.send(request);
      last = performance.now();
      if (isTaken(answer)) latencies.push(last - sentAt);
      else refused.push(answer.slice(0, 400));
      // It cannot keep up: waiting for all of what was due would take for ever, and says nothing more.
      if (rate !== null && last > until + LATE_MS) return;
    }
  };
  await Promise.all(lines.map(work));
  for (const line of lines) line.close();
  return { acknowledged: latencies.length, seconds: (last - from) / 1000, refused: refused.slice(0, 3), latencies };
}

process.on('message', (load: Load) => {
  run(load).then(
    (result) => process.send?.(result),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
process.send?.('ready');

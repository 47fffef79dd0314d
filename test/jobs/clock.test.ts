import { describe, expect, it } from 'vitest';
import { startClock } from '../../src/jobs/clock.ts';
import { silentLogger } from '../../src/storage/logger.ts';

const now = () => new Date('2026-03-29T01:00:00Z');

function createGate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('startClock', () => {
  it('hands the instant to the tick', async () => {
    const seen: string[] = [];
    const clock = startClock({ now, tick: async (at) => void seen.push(at.toISOString()) });
    await clock.tickNow();
    await clock.stop();
    expect(seen).toEqual(['2026-03-29T01:00:00.000Z']);
  });

  it('never runs two ticks at once', async () => {
    const gate = createGate();
    const order: string[] = [];
    const clock = startClock({
      now,
      tick: async () => {
        order.push('begins');
        await gate.opened;
        order.push('ends');
      },
    });
    const both = [clock.tickNow(), clock.tickNow()];
    gate.open();
    await Promise.all(both);
    expect(order).toEqual(['begins', 'ends', 'begins', 'ends']);
    await clock.stop();
  });

  it('ticks again for who asks while a tick runs, with the later instant', async () => {
    const gate = createGate();
    const seen: string[] = [];
    const instants = ['2026-03-29T01:00:00.000Z', '2026-03-31T01:00:00.000Z'];
    const clock = startClock({
      now: () => new Date(instants.shift() ?? ''),
      tick: async (at) => {
        seen.push(at.toISOString());
        await gate.opened;
      },
    });
    const first = clock.tickNow();
    expect(seen).toHaveLength(1);
    const second = clock.tickNow();
    gate.open();
    await Promise.all([first, second]);
    expect(seen).toEqual(['2026-03-29T01:00:00.000Z', '2026-03-31T01:00:00.000Z']);
    await clock.stop();
  });

  it('logs the error of a tick and goes on', async () => {
    const logged: object[] = [];
    const logger = { ...silentLogger, error: (fields: object) => void logged.push(fields) };
    const failure = new Error('the database is away');
    const clock = startClock({ now, logger, tick: () => Promise.reject(failure) });
    await clock.tickNow();
    await clock.tickNow();
    await clock.stop();
    expect(logged).toEqual([{ err: failure }, { err: failure }]);
  });

  it('waits for the running tick when it stops', async () => {
    const gate = createGate();
    const order: string[] = [];
    const clock = startClock({
      now,
      tick: async () => {
        await gate.opened;
        order.push('tick');
      },
    });
    void clock.tickNow();
    const stopped = clock.stop().then(() => order.push('stopped'));
    gate.open();
    await stopped;
    expect(order).toEqual(['tick', 'stopped']);
  });
});

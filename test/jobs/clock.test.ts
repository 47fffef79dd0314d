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
    let ticks = 0;
    const clock = startClock({
      now,
      tick: async () => {
        ticks += 1;
        await gate.opened;
      },
    });
    const both = [clock.tickNow(), clock.tickNow()];
    gate.open();
    await Promise.all(both);
    expect(ticks).toBe(1);
    await clock.tickNow();
    expect(ticks).toBe(2);
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

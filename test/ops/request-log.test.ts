import { setImmediate as later } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/ops/logging.ts';
import { currentRequestId, runAsRequest } from '../../src/ops/request-context.ts';

function capture() {
  const lines: { requestId?: string; msg: string }[] = [];
  const logger = createLogger({ level: 'debug', destination: { write: (line) => void lines.push(JSON.parse(line)) } });
  return { logger, lines };
}

describe('a request', () => {
  it('puts its id into each of its lines, children included, and into no other', async () => {
    const { logger, lines } = capture();
    logger.info('before');
    const request = (name: string) =>
      runAsRequest(async () => {
        logger.info(name);
        await later();
        logger.child({ from: 'bolt' }).debug(`${name} later`);
      });
    await Promise.all([request('one'), request('two')]);
    logger.info('after');

    const idOf = (msg: string) => lines.find((line) => line.msg === msg)?.requestId;
    expect(idOf('one')).toMatch(/^[\da-f]{12}$/);
    expect(idOf('one later')).toBe(idOf('one'));
    expect(idOf('two later')).toBe(idOf('two'));
    expect(idOf('two')).not.toBe(idOf('one'));
    expect([idOf('before'), idOf('after')]).toEqual([undefined, undefined]);
  });

  it('gives no id to what goes on after it has ended', async () => {
    let finish = (): void => undefined;
    const isOver = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let seenLater: Promise<string | undefined> | undefined;
    await runAsRequest(async () => {
      seenLater = isOver.then(currentRequestId);
    });
    finish();
    expect(await seenLater).toBeUndefined();
  });

  it('has failed when an error was logged in it, and not when a warning was', async () => {
    const { logger } = capture();
    const log = (level: 'warn' | 'error' | 'fatal') => runAsRequest(async () => logger[level]('trouble'));
    expect(await Promise.all([log('warn'), log('error'), log('fatal')])).toEqual([
      { hasFailed: false },
      { hasFailed: true },
      { hasFailed: true },
    ]);
  });
});

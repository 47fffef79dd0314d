import { setImmediate as later } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/ops/logging.ts';
import { createRequestLog } from '../../src/ops/request-log.ts';

function capture() {
  const lines: { requestId?: string; msg: string }[] = [];
  const logger = createLogger({ level: 'debug', destination: { write: (line) => void lines.push(JSON.parse(line)) } });
  return { logger, lines };
}

describe('the log of a request', () => {
  it('puts its id into each of its lines and into no other', async () => {
    const { logger, lines } = capture();
    logger.info('before');
    const request = async (name: string) => {
      const log = createRequestLog(logger);
      log.logger.info(name);
      await later();
      log.logger.debug(`${name} later`);
    };
    await Promise.all([request('one'), request('two')]);
    logger.info('after');

    const idOf = (msg: string) => lines.find((line) => line.msg === msg)?.requestId;
    expect(idOf('one')).toMatch(/^[\da-f]{12}$/);
    expect(idOf('one later')).toBe(idOf('one'));
    expect(idOf('two later')).toBe(idOf('two'));
    expect(idOf('two')).not.toBe(idOf('one'));
    expect([idOf('before'), idOf('after')]).toEqual([undefined, undefined]);
  });

  it.each([
    ['warn', false],
    ['error', true],
    ['fatal', true],
  ] as const)('has failed after a line at %s: %s', (level, hasFailed) => {
    const { logger } = capture();
    const [log, other] = [createRequestLog(logger), createRequestLog(logger)];
    log.logger[level]('trouble');
    expect([log.hasFailed(), other.hasFailed()]).toEqual([hasFailed, false]);
  });
});

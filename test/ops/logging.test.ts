import { LogLevel } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { createBoltLogger } from '../../src/ops/bolt-logger.ts';
import { createLogger, scrubSecrets } from '../../src/ops/logging.ts';

const BOT_TOKEN = ['xoxb', '123456', 'planted'].join('-');
const APP_TOKEN = ['xapp', '1', 'A1', 'planted'].join('-');
const DATABASE = 'postgres://parley:pl@nted@db.example:5432/parley';

function capture(level = 'trace', secrets: string[] = []) {
  const lines: string[] = [];
  const logger = createLogger({ level, secrets, destination: { write: (line) => lines.push(line) } });
  return { logger, lines, first: () => JSON.parse(lines[0] ?? 'null') };
}

describe('scrubSecrets', () => {
  it.each([
    [BOT_TOKEN, '[redacted]'],
    [`Bearer ${APP_TOKEN}, again`, 'Bearer [redacted], again'],
    [['xoxe.xoxp', '1-abc'].join('-'), '[redacted]'],
    [['xwfp', 'a-b'].join('-'), '[redacted]'],
    [`cannot reach ${DATABASE}`, 'cannot reach postgres://[redacted]@db.example:5432/parley'],
    ['postgresql://a:b@h/d and c@d', 'postgresql://[redacted]@h/d and c@d'],
    ['a plain text about xoxo kisses', 'a plain text about xoxo kisses'],
  ])('turns %j into %j', (text, expected) => {
    expect(scrubSecrets(text)).toBe(expected);
  });
});

describe('createLogger', () => {
  it.each([
    ['a message', (log: ReturnType<typeof capture>['logger']) => log.info(`token ${BOT_TOKEN}`)],
    ['a message argument', (log: ReturnType<typeof capture>['logger']) => log.info('token %s', BOT_TOKEN)],
    ['a field', (log: ReturnType<typeof capture>['logger']) => log.info({ slack: { deep: [APP_TOKEN] } }, 'started')],
    ['a child binding', (log: ReturnType<typeof capture>['logger']) => log.child({ url: DATABASE }).info('started')],
    ['an error and its stack', (log: ReturnType<typeof capture>['logger']) => log.error(new Error(`bad ${BOT_TOKEN}`))],
    [
      'the cause of an error',
      (log: ReturnType<typeof capture>['logger']) =>
        log.error({ err: new Error('no database', { cause: new Error(DATABASE) }) }, 'failed'),
    ],
    [
      'a property of an error',
      (log: ReturnType<typeof capture>['logger']) =>
        log.error(Object.assign(new Error('http 500'), { original: { headers: { h: BOT_TOKEN } }, body: 'planted' })),
    ],
    [
      'a known field name',
      (log: ReturnType<typeof capture>['logger']) => log.info({ slack: { signingSecret: 'planted' } }),
    ],
  ])('keeps a secret in %s out', (_where, write) => {
    const { logger, lines } = capture();
    write(logger);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/planted|pl@nted/);
    expect(() => JSON.parse(lines[0] ?? '')).not.toThrow();
  });

  it('keeps the secrets given out, whatever their shape', () => {
    const { logger, lines } = capture('info', ['c2VjcmV0+/=', '']);
    logger.info({ key: 'c2VjcmV0+/=' }, 'key c2VjcmV0+/= read');
    expect(lines[0]).toContain('key [redacted] read');
    expect(lines[0]).not.toContain('c2VjcmV0');
  });

  it('keeps Slack bodies out', () => {
    const { logger, lines } = capture();
    logger.warn({ body: { user: 'U1', words: 'they never pay' }, context: { payload: 'they never pay' } }, 'late');
    expect(lines[0]).not.toContain('they never pay');
  });

  it('says what failed, with type, code, message and cause', () => {
    const { logger, first } = capture();
    logger.error(
      { err: Object.assign(new TypeError('no socket', { cause: new Error('refused') }), { code: 'E1' }) },
      'x',
    );
    expect(first()).toMatchObject({
      level: 'error',
      msg: 'x',
      err: { type: 'TypeError', code: 'E1', message: 'no socket', cause: { type: 'Error', message: 'refused' } },
    });
    expect(first().err.stack).toContain('logging.test.ts');
  });

  it('writes nothing below its level', () => {
    const { logger, lines } = capture('warn');
    logger.info('quiet');
    expect(lines).toEqual([]);
  });
});

describe('createBoltLogger', () => {
  it('drops debug lines, which hold whole requests', () => {
    const { logger, lines } = capture();
    createBoltLogger(logger).debug('payload', { text: 'they never pay' });
    expect(lines).toEqual([]);
  });

  it('keeps strings and errors and names other values by type', () => {
    const { logger, first } = capture();
    createBoltLogger(logger).warn('retrying', { text: 'they never pay' }, new Error('reset'), 3);
    expect(first()).toMatchObject({
      level: 'warn',
      from: 'bolt',
      msg: 'retrying (object) (number)',
      err: { message: 'reset' },
    });
  });

  it('takes the text of an error that comes alone', () => {
    const { logger, first } = capture();
    createBoltLogger(logger).error(new Error(`invalid_auth ${BOT_TOKEN}`));
    expect(first()).toMatchObject({ msg: 'invalid_auth [redacted]' });
  });

  it('remembers level and name as Bolt sets them', () => {
    const { logger, first } = capture();
    const bolt = createBoltLogger(logger);
    bolt.setLevel(LogLevel.WARN);
    bolt.setName('socket-mode');
    bolt.info('connected');
    expect(bolt.getLevel()).toBe(LogLevel.WARN);
    expect(first()).toMatchObject({ from: 'socket-mode', msg: 'connected' });
  });
});

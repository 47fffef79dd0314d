import { describe, expect, it } from 'vitest';
import { isDatabaseGone } from '../../../src/slack/listeners/database-gone.ts';

const error = (message: string, fields: object = {}) => Object.assign(new Error(message), fields);
const ofDriver = (cause: object) => ({ code: 'P2039', meta: { driverAdapterError: { cause } } });

describe('an outage of the database', () => {
  it.each([
    ['a server that is not reachable', error('', { code: 'P1001' })],
    ['a shutdown, told by a statement', error('', ofDriver({ originalCode: '57P01' }))],
    ['a full disk', error('', ofDriver({ originalCode: '53100' }))],
    ['too many connections', error('', ofDriver({ kind: 'TooManyConnections' }))],
    ['a standby, or a server that takes no writes', error('', ofDriver({ originalCode: '25006' }))],
    ['a commit that got no answer', error('', { name: 'DriverAdapterError', cause: { kind: 'ConnectionClosed' } })],
    ['a database that takes no connections', error('', ofDriver({ originalCode: '55000', severity: 'FATAL' }))],
    ['a pool without a free connection', error('timeout exceeded when trying to connect')],
    ['a connection that is gone', error('Connection terminated unexpectedly')],
    ['a statement without an answer', error('Query read timeout')],
    ['a transaction that took too long', error('', { code: 'P2028', meta: { timeout: 15_000 } })],
    ['the same, told by Prisma', error('', { code: 'ENOENT', name: 'PrismaClientKnownRequestError' })],
    ['a socket file without a server', error('', { code: 'ENOENT', syscall: 'connect' })],
  ])('is %s', (_, gone) => {
    expect(isDatabaseGone(gone)).toBe(true);
  });

  it.each([
    ['a value that breaks a rule of the schema', error('', { code: 'P2002', name: 'PrismaClientKnownRequestError' })],
    ['a wrong argument', error('Invalid invocation', { name: 'PrismaClientValidationError' })],
    ['a statement with a mistake', error('', ofDriver({ originalCode: '42P01', severity: 'ERROR' }))],
    ['an exception of a trigger', error('the disk is full', ofDriver({ originalCode: 'P0001', severity: 'ERROR' }))],
    ['a deadlock', error('', { code: 'P2034' })],
    ['a transaction that is used after its end', error('Transaction not found', { code: 'P2028', meta: {} })],
    [
      'Slack not being reachable',
      error('fetch failed', { cause: error('', { code: 'ECONNREFUSED', syscall: 'connect' }) }),
    ],
    ['a file that is missing', error('', { code: 'ENOENT', syscall: 'open' })],
    ['a bug that speaks of connections', error('cannot connect the dots')],
    ['no error at all', 'P1001'],
  ])('is not %s', (_, other) => {
    expect(isDatabaseGone(other)).toBe(false);
  });
});

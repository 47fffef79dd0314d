import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type AppOptions, startApp } from '../src/app.ts';
import { createLogger } from '../src/ops/logging.ts';
import { refuse, type ScriptedSlack, startScriptedSlack } from './slack/outbox/scripted-slack.ts';
import { createEmptyDatabase, type EmptyDatabase } from './support/database.ts';

let slack: ScriptedSlack;
let database: EmptyDatabase;
beforeAll(async () => {
  slack = await startScriptedSlack();
  database = await createEmptyDatabase();
});
afterAll(async () => {
  await database.drop();
  await slack.close();
});
afterEach(() => void slack.on('auth.test', () => ({ ok: true, team_id: 'T1', bot_id: 'B1', user_id: 'UBOT' })));

function options(): AppOptions {
  return {
    slack: { mode: 'socket', botToken: 'xoxb-test', appToken: 'xapp-test', apiUrl: slack.slackApiUrl },
    databaseUrl: database.url,
    encryptionKey: new Uint8Array(32).fill(7),
    defaults: { language: 'en', timeZone: 'UTC', managerIds: [], hourlyCost: null, currency: 'EUR' },
    logger: createLogger({ level: 'silent' }),
  };
}

/** Connections that somebody else has to this database. */
async function countConnections(): Promise<number> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const sql = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND backend_type = 'client backend'`;
  const { rows } = await client.query(sql);
  await client.end();
  return rows.length;
}

describe('startApp', () => {
  it.each([
    ['the bot token', 'auth.test'],
    ['the app token', 'apps.connections.open'],
  ])('leaves nothing running when Slack does not take %s', async (_title, method) => {
    slack.on('auth.test', () => ({ ok: true, team_id: 'T1', bot_id: 'B1', user_id: 'UBOT' }));
    slack.on(method, () => refuse('invalid_auth'));
    await expect(startApp(options())).rejects.toThrow('invalid_auth');
    await expect.poll(countConnections).toBe(0);
  });
});

import { App } from '@slack/bolt';
import pg from 'pg';
import { startEmbeddedServer } from '../../dist/storage/embedded-server.js';

/** Bolt's start and the same database opened: what a start costs without us. Built code on both sides. */
const server = await startEmbeddedServer({ dataDir: process.env.DATA_DIR });
const pool = new pg.Pool({ connectionString: server.url, max: 10 });
await pool.query('SELECT 1');
const authorize = async () => ({ botToken: 'xoxb-bench', botId: 'B0BENCH', botUserId: 'U0BENCH' });
const app = new App({ signingSecret: 'benchbenchbenchbench', authorize, convoStore: false });
await app.start(Number(process.env.PORT));
process.send?.('ready');
process.once('SIGTERM', async () => {
  await app.stop();
  await pool.end();
  await server.stop();
  process.exit(0);
});

import { App } from '@slack/bolt';
import { openDatabase } from '../../dist/storage/database.js';

/** Bolt and a Prisma client, without us and with nothing that runs sources: each form is one INSERT. Built code on both sides. */
const { prisma } = openDatabase({ url: process.env.DATABASE_URL });
const authorize = async () => ({ botToken: 'xoxb-bench', botId: 'B0BENCH', botUserId: 'U0BENCH' });
const app = new App({ signingSecret: process.env.SLACK_SIGNING_SECRET, authorize, convoStore: false });
app.view(/^/, async ({ ack, body, view }) => {
  await prisma.$executeRaw`INSERT INTO bare_answer (user_id, content) VALUES (${body.user.id}, ${JSON.stringify(view.state.values)}::jsonb)`;
  await ack();
});
await prisma.workspace.count();
await app.start(Number(process.env.PORT));
process.send?.('ready');

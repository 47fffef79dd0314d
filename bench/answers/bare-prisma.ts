import { App } from '@slack/bolt';
import { openDatabase } from '../../src/storage/database.ts';
import { SIGNING_SECRET } from './form-body.ts';

/** Bolt and a Prisma client, without us: each form is one INSERT. */
const { prisma } = openDatabase({ url: process.env.DATABASE_URL ?? '' });
const app = new App({
  signingSecret: SIGNING_SECRET,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0BENCH', botUserId: 'U0BENCH' }),
  convoStore: false,
});
app.view(/^/, async ({ ack, body, view }) => {
  await prisma.$executeRaw`INSERT INTO bare_answer (user_id, content) VALUES (${body.user.id}, ${JSON.stringify(view.state.values)}::jsonb)`;
  await ack();
});
await prisma.workspace.count();
await app.start(Number(process.env.PORT));
process.send?.('ready');

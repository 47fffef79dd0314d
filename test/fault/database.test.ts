import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonName, TEAM_ID } from '../../demo/sample-agency.ts';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { isDatabaseGone } from '../../src/slack/listeners/database-gone.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { complaint, idOf, type Review, startReview } from '../support/e2e/review.ts';
import { createTyping, type Typing } from '../support/e2e/typing.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';
import { type DatabaseProxy, startDatabaseProxy } from '../support/fault/database-proxy.ts';
import { holdMessagesOf, readRows, waitForHeldAnswer, waitUntilDelivered } from '../support/fault/database-rows.ts';
import { type SmallServer, startSmallServer } from '../support/fault/database-server.ts';
import { createGate } from '../support/http/gate.ts';

const PUT_OFF = 'a reply is put off until the database is back';

const PEOPLE: readonly PersonName[] = ['mara', 'omar', 'lena', 'tom'];

let server: SmallServer;
let proxy: DatabaseProxy;
let world: E2eWorld;
let typing: Typing;
/** To the server itself, past the proxy. */
let db: pg.Pool;

beforeAll(async () => {
  server = await startSmallServer();
  proxy = await startDatabaseProxy(server.port);
  world = await startWorld({ people: PEOPLE, databaseUrl: proxy.through(server.url) });
  // The first statements of a fresh server are slow, and a form that opens late does not open.
  await world.app().tick();
  typing = await createTyping(world);
  db = new pg.Pool({ connectionString: server.url, max: 3 });
  db.on('error', () => undefined);
});
afterAll(async () => {
  typing.close();
  await world.close();
  await proxy.stop();
  await db.end();
  await server.remove();
});

/** Takes connections of the app until it has none left. */
async function holdPool() {
  const workspace = world.app().storage.forWorkspace(TEAM_ID);
  const released = createGate();
  const held: Promise<unknown>[] = [];
  for (let isFull = false; !isFull; ) {
    const begun = createGate();
    const taking = workspace.transaction(async () => {
      begun.open();
      await released.opened;
    });
    isFull = await Promise.race([begun.opened.then(() => false), taking.catch(() => true).then(() => true)]);
    held.push(taking.catch(() => undefined));
  }
  return async () => {
    released.open();
    await Promise.all(held);
  };
}

/** A trouble: what is done before the form is sent, while it is on its way, and to end it. */
type Trouble = {
  readonly before?: () => unknown;
  readonly during?: () => unknown;
  readonly after?: () => unknown;
  readonly says: 'database_gone' | 'took_too_long';
  /** Which of the two depends on a moment. */
  readonly orSays?: 'took_too_long';
  /** The server has the answer, and only its word of it is lost. */
  readonly isSaved?: true;
  /** The server has ended: what it kept is read when it is back. */
  readonly isServerGone?: true;
};

let release: () => Promise<unknown> = async () => undefined;
/** Omar's answer waits half-way from now on; whoever breaks the server frees it. */
const holdAnswer = async () => {
  const holder = new pg.Client({ connectionString: server.url });
  holder.on('error', () => undefined);
  await holder.connect();
  await holdMessagesOf(holder, idOf('omar'));
  release = () => holder.end().catch(() => undefined);
};

const TROUBLES: Readonly<Record<string, Trouble>> = {
  'a server restarted in the middle of the transaction': {
    says: 'database_gone',
    before: holdAnswer,
    async during() {
      await waitForHeldAnswer(db);
      await server.restart();
    },
    after: () => release(),
  },
  'a session that the server ends in the middle of the transaction': {
    says: 'database_gone',
    before: holdAnswer,
    async during() {
      const pid = await waitForHeldAnswer(db);
      await db.query('SELECT pg_terminate_backend($1)', [pid]);
    },
    after: () => release(),
  },
  'a connection cut in the middle of the transaction': {
    says: 'database_gone',
    before: holdAnswer,
    async during() {
      await waitForHeldAnswer(db);
      proxy.cut();
    },
    after: () => release(),
  },
  'a transaction that waits for longer than Slack does': {
    says: 'took_too_long',
    before: holdAnswer,
    after: () => release(),
  },
  'a commit whose answer is lost': {
    says: 'database_gone',
    before: () => proxy.loseReplyTo(/save-open-answers/),
    isSaved: true,
  },
  'connections that are refused': {
    says: 'database_gone',
    before() {
      proxy.setDoor('shut');
      proxy.cut();
    },
    after: () => proxy.setDoor('open'),
  },
  'a server that accepts and says nothing': {
    says: 'database_gone',
    before() {
      proxy.setDoor('silent');
      proxy.cut();
    },
    after: () => proxy.setDoor('open'),
  },
  'connections that stand still': { says: 'took_too_long', before: () => proxy.freeze(), after: () => proxy.thaw() },
  'a pool without a free connection': {
    says: 'database_gone',
    // A connection that the clock or the worker gives back serves the first statement, and the second waits anew.
    orSays: 'took_too_long',
    async before() {
      release = await holdPool();
    },
    after: () => release(),
  },
  'a disk that is full': {
    says: 'database_gone',
    async before() {
      // Emptied, so that the next entry needs a page that the disk has no room for.
      await db.query('TRUNCATE "AuditEntry"');
      await server.fillDisk();
    },
    after: () => server.freeDisk(),
  },
  'a log of changes that is full, for which the server ends itself': {
    says: 'database_gone',
    isServerGone: true,
    before: () => server.fillLog(),
    async after() {
      expect(await server.log()).toMatch(/PANIC:.*No space left on device/);
      await server.freeLog();
      await server.ensureRunning();
    },
  },
};

async function openFormIn(client: string, name: PersonName): Promise<Review> {
  const review = await startReview(world, { client, values: { [FIELDS.mode]: 'open' } });
  await review.press(name, ACTIONS.answer);
  await world.driver.view(idOf(name));
  return review;
}

describe.sequential('a form sent during', () => {
  it.each(Object.keys(TROUBLES))('%s stays open with its text, and is taken afterwards', async (name) => {
    const trouble = TROUBLES[name] as Trouble;
    const words = `Every sign-off is followed by one more thing, said during ${name}.`;
    const review = await openFormIn(`Northwind ${Object.keys(TROUBLES).indexOf(name) + 1}`, 'omar');
    const wasRunning = world.app();

    // A message whose delivery is cut off is not sent again before its outcome is certain, which takes longer than this test.
    await waitUntilDelivered(db);
    await trouble.before?.();
    const rows = name.includes('stand still') ? null : await readRows(db);
    const sending = review.send('omar', complaint(words));
    await trouble.during?.();
    const { says, orSays = says } = trouble;
    const answers = [says, orSays].map((text) => ({
      kind: 'errors',
      errors: { [FIELDS.text]: world.t.forms.errors[text] },
    }));
    expect(answers).toContainEqual(await sending);
    expect(JSON.stringify(world.driver.shownValues(idOf('omar')))).toContain(words);
    if (trouble.isServerGone) await trouble.after?.();
    if (rows && !trouble.isSaved) expect(await readRows(db)).toEqual(rows);

    if (!trouble.isServerGone) await trouble.after?.();
    expect(await world.driver.submit(idOf('omar'), {})).toEqual({ kind: 'closed' });
    await review.posted((text) => text.includes(words));
    expect(review.threadText().split(words)).toHaveLength(2);
    const { rows: kept } = await db.query('SELECT count(*)::int FROM "Answer" WHERE content::text LIKE $1', [
      `%${words}%`,
    ]);
    expect(kept).toEqual([{ count: 1 }]);
    expect(world.app()).toBe(wasRunning);
    expect(world.standIn.violations()).toEqual([]);
    expect(world.logs().filter((line) => line.includes(words))).toEqual([]);
  });
});

describe('while the database is away', () => {
  it('buttons, commands, Homes and ticks say so or wait, and everything goes on when it is back', async () => {
    const { driver, standIn, reader, t } = world;
    const review = await openFormIn('Contoso', 'omar');
    await driver.close(idOf('omar'));
    const card = structuredClone(await review.step('complaints'));
    await waitUntilDelivered(db);
    const rows = await readRows(db);
    proxy.setDoor('shut');
    proxy.cut();

    expect(await review.nothing('lena', card)).toBe(t.refusals.databaseGone);
    const typed = await review.replyTo('mara', () =>
      driver.command(idOf('mara'), review.channel, '/client-review list'),
    );
    expect(typed).toBe(t.refusals.databaseGone);
    expect(JSON.stringify(await driver.openHome(idOf('tom')))).toContain(t.home.refused.trouble);
    const reply = await typing.say('tom', review, 'They answer at night only.');
    await driver.waitFor(() => world.logs().some((line) => line.includes(PUT_OFF)), {
      what: 'the reply to be put off',
    });
    world.advance({ days: 9 });
    await world.app().tick();
    expect(await readRows(db)).toEqual(rows);

    proxy.setDoor('open');
    // The first connections after an outage may still be those of before it.
    await world.app().tick();
    await review.step('positives');
    const receipts = () => standIn.calls('reactions.add').filter(({ args }) => args.timestamp === reply.ts);
    await driver.waitFor(() => receipts().length > 0, { what: 'the receipt of the reply' });
    expect(receipts()).toHaveLength(1);
    await review.nothing('lena');
    await waitUntilDelivered(db);
    const asked = review.thread().map((message) => reader.readMessage(message));
    expect(new Set(asked).size).toBe(asked.length);
    expect(standIn.violations()).toEqual([]);
    expect(world.logs().filter((line) => line.includes('answer at night'))).toEqual([]);
  });
});

describe('a connection that is dead without a word', () => {
  it('is given up with the transaction that waits for it, and not used again', async () => {
    const database = openDatabase({ url: proxy.through(server.url), poolSize: 1, answersWithinMs: 300 });
    try {
      const transaction = database.prisma.$transaction(async (tx) => {
        await tx.workspace.count();
        proxy.forget();
        await tx.workspace.count();
      });
      const error = await transaction.catch((reason: unknown) => reason);
      expect(isDatabaseGone(error)).toBe(true);
      expect(await database.prisma.workspace.count()).toBe(1);
      expect(await database.prisma.$transaction((tx) => tx.workspace.count())).toBe(1);
    } finally {
      await database.close();
    }
  });
});

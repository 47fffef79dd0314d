import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { type AppProcess, READY, spawnApp } from '../support/fault/replicas-process.ts';
import { CLIENT_ID } from '../support/http/emulator.ts';
import { complaint, type HttpReview, hasButton, startReview } from '../support/http/review.ts';
import { type OAuthSettings, startTwoWorkspaces, type Workspace } from '../support/http/two-workspaces.ts';

const PEOPLE = ['mara', 'omar', 'lena', 'tom'] as const;
const [OLD, NEW] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];

let world: Awaited<ReturnType<typeof startTwoWorkspaces>>;
let halden: Workspace;
let review: HttpReview;
let settings: OAuthSettings;
let app: AppProcess;
/** The keys of the next start: the current one, and those before it. */
let keys: readonly [current: string, ...previous: string[]] = [OLD];

const spawn = () => {
  const [current, ...previous] = keys;
  return spawnApp({
    SLACK_CLIENT_ID: CLIENT_ID,
    SLACK_CLIENT_SECRET: settings.clientSecret,
    SLACK_SIGNING_SECRET: settings.signingSecret,
    SLACK_API_URL: settings.apiUrl,
    PORT: String(settings.port),
    DATABASE_URL: settings.databaseUrl,
    ENCRYPTION_KEY: current,
    ENCRYPTION_KEY_PREVIOUS: previous.join(','),
    LOG_LEVEL: 'info',
  });
};

beforeAll(async () => {
  world = await startTwoWorkspaces(async (given) => {
    settings = given;
    app = spawn();
    await app.says(READY);
    return {
      tick: async () => undefined,
      async stop() {
        app.signal('SIGTERM');
        await app.ended;
      },
    };
  });
  halden = world.first;
  expect((await halden.install()).status).toBe(200);
  review = await startReview(halden, { client: 'Northwind', values: { [FIELDS.mode]: 'private' } });
}, 120_000);
afterAll(async () => {
  app.signal('SIGKILL');
  await world.close();
});

const restart = async (...next: typeof keys) => {
  keys = next;
  await world.restart();
};
const sealed = async () =>
  (
    await world.db.query<{ at: string }>(
      `SELECT encode(sealed, 'hex') AS at FROM "ReviewSecret" UNION ALL SELECT encode("sealedToken", 'hex') FROM "Installation"`,
    )
  ).rows.map(({ at }) => at);

// One life of a key, from a process that knows the old one alone to one that knows the new one alone.
describe('the encryption key is changed while a private review is open, and the app', () => {
  it('goes on with the new key and the old one: everything is sealed anew', async () => {
    for (const name of ['mara', 'omar'] as const) await review.fill(name, complaint(`They pay late, says ${name}.`));
    const before = await sealed();
    expect(before).toHaveLength(2);
    await restart(NEW, OLD);
    for (const column of ['ReviewSecret.sealed', 'Installation.sealedToken'])
      expect(app.log()).toMatch(new RegExp(`"column":"${column}","resealed":1.*sealed anew with the current key`));
    expect((await sealed()).filter((one) => before.includes(one))).toEqual([]);
    // Whoever answered before is who they were: nobody but Omar sees Omar's words, and he does.
    await review.press('omar', ACTIONS.myAnswers);
    await halden.gateway.waitFor(
      () => JSON.stringify(halden.people.openViews('omar')).includes('says omar'),
      'what Omar said before',
    );
    await review.fill('lena', complaint('They call at night.'));
    expect((await world.db.query('SELECT 1 FROM "Answer"')).rowCount).toBe(3);
  });

  it('is refused with the old key alone, says why, and changes nothing', async () => {
    const before = await sealed();
    app.signal('SIGTERM');
    expect(await app.ended).toBe(0);
    keys = [OLD];
    const refused = spawn();
    expect(await refused.ended).toBe(1);
    expect(refused.log()).toContain(
      'ENCRYPTION_KEY opens nothing of what is sealed in this database (2 sealed values)',
    );
    expect(refused.log()).toContain('ENCRYPTION_KEY_PREVIOUS');
    expect(refused.log()).not.toContain(READY);
    expect(await sealed()).toEqual(before);
  });

  it('goes on with the new key alone, to the right end', async () => {
    await restart(NEW);
    expect(app.log()).not.toContain('sealed anew');
    await review.fill('tom', complaint('The brief changes every week.'));
    for (const phase of ['positives', 'lessons'] as const) {
      await review.step(phase);
      for (const name of PEOPLE) await review.nothing(name);
    }
    await review.step('vote');
    for (const name of PEOPLE) await review.vote(name, name === 'tom' ? 'part' : 'keep');
    await review.card((one) => hasButton(one, ACTIONS.decide), 'a card that asks for the decision');
    const thread = await review.threadWords();
    for (const words of ['says mara', 'says omar', 'at night', 'every week']) expect(thread).toContain(words);
    const { rows } = await world.db.query(
      'SELECT count(*)::int AS n FROM "Answer" UNION ALL SELECT count(*)::int FROM "ReviewSecret"',
    );
    expect(rows).toEqual([{ n: 0 }, { n: 0 }]);
    expect(app.log()).not.toContain('"level":"error"');
  });
});

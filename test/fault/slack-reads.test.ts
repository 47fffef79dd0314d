import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BOT, TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import type { WorkspaceSpec } from '../../demo/stand-in/workspace.ts';
import type { PostMessage } from '../../src/domain/post.ts';
import { createBoltLogger } from '../../src/ops/bolt-logger.ts';
import { createLogger } from '../../src/ops/logging.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { findOneWorkspace } from '../../src/slack/installations/one-workspace.ts';
import { messageKey } from '../../src/slack/outbox/message-key.ts';
import { isTokenTrouble } from '../../src/slack/token-trouble.ts';
import { createClientActs, GROUP, withClientScopes } from '../support/e2e/clients.ts';
import { idOf, type Review, startReview } from '../support/e2e/review.ts';
import { createTyping, type Typing } from '../support/e2e/typing.ts';
import { errorsOf, PASSING_ERRORS } from '../support/fault/slack-errors.ts';
import { type FaultyWorld, keyOf, startFaultyWorld } from '../support/fault/slack-world.ts';

const PUBLIC_CHANNEL = 'C3LOUNGE';
const TEAM = ['mara', 'omar', 'lena'] as const;
const MARA = idOf('mara');
const OMAR = idOf('omar');
const WAIT = { timeout: 15_000, interval: 5 };

let world: FaultyWorld;
let typing: Typing;
let review: Review;
let reviewId: string;
let mara: ReturnType<typeof createClientActs>;
let omar: ReturnType<typeof createClientActs>;

function withEveryScope(spec: WorkspaceSpec): void {
  withClientScopes(spec);
  spec.scopes = [...(spec.scopes ?? []), 'channels:history', 'groups:history', 'reactions:write', 'files:write'];
}

beforeAll(async () => {
  world = await startFaultyWorld({ people: TEAM, workspace: withEveryScope });
  typing = await createTyping(world);
  mara = createClientActs(world);
  omar = createClientActs(world, 'omar');
  review = await startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: 'open' } });
  await world.allDelivered();
  reviewId = (await world.rows<{ id: string }>('SELECT id FROM "Review"'))[0]?.id ?? '';
});
afterAll(async () => {
  typing.close();
  await world.close();
});

// What one test left over is not for the next.
afterEach(() => world.proxy.dropQueued());

const event = (payload: object) =>
  world.standIn.world.sockets.deliver('events_api', {
    ...{ type: 'event_callback', team_id: TEAM_ID, event_id: `Ev${crypto.randomUUID()}`, event_time: 1 },
    event: payload,
  });

/** What a form says once nothing has to be looked up for it any more; it is closed then. */
async function readForm(callbackId?: string): Promise<string> {
  const { driver, reader, t } = world;
  const shown = () => {
    const view = driver.openView(MARA);
    const isMeant = view && (callbackId === undefined || view.callback_id === callbackId);
    const text = isMeant ? reader.readView(view) : '';
    return [t.forms.loading, t.clientSetup.import.working].some((wait) => text.includes(wait)) ? '' : text;
  };
  const text = await driver.waitFor(shown, { what: `a form ${callbackId ?? ''} without its loading page` });
  await driver.close(MARA);
  return text;
}

async function startForm(channel: string, callbackId?: string): Promise<string> {
  await world.driver.command(MARA, channel, '/client-review Contoso');
  return readForm(callbackId);
}

const tables = { team: 'name,team\nContoso,Lena Fischer', channel: 'name,channel\nContoso,#team-clients' };
/** What comes of pasting clients: a preview, or the form again with the reason. */
async function pasteClients(lines: string): Promise<string> {
  await mara.command('import');
  await mara.form(VIEWS.importClients);
  await mara.submit({ [FIELDS.lines('new', 1)]: lines });
  return readForm();
}

/** Saves a client that follows a group; what the form says against it, or `taken`. */
async function saveWithGroup(): Promise<string> {
  await mara.command('client');
  await mara.form(VIEWS.client);
  const result = await mara.submit({ [FIELDS.clientName]: 'Tern', [FIELDS.userGroup]: GROUP });
  await world.driver.close(MARA);
  return result.kind === 'errors' ? Object.values(result.errors ?? {}).join(' ') : 'taken';
}

/** The export's words in the direct messages once it is decided what came of it. */
async function exportFiles(): Promise<string> {
  const { driver, reader } = world;
  const before = new Set(driver.directMessages(MARA).map(({ ts }) => ts));
  const files = world.standIn.world.files.size;
  await mara.command('export Northwind');
  const sent = () => driver.directMessages(MARA).find(({ ts }) => !before.has(ts));
  const read = () => [sent()].map((one) => (one ? reader.readMessage(one) : ''))[0] ?? '';
  return driver.waitFor(
    () => (world.standIn.world.files.size > files || read().includes(failedExport()) ? read() : ''),
    { what: 'the export, or word that there is none' },
  );
}
const failedExport = () => String(world.t.clientExport.failed('Northwind')).slice(0, 30);

/** Omar types an answer into the thread; what he alone is told about it. */
async function typeReply(): Promise<string> {
  await world.rows('DELETE FROM "Answer"');
  const told = await omar.reply(() =>
    typing.say('omar', review, `They pay late, said at ${world.now().toISOString()}.`),
  );
  expect(await world.rows('SELECT 1 FROM "Answer"')).toHaveLength(1);
  return omar.read(told);
}

type Sweep = {
  readonly method: string;
  readonly to: string;
  /** What somebody does that needs the method, and what they get to see. */
  readonly act: () => Promise<string>;
  /** What they see when Slack answers again. */
  readonly well: string | RegExp;
};

const SWEEPS: readonly Sweep[] = [
  {
    method: 'users.info',
    to: 'know who somebody is',
    async act() {
      await event({ type: 'user_change', user: { id: OMAR } });
      return omar.read(await omar.say('list'));
    },
    well: 'Northwind',
  },
  {
    method: 'conversations.info',
    to: 'open the start form',
    act: () => startForm(TEAM_CHANNEL),
    well: 'Or a new client',
  },
  {
    method: 'conversations.members',
    to: 'open the start form (who is there)',
    act: () => startForm(TEAM_CHANNEL),
    well: 'Or a new client',
  },
  {
    method: 'users.list',
    to: 'count who reads a public channel',
    act: () => startForm(PUBLIC_CHANNEL, VIEWS.start),
    well: /\b7\b/,
  },
  { method: 'users.list', to: 'import a team', act: () => pasteClients(tables.team), well: '1 new' },
  { method: 'users.conversations', to: 'import a channel', act: () => pasteClients(tables.channel), well: '1 new' },
  {
    method: 'usergroups.list',
    to: 'open the form of a client',
    async act() {
      await mara.command('client');
      return readForm(VIEWS.client);
    },
    well: 'Also everyone in a user group',
  },
  { method: 'usergroups.users.list', to: 'follow a group', act: saveWithGroup, well: 'taken' },
  {
    method: 'chat.getPermalink',
    to: 'link to a card',
    act: async () => mara.read(await mara.say('list')),
    well: 'Northwind',
  },
  { method: 'files.getUploadURLExternal', to: 'start an export', act: exportFiles, well: 'Northwind' },
  { method: 'files.completeUploadExternal', to: 'end an export', act: exportFiles, well: 'Northwind' },
  { method: 'reactions.add', to: 'give a receipt', act: typeReply, well: /./ },
];

describe('Slack refuses to say, with each error it documents', () => {
  it.each(SWEEPS)(
    '$method, needed to $to: the person gets an answer each time, and the right one afterwards',
    async (sweep) => {
      const { method, act, well } = sweep;
      for (const error of errorsOf(method)) {
        // What was remembered of the refusal before is out of date.
        world.advance({ minutes: 1.5 });
        refuse(method, error);
        expect(await act(), error).not.toBe('');
        await expect.poll(() => world.proxy.countQueued(), { message: error, ...WAIT }).toBe(0);
      }
      world.advance({ minutes: 11 });
      expect(await act()).toMatch(well);
    },
  );
});

const refuse = (method: string, error: string) => world.proxy.queue(method, { kind: 'refused', error });
const put = (about: string, parentPurpose: string | null) =>
  world
    .app()
    .storage.forWorkspace(TEAM_ID)
    .outbox.put({
      ...{ purpose: `fault:${about}`, reviewId, channelId: TEAM_CHANNEL, parentPurpose },
      message: { kind: 'cancelled', byId: OMAR } satisfies PostMessage,
    });
const keyOfPost = (about: string) => messageKey({ workspaceId: TEAM_ID, purpose: `fault:${about}`, part: 0 });
const standing = (about: string) =>
  world.standIn.messages(TEAM_CHANNEL).filter((one) => keyOf(one) === keyOfPost(about)).length;

describe('what is owed while Slack refuses to say, with each error it documents,', () => {
  it.each(['conversations.info', 'conversations.members'])(
    'who reads it (%s): comes once, afterwards',
    async (method) => {
      for (const error of errorsOf(method)) {
        world.advance({ minutes: 0.5 });
        refuse(method, error);
        const about = `${method} ${error}`;
        await put(about, `card:${reviewId}`);
        await world.until(() => standing(about) > 0, about);
        expect(world.proxy.countQueued()).toBe(0);
      }
      await world.allDelivered();
      for (const error of errorsOf(method)) expect(standing(`${method} ${error}`), error).toBe(1);
      expect(await world.rows('SELECT "pausedReason" FROM "Review"')).toEqual([{ pausedReason: null }]);
    },
  );

  it.each([
    { method: 'conversations.replies', parent: () => `card:${reviewId}` },
    { method: 'conversations.history', parent: () => null },
  ])('whether it is there ($method): stands there, and nothing waits for ever', async ({ method, parent }) => {
    const errors = errorsOf(method);
    const lost = new Set<unknown>();
    world.proxy.planCalls(({ method: called, args }) => {
      const { key } = (args.metadata as { event_payload?: { key?: string } } | undefined)?.event_payload ?? {};
      if (called !== 'chat.postMessage' || lost.has(key)) return null;
      lost.add(key);
      return { kind: 'answer_lost', how: 'cut' };
    });
    for (const error of errors) refuse(method, error);
    for (const error of errors) await put(`${method} ${error}`, parent());
    await world.allDelivered();
    world.proxy.planCalls(null);
    expect(world.proxy.countQueued()).toBe(0);
    // Where Slack does not let the app look, it says it twice rather than not at all (docs/decisions/002-outbox.md).
    const [inVain, later] = [false, true].map(
      (passes) => errors.filter((one) => (PASSING_ERRORS.includes(one) || isTokenTrouble(one)) === passes).length,
    );
    const times = errors.map((error) => standing(`${method} ${error}`));
    expect(times.filter((count) => count === 2)).toHaveLength(inVain ?? 0);
    expect(times.filter((count) => count === 1)).toHaveLength(later ?? 0);
  });
});

describe('a form in two steps', () => {
  it('that Slack does not let the app fill, with each error it documents: the person is told', async () => {
    for (const error of errorsOf('views.update')) {
      refuse('views.update', error);
      expect(mara.read(await mara.say('Contoso')), error).not.toBe('');
      expect(world.proxy.countQueued(), error).toBe(0);
      await world.driver.close(MARA);
    }
    expect(await startForm(TEAM_CHANNEL)).toContain('Or a new client');
  });

  it('that Slack does not let the app open on top of another, with each error it documents: the person is told', async () => {
    const { driver } = world;
    await review.press('mara', ACTIONS.facilitate);
    await driver.view(MARA, VIEWS.desk);
    for (const error of errorsOf('views.push')) {
      refuse('views.push', error);
      const before = driver.directMessages(MARA).length;
      await driver.pressInView(MARA, ACTIONS.changeTimes);
      await driver.waitFor(() => driver.directMessages(MARA).length > before, { what: `word of ${error}` });
      expect(world.proxy.countQueued(), error).toBe(0);
    }
    await driver.pressInView(MARA, ACTIONS.changeTimes);
    await driver.view(MARA, VIEWS.times);
    await driver.close(MARA);
  });
});

describe('a start', () => {
  it('that Slack refuses, with each error it documents, ends with what to do', async () => {
    const logger = createLogger({ level: 'fatal', destination: { write: () => undefined } });
    const start = () =>
      findOneWorkspace({
        ...{ storage: world.app().storage, botToken: BOT.botToken, apiUrl: world.proxy.slackApiUrl },
        ...{ logger, boltLogger: createBoltLogger(logger) },
      });
    for (const error of errorsOf('auth.test')) {
      refuse('auth.test', error);
      const says = PASSING_ERRORS.includes(error) ? /^Slack could not be asked.*Start Parley again/ : /Bot User OAuth/;
      await expect(start(), error).rejects.toThrow(says);
    }
    expect((await start()).workspaceId).toBe(TEAM_ID);
  });
});

it('nothing of it brought the app down, and each answer is still taken', async () => {
  world.proxy.planCalls(null);
  await world.until(
    async () => (await world.rows('SELECT 1 FROM "Review" WHERE "pausedReason" IS NULL')).length,
    'the review',
  );
  await world.rows('DELETE FROM "Answer"');
  for (const name of TEAM) await review.nothing(name);
  await review.step('positives');
  expect(world.logs().filter((line) => line.includes('"level":"fatal"'))).toEqual([]);
});

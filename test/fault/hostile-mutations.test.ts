import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/slack/ids.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { fill } from '../storage/isolation/filling.ts';
import { mutate } from '../support/fault/hostile-mutation.ts';
import {
  ACTION_IDS,
  createPayloads,
  type Json,
  type Payload,
  send,
  VIEW_IDS,
} from '../support/fault/hostile-payloads.ts';
import { type HostileWorld, startHostileWorld } from '../support/fault/hostile-world.ts';
import { TEAM_ID } from '../support/http/emulator.ts';
import { complaint, createReview, startReview } from '../support/http/review.ts';
import type { Reply } from '../support/http/signed-request.ts';
import type { HttpWorld } from '../support/http/world.ts';
import { seededRandomInt } from '../support/usecase-world.ts';

const MUTATIONS = Number(process.env.HOSTILE_MUTATIONS ?? 2_000);
const SEED = Number(process.env.HOSTILE_SEED ?? 20_261_122);
/** The stand-in takes 5,000 calls an hour from one token, as many as this makes: each run has an app and a Slack of its own. */
const RUN = 2_000;
const RUNS = Array.from({ length: Math.ceil(MUTATIONS / RUN) }, (_, run) => ({
  seed: SEED + run,
  count: Math.min(RUN, MUTATIONS - run * RUN),
}));
const AT_ONCE = 10;
const BURST = 100;
/** What a run may leave behind, in bytes of the heap after a collection: code that was compiled, caches that are bounded. */
const MAY_GROW = 24 * 1024 * 1024;
/** Whatever tells of our insides: a stack, a path, the name of an error. */
const INSIDES = /\bat .+:\d+|node_modules|\/src\/|\w+Error\b|prisma/i;
/** An error that nobody meant to happen; that Slack knows no such person is none. */
const BUG =
  /"type":"(?:Type|Range|Syntax|Reference|Zod)Error|Cannot read|is not a function|is not iterable|"code":"[0-9A-Z]{5}"/;
/** In every text that somebody wrote: it may go back to its author, and never into the log. */
const WORDS = 'zqxwords';

let world: HostileWorld;
let corpus: readonly Payload[];
let ids: readonly string[];
async function setScene(): Promise<void> {
  world = await startHostileWorld();
  const { recorded, stop } = recordRequests(world);
  const storage = createStorage(world.database);
  const foreign = await fill(storage.forWorkspace('T9OTHER'));
  const clientId = (await playReview(world)) ?? '';
  stop();
  const { rows } = await world.pool.query<{ id: string }>(`SELECT id FROM "Review" UNION SELECT id FROM "PlanItem"`);
  ids = ['T9OTHER', TEAM_ID, 'C9', 'U9', clientId, foreign.clientId, ...rows.map(({ id }) => id)];
  corpus = [...recorded, ...everyKind(world, ids)];
  followTriggers(world);
}

/** Real requests, as they were sent while a review was played. */
function recordRequests({ sender }: HostileWorld) {
  const recorded: Payload[] = [];
  const { interaction, command } = sender;
  sender.interaction = (payload, options) => {
    recorded.push({ kind: 'interaction', of: 'recorded', body: structuredClone(payload) as Payload['body'] });
    return interaction(payload, options);
  };
  sender.command = (fields) => {
    recorded.push({ kind: 'command', of: 'recorded', body: { ...fields } });
    return command(fields);
  };
  return { recorded, stop: () => void Object.assign(sender, { interaction, command }) };
}

async function playReview(hostile: HostileWorld): Promise<string | undefined> {
  // Only what these two need of a world is there.
  const asHttp = hostile as unknown as HttpWorld;
  const review = await startReview(asHttp, { client: 'Northwind', values: { [FIELDS.mode]: 'private' } });
  await review.fill('mara', complaint(`They call on Sundays, ${WORDS}.`));
  await review.fill('omar', complaint(`They pay late, ${WORDS}.`));
  await review.nothing('lena');
  await review.press('mara', 'facilitate');
  await review.press('mara', 'my_answers');
  await review.press('mara', 'next_phase');
  await review.step('positives');
  await review.fill('mara', { [FIELDS.text]: `They say thank you, ${WORDS}.` });
  await createReview(asHttp, review.ts).press('mara', 'next_phase');
  await review.step('lessons');
  const { rows } = await hostile.pool.query<{ id: string }>('SELECT id FROM "Client" WHERE name = $1', ['Northwind']);
  return rows[0]?.id;
}

/** One of every kind that a listener waits for. */
function everyKind({ emulator, channel, ...rest }: HostileWorld, known: readonly string[]): Payload[] {
  const make = createPayloads({ emulator, channel, ...rest });
  const target = JSON.stringify({ reviewId: known.at(-1), phase: 'complaints' });
  const user = emulator.idOf('tom');
  const events: { type: string; [key: string]: Json }[] = [
    { type: 'member_joined_channel', user, channel, team: TEAM_ID },
    { type: 'member_left_channel', user, channel, team: TEAM_ID },
    ...['channel_shared', 'channel_unshared', 'channel_archive', 'group_archive', 'channel_left'].map((type) => ({
      type,
      channel: 'C0NONE',
    })),
    { type: 'channel_id_changed', old_channel_id: 'C0OLD', new_channel_id: 'C0NEW' },
    { type: 'user_change', user: { id: user, team_id: TEAM_ID, name: 'tom', profile: {} } },
    { type: 'message', channel, user, text: `Lunch? ${WORDS}`, ts: '1772528400.0002', thread_ts: '1772528400.0001' },
    { type: 'message', subtype: 'message_deleted', channel, previous_message: { user, ts: '1.2', thread_ts: '1.1' } },
    { type: 'app_home_opened', user, channel: 'D0TOM', tab: 'home' },
    { type: 'subteam_updated', subteam: { id: 'S0DESIGN', team_id: TEAM_ID, handle: 'design', date_delete: 0 } },
    { type: 'subteam_members_changed', subteam_id: 'S0DESIGN', team_id: TEAM_ID },
  ];
  const commands = ['', 'help', 'list', 'status', 'settings', 'evidence', 'pulse', 'rehearse', 'export', 'away'];
  return [
    ...ACTION_IDS.map((id) => make.press('tom', id, target)),
    ...VIEW_IDS.map((id) => make.submission('tom', id, target)),
    ...commands.map((text) => make.command('tom', `${text} Northwind`)),
    ...events.map((event) => make.event(event)),
    make.shortcut('tom', `A message, ${WORDS}`),
  ];
}

/** Forms open for triggers that were used already, so that what comes after the opening is reached as well. */
function followTriggers({ gateway }: HostileWorld): void {
  const used = new Set(gateway.calls('views.open').map(({ args }) => args.trigger_id));
  const open = { ok: true, view: { id: 'V1', hash: '1.a', type: 'modal', callback_id: 'x', blocks: [] } };
  for (const method of ['views.open', 'views.push'])
    gateway.amend(method, (answer, args) => (used.has(args.trigger_id) ? open : answer));
}

async function sendAll(payloads: readonly Payload[], check: (reply: Reply, payload: Payload) => void): Promise<void> {
  // Presses are acknowledged before they are done: without a pause now and then they would only pile up.
  for (let sent = 0; sent < payloads.length; sent += BURST) {
    const waiting = payloads.slice(sent, sent + BURST).values();
    const sendNext = async () => {
      for (const payload of waiting) check(await send(world, payload), payload);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
    await world.quiet();
  }
}

describe.each(RUNS)('requests that were changed on their way, $count of seed $seed', ({ seed, count }) => {
  beforeAll(setScene, 120_000);
  afterAll(() => world.close());

  it('are answered with 4xx or 200, and leave nothing behind', async () => {
    const random = seededRandomInt(seed);
    const make = (length: number) =>
      Array.from({ length }, () => mutate(corpus[random(corpus.length)] as Payload, { random, ids }));
    const wrong: string[] = [];
    const statuses = new Map<number, number>();
    const check = ({ status, text }: Reply, { of, body }: Payload) => {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const isFine = status === 200 || (status >= 400 && status < 500);
      const tells = INSIDES.test(text) || world.secrets.some((secret) => text.includes(secret));
      if (!isFine || tells)
        wrong.push(`${of}: ${status} ${text.slice(0, 200)} to ${JSON.stringify(body).slice(0, 400)}`);
    };
    // What is compiled, cached and pooled by the first requests is no growth.
    await sendAll(make(Math.ceil(count / 4)), check);
    const before = await world.app().heap();
    await sendAll(make(count), check);
    const grown = (await world.app().heap()) - before;
    expect(wrong, `seed ${seed}, statuses ${JSON.stringify([...statuses])}`).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(count / 10);
    expect(grown, `the heap grew, seed ${seed}`).toBeLessThan(MAY_GROW);
  }, 900_000);

  it('crash nothing, and leave no promise behind', () => {
    expect(world.app().isAlive()).toBe(true);
    expect(world.logs().filter((line) => /UNHANDLED REJECTION|UNCAUGHT EXCEPTION/.test(line))).toEqual([]);
  });

  it('are no bug in any listener', () => {
    const bugs = world.logs().filter((line) => /"level":"(error|fatal)"/.test(line) && BUG.test(line));
    expect([...new Set(bugs.map(shortened))].slice(0, 20), `seed ${seed}`).toEqual([]);
  });

  it('leave no word and no secret in the log', () => {
    const told = world.logs().filter((line) => [WORDS, ...world.secrets].some((text) => line.includes(text)));
    expect(told.slice(0, 5)).toEqual([]);
  });

  it('change nothing of the other workspace', async () => {
    const { rows } = await world.pool.query(
      `SELECT action, "actorId" FROM "AuditEntry" WHERE "workspaceId" = 'T9OTHER' AND "actorId" IS NOT NULL`,
    );
    expect(rows).toEqual([{ action: 'review_started', actorId: 'U9' }]);
  });

  it('leave an app that works', async () => {
    const review = await startReview(world as unknown as HttpWorld, { client: 'Fabrikam' });
    await review.fill('omar', complaint('They call at night.'));
  }, 60_000);
});

function shortened(line: string): string {
  const { msg, action, form, subcommand, err } = JSON.parse(line) as Record<string, unknown>;
  return JSON.stringify({ msg, action, form, subcommand, err }).slice(0, 900);
}

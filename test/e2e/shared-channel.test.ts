import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BOT, PEOPLE, TEAM_CHANNEL } from '../../demo/sample-agency.ts';
import { hasAction } from '../../demo/stage.ts';
import type { Message } from '../../demo/stand-in/message-book.ts';
import { PHASES, type Phase } from '../../src/domain/answer.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { complaint, createReview, idOf, type Review, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const TEAM = ['mara', 'omar', 'lena'] as const;
const OWN = 'C4OWN';
const mara = idOf('mara');
const teamOfThree = { [FIELDS.team('other')]: TEAM.map((name) => PEOPLE[name].id) };

let world: E2eWorld;
beforeAll(async () => {
  world = await startWorld({
    people: TEAM,
    workspace: ({ channels }) => {
      const members = [...TEAM.map((name) => PEOPLE[name].id), BOT.botUserId];
      channels.push({ id: OWN, name: 'our-own', members, is_private: true });
    },
  });
});
afterAll(() => world.close());
beforeEach(() => unshare());

/** Everything people do in a review, in order: each answers each question, then the manager decides. */
const ACTS = PHASES.flatMap((phase) => TEAM.map((name) => ({ phase, name })));
type Act = (typeof ACTS)[number];
const DECISION = ACTS.length;
const BOUNDARIES = [...ACTS.keys(), DECISION].map((at) => {
  const act = ACTS[at];
  const what = act ? `${act.name} answers ${act.phase}` : 'the decision';
  return { at, what, mode: at % 2 === 0 ? 'private' : 'open' };
});

const wordsOf = (name: string) => `Words of ${name}.`;

/** Answers, and does not wait for a reply: it comes in the channel or in a direct message. */
async function answer(review: Review, { phase, name }: Act): Promise<void> {
  if (phase === 'complaints') return review.fill(name, complaint(wordsOf(name)));
  const button = phase === 'vote' ? ACTIONS.voteKeep : ACTIONS.nothingToSay;
  const card = await review.card((_, one) => hasAction(one, button) && asks(one, phase));
  const given = await count('Answer');
  await review.press(name, button, card);
  // With the last answer of a review the working answers go.
  await eventually(async () => (await count('Answer')) !== given);
}

const asks = (message: Message, phase: Phase) => JSON.stringify(message.blocks ?? []).includes(`phase\\":\\"${phase}`);

async function count(table: string): Promise<number> {
  const { rows } = await world.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`);
  return rows[0]?.n ?? 0;
}

async function eventually(isDone: () => Promise<boolean>, interval = 15): Promise<void> {
  await expect.poll(isDone, { timeout: 10_000, interval }).toBe(true);
}

async function reviewRow(): Promise<{ state: string; pausedReason: string | null }> {
  const { rows } = await world.db.query(
    'SELECT state, "pausedReason" FROM "Review" ORDER BY "startedAt" DESC, version LIMIT 1',
  );
  return rows[0] as never;
}

async function tick(minutes: number): Promise<void> {
  world.advance({ minutes });
  await world.app().tick();
}

/** Waits until nothing is owed and nothing more is said: what was allowed a moment ago may still be on its way. */
async function quiet(): Promise<void> {
  let seen = -1;
  await eventually(async () => {
    const { rows } = await world.db.query('SELECT 1 FROM "Post" WHERE "deliveredRevision" < revision');
    const before = seen;
    seen = world.standIn.calls().length;
    return rows.length === 0 && seen === before;
  }, 60);
}

/** Shares the channel with another organisation; `heard` is what came into it since, and `told` what Mara was told. */
function share() {
  const before = world.standIn.calls().length;
  const since = () => world.standIn.calls().slice(before);
  world.standIn.setChannel(TEAM_CHANNEL, { is_ext_shared: true });
  return {
    heard: () =>
      since().filter(
        ({ method, args }) =>
          ['chat.postMessage', 'chat.update', 'chat.postEphemeral'].includes(method) && args.channel === TEAM_CHANNEL,
      ),
    told: () =>
      since().filter(
        ({ method, args }) =>
          method === 'chat.postMessage' &&
          args.channel === mara &&
          /is paused\.\*|I have stopped talking/.test(String(args.text)),
      ),
  };
}

const unshare = () => world.standIn.setChannel(TEAM_CHANNEL, { is_ext_shared: false });

async function begin(client: string, mode: string): Promise<Review> {
  return startReview(world, { client, values: { ...teamOfThree, [FIELDS.mode]: mode } });
}

/** Plays the acts from one to another; each step is waited for. */
async function play(review: Review, from: number, to: number): Promise<void> {
  for (const act of ACTS.slice(from, to)) {
    await review.card((_, one) => asks(one, act.phase), `the card for ${act.phase}`);
    await answer(review, act);
  }
}

async function decide(review: Review): Promise<void> {
  await review.press('mara', ACTIONS.decide);
  await world.driver.view(mara, VIEWS.decision);
  const result = await world.driver.submit(mara, { [FIELDS.choice]: 'keep_as_is', [FIELDS.rationale]: 'For now.' });
  expect(result).toEqual({ kind: 'closed' });
}

/** How many messages of the thread, the summary left out, hold these words. */
function timesSaid(review: Review, words: string): number {
  const texts = review.thread().map((one) => world.reader.readMessage(one));
  return texts.filter((text) => text.includes(words) && !text.includes('Verdict:')).length;
}

async function expectEverythingSaidOnce(review: Review): Promise<void> {
  await review.posted((text) => text.includes('decided'), 'the decision');
  for (const name of TEAM) expect(timesSaid(review, wordsOf(name)), wordsOf(name)).toBe(1);
  const texts = review.thread().map((one) => world.reader.readMessage(one));
  expect(texts.filter((text) => text.includes('Verdict:'))).toHaveLength(1);
}

describe('a channel that is shared during a review', () => {
  it.each(BOUNDARIES)(
    'before $what ($mode) hears nothing, and everything is said once afterwards',
    async ({ at, mode }) => {
      const review = await begin(`Boundary ${at}`, mode);
      await play(review, 0, at);
      const act = ACTS[at];
      const card = act ? await review.step(act.phase) : await review.closed();
      await quiet();
      const { heard, told } = share();
      await tick(11);
      const before = await reviewRow();
      expect(before.pausedReason).toBe(act ? 'external' : null);
      if (act) await answer(review, act);
      else await decide(review);
      // Neither time nor a button ends a step.
      await tick(5 * 24 * 60);
      if (act) {
        const seen = world.driver.directMessages(mara).length;
        await review.press('mara', ACTIONS.nextPhase, card);
        await world.driver.waitFor(() => world.driver.directMessages(mara).length > seen);
        expect(await reviewRow()).toEqual(before);
      }
      await world.driver.waitFor(() => told().length === 1, { what: 'the message to Mara' });
      await tick(1);
      expect(heard()).toEqual([]);
      expect(told()).toHaveLength(1);

      unshare();
      await tick(1);
      expect((await reviewRow()).pausedReason).toBeNull();
      await play(review, at + 1, ACTS.length);
      if (act) {
        await review.closed();
        await decide(review);
      }
      await expectEverythingSaidOnce(review);
      // Four questions; three answers or the words of three questions, and "nothing" said in the open; summary and decision.
      expect(review.thread()).toHaveLength(4 + (mode === 'open' ? 9 : 3) + 2);
      expect(told()).toHaveLength(1);
      world.expectClean();
    },
    60_000,
  );

  it('hears nothing of a summary when nobody noticed before the last vote', async () => {
    const review = await begin('Unnoticed', 'private');
    await play(review, 0, DECISION - 1);
    await review.step('vote');
    await quiet();
    const { heard, told } = share();
    world.advance({ minutes: 1 });
    await answer(review, ACTS[DECISION - 1] as Act);
    await world.driver.waitFor(() => told().length === 1, { what: 'the message to Mara' });
    await tick(1);
    expect(heard()).toEqual([]);
    unshare();
    await tick(1);
    await review.closed();
    await decide(review);
    await expectEverythingSaidOnce(review);
    expect(told()).toHaveLength(1);
    world.expectClean();
  }, 60_000);
});

describe('a review whose channel was shared', () => {
  const MOVES = [1, 4, 8, 10].flatMap((at) => (['private', 'open'] as const).map((mode) => ({ at, mode })));

  it.each(MOVES)(
    'moves to another channel before act $at ($mode), with all that was said',
    async ({ at, mode }) => {
      const { driver, standIn, t } = world;
      const review = await begin(`Move ${mode} ${at}`, mode);
      await play(review, 0, at);
      await review.step((ACTS[at] as Act).phase);
      await quiet();
      const { heard, told } = share();
      await tick(11);
      await driver.waitFor(() => told().length === 1, { what: 'the message to Mara' });
      const notice = driver.directMessages(mara).findLast((one) => hasAction(one, ACTIONS.moveReview)) as Message;
      await driver.press(mara, notice, ACTIONS.moveReview);
      await driver.view(mara, VIEWS.moveReview);
      standIn.setChannel(OWN, { members: [mara, idOf('omar'), BOT.botUserId] });
      expect(await driver.submit(mara, { [FIELDS.channel]: OWN })).toEqual({
        kind: 'errors',
        errors: { [FIELDS.channel]: t.pauses.form.missing(['lena'], 0) },
      });
      standIn.setChannel(OWN, { members: [...TEAM.map(idOf), BOT.botUserId] });
      world.advance({ minutes: 1 });
      const earlier = new Set(standIn.messages(OWN).map(({ ts }) => ts));
      expect(await driver.submit(mara, { [FIELDS.channel]: OWN })).toEqual({ kind: 'closed' });
      const isCard = (one: Message) => !earlier.has(one.ts) && !one.thread_ts && hasAction(one, ACTIONS.nextPhase);
      const card = await driver.waitFor(() => standIn.messages(OWN).find(isCard), {
        what: 'the card in its new channel',
      });
      // What stood in the old channel goes, while others read it.
      const ofOld = ({ ts, thread_ts }: Message) => ts === review.ts || thread_ts === review.ts;
      await driver.waitFor(() => !standIn.messages(TEAM_CHANNEL).some((one) => ofOld(one) && !one.ephemeral_to), {
        what: 'the old messages to be deleted',
      });
      const moved = createReview(world, { channel: OWN, ts: card.ts });
      await moved.posted((text) => text.includes('This review was in'));
      await play(moved, at, ACTS.length);
      await moved.closed();
      await decide(moved);
      await expectEverythingSaidOnce(moved);
      expect(heard()).toEqual([]);
      expect(told()).toHaveLength(1);
      unshare();
      await tick(1);
      expect(heard()).toEqual([]);
      world.expectClean();
    },
    60_000,
  );
});

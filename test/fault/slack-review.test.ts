import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonName, TEAM_CHANNEL } from '../../demo/sample-agency.ts';
import { hasAction } from '../../demo/stage.ts';
import type { FormValues } from '../../demo/stand-in/driver.ts';
import type { Message } from '../../demo/stand-in/message-book.ts';
import type { Phase } from '../../src/domain/answer.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { complaint, createReview, idOf } from '../support/e2e/review.ts';
import { createRandom, seedsOf } from '../support/fault/seeded-random.ts';
import { randomCallFault, randomEnvelopeFault } from '../support/fault/slack-mischief.ts';
import { type FaultyWorld, startFaultyWorld } from '../support/fault/slack-world.ts';

const TEAM = ['mara', 'omar', 'lena'] as const satisfies readonly PersonName[];
const MODES = ['private', 'open'] as const;
/** How long a person looks at their screen before they press again. */
const PATIENCE_MS = 1_500;
const MOST_PRESSES = 40;
/** Of all calls and of all envelopes. */
const SHARE = 0.25;

type Mode = (typeof MODES)[number];
type Verdict = {
  readonly stance: string;
  readonly pressure: number;
  readonly figures: object;
  readonly verdict: object;
};

/** What they say to each question, and what each of them votes. */
const WORDS: Partial<Record<Phase, Partial<Record<PersonName, FormValues>>>> = {
  complaints: {
    omar: complaint('The invoice came late.', { [FIELDS.signals]: ['late_payment'], [FIELDS.severity]: '3' }),
    lena: complaint('Screens are added after sign-off.'),
  },
  positives: { lena: { [FIELDS.text]: 'They say thank you.' } },
};
const VOTES = { mara: ACTIONS.votePart, omar: ACTIONS.votePart, lena: ACTIONS.voteKeep } as const;
const PHASES = ['complaints', 'positives', 'lessons', 'vote'] as const;

let world: FaultyWorld;
let held = 0;
beforeAll(async () => {
  world = await startFaultyWorld({ people: TEAM });
});
afterAll(() => world.close());

/** Somebody tries until it shows: presses again, waits, is not put off by what did not come. */
async function insist(what: string, act: () => Promise<unknown>, isDone: () => Promise<boolean>): Promise<void> {
  for (let pressed = 0; pressed < MOST_PRESSES && !(await isDone()); pressed += 1) {
    await act().catch(() => undefined);
    await expect
      .poll(isDone, { timeout: PATIENCE_MS, interval: 20 })
      .toBe(true)
      .catch(() => undefined);
  }
  if (!(await isDone())) throw new Error(`${what} did not come about after ${MOST_PRESSES} attempts`);
}

const count = async (sql: string, values: readonly unknown[]) => (await world.rows(sql, values)).length;

/** A whole review from the command to the verdict. */
async function holdReview(mode: Mode): Promise<Verdict> {
  held += 1;
  const client = `Agency ${held}`;
  const reviewId = await startReview(client, mode);
  const isIn = async (phase: Phase) =>
    (await count('SELECT 1 FROM "Review" WHERE id = $1 AND state = $2', [reviewId, phase])) > 0;
  for (const phase of PHASES) {
    await world.until(() => isIn(phase), `the question of ${phase}`);
    const card = await world.until(() => cardThatAsks(reviewId, phase), `a card that asks for ${phase}`);
    const review = createReview(world, { channel: TEAM_CHANNEL, ts: card.ts });
    for (const [index, name] of TEAM.entries()) {
      const hasAnswered = async () =>
        (await count('SELECT 1 FROM "Answer" WHERE "reviewId" = $1 AND phase = $2', [reviewId, phase])) > index ||
        !(await isIn(phase));
      const words = WORDS[phase]?.[name];
      await insist(
        `the answer of ${name} to ${phase}`,
        async () => {
          if (phase === 'vote') return review.press(name, VOTES[name], card);
          if (!words) return review.press(name, ACTIONS.nothingToSay, card);
          if (!world.driver.openView(idOf(name))) await review.press(name, ACTIONS.answer, card);
          await world.driver.waitFor(() => world.driver.openView(idOf(name)), { timeoutMs: PATIENCE_MS });
          return review.send(name, words);
        },
        hasAnswered,
      );
      await world.driver.close(idOf(name));
    }
  }
  await world.until(async () => !(await isIn('vote')), 'the end of the vote');
  const [verdict] = await world.until(async () => {
    const found = await verdictsOf(reviewId);
    return found.length > 0 && found;
  }, 'the verdict');
  await world.allDelivered();
  if (!verdict) throw new Error('the review has no verdict');
  return verdict;
}

const verdictsOf = (reviewId: string) =>
  world.rows<Verdict>('SELECT stance, pressure, figures, verdict FROM "Verdict" WHERE "reviewId" = $1', [reviewId]);

async function startReview(client: string, mode: Mode): Promise<string> {
  const { driver } = world;
  const mara = idOf('mara');
  const found = () =>
    world.rows<{ id: string }>('SELECT r.id FROM "Review" r JOIN "Client" c ON c.id = r."clientId" WHERE c.name = $1', [
      client,
    ]);
  const formIsOpen = () => driver.openView(mara)?.callback_id === VIEWS.start;
  await insist(
    'the review',
    async () => {
      if (!formIsOpen()) {
        await driver.close(mara);
        await driver.command(mara, TEAM_CHANNEL, `/client-review ${client}`);
        await driver.waitFor(formIsOpen, { timeoutMs: PATIENCE_MS });
      }
      const sent = await driver.submit(mara, { [FIELDS.mode]: mode });
      // Not everybody could be looked up just then: the form is opened anew.
      if (sent.kind !== 'closed') await driver.close(mara);
    },
    async () => (await found()).length > 0,
  );
  await driver.close(mara);
  expect(await found()).toHaveLength(1);
  return (await found())[0]?.id ?? '';
}

function cardThatAsks(reviewId: string, phase: Phase): Message | undefined {
  const asks = (message: Message) => {
    const blocks = JSON.stringify(message.blocks ?? []);
    return blocks.includes(reviewId) && blocks.includes(`phase\\":\\"${phase}`);
  };
  return world.standIn
    .messages(TEAM_CHANNEL)
    .find((one) => !one.thread_ts && !one.ephemeral_to && hasAction(one, ACTIONS.nextPhase) && asks(one));
}

describe.each(MODES)('a review that is %s', (mode) => {
  it(
    'ends with the verdict of an undisturbed one, each message once, whatever Slack does',
    async () => {
      const undisturbed = await holdReview(mode);
      for (const seed of seedsOf(1)) {
        const random = createRandom(seed * 1_000 + MODES.indexOf(mode));
        world.proxy.planCalls(randomCallFault(random, SHARE));
        world.proxy.sockets.planEnvelopes(randomEnvelopeFault(random, SHARE));
        const disturbed = await holdReview(mode).catch((cause: unknown) => {
          throw new Error(`FAULT_SEED=${seed}, ${mode}: ${String(cause)}`, { cause });
        });
        world.proxy.planCalls(null);
        world.proxy.sockets.planEnvelopes(null);
        await world.allDelivered();
        expect(disturbed, `FAULT_SEED=${seed}`).toEqual(undisturbed);
        expect(await world.findWrongPosts(), `FAULT_SEED=${seed}`).toEqual([]);
        expect(
          await world.rows(`SELECT purpose FROM "Post" WHERE "holdReason" IS NOT NULL`),
          `FAULT_SEED=${seed}`,
        ).toEqual([]);
      }
      const share = world.proxy.calls().filter(({ fault }) => fault).length / world.proxy.calls().length;
      expect(share).toBeGreaterThan(0.05);
    },
    120_000 * seedsOf(1).length,
  );
});

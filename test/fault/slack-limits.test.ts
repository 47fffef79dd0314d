import { afterEach, describe, expect, it } from 'vitest';
import { PAST_CHANNEL, type PersonName, TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { complaint, idOf, type Review, startReview } from '../support/e2e/review.ts';
import { type CallFault, PAGE } from '../support/fault/slack-proxy.ts';
import { type FaultyWorld, startFaultyWorld } from '../support/fault/slack-world.ts';

const TEAM = ['mara', 'omar', 'lena'] as const satisfies readonly PersonName[];

let world: FaultyWorld;
afterEach(() => world.close());

async function start(): Promise<Review> {
  world = await startFaultyWorld({ people: TEAM });
  const review = await startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: 'open' } });
  await world.allDelivered();
  return review;
}

async function say(about: string, channelId: string): Promise<void> {
  const reviewId = (await world.rows<{ id: string }>('SELECT id FROM "Review"'))[0]?.id ?? '';
  await world
    .app()
    .storage.forWorkspace(TEAM_ID)
    .outbox.put({
      ...{ purpose: `fault:${about}`, reviewId, channelId },
      ...{ parentPurpose: null, message: { kind: 'cancelled', byId: idOf('omar') } },
    });
}
const isDelivered = async (about: string) =>
  (await world.rows('SELECT 1 FROM "Post" WHERE purpose = $1 AND "deliveredRevision" >= revision', [`fault:${about}`]))
    .length > 0;
/** Without letting any time pass: what is put off stays put off. */
const soon = (about: string) => expect.poll(() => isDelivered(about), { timeout: 15_000, interval: 10 }).toBe(true);

describe('a rate limit', () => {
  it.each<{ what: string; fault: CallFault }>([
    { what: 'with Retry-After', fault: { kind: 'status', status: 429, retryAfter: 30 } },
    { what: 'without Retry-After', fault: { kind: 'status', status: 429 } },
    { what: 'in a word', fault: { kind: 'refused', error: 'ratelimited' } },
  ])('$what holds up neither another channel, nor a person, nor another method', async ({ fault }) => {
    const review = await start();
    const isOver = { value: false };
    world.proxy.planCalls(({ method, args }) =>
      method === 'chat.postMessage' && args.channel === TEAM_CHANNEL && !isOver.value ? fault : null,
    );
    await say('here', TEAM_CHANNEL);
    await expect
      .poll(() => world.proxy.calls('chat.postMessage').some((call) => call.fault), { timeout: 15_000 })
      .toBe(true);
    for (const [about, channel] of [
      ['elsewhere', PAST_CHANNEL],
      ['to a person', idOf('tom')],
    ] as const)
      await say(about, channel);
    await soon('elsewhere');
    await soon('to a person');
    await review.fill('omar', complaint('Typed during the limit.'));
    await review.card((text) => text.includes('1 of 3'));
    await review.press('lena', ACTIONS.myAnswers);
    await world.driver.view(idOf('lena'));
    expect(await isDelivered('here')).toBe(false);
    expect(review.threadText()).not.toContain('Typed during the limit.');

    isOver.value = true;
    await world.allDelivered();
    await review.posted((text) => text.includes('Typed during the limit.'));
    expect(await world.findWrongPosts()).toEqual([]);
  });

  it('of questions holds up no answer: it is stored, and shown when Slack says again who reads', async () => {
    const review = await start();
    const card = await review.card();
    world.advance({ minutes: 15 });
    const isOver = { value: false };
    world.proxy.planCalls(({ method }) =>
      /^(users|conversations)\./.test(method) && !isOver.value ? { kind: 'status', status: 429, retryAfter: 30 } : null,
    );
    await review.press('omar', ACTIONS.nothingToSay, card);
    const stored = () => world.rows('SELECT 1 FROM "Answer"');
    await expect.poll(async () => (await stored()).length, { timeout: 15_000 }).toBe(1);
    isOver.value = true;
    await world.until(() => review.cardText().includes('1 of 3'), 'the card');
    const { rows } = await world.db.query('SELECT "pausedReason" FROM "Review"');
    expect(rows).toEqual([{ pausedReason: null }]);
  });
});

const LOST_BEFORE: readonly { what: string; fault: CallFault }[] = [
  { what: 'a 500', fault: { kind: 'status', status: 500 } },
  { what: 'a 502', fault: { kind: 'status', status: 502 } },
  { what: 'a 503 with Retry-After', fault: { kind: 'status', status: 503, retryAfter: 5 } },
  { what: 'a closed connection', fault: { kind: 'cut' } },
  { what: 'the page of a gateway', fault: { kind: 'body', body: PAGE } },
  { what: 'half a JSON', fault: { kind: 'body', body: '{"ok":tr' } },
  { what: 'a JSON that is no object', fault: { kind: 'body', body: 'null' } },
  { what: 'a JSON of somebody else', fault: { kind: 'body', body: '{"message":"Forbidden"}' } },
  { what: 'an empty body', fault: { kind: 'body', body: '' } },
];
const LOST_AFTER: readonly { what: string; fault: CallFault }[] = [
  { what: 'a closed connection', fault: { kind: 'answer_lost', how: 'cut' } },
  { what: 'half an answer', fault: { kind: 'answer_lost', how: 'half' } },
  { what: 'the page of a gateway', fault: { kind: 'answer_lost', how: 'page' } },
  { what: 'silence', fault: { kind: 'answer_lost', how: 'silence' } },
];

/** Ten seconds each: a change that is asked for again changes nothing, so once is enough. */
const isSilence = (fault: CallFault) => fault.kind === 'answer_lost' && fault.how === 'silence';

describe('an answer that nobody can read', () => {
  it('loses no message and sends none twice, whether Slack had done it or not', async () => {
    const review = await start();
    const faults = [
      ...LOST_BEFORE.map((one) => ({ ...one, when: 'before' })),
      ...LOST_AFTER.map((one) => ({ ...one, when: 'after' })),
    ];
    for (const method of ['chat.postMessage', 'chat.update'] as const) {
      world.proxy.queue(
        method,
        ...faults.map(({ fault }) => fault).filter((one) => method !== 'chat.update' || !isSilence(one)),
      );
      const by = method === 'chat.update' ? 'lena' : 'omar';
      const reviewId = (await world.rows<{ id: string }>('SELECT id FROM "Review"'))[0]?.id ?? '';
      for (const { what, when } of faults)
        await world
          .app()
          .storage.forWorkspace(TEAM_ID)
          .outbox.put({
            ...{
              purpose: `fault:${what} ${when}`,
              reviewId,
              channelId: TEAM_CHANNEL,
              parentPurpose: `card:${reviewId}`,
            },
            message: { kind: 'cancelled', byId: idOf(by) },
          });
      await world.until(() => world.proxy.countQueued() === 0, `every fault of ${method}`);
      await world.allDelivered();
      expect(await world.rows(`SELECT purpose FROM "Post" WHERE "holdReason" IS NOT NULL`)).toEqual([]);
      expect(await world.findWrongPosts()).toEqual([]);
    }
    expect(review.threadText().match(/Lena Fischer/g)?.length).toBe(faults.length);
    // One of the calls is never answered: ten seconds.
  }, 60_000);

  it('makes nobody a stranger and pauses no review', async () => {
    await start();
    const methods = ['users.info', 'conversations.info', 'conversations.members'];
    for (const { what, fault } of process.env.FAULT_SEEDS ? LOST_BEFORE : LOST_BEFORE.filter((_, index) => index % 2)) {
      // Whatever was known is too old by now. A question is asked three times before it counts as not answered.
      world.advance({ minutes: 11 });
      const left = new Map(methods.map((method) => [method, 3]));
      world.proxy.planCalls(({ method }) => {
        const more = left.get(method) ?? 0;
        left.set(method, more - 1);
        return more > 0 ? fault : null;
      });
      await say(what, TEAM_CHANNEL);
      await world.until(() => isDelivered(what), `the message after ${what}`);
      expect(Math.max(...left.values()), what).toBeLessThan(1);
    }
    const { rows } = await world.db.query('SELECT "pausedReason" FROM "Review"');
    expect(rows).toEqual([{ pausedReason: null }]);
    const told = world.driver.directMessages(idOf('mara')).map((one) => world.reader.readMessage(one));
    expect(told.filter((text) => /guest|outside|paused/i.test(text))).toEqual([]);
    expect(await world.findWrongPosts()).toEqual([]);
    // Each question is asked three times, up to a second apart.
  }, 60_000);
});

describe('a press that comes too late', () => {
  it('opens nothing, says so, and the next one does', async () => {
    const review = await start();
    const { t } = world;
    for (const error of ['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id']) {
      world.proxy.queue('views.open', { kind: 'refused', error });
      const reply = await review.replyTo('omar', () => review.press('omar', ACTIONS.answer));
      expect(reply).toBe(t.refusals.formTooSlow);
    }
    await review.fill('omar', complaint('In time.'));
    await review.posted((text) => text.includes('In time.'));
  });
});

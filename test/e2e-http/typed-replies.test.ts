import { afterEach, describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/slack/ids.ts';
import type { Name } from '../support/http/emulator.ts';
import { TEAM_ID } from '../support/http/emulator.ts';
import { readManifestScopes } from '../support/http/manifest-scopes.ts';
import { type HttpReview, startReview, wordsOf } from '../support/http/review.ts';
import { type HttpWorld, startHttpWorld } from '../support/http/world.ts';

const { required, optional } = readManifestScopes();

let world: HttpWorld;
afterEach(() => world.close());

async function openReview(scopes: readonly string[], mode: 'open' | 'private' = 'open'): Promise<HttpReview> {
  world = await startHttpWorld({ scopes });
  return startReview(world, { values: { [FIELDS.mode]: mode } });
}
const prompt = async (review: HttpReview) =>
  wordsOf(await review.posted((words) => words.includes('What hurts'), 'it'));

let eventNumber = 0;
async function sendEvent(event: object): Promise<void> {
  eventNumber += 1;
  const about = { type: 'message', channel: world.channel, channel_type: 'group' };
  const envelope = { type: 'event_callback', team_id: TEAM_ID, event_id: `Ev${eventNumber}`, event_time: 1 };
  const reply = await world.sender.event({ ...envelope, event: { ...about, ...event } });
  expect(reply.status).toBe(200);
}

/** The emulator's threads hold what the app posts; a person's message is made there by Mara's hand and told of by Slack's. */
async function say(review: HttpReview, name: Name, text: string) {
  const args = { channel: world.channel, thread_ts: review.ts, text };
  const { ts } = (await world.emulator.asMara('chat.postMessage', args)) as unknown as { ts: string };
  const message = { user: world.emulator.idOf(name), text, ts, thread_ts: review.ts };
  await sendEvent(message);
  return message;
}
const told = (name: Name, words: string, what: string) =>
  world.gateway.waitFor(
    () => world.people.ephemerals(name).find(({ args }) => JSON.stringify(args).includes(words)),
    what,
  );
const answers = async () => JSON.stringify((await world.db.query('SELECT content FROM "Answer"')).rows);

describe('typed replies over signed HTTP, with strict scopes', () => {
  it('are answers where the optional scopes are granted', async () => {
    const review = await openReview([...required, ...optional]);
    const { gateway, t } = world;
    expect(await prompt(review)).toContain(t.replies.prompt.open);
    const message = await say(review, 'omar', 'They pay late.');
    await told('omar', t.vocabulary.signal.late_payment, 'the offer to Omar');
    const [reaction] = gateway.calls('reactions.add');
    expect(reaction?.args).toMatchObject({ channel: world.channel, timestamp: message.ts, name: 'white_check_mark' });

    const edited = { ...message, text: 'They pay when they like.', edited: { user: message.user, ts: '1.1' } };
    await sendEvent({ subtype: 'message_changed', ts: '2.1', message: edited, previous_message: message });
    await say(review, 'lena', 'And they call on Sundays.');
    await told('lena', t.vocabulary.signal.off_hours, 'the offer to Lena');
    await review.card((one) => wordsOf(one).includes(t.card.progress(2, 4)), 'a card that counts both');
    expect(await answers()).toContain('They pay when they like.');

    await sendEvent({ subtype: 'message_deleted', ts: '3.1', deleted_ts: message.ts, previous_message: edited });
    await review.card((one) => wordsOf(one).includes(t.card.progress(1, 4)), 'a card that counts Lena alone');
    expect(await answers()).not.toContain('when they like');
    world.expectClean();
  });

  it('are not spoken of where history may not be read; buttons do everything', async () => {
    const review = await openReview(required);
    expect(await prompt(review)).not.toContain('in this thread');
    await review.nothing('omar');
    expect(await answers()).toContain('complaints');
    world.expectClean();
  });

  it('of one kind of channel are not spoken of in the other', async () => {
    const review = await openReview([...required, 'channels:history']);
    expect(await prompt(review)).not.toContain('in this thread');
    world.expectClean();
  });

  it('get no receipt where reactions were not granted', async () => {
    const review = await openReview([...required, 'groups:history']);
    await say(review, 'omar', 'They pay late.');
    await told('omar', world.t.vocabulary.signal.late_payment, 'the offer to Omar');
    expect(world.gateway.calls('reactions.add')).toEqual([]);
    world.expectClean();
  });

  it('in a private review are warned of in the prompt, whatever is granted', async () => {
    const review = await openReview(required, 'private');
    expect(await prompt(review)).toContain(world.t.replies.prompt.private);
    world.expectClean();
  });
});

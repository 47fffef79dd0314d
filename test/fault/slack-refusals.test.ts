import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import type { PostMessage } from '../../src/domain/post.ts';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { messageKey } from '../../src/slack/outbox/message-key.ts';
import { complaint, idOf, type Review, startReview } from '../support/e2e/review.ts';
import { errorsOf } from '../support/fault/slack-errors.ts';
import { type FaultyWorld, keyOf, startFaultyWorld } from '../support/fault/slack-world.ts';

/** Errors that say of a message that it can never be taken as it is; most could only come of a fault of ours. */
const NOT_TAKEN = [
  'as_user_not_supported',
  'cannot_reply_to_message',
  'cant_broadcast_message',
  'deprecated_endpoint',
  'duplicate_channel_not_found',
  'duplicate_message_not_found',
  'invalid_arg_name',
  'invalid_arguments',
  'invalid_array_arg',
  'invalid_attachments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_charset',
  'invalid_form_data',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'invalid_post_type',
  'metadata_must_be_sent_from_app',
  'metadata_too_large',
  'method_deprecated',
  'missing_file_data',
  'missing_post_type',
  'msg_too_long',
  'no_dual_broadcast_content_update',
  'no_text',
  'slack_connect_canvas_sharing_blocked',
  'slack_connect_file_link_sharing_blocked',
  'too_many_attachments',
  'too_many_contact_cards',
];
/** Of a message that stands: it stays as it is, and another is posted. */
const NOT_CHANGED = ['block_mismatch', 'cant_update_message', 'edit_window_closed'];
/** Of a message that stands where it is taken back: nothing more can be done about it. */
const NOT_DELETED = [
  'cant_delete_message',
  'channel_not_found',
  'compliance_exports_prevent_deletion',
  'message_not_found',
];
const OURS = (error: string) => NOT_TAKEN.includes(error);

let world: FaultyWorld;
let review: Review;
let reviewId: string;
beforeAll(async () => {
  world = await startFaultyWorld({ people: ['mara', 'omar', 'lena'] });
  review = await startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: 'open' } });
  await world.allDelivered();
  reviewId = (await world.rows<{ id: string }>('SELECT id FROM "Review"'))[0]?.id ?? '';
});
afterAll(() => world.close());

const outbox = () => world.app().storage.forWorkspace(TEAM_ID).outbox;
const purposeOf = (about: string) => `fault:${about}`;
const put = (about: string, message: PostMessage, channelId: string = TEAM_CHANNEL) =>
  outbox().put({
    ...{ purpose: purposeOf(about), reviewId, channelId, message },
    parentPurpose: channelId === TEAM_CHANNEL ? `card:${reviewId}` : null,
  });
const note = (by: 'mara' | 'omar' | 'lena'): PostMessage => ({ kind: 'cancelled', byId: idOf(by) });
const keyOfPost = (about: string) => messageKey({ workspaceId: TEAM_ID, purpose: purposeOf(about), part: 0 });
const standing = (about: string) => review.thread().filter((one) => keyOf(one) === keyOfPost(about));
const failed = async () =>
  (await world.rows<{ purpose: string }>(`SELECT purpose FROM "Post" WHERE "holdReason" = 'failed'`)).map(
    ({ purpose }) => purpose.replace('fault:', ''),
  );

/** Lets the calls of a method that are about our notes fail once for each error, each error with the note of its name. */
function refuseEach(method: string, errors: readonly string[]) {
  const left = new Map(errors.map((error) => [keyOfPost(error), error]));
  const byTs = new Map(errors.flatMap((error) => standing(error).map(({ ts }) => [ts, keyOfPost(error)] as const)));
  world.proxy.planCalls((call) => {
    if (call.method !== method) return null;
    const { key } = (call.args.metadata as { event_payload?: { key?: string } } | undefined)?.event_payload ?? {};
    const mark = key ?? byTs.get(String(call.args.ts)) ?? '';
    const error = left.get(mark);
    left.delete(mark);
    return error === undefined ? null : { kind: 'refused', error };
  });
  return left;
}

describe('Slack refuses a message, with each error it documents', () => {
  const errors = errorsOf('chat.postMessage');

  it('and it comes all the same, once, or rests until it says something else', async () => {
    const left = refuseEach('chat.postMessage', errors);
    for (const error of errors) await put(error, note('omar'));
    await world.allDelivered();
    expect([...left.values()]).toEqual([]);
    expect((await failed()).sort()).toEqual(errors.filter(OURS));
    for (const error of errors) expect(standing(error).length, error).toBe(OURS(error) ? 0 : 1);
    for (const error of errors.filter(OURS)) await put(error, note('lena'));
    await world.allDelivered();
    expect(await failed()).toEqual([]);
    expect(await world.findWrongPosts()).toEqual([]);
  });

  it('and so does its change', async () => {
    const changes = errorsOf('chat.update');
    for (const error of changes) await put(error, note('omar'));
    await world.allDelivered();
    const before = new Map(changes.map((error) => [error, standing(error)[0]?.ts]));
    const left = refuseEach('chat.update', changes);
    for (const error of changes) await put(error, note('mara'));
    await world.allDelivered();
    expect([...left.values()]).toEqual([]);
    expect((await failed()).sort()).toEqual(changes.filter(OURS));
    for (const error of changes) {
      const isAnew = NOT_CHANGED.includes(error);
      expect(standing(error).length, error).toBe(isAnew ? 2 : 1);
      expect(standing(error)[0]?.ts, error).toBe(before.get(error));
      const isOld = OURS(error) || error === 'message_not_found';
      expect(world.reader.readMessage(standing(error).at(-1) as never).includes('Mara'), error).toBe(!isOld);
    }
  });

  it('and what is taken back goes, unless Slack says that it cannot', async () => {
    const deletions = errorsOf('chat.delete');
    for (const error of deletions) await put(`delete ${error}`, note('omar'));
    await world.allDelivered();
    const named = deletions.map((error) => `delete ${error}`);
    const byTs = new Map(named.map((about) => [standing(about)[0]?.ts, about.replace('delete ', '')]));
    world.proxy.planCalls(({ method, args }) => {
      const error = method === 'chat.delete' ? byTs.get(String(args.ts)) : undefined;
      if (error === undefined) return null;
      byTs.delete(String(args.ts));
      return { kind: 'refused', error };
    });
    for (const about of named) await put(about, { kind: 'retracted' });
    await world.allDelivered();
    expect([...byTs.values()]).toEqual([]);
    for (const error of deletions.filter((one) => !OURS(one)))
      expect(standing(`delete ${error}`).length, error).toBe(NOT_DELETED.includes(error) ? 1 : 0);
  });
});

describe('Slack refuses what follows a press, with each error it documents', () => {
  const presses = (method: string, errors: readonly string[]) => {
    world.proxy.planCalls(null);
    world.proxy.queue(method, ...errors.map((error) => ({ kind: 'refused', error }) as const));
  };
  const done = () => world.driver.waitFor(() => world.proxy.countQueued() === 0, { what: 'all refusals' });

  it('and the form comes at the next press', async () => {
    presses('views.open', errorsOf('views.open'));
    const card = await review.card();
    for (let count = world.proxy.countQueued(); count > 0; count -= 1)
      expect(await review.press('omar', ACTIONS.answer, card)).toMatchObject({ isAcknowledged: true });
    await done();
    expect(world.driver.openView(idOf('omar'))).toBeUndefined();
    await review.fill('omar', complaint('Said after all.'));
    await review.posted((text) => text.includes('Said after all.'));
  });

  it('and an answer counts though its author could not be told', async () => {
    presses('chat.postEphemeral', errorsOf('chat.postEphemeral'));
    const card = await review.card();
    for (let count = world.proxy.countQueued(); count > 0; count -= 1)
      await review.press('lena', ACTIONS.nothingToSay, card);
    await done();
    await review.card((text) => text.includes('2 of 3'));
    expect(await world.rows('SELECT 1 FROM "Answer"')).toHaveLength(2);
  });

  it('and the Home comes when it is opened again', async () => {
    const errors = errorsOf('views.publish');
    presses('views.publish', errors);
    const open = () =>
      world.standIn.world.sockets.deliver('events_api', {
        ...{ type: 'event_callback', team_id: TEAM_ID, event_id: `Ev${crypto.randomUUID()}`, event_time: 1 },
        event: { type: 'app_home_opened', user: idOf('tom'), tab: 'home', channel: 'D0TOM' },
      });
    for (const _ of errors) expect(await open()).toMatchObject({ isAcknowledged: true });
    await done();
    await open();
    await world.driver.waitFor(() => world.standIn.world.views.home(idOf('tom')), { what: 'the Home of Tom' });
  });
});

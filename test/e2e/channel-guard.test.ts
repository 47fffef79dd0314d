import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BOT, EVERYBODY, PEOPLE, TEAM_CHANNEL } from '../../demo/sample-agency.ts';
import type { WorkspaceSpec } from '../../demo/stand-in/workspace.ts';
import type { ChannelRefusal } from '../../src/domain/post.ts';
import { FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { complaint, idOf, openStartForm, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const LOUNGE = 'C3LOUNGE';
const ids = EVERYBODY.map((name) => PEOPLE[name].id);

let world: E2eWorld;
beforeAll(async () => {
  world = await startWorld({ workspace: addWrongChannels });
});
afterAll(() => world.close());

function addWrongChannels({ users, channels }: WorkspaceSpec) {
  users.push({ id: 'U8GUEST', name: 'guest', real_name: 'Gus Guest', is_restricted: true });
  users.push({ id: 'U9OUT', name: 'out', real_name: 'Olga Outside', is_stranger: true, team_id: 'T9OTHER' });
  const members = [...ids, BOT.botUserId];
  channels.push(
    { id: 'C4PENDING', name: 'pending', members, is_pending_ext_shared: true },
    { id: 'C5GUESTS', name: 'with-a-guest', members: [...members, 'U8GUEST'], is_private: true },
    { id: 'C6OUTSIDE', name: 'with-an-outsider', members: [...members, 'U9OUT'], is_private: true },
    { id: 'C7OLD', name: 'archived', members, is_private: true, is_archived: true },
    { id: 'C8ALONE', name: 'without-the-app', members: ids, is_private: true },
    { id: 'C9UNKNOWN', name: 'unknown', members, is_private: true },
  );
}

/** What Mara's form says instead of asking, when she starts a review in that channel. */
async function refusalIn(channel: string): Promise<string> {
  const { driver, reader, t } = world;
  await driver.command(idOf('mara'), channel, '/client-review Northwind');
  const view = await driver.waitFor(() =>
    [driver.openView(idOf('mara'))].find((one) => one && !reader.readView(one).includes(t.forms.loading)),
  );
  await driver.close(idOf('mara'));
  return reader.readView(view);
}

async function helpFor(name: 'mara') {
  const { driver } = world;
  const seen = driver.ephemerals(idOf(name)).length;
  await driver.command(idOf(name), TEAM_CHANNEL, '/client-review help');
  await driver.waitFor(() => driver.ephemerals(idOf(name)).length > seen);
}

describe('starting a review', () => {
  it.each<{ channel: string; reason: ChannelRefusal }>([
    { channel: 'C2SHARED', reason: 'external' },
    { channel: 'C4PENDING', reason: 'pending_external' },
    { channel: 'C5GUESTS', reason: 'guests' },
    { channel: 'C6OUTSIDE', reason: 'outsiders' },
    { channel: 'C7OLD', reason: 'archived' },
    { channel: 'C8ALONE', reason: 'not_member' },
  ])('is refused in $channel with the sentence for $reason', async ({ channel, reason }) => {
    expect(await refusalIn(channel)).toContain(world.t.refusals.channel[reason]);
    world.expectClean();
  });

  it.each(['conversations.info', 'conversations.members', 'users.info'])(
    'is refused when %s fails, and works a moment later',
    async (method) => {
      // Nothing that was learnt before helps.
      world.advance({ minutes: 15 });
      // Mara herself is known again before anything fails.
      await helpFor('mara');
      world.standIn.failNext(method, 'internal_error');
      expect(await refusalIn('C9UNKNOWN')).toContain(world.t.refusals.channel.unknown);
      world.advance({ minutes: 1 });
      await openStartForm(world, { channel: 'C9UNKNOWN' });
      await world.driver.close(idOf('mara'));
      world.expectClean();
    },
  );

  it('says in a public channel how many can read it, and asks to confirm', async () => {
    const { driver, reader } = world;
    const form = await openStartForm(world, { client: 'Contoso', channel: LOUNGE });
    expect(reader.readView(form)).toContain('Anyone in the workspace (7 people) can read this channel.');
    expect(await driver.submit(idOf('mara'), {})).toMatchObject({ kind: 'refused' });
    await driver.close(idOf('mara'));
    const review = await startReview(world, {
      client: 'Contoso',
      channel: LOUNGE,
      values: { [FIELDS.publicConfirmed]: ['yes'] },
    });
    expect(review.cardText()).toContain('Contoso');
    world.expectClean();
  });

  it('is refused when the channel was shared while the form was open, with the form kept', async () => {
    const { driver, standIn, t } = world;
    await openStartForm(world, { client: 'Fabrikam' });
    standIn.setChannel(TEAM_CHANNEL, { is_ext_shared: true });
    world.advance({ minutes: 1 });
    const result = await driver.submit(idOf('mara'), {});
    expect(result).toEqual({ kind: 'errors', errors: { [FIELDS.newClient]: t.refusals.channel.external } });
    expect(driver.openView(idOf('mara'))?.callback_id).toBe(VIEWS.start);
    await driver.close(idOf('mara'));
    standIn.setChannel(TEAM_CHANNEL, { is_ext_shared: false });
    world.advance({ minutes: 1 });
    world.expectClean();
  });
});

describe('a channel that becomes shared during a review', () => {
  it('hears nothing more until it is unshared; the facilitator is told once', async () => {
    const { driver, standIn, reader } = world;
    const review = await startReview(world, { client: 'Initech' });
    const sent = () => standIn.messages(TEAM_CHANNEL).filter((message) => !message.ephemeral_to);
    const updates = () => standIn.calls('chat.update').length;
    const notices = () =>
      driver.directMessages(idOf('mara')).filter((one) => reader.readMessage(one).includes('is paused'));
    standIn.setChannel(TEAM_CHANNEL, { is_ext_shared: true });
    world.advance({ minutes: 1 });
    const before = { posts: sent().length, updates: updates() };
    await review.fill('omar', complaint('They invite themselves.'));
    await driver.waitFor(() => notices().length === 1, { what: 'the notice to Mara' });
    await world.app().tick();
    await vi.waitFor(async () => {
      const { rows } = await world.db.query(`SELECT purpose FROM "Post" WHERE "holdReason" = 'external'`);
      expect(rows).toHaveLength(1);
    }, 5_000);
    expect({ posts: sent().length, updates: updates() }).toEqual(before);
    expect(reader.readMessage(notices()[0] as never)).toContain('shared with another organisation');

    standIn.setChannel(TEAM_CHANNEL, { is_ext_shared: false });
    world.advance({ minutes: 1 });
    await world.app().tick();
    await review.card((text) => text.includes('1 of 7'));
    await review.nextStep();
    await review.step('positives');
    await review.posted((text) => text.includes('1 person answered'));
    await driver.waitFor(() => notices().length === 0, { what: 'the notice to say that it goes on' });
    world.expectClean();
  });
});

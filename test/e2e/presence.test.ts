import { afterEach, describe, expect, it } from 'vitest';
import { BOT, type PersonName, TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import { hasAction } from '../../demo/stage.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { idOf, type Review, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const TEAM = ['mara', 'omar', 'lena', 'tom', 'ira'] as const;

let world: E2eWorld;
let present: Set<PersonName>;
let events = 0;
afterEach(() => world.close());

async function start(mode: 'private' | 'open', language: 'en' | 'ru' = 'en'): Promise<Review> {
  world = await startWorld({ people: TEAM, language });
  present = new Set(TEAM);
  return startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: mode } });
}

async function send(event: { type: string; [field: string]: unknown }): Promise<void> {
  events += 1;
  const payload = { type: 'event_callback', team_id: TEAM_ID, event_id: `Ev${events}`, event_time: 1, event };
  const ack = await world.standIn.world.sockets.deliver('events_api', payload);
  expect(ack.isAcknowledged).toBe(true);
}

const setMembers = () =>
  world.standIn.setChannel(TEAM_CHANNEL, { members: [...[...present].map((name) => idOf(name)), BOT.botUserId] });

async function leave(name: PersonName) {
  present.delete(name);
  setMembers();
  await send({
    type: 'member_left_channel',
    user: idOf(name),
    channel: TEAM_CHANNEL,
    channel_type: 'G',
    team: TEAM_ID,
  });
}

async function join(name: PersonName) {
  present.add(name);
  setMembers();
  await send({
    ...{ type: 'member_joined_channel', user: idOf(name), channel: TEAM_CHANNEL, channel_type: 'G', team: TEAM_ID },
  });
}

async function change(name: PersonName, patch: Parameters<E2eWorld['standIn']['setUser']>[1]) {
  world.standIn.setUser(idOf(name), patch);
  await send({ type: 'user_change', user: { id: idOf(name), team_id: TEAM_ID } });
}

/** Waits until the card says, in one line, exactly for whom it does not wait; null: for nobody. */
async function waitsNotFor(review: Review, people: string | null) {
  const [before = ''] = world.t.presence.notWaitingFor('' as never).split('  ');
  const isSaid = (text: string) =>
    people === null ? !text.includes(before.trim()) : text.includes(`${before.trim()} ${people}`);
  await review.card(isSaid, `a card that does not wait for ${people ?? 'nobody'}`);
}

async function allSayNothing(review: Review, names: readonly PersonName[]) {
  for (const name of names) await review.nothing(name);
}

describe.each(['private', 'open'] as const)('a %s review', (mode) => {
  it('goes on without who leaves the channel, and waits again for who comes back', async () => {
    const review = await start(mode);
    const others = ['mara', 'omar', 'tom', 'ira'] as const;
    await leave('lena');
    await waitsNotFor(review, '@Lena Fischer (left the channel)');
    await allSayNothing(review, others);
    await review.step('positives');

    await join('lena');
    await waitsNotFor(review, null);
    await allSayNothing(review, others);
    await review.card((text) => text.includes('4 of 5 answered'));
    await world.app().tick();
    expect(review.threadText()).not.toContain('What did you learn');
    await review.nothing('lena');
    await review.step('lessons');
    world.expectClean();
  });

  it('goes on without who is deactivated, and without who became a guest and left', async () => {
    const review = await start(mode);
    await change('tom', { deleted: true });
    await waitsNotFor(review, '@Tom Becker (account deactivated)');
    world.standIn.setUser(idOf('ira'), { is_restricted: true });
    present.delete('ira');
    setMembers();
    // No event told of it: the clock finds out, once what is remembered of her is no longer used.
    for (let minute = 0; minute < 26; minute += 1) {
      world.advance({ minutes: 1 });
      await world.app().tick();
    }
    await waitsNotFor(review, '@Tom Becker (account deactivated), @Ira Sokolova (a guest now)');
    await allSayNothing(review, ['mara', 'omar', 'lena']);
    await review.step('positives');

    await change('tom', { deleted: false });
    await waitsNotFor(review, '@Ira Sokolova (a guest now)');
    await allSayNothing(review, ['mara', 'omar', 'lena', 'tom']);
    await review.step('lessons');
    world.expectClean();
  });

  it('goes on without who takes days off, and waits again when they are taken back', async () => {
    const review = await start(mode);
    const { driver } = world;
    const invitation = await driver.waitFor(() =>
      driver.directMessages(idOf('omar')).find((one) => hasAction(one, ACTIONS.away)),
    );
    await driver.press(idOf('omar'), invitation, ACTIONS.away);
    await driver.view(idOf('omar'), VIEWS.daysOff);
    const days = { [FIELDS.firstDayOff]: '2026-11-24', [FIELDS.lastDayOff]: '2026-11-20' };
    expect(await driver.submit(idOf('omar'), days)).toEqual({
      kind: 'errors',
      errors: { [FIELDS.lastDayOff]: world.t.forms.errors.days_end_before_start },
    });
    const sent = await driver.submit(idOf('omar'), { ...days, [FIELDS.lastDayOff]: '2026-12-04' });
    expect(sent).toEqual({ kind: 'closed' });
    await waitsNotFor(review, '@Omar Haddad (away)');
    await allSayNothing(review, ['mara', 'lena', 'tom', 'ira']);
    await review.step('positives');

    await driver.command(idOf('omar'), TEAM_CHANNEL, '/client-review away');
    const form = await driver.view(idOf('omar'), VIEWS.daysOff);
    expect(world.reader.readView(form)).toContain('Nov 24');
    await driver.submit(idOf('omar'), { [FIELDS.removeDaysOff]: ['2026-11-24/2026-12-04'] });
    await waitsNotFor(review, null);
    await allSayNothing(review, ['mara', 'lena', 'tom', 'ira']);
    await world.app().tick();
    expect(review.threadText()).not.toContain('What did you learn');
    await review.nothing('omar');
    await review.step('lessons');
    world.expectClean();
  });
});

describe('who has answered', () => {
  it('tells the facilitator apart who is missing and who is not waited for, in Russian too', async () => {
    const review = await start('private', 'ru');
    await leave('lena');
    await waitsNotFor(review, '@Лена Фишер (нет в канале)');
    await review.nothing('tom');
    await review.press('mara', ACTIONS.facilitate);
    const said = world.reader.readView(await world.driver.view(idOf('mara'), VIEWS.desk));
    expect(said).toContain('Не ждём ответа: @Лена Фишер (нет в канале)');
    expect(said).not.toMatch(/Пока нет.*Лена/);
    world.expectClean();
  });
});

describe('the days off of everybody', () => {
  it('are set in the settings, and named where they are not understood', async () => {
    world = await startWorld({ people: TEAM });
    const { driver, t } = world;
    const open = async () => {
      await driver.command(idOf('mara'), TEAM_CHANNEL, '/client-review settings');
      return driver.view(idOf('mara'), VIEWS.settings);
    };
    await open();
    const wrong = await driver.submit(idOf('mara'), { [FIELDS.daysOff]: '25.11.2026\nChristmas' });
    expect(wrong).toEqual({
      kind: 'errors',
      errors: { [FIELDS.daysOff]: t.presence.lineRefused.not_understood('Christmas') },
    });
    const taken = await driver.submit(idOf('mara'), { [FIELDS.daysOff]: '27.11.2026\n25.11.2026 - 26.11.2026' });
    expect(taken).toEqual({ kind: 'closed' });
    expect(JSON.stringify(await open())).toContain('2026-11-25 – 2026-11-27');
    await driver.close(idOf('mara'));

    const review = await startReview(world, { client: 'Contoso', values: { [FIELDS.deadline]: null } });
    const { rows } = await world.db.query('SELECT "phaseEndsAt"::date::text AS day FROM "Review"');
    // A working day after Tuesday the 24th: not Wednesday but the next Monday.
    expect(rows).toEqual([{ day: '2026-11-30' }]);
    expect(review.cardText()).toContain('Contoso');
    world.expectClean();
  });
});

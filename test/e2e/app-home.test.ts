import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonName, TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { createClientActs } from '../support/e2e/clients.ts';
import { complaint, createReview, idOf, type Review } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const TEAM: readonly PersonName[] = ['lena', 'omar', 'tom'];
const WEEK = weekOf('2026-11-24');

let world: E2eWorld;
beforeAll(async () => {
  world = await startWorld({ people: ['mara', ...TEAM] });
});
afterAll(() => world.close());

const homeText = (name: PersonName) => {
  const view = world.standIn.world.views.home(idOf(name));
  return view ? world.reader.readView(view) : '';
};
/** Waits until somebody's Home says a text, or does not. */
const homeSays = (name: PersonName, text: string, isThere = true) =>
  world.driver.waitFor(() => homeText(name).includes(text) === isThere, {
    what: `the Home of ${name} ${isThere ? 'with' : 'without'} “${text}”; it says: ${homeText(name)}`,
  });
const openHome = async (name: PersonName) => {
  await world.driver.openHome(idOf(name));
  return homeText(name);
};
const press = (name: PersonName, target: Parameters<E2eWorld['driver']['pressInView']>[1]) =>
  world.driver.pressInView(idOf(name), target);
const clientId = async (name: string) =>
  (await world.app().storage.forWorkspace(TEAM_ID).clients.findByNameKey(name))?.id ?? '';

describe('the App Home', () => {
  let review: Review;

  it('begins with a first step for a manager, and follows when the client is there', async () => {
    const { t, driver } = world;
    expect(await openHome('mara')).toContain('No clients yet');
    expect(await openHome('lena')).toContain('You are on no client’s team yet');
    await press('mara', ACTIONS.newClient);
    await driver.view(idOf('mara'), VIEWS.client);
    await driver.submit(idOf('mara'), {
      [FIELDS.clientName]: 'Northwind',
      ...Object.fromEntries(
        TEAM.map((name, at) => [FIELDS.team(['sales', 'delivery', 'support'][at] ?? ''), [idOf(name)]]),
      ),
    });
    await driver.close(idOf('mara'));
    await homeSays('mara', t.home.clients.title(1));
    await homeSays('lena', '• Northwind');
    expect(homeText('lena')).not.toContain(t.home.noData);
    expect(homeText('mara')).toContain(t.home.next.never);
  });

  it('starts a review from the client’s page, in a channel that is chosen', async () => {
    const { t, driver, standIn } = world;
    const mara = idOf('mara');
    await press('mara', ACTIONS.openClient);
    const page = world.reader.readView(await driver.view(mara, VIEWS.clientPage));
    for (const part of ['Northwind', t.home.page.noHealth, t.home.page.noReviews, 'Account team'])
      expect(page.replaceAll('*', '')).toContain(part.replaceAll('*', ''));
    await press('mara', ACTIONS.startForm);
    await driver.view(mara, VIEWS.startChannel);
    expect(await driver.submit(mara, { [FIELDS.channel]: 'C2SHARED' })).toEqual({
      kind: 'errors',
      errors: { [FIELDS.channel]: t.clientSetup.channel.external },
    });
    await driver.submit(mara, { [FIELDS.channel]: TEAM_CHANNEL });
    await driver.view(mara, VIEWS.start);
    expect(await driver.submit(mara, {})).toEqual({ kind: 'closed' });
    const card = await driver.waitFor(
      () => standIn.messages(TEAM_CHANNEL).find((one) => JSON.stringify(one.blocks ?? []).includes(ACTIONS.nextPhase)),
      { what: 'the card' },
    );
    review = createReview(world, { channel: TEAM_CHANNEL, ts: card.ts });
    await homeSays('mara', t.home.next.open(t.vocabulary.state.complaints));
    await homeSays('lena', t.home.waiting(1));
  });

  it('opens the answer form of a member, and everybody’s Home follows', async () => {
    const { t, driver } = world;
    await press('lena', ACTIONS.answer);
    await driver.view(idOf('lena'), VIEWS.complaint);
    await driver.submit(idOf('lena'), complaint('They add one small thing after every sign-off'));
    await homeSays('lena', t.home.nothingWaits);
    await homeSays('mara', t.commands.review.progress({ answered: 1, invited: 3 } as never));
    for (const name of ['omar', 'tom'] as const) await review.nothing(name);
    await homeSays('lena', t.vocabulary.state.positives);
    expect(homeText('lena')).not.toContain('small thing');
  });

  it('asks the manager to decide, and is done when they have', async () => {
    const { t, driver } = world;
    await review.rush(TEAM, 'positives');
    await homeSays('mara', t.home.waiting(1));
    await press('mara', ACTIONS.decide);
    await driver.view(idOf('mara'), VIEWS.decision);
    const result = await driver.submit(idOf('mara'), {
      [FIELDS.choice]: 'keep_as_is',
      [FIELDS.rationale]: 'Good people',
    });
    expect(result).toEqual({ kind: 'closed' });
    await homeSays('mara', t.home.nothingWaits);
    await press('mara', ACTIONS.openClient);
    const page = world.reader.readView(await driver.view(idOf('mara'), VIEWS.clientPage));
    expect(page).toContain(t.vocabulary.choice.keep_as_is);
    await driver.close(idOf('mara'));
  });

  it('adds the chart to a client’s page, uploaded once for a week', async () => {
    const { driver, standIn } = world;
    const mara = idOf('mara');
    const { health } = world.app().storage.forWorkspace(TEAM_ID);
    await health.addWeek({
      ...{ clientId: await clientId('northwind'), week: WEEK - 1, asked: 3, respondents: 3, health: 34 },
      ...{ band: 'critical', meanRating: 2, trend: 34, signals: [], hardStops: [], comments: 0, closedAt: world.now() },
    });
    for (const _ of ['first', 'again']) {
      await press('mara', ACTIONS.openClient);
      const chart = await driver.waitFor(() => driver.openView(mara)?.blocks.find(({ type }) => type === 'image'), {
        what: 'the chart on the page',
      });
      expect(chart.alt_text).toContain('Northwind: 34 (critical) in week 47, the only score.');
      await driver.close(mara);
    }
    expect(standIn.calls('files.completeUploadExternal')).toHaveLength(1);
  });

  it('shows a pulse until it is answered', async () => {
    const { t, driver } = world;
    const stores = world.app().storage.forWorkspace(TEAM_ID);
    const closesAt = new Date(world.now().getTime() + 24 * 60 * 60_000);
    const northwind = await clientId('northwind');
    const invite = { week: WEEK, userId: idOf('omar'), opensAt: world.now(), closesAt, clientIds: [northwind] };
    await stores.pulses.invite([invite]);
    const waits = t.home.item.pulse({ answered: 0, asked: 1, until: closesAt }).split(' · ').slice(0, 2).join(' · ');
    expect(await openHome('omar')).toContain(waits);
    await press('omar', ACTIONS.pulseMore);
    await driver.view(idOf('omar'), VIEWS.pulse);
    await driver.submit(idOf('omar'), { [FIELDS.rating]: '2' });
    await homeSays('omar', t.home.ownClients.rated(2));
    expect(homeText('omar')).not.toContain(waits);
  });

  it('keeps one’s own language and pause', async () => {
    const { driver } = world;
    const tom = idOf('tom');
    await openHome('tom');
    await press('tom', { actionId: ACTIONS.ownLanguage, value: 'ru' });
    await homeSays('tom', 'Мои настройки');
    await press('tom', ACTIONS.away);
    await driver.view(tom, VIEWS.daysOff);
    const past = await driver.submit(tom, { [FIELDS.pausedUntil]: '2026-11-01' });
    expect(past).toMatchObject({ kind: 'errors', errors: { [FIELDS.pausedUntil]: expect.stringContaining('прошёл') } });
    await driver.submit(tom, { [FIELDS.pausedUntil]: '2026-12-01' });
    await homeSays('tom', '1 декабря 2026');
    await press('tom', ACTIONS.endOwnPause);
    await homeSays('tom', '1 декабря 2026', false);
  });

  it('refuses politely what was forged: a client that is none, and a member who opens one', async () => {
    const { t, driver } = world;
    const mara = createClientActs(world);
    const message = await mara.say('client Northwind');
    const target = { actionId: ACTIONS.openClient };
    const forge = (name: PersonName, value: string) => {
      const blocks = [
        { type: 'actions', block_id: 'x', elements: [{ type: 'button', action_id: target.actionId, value }] },
      ];
      return driver.press(idOf(name), { ...message, blocks: blocks as never }, { ...target, value });
    };
    expect(mara.read(await mara.reply(() => forge('mara', 'C; DROP TABLE')))).toContain(t.forms.errors.client_unknown);
    const tom = createClientActs(world, 'tom');
    const northwind = await clientId('northwind');
    expect(tom.read(await tom.reply(() => forge('tom', northwind)))).not.toContain('Northwind');
    expect(driver.openView(idOf('tom'))).toBeUndefined();
    world.expectClean();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { EVERYBODY, PEOPLE, TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import { hasAction } from '../../demo/stage.ts';
import type { Language } from '../../src/domain/language.ts';
import { sampleTeam } from '../../src/domain/rehearsal/sample-team.ts';
import type { ReviewMode } from '../../src/domain/review.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { everyMessageSent, everyRow } from '../support/e2e/everything.ts';
import { shownToMara, standing, startRehearsal } from '../support/e2e/rehearsal.ts';
import { complaint, idOf, openStartForm, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const MARK: Readonly<Record<Language, string>> = { en: 'Rehearsal:', ru: 'Репетиция:' };
const MARA = idOf('mara');

let world: E2eWorld;
let seenForms: string[];
afterEach(() => world.close());

type Rehearsal = Awaited<ReturnType<typeof startRehearsal>>['review'];

describe.each<{ mode: ReviewMode; language: Language; from: 'command' | 'button' }>([
  { mode: 'private', language: 'en', from: 'button' },
  { mode: 'open', language: 'en', from: 'command' },
  { mode: 'private', language: 'ru', from: 'command' },
  { mode: 'open', language: 'ru', from: 'button' },
])('a rehearsal, $mode, in $language', ({ mode, language, from }) => {
  it('leads from the button to the decision, alone and marked, and leaves nothing', async () => {
    world = await startWorld({ language });
    seenForms = [];
    const { review, sent } = await startRehearsal(world, { mode, from });
    expect(sent).toMatchObject({ kind: 'view' });
    await world.driver.close(MARA);
    await plays(review, { mode, language });
    const reviewId = await idOfRehearsal();
    await isKnownNowhere(language);
    everythingIsMarked(language);
    nobodyElseSawAnything();
    await isGoneAfterADay(reviewId);
    world.expectClean();
  });
});

async function plays(review: Rehearsal, { mode, language }: { mode: ReviewMode; language: Language }) {
  const { t, driver, reader } = world;
  const { voices } = sampleTeam(language);
  expect(review.cardText()).toContain(t.card.progress(6, 7));
  if (mode === 'open') {
    for (const { name } of voices) await review.posted((text) => text.includes(name), `the answer of ${name}`);
    expect(review.cardText()).toContain(voices[0]?.name);
  } else expect(review.threadText()).not.toContain(voices[0]?.complaints[0]?.text);
  await review.press('mara', ACTIONS.facilitate);
  const desk = reader.readView(await driver.view(MARA, VIEWS.desk));
  for (const { name } of voices) expect(desk).toContain(name);
  noteForm(desk);
  await driver.close(MARA);

  await review.press('mara', ACTIONS.answer);
  noteForm(reader.readView(await driver.view(MARA, VIEWS.complaint)));
  const sent = await review.send('mara', complaint('They call me at night.', { [FIELDS.more]: ['yes'] }));
  expect(sent).toMatchObject({ kind: 'view' });
  noteForm(reader.readView(await driver.view(MARA, VIEWS.complaint)));
  await driver.close(MARA);
  await review.press('mara', ACTIONS.myAnswers);
  const own = reader.readView(await driver.view(MARA, VIEWS.myAnswers));
  expect(own).toContain('They call me at night.');
  noteForm(own);
  await driver.close(MARA);
  // The form with one more complaint was open: the step waits for the person or the clock.
  await review.nextStep();

  await review.step('positives');
  if (mode === 'private') await review.posted((text) => text.includes('They call me at night.'), 'the reveal');
  expect(await review.nothing('mara')).toContain(MARK[language]);
  await review.step('lessons');
  await review.nothing('mara');
  await review.step('vote');
  await review.vote('mara', 'keep');
  await review.closed();
  await review.posted(
    (text) => text.includes(t.summary.verdict.repair(sampleTeam(language).clientName)),
    'the summary',
  );
  expect(review.threadText()).toContain(t.summary.dissent.keep(2));
  expect(review.cardText()).toContain(t.card.votes(4, 2, 1));

  await review.press('mara', ACTIONS.decide);
  noteForm(reader.readView(await driver.view(MARA, VIEWS.decision)));
  expect(await review.send('mara', { [FIELDS.choice]: 'keep_and_repair' })).toEqual({ kind: 'closed' });
  await review.posted((text) => text.includes(t.decision.post.sameAsVerdict), 'the decision');
  await review.card((_, message) => !hasAction(message, ACTIONS.decide));
}

function noteForm(text: string) {
  seenForms.push(text);
}

async function idOfRehearsal(): Promise<string> {
  const { rows } = await world.db.query<{ id: string }>('SELECT id FROM "Review" WHERE "isRehearsal"');
  expect(rows).toHaveLength(1);
  return rows[0]?.id ?? '';
}

async function isKnownNowhere(language: Language) {
  const { driver, reader, t } = world;
  const { clientName } = sampleTeam(language);
  const say = async (words: string) => {
    const seen = driver.ephemerals(MARA, TEAM_CHANNEL).length;
    await driver.command(MARA, TEAM_CHANNEL, `/client-review ${words}`);
    await driver.waitFor(() => driver.ephemerals(MARA, TEAM_CHANNEL).length > seen, { what: `a reply to ${words}` });
    return reader.readMessage(driver.ephemerals(MARA, TEAM_CHANNEL).at(-1) as never);
  };
  const list = await say('list');
  expect(list).toContain(t.commands.list.noClients);
  expect(list).not.toContain(clientName);
  expect(await say(`status ${clientName}`)).toBe(
    reader.readMessage({ text: t.refusals.clientUnknown(clientName) } as never),
  );
  expect(await say('help')).not.toContain(clientName);
  const form = await openStartForm(world);
  expect(JSON.stringify(form)).not.toMatch(/sample-|\(sample\)|пример\)/);
  await driver.close(MARA);
  const stores = world.app().storage.forWorkspace(TEAM_ID);
  expect(await stores.clients.list()).toEqual([]);
  expect(await world.db.query('SELECT * FROM "MemberRole"')).toMatchObject({ rows: [] });
}

function everythingIsMarked(language: Language) {
  const { reader } = world;
  const shown = shownToMara(world);
  expect(shown.length).toBeGreaterThan(8);
  const bare = shown.filter((message) => !reader.readMessage(message).startsWith(MARK[language]));
  expect(bare.map((message) => reader.readMessage(message))).toEqual([]);
  const notifications = standing(world).map(({ text }) => text);
  expect(notifications.filter((text) => !text.startsWith(MARK[language]))).toEqual([]);
  expect(seenForms.length).toBeGreaterThan(3);
  expect(seenForms.filter((text) => !text.includes(MARK[language]))).toEqual([]);
  const words = everyMessageSent(world).join('\n');
  expect(words).not.toMatch(/<@sample|"user_id":"sample/);
}

function nobodyElseSawAnything() {
  const { standIn } = world;
  const places = new Set(standIn.messages().map(({ channel, ephemeral_to: to }) => (to ? `only ${to}` : channel)));
  expect([...places].sort()).toEqual([standIn.world.directory.directMessageOf(MARA), `only ${MARA}`].sort());
  for (const name of EVERYBODY.filter((one) => one !== 'mara'))
    expect(standIn.world.directory.directMessageOf(PEOPLE[name].id)).toBeUndefined();
}

async function isGoneAfterADay(reviewId: string) {
  world.advance({ days: 1, minutes: 1 });
  // Where it was in the log stays; jobs of what is gone are done with in a moment.
  await ticksUntil(async () => (await rowsOf(reviewId)).every((row) => /"action": ?"rehearsal_/.test(row)));
  expect(await rowsOf(reviewId)).toHaveLength(2);
  expect(standing(world)).toEqual([]);
  expect(await reviewCount()).toBe(0);
  expect((await world.db.query('SELECT 1 FROM "Client"')).rowCount).toBe(0);
}

async function rowsOf(reviewId: string): Promise<string[]> {
  const isOfIt = (row: string) => row.includes(reviewId) || /sample-|\(sample\)|пример\)|They call me/.test(row);
  return (await everyRow(world)).filter(isOfIt);
}

/** Lets the clock ask again until it holds: a message at a time is taken back, and a card that was under way once more. */
async function ticksUntil(holds: () => Promise<boolean>) {
  for (let ticks = 0; ticks < 200; ticks += 1) {
    await world.app().tick();
    if (await holds()) return;
  }
  throw new Error('it did not come to hold within 200 ticks');
}

async function reviewCount(): Promise<number | null> {
  return (await world.db.query('SELECT 1 FROM "Review"')).rowCount;
}

describe('a rehearsal', () => {
  it('gives way to the next one, and its old buttons say so', async () => {
    world = await startWorld({});
    const { driver, t } = world;
    const first = await startRehearsal(world, { mode: 'open', from: 'command' });
    await driver.close(MARA);
    const old = await first.review.card();
    const second = await startRehearsal(world, { mode: 'private', from: 'command' });
    await driver.close(MARA);
    const reply = await second.review.replyTo('mara', () => driver.press(MARA, old, ACTIONS.answer));
    expect(reply).toContain('This rehearsal is over');
    await ticksUntil(async () => (await reviewCount()) === 1);
    expect(standing(world).filter(({ ts, thread_ts: root }) => [ts, root].includes(old.ts))).toEqual([]);
    expect(await second.review.nothing('mara')).toContain(t.commands.done.nothing.complaints.slice(0, 20));
    await second.review.step('positives');
    expect(second.review.cardText()).toContain(sampleTeam('en').clientName);
    world.expectClean();
  });

  it('stays beside real reviews without touching them', async () => {
    world = await startWorld({});
    const real = await startReview(world, { client: 'Northwind' });
    const { review } = await startRehearsal(world, { mode: 'open', from: 'button' });
    await world.driver.close(MARA);
    await review.nothing('mara');
    await review.step('positives');
    expect(real.cardText()).toContain(world.t.card.progress(0, 7));
    const overview = await world.app().storage.forWorkspace(TEAM_ID).reviews.listOpen();
    expect(overview.map(({ clientName }) => clientName)).toEqual(['Northwind']);
    world.expectClean();
  });

  it('does not exist for anybody else, also not for another manager who forges its id', async () => {
    world = await startWorld({
      workspace: ({ users }) => {
        for (const one of users) one.is_admin = true;
      },
    });
    const { driver, t, reader } = world;
    const real = await startReview(world, { client: 'Northwind' });
    const { review } = await startRehearsal(world, { mode: 'private', from: 'command' });
    await driver.close(MARA);
    const reviewId = await idOfRehearsal();
    const forged = async (actionId: string, phase?: string) => {
      const message = await real.card();
      const target = JSON.stringify({ reviewId, ...(phase ? { phase } : {}) });
      const blocks = [
        { type: 'actions', block_id: 'x', elements: [{ type: 'button', action_id: actionId, value: target }] },
      ];
      return real.replyTo('omar', () =>
        driver.press(idOf('omar'), { ...message, blocks } as never, { actionId, value: target }),
      );
    };
    const notInvited = reader.readMessage({ text: t.refusals.notInvited(MARA) } as never);
    expect(await forged(ACTIONS.answer, 'complaints')).toBe(notInvited);
    expect(await forged(ACTIONS.nothingToSay, 'complaints')).toBe(notInvited);
    expect(await forged(ACTIONS.myAnswers)).toBe(notInvited);
    const notYours = reader.readMessage({ text: t.refusals.notFacilitator(MARA) } as never);
    expect(await forged(ACTIONS.nextPhase, 'complaints')).toBe(notYours);
    expect(await forged(ACTIONS.whoAnswered)).toBe(notYours);
    expect(await forged(ACTIONS.decide)).toBe(t.refusals.reviewGone);
    expect(review.cardText()).toContain(t.card.progress(6, 7));
    world.expectClean();
  });

  it('is for managers only, from the command and from a form that somebody kept', async () => {
    world = await startWorld({});
    const { driver, reader, t } = world;
    await driver.command(idOf('tom'), TEAM_CHANNEL, '/client-review rehearse');
    await driver.waitFor(() => driver.ephemerals(idOf('tom')).length > 0);
    expect(reader.readMessage(driver.ephemerals(idOf('tom')).at(-1) as never)).toBe(t.refusals.notManager([]));

    await driver.command(MARA, TEAM_CHANNEL, '/client-review rehearse');
    await driver.view(MARA, VIEWS.rehearsal);
    await world
      .app()
      .deps.storage.forWorkspace(TEAM_ID)
      .workspace.save({
        ...{
          language: 'en',
          timeZone: 'UTC',
          managerIds: [idOf('omar')],
          hourlyCost: null,
          currency: 'EUR',
          daysOff: [],
        },
      });
    expect(await driver.submit(MARA, {})).toMatchObject({ kind: 'errors' });
    expect(await reviewCount()).toBe(0);
    world.expectClean();
  });
});

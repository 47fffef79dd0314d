import { afterEach, describe, expect, it } from 'vitest';
import { type PersonName, TEAM_ID } from '../../demo/sample-agency.ts';
import { hasAction } from '../../demo/stage.ts';
import type { FormValues } from '../../demo/stand-in/driver.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { complaint, idOf, type Review, startReview } from '../support/e2e/review.ts';
import { directMessage } from '../support/e2e/waiting.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const TEAM = ['mara', 'omar', 'lena', 'tom', 'ira'] as const;
const MARA = idOf('mara');
/** Thursday, two in the afternoon in Berlin. */
const MEETING_AT = Date.parse('2026-11-26T13:00:00Z') / 1000;

let world: E2eWorld;
afterEach(() => world.close());

const dm = (name: PersonName, text: string) => directMessage(world, name, text);

async function send(name: PersonName, callbackId: string, values: FormValues) {
  await world.driver.view(idOf(name), callbackId);
  return world.driver.submit(idOf(name), values);
}

/** Everybody reports the same trouble, one of them names something good: keep, and repair. */
async function closeWithRepair(): Promise<Review> {
  const review = await startReview(world, { client: 'Northwind' });
  for (const name of TEAM) await review.fill(name, complaint('One more small thing.', { [FIELDS.severity]: '3' }));
  await review.step('positives');
  for (const name of TEAM.slice(1)) await review.nothing(name);
  await review.fill('mara', { [FIELDS.text]: 'They thank us.' });
  await review.step('lessons');
  for (const name of TEAM) await review.nothing(name);
  await review.step('vote');
  for (const name of TEAM) await review.vote(name, 'keep');
  await review.closed();
  return review;
}

describe('from a repair to a parting', () => {
  it('leads over the client meeting, the second verdict and readiness to the decision', async () => {
    world = await startWorld({ people: TEAM });
    const review = await closeWithRepair();
    await review.press('mara', ACTIONS.decide);
    expect(await review.send('mara', { [FIELDS.choice]: 'keep_and_repair' })).toEqual({ kind: 'closed' });
    await planTheMeeting(review);
    await recordTheMeeting(review);
    await stopsAtReadiness(review);
    await teamAnswers();
    await adjustsTheVerdict(review);
    await decidesAgain(review);
    world.expectClean();
  }, 60_000);
});

async function planTheMeeting(review: Review) {
  const { driver, reader, t } = world;
  const decided = await review.posted((text) => text.includes('decided:'));
  await driver.press(MARA, decided, ACTIONS.planMeeting);
  await driver.view(MARA, VIEWS.meeting);
  const shown = JSON.stringify(driver.shownValues(MARA));
  expect(shown).toContain(t.meeting.sheet.numbers);
  // Nothing of a private review that could point at a person.
  expect(shown).not.toContain('One more small thing');
  const past = { [FIELDS.startsAt]: MEETING_AT - 7 * 86_400 };
  expect(await send('mara', VIEWS.meeting, past)).toEqual({
    ...{ kind: 'errors', errors: { [FIELDS.startsAt]: t.meeting.refused.time_past } },
  });
  const values = {
    [FIELDS.startsAt]: MEETING_AT,
    [FIELDS.place]: 'Their office',
    [FIELDS.attendees]: [MARA, idOf('lena')],
    [FIELDS.prepSheet]: 'Begin with the invoices.',
  };
  expect(await send('mara', VIEWS.meeting, values)).toEqual({ kind: 'closed' });
  await review.posted((text) => text.includes('Their office'));
  expect(review.threadText()).not.toContain('Begin with the invoices');
  const sheet = await dm('lena', 'Begin with the invoices.');
  expect(hasAction(sheet, ACTIONS.recordMeeting)).toBe(false);
  expect(hasAction(await dm('mara', 'Begin with the invoices.'), ACTIONS.recordMeeting)).toBe(true);

  world.advance({ days: 1 });
  await world.app().tick();
  await world.app().tick();
  await dm('lena', 'further up');
  const reminders = driver.directMessages(MARA).filter((one) => reader.readMessage(one).includes('further up'));
  expect(reminders.length).toBeLessThanOrEqual(1);
}

async function recordTheMeeting(review: Review) {
  const { driver, t } = world;
  const message = await dm('mara', 'Begin with the invoices.');
  world.advance({ days: 1, minutes: 6 * 60 });
  await driver.press(MARA, message, ACTIONS.recordMeeting);
  const said = {
    [FIELDS.theirView]: 'We pay for flexibility.',
    [FIELDS.heardUs]: 'partly',
    [FIELDS.willing]: 'no',
    [FIELDS.agreed]: 'Nothing.',
  };
  expect(await send('mara', VIEWS.meetingRecord, said)).toEqual({ kind: 'closed' });
  const again = await review.posted((text) => text.includes(t.meeting.again.title(2)));
  expect(world.reader.readMessage(again)).toContain('they will not mend it');
  expect(review.threadText()).not.toContain('We pay for flexibility');
  await review.card((text, card) => text.includes(t.summary.shortVerdict.planned) && hasAction(card, ACTIONS.decide));
}

async function stopsAtReadiness(review: Review) {
  const { driver, reader, t } = world;
  await review.press('mara', ACTIONS.decide);
  const typed = { [FIELDS.choice]: 'part', [FIELDS.rationale]: 'They told us so.' };
  expect(await send('mara', VIEWS.decision, typed)).toMatchObject({ kind: 'view' });
  const stopped = await driver.view(MARA, VIEWS.decision);
  expect(reader.readView(stopped)).toContain(t.readiness.refused.readiness_not_asked);
  expect(JSON.stringify(driver.shownValues(MARA))).toContain('They told us so.');
  await driver.pressInView(MARA, ACTIONS.askReadiness);
  await driver.waitFor(() => reader.readView(driver.openView(MARA) ?? stopped).includes(t.readiness.asked(5)));
}

async function teamAnswers() {
  const { driver, t } = world;
  for (const name of ['omar', 'lena', 'ira', 'mara'] as const) {
    await driver.press(idOf(name), await dm(name, 'We may part with'), ACTIONS.notReady);
    await dm(name, t.readiness.yours(t.readiness.level.not_ready));
  }
  await driver.press(idOf('tom'), await dm('tom', 'We may part with'), ACTIONS.readinessComment);
  const comment = { [FIELDS.level]: 'worried', [FIELDS.comment]: 'Who pays my salary?' };
  expect(await send('tom', VIEWS.readinessComment, comment)).toEqual({ kind: 'closed' });
}

async function adjustsTheVerdict(review: Review) {
  const { driver, t } = world;
  await driver.pressInView(MARA, ACTIONS.readinessFigures);
  const share = FIELDS.figure('revenueShare');
  expect(await send('mara', VIEWS.readinessFigures, { [share]: '130' })).toEqual({
    ...{ kind: 'errors', errors: { [share]: t.readiness.refused.share_over_100 } },
  });
  expect(await send('mara', VIEWS.readinessFigures, { [share]: '30' })).toEqual({ kind: 'closed' });
  const adjusted = await review.posted((text) => text.includes(t.meeting.again.titleReadiness(3)));
  expect(world.reader.readMessage(adjusted)).toContain('30%');
  expect(world.reader.readMessage(adjusted)).toContain('10 of 100');
}

async function decidesAgain(review: Review) {
  const { driver, reader, t } = world;
  // The form was opened on the version before.
  expect(await send('mara', VIEWS.decision, {})).toEqual({
    ...{ kind: 'errors', errors: { [FIELDS.choice]: t.readiness.refused.verdict_newer } },
  });
  await driver.close(MARA);
  const card = await review.card((text) => text.includes(t.summary.shortVerdict.repair));
  await driver.press(MARA, card, ACTIONS.openReadiness);
  const page = reader.readView(await driver.view(MARA, VIEWS.readiness));
  expect(page).toContain('Who pays my salary?');
  expect(page).not.toMatch(/Tom|U4TOM/);
  await driver.close(MARA);
  await review.press('mara', ACTIONS.decide);
  const decision = { [FIELDS.choice]: 'part', [FIELDS.rationale]: 'We prepare for it.' };
  expect(await send('mara', VIEWS.decision, decision)).toEqual({ kind: 'closed' });
  await review.posted((text) => text.includes('We prepare for it.'));
  await review.card((_, one) => !hasAction(one, ACTIONS.decide) && !hasAction(one, ACTIONS.openReadiness));
  const client = await world.app().storage.forWorkspace(TEAM_ID).clients.findByNameKey('northwind');
  expect(client).toMatchObject({ status: 'parting' });
}

import { afterEach, describe, expect, it } from 'vitest';
import { TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import { hasAction } from '../../demo/stage.ts';
import type { Language } from '../../src/domain/language.ts';
import type { ReviewMode } from '../../src/domain/review.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { complaint, idOf, openStartForm, type Review, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const TEAM = ['mara', 'omar', 'lena', 'tom', 'ira'] as const;

let world: E2eWorld;
afterEach(() => world.close());

type Scene = { review: Review; isOpen: boolean };

describe.each<{ mode: ReviewMode; language: Language }>([
  { mode: 'private', language: 'en' },
  { mode: 'private', language: 'ru' },
  { mode: 'open', language: 'en' },
  { mode: 'open', language: 'ru' },
])('the ritual, $mode, in $language', ({ mode, language }) => {
  it('leads from the command to verdict and decision', async () => {
    world = await startWorld({ language, people: TEAM, workspace: addThoseWhoAreLeftOut });
    await seesPrefilledForm();
    const review = await startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: mode } });
    const scene = { review, isOpen: mode === 'open' };
    await saysWhatHurts(scene);
    await saysWhatIsGood(scene);
    await saysWhatWasLearned(scene);
    await votes(scene);
    await readsTheSummary(scene);
    await decides(scene);
    await reviewsTheClientAgain();
    if (language === 'ru') everyMessageIsRussian();
    world.expectClean();
  });
});

function addThoseWhoAreLeftOut({
  users,
  channels,
}: Parameters<NonNullable<Parameters<typeof startWorld>[0]>['workspace'] & {}>[0]) {
  users.push({ id: 'U8ROBOT', name: 'robot', real_name: 'Deploy Robot', is_bot: true });
  users.push({ id: 'U9GONE', name: 'gone', real_name: 'Gone Person', deleted: true });
  channels[0]?.members.push('U8ROBOT', 'U9GONE');
}

async function seesPrefilledForm() {
  const { driver, reader } = world;
  const form = await openStartForm(world, { client: 'Northwind' });
  const shown = JSON.stringify(driver.shownValues(idOf('mara')));
  expect(shown).toContain('"Northwind"');
  for (const name of TEAM) expect(shown).toContain(idOf(name));
  expect(shown).not.toMatch(/U8ROBOT|U9GONE|U0PARLEY|U7JONAS/);
  expect(reader.readView(form)).toMatch(/robot .*gone /);
  await driver.close(idOf('mara'));
}

async function saysWhatHurts({ review, isOpen }: Scene) {
  const { driver, t } = world;
  await review.press('lena', ACTIONS.answer);
  const first = complaint('Screens are added after sign-off.', {
    [FIELDS.signals]: ['scope_creep', 'team_harm'],
    [FIELDS.frequency]: 'constantly',
    [FIELDS.concerns]: 'one_person',
    [FIELDS.more]: ['yes'],
  });
  expect(await review.send('lena', first)).toMatchObject({ kind: 'view', view: { callback_id: VIEWS.complaint } });
  // Slack would keep what was typed, were it the same fields.
  expect(JSON.stringify(driver.shownValues(idOf('lena')))).not.toMatch(/sign-off|"yes"|scope_creep/);
  expect(await review.send('lena', complaint('They call on Sundays.'))).toEqual({ kind: 'closed' });
  await review.fill('omar', complaint('The invoice came late.', { [FIELDS.signals]: ['late_payment'] }));
  await review.fill('tom', complaint('I take this back.'));
  expect(await review.nothing('ira')).toContain(t.commands.done.nothing.complaints.replaceAll('&gt;', '>'));

  await review.press('tom', ACTIONS.answer);
  expect(await review.send('tom', { [FIELDS.which]: 'withdraw_all' })).toEqual({ kind: 'closed' });
  await review.card((text) => text.includes(t.card.progress(3, 5)));
  if (isOpen) {
    const post = await review.posted((text) => text.includes('Screens are added'), 'the answer of Lena');
    await review.posted((text) => text.includes(nameOf('lena')) && text.includes('They call on Sundays.'));
    await review.posted((text) => text.includes(nameOf('tom')) && !text.includes('I take this back.'));
    await edit({ review, index: 0, from: 'Screens', to: 'Pages are added after sign-off.' });
    const edited = await review.posted((text) => text.includes('Pages are added'));
    expect(edited.ts).toBe(post.ts);
  } else {
    await edit({ review, index: 0, from: 'Screens', to: 'Pages are added after sign-off.' });
    expect(review.threadText()).not.toMatch(/Pages|Sundays|invoice|take this back/);
  }
  await review.nextStep();
  await review.step('positives');
  if (!isOpen) {
    await review.posted((text) => text.includes(t.thread.reveal.noNames));
    const shown = review.threadText();
    expect(shown).toMatch(/Pages are added/);
    expect(shown).toMatch(/Sundays/);
    expect(shown).not.toMatch(/Screens are added|I take this back/);
    for (const name of TEAM) expect(shown).not.toContain(nameOf(name));
  }
  expect(driver.openView(idOf('lena'))).toBeUndefined();
}

async function edit({ review, index, from, to }: { review: Review; index: number; from: string; to: string }) {
  const { driver } = world;
  await review.press('lena', ACTIONS.answer);
  await driver.view(idOf('lena'), VIEWS.chooseComplaint);
  expect(await review.send('lena', { [FIELDS.which]: `edit:${index}` })).toMatchObject({ kind: 'view' });
  expect(JSON.stringify(driver.shownValues(idOf('lena')))).toContain(from);
  expect(await review.send('lena', { [FIELDS.text]: to })).toEqual({ kind: 'closed' });
}

async function saysWhatIsGood({ review, isOpen }: Scene) {
  const { t } = world;
  await review.fill('mara', complaint('Late: no contract yet.'), await review.prompt('complaints'));
  for (const name of ['mara', 'omar', 'lena', 'tom'] as const)
    await review.fill(name, { [FIELDS.text]: `A good thing of ${name}.` });
  if (isOpen) await review.posted((text) => text.includes('Late: no contract') && text.includes(t.thread.answer.late));
  else expect(review.threadText()).not.toMatch(/no contract|A good thing/);
  await review.nothing('ira');
  // Everybody has answered: the step closes by itself.
  await review.step('lessons');
  expect(review.threadText()).toContain('A good thing of tom.');
}

async function saysWhatWasLearned({ review, isOpen }: Scene) {
  await review.fill('lena', {
    [FIELDS.relationship]: 'I said yes too often.',
    [FIELDS.learned]: 'Send the price with the change.',
    [FIELDS.elsewhere]: 'Helped with Contoso.',
  });
  await review.fill('omar', { [FIELDS.learned]: 'Ask for a deposit.' });
  for (const name of ['mara', 'tom', 'ira'] as const) await review.nothing(name);
  await review.step('vote');
  expect(review.threadText()).toContain('Helped with Contoso.');
  if (!isOpen) for (const name of TEAM) expect(review.threadText()).not.toContain(nameOf(name));
}

async function votes({ review }: Scene) {
  const { t, driver } = world;
  expect(await review.vote('mara', 'keep')).toContain(t.vocabulary.vote.keep);
  await review.vote('ira', 'unsure');
  await review.vote('ira', 'keep');
  await review.vote('omar', 'part');
  await review.vote('tom', 'keep');
  await review.press('lena', ACTIONS.myAnswers);
  expect(world.reader.readView(await driver.view(idOf('lena'), VIEWS.myAnswers))).toContain('Helped with Contoso.');
  await driver.close(idOf('lena'));
  await review.press('lena', ACTIONS.voteForm);
  expect(await review.send('lena', { [FIELDS.vote]: 'part', [FIELDS.hours]: '3.5' })).toEqual({ kind: 'closed' });
}

async function readsTheSummary({ review, isOpen }: Scene) {
  const { t } = world;
  await review.closed();
  const summary = review.threadText().split(t.summary.verdict.repair('Northwind'))[1] ?? '';
  expect(summary).toContain(t.summary.heading.why);
  expect(summary).toContain(t.summary.price(3.5, 910, 'EUR'));
  expect(summary).toContain(t.summary.tookPart(5, 5));
  expect(summary).toContain(t.summary.footer);
  if (isOpen) {
    expect(summary).toContain(t.summary.voters(t.vocabulary.vote.keep, 3, '@' as never).split('@')[0]);
    expect(summary).toContain(nameOf('tom'));
  } else {
    expect(review.threadText()).not.toContain('no contract yet');
    expect(review.threadText()).toContain(t.thread.reveal.lateWithheld(1));
    for (const name of TEAM) expect(review.threadText()).not.toContain(nameOf(name));
  }
  expect(review.cardText()).toContain(t.summary.shortVerdict.repair);
  expect(review.cardText()).toContain(t.card.votes(3, 2, 0));
}

async function decides({ review }: Scene) {
  const { t, app } = world;
  const card = await review.closed();
  expect(await review.replyTo('omar', () => review.press('omar', ACTIONS.decide))).toBe(
    plain(t.refusals.notManager([])),
  );
  await review.press('mara', ACTIONS.decide);
  const decision = { [FIELDS.choice]: 'part', [FIELDS.rationale]: 'We have no people for them.' };
  expect(await review.send('mara', decision)).toMatchObject({ kind: 'view' });
  expect(world.reader.readView(await world.driver.view(idOf('mara')))).toContain(
    t.readiness.refused.readiness_not_asked,
  );
  expect(await review.send('mara', { [FIELDS.skipReadiness]: 'We asked in person.' })).toEqual({ kind: 'closed' });
  await review.posted((text) => text.includes('We have no people for them.') && text.includes(nameOf('mara')));
  await review.card((_, message) => !hasAction(message, ACTIONS.decide));
  expect(review.cardText()).toContain(nameOf('mara'));
  const clients = app().storage.forWorkspace(TEAM_ID).clients;
  expect(await clients.findByNameKey('northwind')).toMatchObject({ status: 'parting' });
  const again = await review.replyTo('mara', () => review.press('mara', ACTIONS.decide, card));
  expect(again).toContain(nameOf('mara'));
  expect(again).toContain(t.vocabulary.choice.part);
}

async function reviewsTheClientAgain() {
  const { driver } = world;
  await openStartForm(world, { client: 'northwind' });
  expect(driver.shownValues(idOf('mara'))[FIELDS.client]?.[FIELDS.client]).toMatchObject({
    selected_option: { text: { text: 'Northwind' } },
  });
  await driver.close(idOf('mara'));
  const again = await startReview(world, { client: 'Northwind', channel: TEAM_CHANNEL });
  expect(again.cardText()).toContain('Northwind');
}

function everyMessageIsRussian() {
  const { standIn, reader } = world;
  const strange = standIn.messages().filter((message) => !/[а-я]/i.test(reader.readMessage(message)));
  expect(strange.map((message) => reader.readMessage(message))).toEqual([]);
}

function nameOf(name: Parameters<typeof idOf>[0]): string {
  return world.reader.nameOf(idOf(name));
}

function plain(mrkdwn: string): string {
  return mrkdwn.replaceAll('&amp;', '&');
}

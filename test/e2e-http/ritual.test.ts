import { afterEach, describe, expect, it } from 'vitest';
import type { ReviewMode } from '../../src/domain/review.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { NAMES } from '../support/http/emulator.ts';
import { readManifestScopes } from '../support/http/manifest-scopes.ts';
import { complaint, type HttpReview, startReview } from '../support/http/review.ts';
import { type HttpWorld, startHttpWorld } from '../support/http/world.ts';

const { required, optional } = readManifestScopes();
const OTHERS = ['omar', 'lena', 'tom'] as const;

let world: HttpWorld;
afterEach(() => world.close());

const count = async (table: string) => Number((await world.db.query(`SELECT count(*) FROM "${table}"`)).rows[0].count);

describe.each<{ mode: ReviewMode; granted: string; scopes: readonly string[] }>([
  { mode: 'private', granted: 'the required scopes', scopes: required },
  { mode: 'open', granted: 'the required scopes', scopes: required },
  { mode: 'private', granted: 'the optional scopes too', scopes: [...required, ...optional] },
])('a $mode review over signed HTTP with $granted', ({ mode, scopes }) => {
  it('leads from the command to verdict, decision and status', async () => {
    world = await startHttpWorld({ scopes });
    const review = await startReview(world, { values: { [FIELDS.mode]: mode } });
    expect(await count('Review')).toBe(1);
    await saysWhatHurts(review, mode);
    await saysWhatIsGood(review, mode);
    await saysWhatWasLearned(review);
    await votes(review);
    await decides(review);
    await asksForStatus();
    await everybodyWasInvited();
    world.expectClean();
  });
});

async function saysWhatHurts(review: HttpReview, mode: ReviewMode) {
  const { people, t } = world;
  await review.press('lena', ACTIONS.answer);
  const more = await people.submit(
    'lena',
    complaint('Screens are added late.', { [FIELDS.more]: ['yes'] }),
    VIEWS.complaint,
  );
  expect(more.kind).toBe('view');
  expect(await count('Answer')).toBe(1);
  expect((await people.submit('lena', complaint('They call on Sundays.'), VIEWS.complaint)).kind).toBe('closed');
  await review.fill('omar', complaint('The invoice came late.', { [FIELDS.signals]: ['late_payment'] }));
  await review.fill('tom', complaint('The brief changed again.'));
  expect(await count('Answer')).toBe(3);
  await editsOwnAnswer(review);
  if (mode === 'open') await review.posted((words) => words.includes('Pages are added late.'), 'the answer of Lena');
  else expect(await review.threadWords()).not.toMatch(/Pages|Sundays|invoice|brief/);
  await review.press('mara', ACTIONS.nextPhase);
  await review.step('positives');
  const shown = await review.threadWords();
  for (const said of [
    'Pages are added late.',
    'They call on Sundays.',
    'The invoice came late.',
    'The brief changed again.',
  ])
    expect(shown).toContain(said);
  if (mode === 'private') {
    expect(shown).toContain(t.thread.reveal.noNames);
    for (const name of OTHERS) expect(shown).not.toContain(world.emulator.idOf(name));
  }
}

/** Through the form of her own answers, whose button puts another form on top. */
async function editsOwnAnswer(review: HttpReview) {
  const { people } = world;
  await review.press('lena', ACTIONS.myAnswers);
  await world.gateway.waitFor(() => people.openViews('lena').length === 1, 'the form of her own answers');
  await people.pressInForm('lena', ACTIONS.answer);
  const chosen = await people.submit('lena', { [FIELDS.which]: 'edit:0' }, VIEWS.chooseComplaint);
  expect(chosen.kind).toBe('view');
  await people.submit('lena', { [FIELDS.text]: 'Pages are added late.' }, VIEWS.complaint);
}

async function saysWhatIsGood(review: HttpReview, mode: ReviewMode) {
  for (const name of ['mara', 'omar', 'lena'] as const)
    await review.fill(name, { [FIELDS.text]: `A good thing of ${name}.` });
  if (mode === 'private') expect(await review.threadWords()).not.toContain('A good thing of omar.');
  await review.nothing('tom');
  // Everybody has answered: the step ends by itself.
  await review.step('lessons');
  expect(await review.threadWords()).toContain('A good thing of omar.');
}

async function saysWhatWasLearned(review: HttpReview) {
  await review.fill('lena', { [FIELDS.relationship]: 'I said yes too often.' });
  await review.fill('omar', { [FIELDS.learned]: 'Ask for a deposit.' });
  await review.fill('tom', { [FIELDS.elsewhere]: 'Helped with Contoso.' });
  await review.nothing('mara');
  await review.step('vote');
  expect(await review.threadWords()).toContain('Ask for a deposit.');
}

async function votes(review: HttpReview) {
  const { people, t } = world;
  for (const name of ['mara', 'omar', 'lena'] as const)
    expect(await review.vote(name, 'keep')).toContain(t.vocabulary.vote.keep);
  await review.press('tom', ACTIONS.voteForm);
  await people.submit('tom', { [FIELDS.vote]: 'part', [FIELDS.hours]: '3.5' }, VIEWS.vote);
}

async function decides(review: HttpReview) {
  const { people, t } = world;
  await review.card(
    (one) =>
      JSON.stringify(one.blocks).includes(ACTIONS.decide) && JSON.stringify(one.blocks).includes(ACTIONS.readSummary),
    'the finished card with a link to the summary',
  );
  expect(await review.reply('omar', ACTIONS.decide)).toContain(t.refusals.notManager([]));
  await review.press('mara', ACTIONS.decide);
  const decision = { [FIELDS.choice]: 'keep_and_repair', [FIELDS.rationale]: 'They will not change.' };
  await people.submit('mara', decision, VIEWS.decision);
  expect(await count('Decision')).toBe(1);
  await review.posted((words) => words.includes('They will not change.'), 'the decision');
  await review.card((one) => JSON.stringify(one.blocks).includes(ACTIONS.planMeeting), 'the card with the decision');
}

async function asksForStatus() {
  const { people, gateway, channel } = world;
  expect((await people.command('omar', channel, 'status Northwind')).text).toBe('');
  const call = await gateway.waitFor(() => people.replies('omar')[0], 'the status');
  expect(call.args).toMatchObject({ response_type: 'ephemeral' });
  expect(JSON.stringify(call.args)).toContain('Northwind');
}

async function everybodyWasInvited() {
  const { gateway, emulator } = world;
  const invited = gateway
    .calls('chat.postMessage')
    .map(({ args }) => args.channel)
    .filter((to) => to !== world.channel);
  const others = NAMES.filter((name) => name !== 'mara').map(emulator.idOf);
  expect(invited.sort()).toEqual(others.sort());
}

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYBODY, PEOPLE, type PersonName, TEAM_CHANNEL } from '../../demo/sample-agency.ts';
import type { FormValues } from '../../demo/stand-in/driver.ts';
import type { ViewDraft } from '../../demo/stand-in/slack-limits.ts';
import { renderComplaintChooser } from '../../src/slack/blocks/views/complaint-chooser.ts';
import { renderComplaintForm } from '../../src/slack/blocks/views/complaint-form.ts';
import { renderDecisionForm } from '../../src/slack/blocks/views/decision-form.ts';
import { renderLessonsForm } from '../../src/slack/blocks/views/lessons-form.ts';
import { renderMoveForm } from '../../src/slack/blocks/views/move-form.ts';
import { renderPositiveForm } from '../../src/slack/blocks/views/positive-form.ts';
import { renderSettingsForm } from '../../src/slack/blocks/views/settings-form.ts';
import { renderVoteForm } from '../../src/slack/blocks/views/vote-form.ts';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { complaint, idOf, openStartForm, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const TEAM = ['mara', 'omar', 'lena'] as const;
const teamOfThree = { [FIELDS.team('other')]: TEAM.map((name) => PEOPLE[name].id) };

let world: E2eWorld;
beforeAll(async () => {
  world = await startWorld({ people: EVERYBODY });
});
afterAll(() => world.close());

const start = (client: string, values: object = {}) =>
  startReview(world, { client, values: { ...teamOfThree, ...values } });
const closeForm = () => world.driver.close(idOf('mara'));

describe('the start form', () => {
  it.each([
    { what: 'a name of 200 characters', name: 'x'.repeat(200), error: 'client_name_too_long' },
    { what: 'a name of emoji only', name: '🔥🔥', error: 'client_name_no_letters' },
  ] as const)('refuses $what', async ({ name, error }) => {
    const { driver, t } = world;
    await openStartForm(world, { client: name });
    expect(await driver.submit(idOf('mara'), {})).toEqual({
      kind: 'errors',
      errors: { [FIELDS.newClient]: t.forms.errors[error] },
    });
    expect(JSON.stringify(driver.shownValues(idOf('mara')))).toContain(name);
    await closeForm();
    world.expectClean();
  });

  it.each([
    { date: '2026-11-23', error: 'deadline_past' },
    { date: '2026-02-30', error: 'deadline_invalid' },
  ] as const)('refuses to finish by $date', async ({ date, error }) => {
    const { driver, t } = world;
    await openStartForm(world, { client: 'Tailspin' });
    const result = await driver.submit(idOf('mara'), { [FIELDS.deadline]: date });
    expect(result).toEqual({ kind: 'errors', errors: { [FIELDS.deadline]: t.forms.errors[error] } });
    await closeForm();
    world.expectClean();
  });

  it('refuses a second review of a client while one is open, however it is written', async () => {
    const { driver, t } = world;
    await start('Contoso Ltd');
    const error = t.forms.errors.client_has_open_review;
    await openStartForm(world, { client: 'CONTOSO  ltd' });
    expect(await driver.submit(idOf('mara'), {})).toEqual({ kind: 'errors', errors: { [FIELDS.client]: error } });
    await closeForm();
    await openStartForm(world);
    expect(await driver.submit(idOf('mara'), { [FIELDS.newClient]: 'contoso LTD' })).toEqual({
      kind: 'errors',
      errors: { [FIELDS.newClient]: error },
    });
    await closeForm();
    world.expectClean();
  });

  it('refuses fewer than three people and nobody at all', async () => {
    const { driver, t } = world;
    const field = FIELDS.team('sales');
    await openStartForm(world, { client: 'Litware' });
    for (const [team, error] of [
      [[idOf('mara'), idOf('omar')], 'too_few_for_private'],
      [[], 'team_empty'],
    ] as const)
      expect(await driver.submit(idOf('mara'), { [FIELDS.team('other')]: [...team] })).toEqual({
        kind: 'errors',
        errors: { [field]: t.forms.errors[error] },
      });
    await closeForm();
    world.expectClean();
  });
});

describe('answers', () => {
  it('may not be empty, and have room for 3,000 characters', async () => {
    const { t } = world;
    const review = await start('Fabrikam', { [FIELDS.mode]: 'open' });
    await review.press('omar', ACTIONS.answer);
    expect(await review.send('omar', complaint(' \n '))).toEqual({
      kind: 'errors',
      errors: { [FIELDS.text]: t.forms.errors.text_empty },
    });
    expect(await review.send('omar', complaint('x'.repeat(3001)))).toMatchObject({ kind: 'refused' });
    const long = 'word '.repeat(600).trim();
    expect(await review.send('omar', complaint(`${long}.`))).toEqual({ kind: 'closed' });
    await review.posted((text) => text.replace(/\s+│?\s*/g, ' ').includes(long));
    world.expectClean();
  });

  it('stay one answer when Slack delivers the form twice', async () => {
    const { standIn } = world;
    const review = await start('Wingtip', { [FIELDS.mode]: 'open' });
    await review.press('omar', ACTIONS.answer);
    standIn.setEnvelopeHook(() => 'duplicate');
    await review.send('omar', complaint('Said once.'));
    standIn.setEnvelopeHook(undefined);
    await review.card((text) => text.includes('1 of 3'));
    await review.posted((text) => text.includes('Said once.'));
    await review.fill('lena', complaint('Said later.'));
    await review.posted((text) => text.includes('Said later.'));
    expect(review.threadText().match(/Said once\./g)).toHaveLength(1);
    world.expectClean();
  });

  it('keep their words in the form when the review has closed meanwhile', async () => {
    const { driver, t } = world;
    const review = await start('Adatum');
    await review.press('omar', ACTIONS.answer);
    await driver.view(idOf('omar'));
    await review.nothing('mara');
    await review.nothing('lena');
    for (const phase of ['positives', 'lessons', 'vote'] as const) {
      await review.nextStep();
      await review.step(phase);
    }
    await review.nextStep();
    await review.card((text) => text.includes('Not enough answers yet'));
    await review.nextStep();
    await review.closed();
    expect(await review.send('omar', complaint('Too late for these words.'))).toEqual({
      kind: 'errors',
      errors: { [FIELDS.text]: t.forms.errors.review_closed },
    });
    expect(JSON.stringify(driver.shownValues(idOf('omar')))).toContain('Too late for these words.');
    await driver.close(idOf('omar'));
    world.expectClean();
  });
});

describe('buttons', () => {
  it('of a finished review change nothing and say so', async () => {
    const { t } = world;
    const review = await start('Proseware');
    const old = structuredClone(await review.step('complaints'));
    await review.rush(TEAM);
    for (const [action, reply] of [
      [ACTIONS.answer, t.refusals.reviewClosed],
      [ACTIONS.nothingToSay, t.refusals.reviewClosed],
      [ACTIONS.myAnswers, t.refusals.reviewClosed],
      [ACTIONS.nextPhase, t.refusals.transition.review_closed],
    ] as const)
      expect(await review.replyTo('mara', () => review.press('mara', action, old))).toBe(reply);
    world.expectClean();
  });

  it('refuse somebody who was not invited, and moving on by anybody but the facilitator', async () => {
    const { reader } = world;
    const review = await start('Trey');
    const card = await review.step('complaints');
    for (const action of [ACTIONS.answer, ACTIONS.nothingToSay, ACTIONS.myAnswers]) {
      const reply = await review.replyTo('jonas', () => review.press('jonas', action, card));
      expect(reply).toContain('You were not invited to this review.');
      expect(reply).toContain(reader.nameOf(idOf('mara')));
    }
    for (const name of ['omar', 'jonas'] as const) {
      const reply = await review.replyTo(name, () => review.press(name, ACTIONS.nextPhase, card));
      expect(reply).toContain('can do this');
    }
    expect(review.threadText()).not.toContain('What is good about');
    world.expectClean();
  });

  it('move one step when pressed twice at once', async () => {
    const { t } = world;
    const review = await start('Alpine');
    const card = structuredClone(await review.step('complaints'));
    const reply = await review.replyTo('mara', () =>
      Promise.all([1, 2].map(() => review.press('mara', ACTIONS.nextPhase, card))),
    );
    expect(reply).toBe(t.refusals.movedAlready);
    await review.step('positives');
    await review.replyTo('mara', () => review.press('mara', ACTIONS.nextPhase, card));
    expect(review.threadText()).not.toContain('What did we learn from');
    world.expectClean();
  });

  it.each(['expired_trigger_id', 'exchanged_trigger_id'])('ask for another press after %s', async (error) => {
    const { t, standIn, driver } = world;
    const review = await start(`Relecloud ${error}`);
    for (const action of [ACTIONS.answer, ACTIONS.myAnswers]) {
      standIn.failNext('views.open', error);
      expect(await review.replyTo('omar', () => review.press('omar', action))).toBe(t.refusals.formTooSlow);
    }
    standIn.failNext('views.open', error);
    const say = () => driver.command(idOf('mara'), TEAM_CHANNEL, '/client-review Lamna');
    expect(await review.replyTo('mara', say)).toBe(t.refusals.formTooSlow);
    world.expectClean();
  });
});

describe('a form whose private_metadata was changed', () => {
  const asked = { clientName: 'Wide World', mode: 'open', isLate: false, previous: null } as const;
  const target = { reviewId: randomUUID() } as const;
  const aComplaint = complaint('Something.');
  const EN = () => world.t;
  /** Every form of an answer, with what a person enters and under which question it is kept. */
  const ANSWERS: Readonly<Record<string, { view: () => object; values: FormValues; phase: string }>> = {
    complaint: {
      view: () => renderComplaintForm({ ...asked, target, number: 1, total: 1 }, EN()),
      values: aComplaint,
      phase: 'complaints',
    },
    positive: {
      view: () => renderPositiveForm({ ...asked, target }, EN()),
      values: { [FIELDS.text]: 'They thank us.' },
      phase: 'positives',
    },
    lessons: {
      view: () => renderLessonsForm({ ...asked, target }, EN()),
      values: { [FIELDS.learned]: 'To ask.' },
      phase: 'lessons',
    },
    vote: {
      view: () => renderVoteForm({ ...asked, target }, EN()),
      values: { [FIELDS.vote]: 'keep' },
      phase: 'vote',
    },
  };
  const others: Readonly<Record<string, { view: () => object; values: FormValues }>> = {
    chooser: {
      view: () => renderComplaintChooser({ target, complaints: [] }, EN()),
      values: { [FIELDS.which]: 'add' },
    },
    decision: {
      view: () =>
        renderDecisionForm(
          {
            ...{ reviewId: target.reviewId, clientName: 'Wide World', verdict: null, recommended: null },
            ...{ hardStops: [], statusQuo: 'active' },
          },
          EN(),
        ),
      values: { [FIELDS.choice]: 'keep_and_repair', [FIELDS.rationale]: 'Enough.' },
    },
    move: {
      view: () => renderMoveForm({ ...target, clientName: 'Wide World', channelId: TEAM_CHANNEL }, EN()),
      values: { [FIELDS.channel]: 'C3LOUNGE', [FIELDS.publicConfirmed]: ['yes'] },
    },
  };

  let reviewId: string;
  let elsewhere: string;
  beforeAll(async () => {
    await start('Wide World', { [FIELDS.mode]: 'open' });
    const { rows } = await world.db.query<{ id: string }>(`
      UPDATE "Review" SET state = 'vote' WHERE id = (SELECT id FROM "Review" ORDER BY "startedAt" DESC LIMIT 1)
      RETURNING id`);
    reviewId = rows[0]?.id ?? '';
    const { storage } = world.app();
    const stores = storage.forWorkspace('T9OTHER');
    const client = await stores.clients.findOrCreate({ name: 'Theirs', nameKey: 'theirs' });
    const theirs = await stores.reviews.create(
      {
        ...{ clientId: client.id, channelId: 'C9', facilitatorId: idOf('mara'), mode: 'open', preset: 'async' },
        ...{ language: 'en', question: null, deadline: null, phaseEndsAt: null, startedAt: world.now() },
      },
      TEAM.map((name) => ({ userId: idOf(name), role: 'other' })),
    );
    elsewhere = theirs?.id ?? '';
  });

  /** Sends a form as this person sees it, but with other metadata behind it. */
  async function send(name: PersonName, view: object, { metadata, values }: { metadata: string; values: FormValues }) {
    const { driver, standIn } = world;
    standIn.world.views.open({ ...(view as ViewDraft), private_metadata: metadata }, idOf(name));
    const result = await driver.submit(idOf(name), values);
    await driver.close(idOf(name));
    return result;
  }

  async function stored(): Promise<string[]> {
    const { rows } = await world.db.query<{ row: string }>(`
      SELECT format('answer %s %s %s', "reviewId", phase, "personKey") AS row FROM "Answer"
      UNION ALL SELECT format('review %s %s %s', id, state, "channelId") FROM "Review" ORDER BY 1`);
    return rows.map(({ row }) => row);
  }

  const BROKEN = [
    ['is not JSON', () => 'not JSON'],
    ['is empty', () => ''],
    ['names no review', () => '{"reviewId":"x"}'],
    ['is a list', () => '[]'],
    ['names a review that is not there', () => JSON.stringify({ reviewId: randomUUID() })],
    ['names a review of another workspace', () => JSON.stringify({ reviewId: elsewhere })],
  ] as const;

  it.each(
    BROKEN.flatMap(([what, metadata]) =>
      Object.keys({ ...ANSWERS, ...others }).map((form) => ({ what, form, metadata })),
    ),
  )('stays open and changes nothing: $form, $what', async ({ form, metadata }) => {
    const { view, values } = ({ ...ANSWERS, ...others } as typeof others)[form] as (typeof others)[string];
    const before = await stored();
    const result = await send('mara', view(), { metadata: metadata(), values });
    expect(result).toMatchObject({ kind: 'errors' });
    expect(Object.values((result as { errors: Record<string, string> }).errors).join()).toMatch(/no longer here/);
    expect(await stored()).toEqual(before);
    world.expectClean();
  });

  it.each(Object.keys({ ...ANSWERS, chooser: null }))('names a review one was not invited to: %s', async (form) => {
    const { view, values } = ({ ...ANSWERS, ...others } as typeof others)[form] as (typeof others)[string];
    const before = await stored();
    const result = await send('jonas', view(), { metadata: JSON.stringify({ reviewId }), values });
    expect(result).toMatchObject({ kind: 'errors' });
    expect(JSON.stringify(result)).toContain(world.t.forms.errors.not_invited);
    expect(await stored()).toEqual(before);
    world.expectClean();
  });

  it.each(Object.keys(ANSWERS))('says another question, number 99 or more than it should: %s', async (form) => {
    const { view, values, phase } = ANSWERS[form] as (typeof ANSWERS)[string];
    const before = new Set(await stored());
    for (const more of [
      { phase: 'lessons' },
      { index: 99 },
      { phase: 'vote', userId: idOf('lena'), isLate: false, mode: 'x' },
    ])
      expect(await send('omar', view(), { metadata: JSON.stringify({ reviewId, ...more }), values })).toEqual({
        kind: 'closed',
      });
    // One answer of the person who sent it, to the question of the form.
    const added = (await stored()).filter((row) => !before.has(row));
    expect(added).toEqual([`answer ${reviewId} ${phase} ${idOf('omar')}`]);
    world.expectClean();
  });

  it.each([
    { number: 100, says: 'something that is no number of a complaint' },
    { number: -1, says: 'a negative number' },
  ])('counts as no target with $says', async ({ number }) => {
    const { view, values } = ANSWERS.complaint as (typeof ANSWERS)[string];
    const metadata = JSON.stringify({ reviewId, index: number });
    expect(await send('lena', view(), { metadata, values })).toMatchObject({ kind: 'errors' });
  });

  it.each([
    ['is not JSON', 'not JSON', (t: E2eWorld['t']) => t.forms.errors.old_form],
    [
      'names a shared channel',
      '{"channelId":"C2SHARED","isPublic":false}',
      (t: E2eWorld['t']) => t.refusals.channel.external,
    ],
    [
      'says that a public channel is private',
      '{"channelId":"C3LOUNGE","isPublic":false}',
      (t: E2eWorld['t']) => t.forms.errors.public_not_confirmed,
    ],
  ])('starts nothing when it %s', async (_title, metadata, text) => {
    await openStartForm(world, { client: `Humongous ${metadata.length}` });
    const form = world.driver.openView(idOf('mara')) as object;
    await closeForm();
    const before = await stored();
    const values = { ...teamOfThree, [FIELDS.newClient]: `Humongous ${metadata.length}` };
    expect(await send('mara', form, { metadata, values })).toEqual({
      kind: 'errors',
      errors: { [FIELDS.newClient]: text(world.t) },
    });
    expect(await stored()).toEqual(before);
    world.expectClean();
  });

  it('is not read in the settings, which are about nothing else', async () => {
    const settings = {
      managerIds: [],
      language: 'en',
      timeZone: 'Europe/Berlin',
      hourlyCost: 60,
      daysOff: [],
      currency: 'EUR',
    } as const;
    const metadata = JSON.stringify({ reviewId: elsewhere });
    expect(await send('mara', renderSettingsForm(settings, world.t), { metadata, values: {} })).toEqual({
      kind: 'closed',
    });
    expect(await send('omar', renderSettingsForm(settings, world.t), { metadata, values: {} })).toMatchObject({
      kind: 'errors',
    });
    world.expectClean();
  });

  it('moves no review for somebody who may not, and names nobody to them', async () => {
    const { view, values } = others.move as (typeof others)[string];
    const before = await stored();
    const result = await send('jonas', view(), { metadata: JSON.stringify({ reviewId }), values });
    expect(result).toEqual({ kind: 'errors', errors: { [FIELDS.channel]: world.t.pauses.form.why.not_facilitator } });
    expect(await stored()).toEqual(before);
    world.expectClean();
  });
});

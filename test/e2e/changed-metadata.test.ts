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
import { FIELDS } from '../../src/slack/ids.ts';
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
      installerId: null,
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

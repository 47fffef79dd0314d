import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYBODY, TEAM_ID } from '../../demo/sample-agency.ts';
import { hasAction } from '../../demo/stage.ts';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { complaint, type Review, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

let world: E2eWorld;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Two of seven said what hurts, nobody else anything; the vote has ended. */
async function startShortOfVoices(client: string): Promise<Review> {
  const review = await startReview(world, { client });
  for (const name of ['omar', 'lena'] as const) await review.fill(name, complaint('Late invoices.'));
  for (const phase of ['positives', 'lessons', 'vote'] as const) {
    await review.nextStep();
    await review.step(phase);
  }
  await review.nextStep();
  await review.card((text) => text.includes('Not enough answers yet'));
  return review;
}

describe('a vote that ends with two of seven voices', () => {
  it('waits, says so, and closes with a verdict once late answers are enough', async () => {
    const review = await startShortOfVoices('Northwind');
    expect(review.cardText()).toContain('2 of 7 answered; a verdict needs 4');
    await review.posted((text) => text.includes('We need a few more answers'));
    world.advance({ minutes: 120 });
    const extended = await review.replyTo('mara', () => review.press('mara', ACTIONS.extend));
    expect(extended).toBe(world.t.commands.done.extended);
    for (const name of ['tom', 'ira'] as const) await review.fill(name, complaint('They change the plan.'));
    await review.fill('priya', complaint('They dispute the invoices.'));
    await review.card((text) => text.includes('5 of 7'));
    await review.nextStep();
    await review.closed();
    expect(review.cardText()).not.toContain('No verdict');
    // Three late ones are enough to be shown together.
    expect(review.threadText()).toContain('They dispute the invoices.');
    world.expectClean();
  });

  it('closes by itself when everybody has answered', async () => {
    const review = await startShortOfVoices('Contoso');
    for (const name of EVERYBODY.filter((one) => one !== 'omar' && one !== 'lena')) await review.nothing(name);
    await review.closed();
    expect(review.cardText()).toContain('7 of 7 took part');
    world.expectClean();
  });

  it('closes without a verdict when its time is up; the decision then needs a reason', async () => {
    const { t } = world;
    const review = await startShortOfVoices('Fabrikam');
    world.advance({ days: 4 });
    await world.app().tick();
    await review.closed();
    expect(review.cardText()).toContain('No verdict: not enough answers');
    await review.press('mara', ACTIONS.decide);
    expect(await review.send('mara', { [FIELDS.choice]: 'keep_as_is' })).toMatchObject({ kind: 'refused' });
    expect(await review.send('mara', { [FIELDS.choice]: 'keep_as_is', [FIELDS.rationale]: '  ' })).toEqual({
      kind: 'errors',
      errors: { [FIELDS.rationale]: t.forms.errors.rationale_missing },
    });
    expect(await review.send('mara', { [FIELDS.rationale]: 'One more try.' })).toEqual({ kind: 'closed' });
    await review.posted((text) => text.includes('There was no verdict'));
    world.expectClean();
  });
});

describe('a hard stop reported by one person', () => {
  it('gives "part now", to be checked first, and a decision that says what was found', async () => {
    const { t, app } = world;
    const review = await startReview(world, { client: 'Initech' });
    await review.fill('ira', complaint('He shouts at us.', { [FIELDS.signals]: ['harassment'] }));
    for (const phase of ['positives', 'lessons', 'vote'] as const) {
      await review.nextStep();
      await review.step(phase);
    }
    // One voice of seven, and yet nothing to wait for.
    await review.nextStep();
    await review.closed();
    expect(review.cardText()).toContain(t.summary.shortVerdict.now);
    await review.posted((text) => text.includes('Check first, act after.'));
    // With one answer there are no words without a name.
    expect(review.threadText()).not.toContain('He shouts');

    await review.press('mara', ACTIONS.decide);
    expect(await review.send('mara', { [FIELDS.choice]: 'part_now' })).toMatchObject({ kind: 'refused' });
    const unfounded = { [FIELDS.choice]: 'part_now', [FIELDS.hardStop]: 'not_confirmed' };
    expect(await review.send('mara', unfounded)).toEqual({
      kind: 'errors',
      errors: { [FIELDS.choice]: t.forms.errors.part_now_needs_hard_stop },
    });
    expect(await review.send('mara', { [FIELDS.hardStop]: 'confirmed' })).toEqual({ kind: 'closed' });
    await review.posted((text) => text.includes(t.decision.post.hardStop.confirmed));
    await review.card((_, message) => !hasAction(message, ACTIONS.decide));
    const client = await app().storage.forWorkspace(TEAM_ID).clients.findByNameKey('initech');
    expect(client).toMatchObject({ status: 'parting' });
    world.expectClean();
  });
});

describe('two managers who decide at once', () => {
  it('are told who was first, and only one decision stands', async () => {
    const { standIn, driver } = world;
    standIn.setUser('U2OMAR', { is_admin: true });
    world.advance({ minutes: 15 });
    const review = await startReview(world, { client: 'Wingtip' });
    await review.rush(EVERYBODY);
    for (const name of ['mara', 'omar'] as const) await review.press(name, ACTIONS.decide);
    const reason = { [FIELDS.rationale]: 'My reason.' };
    expect(await review.send('omar', { ...reason, [FIELDS.choice]: 'part' })).toMatchObject({ kind: 'view' });
    expect(await review.send('omar', { [FIELDS.skipReadiness]: 'We asked in person.' })).toEqual({ kind: 'closed' });
    const second = await review.send('mara', { ...reason, [FIELDS.choice]: 'keep_as_is' });
    expect(second).toMatchObject({
      kind: 'errors',
      errors: { [FIELDS.choice]: expect.stringMatching(/decided already: part \(.*2026\)/) },
    });
    await driver.close('U1MARA');
    const { rows } = await world.db.query(
      `SELECT choice FROM "Decision" d JOIN "Client" c ON c.id = d."clientId" WHERE c.name = 'Wingtip'`,
    );
    expect(rows).toEqual([{ choice: 'part' }]);
    world.expectClean();
  });
});

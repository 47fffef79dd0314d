import { afterEach, describe, expect, it } from 'vitest';
import { TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import { ACTIONS, FIELDS, SHORTCUTS, VIEWS } from '../../src/slack/ids.ts';
import { someFigures } from '../support/answers.ts';
import { createClientActs } from '../support/e2e/clients.ts';
import { idOf } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const A_VERDICT = { stance: 'part', mode: 'planned' } as never;

let world: E2eWorld;
afterEach(() => world.close());

const stores = () => world.app().storage.forWorkspace(TEAM_ID);

/** An open review of the client that Mara has decided. */
async function aDecision(clientId: string): Promise<void> {
  const at = world.now();
  const review = await stores().reviews.create(
    {
      ...({ clientId, channelId: TEAM_CHANNEL, facilitatorId: idOf('mara'), mode: 'open', preset: 'async' } as const),
      ...({
        language: 'en',
        question: null,
        deadline: null,
        phaseEndsAt: new Date('2027-12-31'),
        startedAt: at,
      } as const),
    },
    [{ userId: idOf('lena'), role: 'sales' }],
  );
  const subject = { reviewId: review?.id ?? '', clientId };
  await stores().records.saveVerdict(subject, {
    version: 1,
    figures: someFigures(),
    verdict: A_VERDICT,
    createdAt: at,
  });
  await stores().records.saveDecision(subject, {
    ...({
      verdictVersion: 1,
      choice: 'part',
      rationale: 'enough',
      hardStop: null,
      decidedBy: idOf('mara'),
      decidedAt: at,
    } as const),
  });
}

describe.each(['en', 'ru'] as const)('what is kept of a client (%s)', (language) => {
  it('logs a message as evidence, keeps its words, corrects them and shows the log', async () => {
    world = await startWorld({ language });
    const { driver, t } = world;
    const mara = createClientActs(world);
    await mara.create('Northwind', { [FIELDS.channel]: TEAM_CHANNEL });
    await mara.command('client north');
    const page = await driver.waitFor(() => driver.ephemerals(idOf('mara')).at(-1));
    await mara.press(page, ACTIONS.intake);
    await mara.form(VIEWS.intake);
    const answers = { [FIELDS.intake('contract')]: 'yes', [FIELDS.intakeNote('decision_maker')]: 'Their founder' };
    expect(await mara.submit(answers)).toMatchObject({ kind: 'view' });
    expect(mara.shown()).toContain(t.intake.risk.payment_terms);
    expect(mara.shown()).not.toContain(t.intake.risk.contract);
    await driver.close(idOf('mara'));
    const client = await stores().clients.findByNameKey('northwind');
    const lena = idOf('lena');

    const message = await driver.say(lena, TEAM_CHANNEL, 'They cut the price &amp; left &lt;again&gt;');
    await driver.shortcut(lena, message, SHORTCUTS.logEvidence);
    await driver.view(lena, VIEWS.evidence);
    const shown = driver.shownValues(lena);
    expect(JSON.stringify(shown)).toContain('They cut the price & left <again>');
    expect(JSON.stringify(shown[FIELDS.client])).toContain(client?.id);
    const wrong = { [FIELDS.happenedOn]: '2026-12-31', [FIELDS.amount]: 'much' };
    expect(await driver.submit(lena, wrong)).toEqual({
      kind: 'errors',
      errors: {
        [FIELDS.happenedOn]: t.evidence.refused.date_future,
        [FIELDS.amount]: t.evidence.refused.amount_invalid,
      },
    });
    const right = { [FIELDS.happenedOn]: '2026-11-23', [FIELDS.amount]: '4 000,50', [FIELDS.signal]: 'price_pressure' };
    expect(await driver.submit(lena, right)).toMatchObject({ kind: 'view' });
    const [logged] = await stores().evidence.list(client?.id ?? '');
    expect(logged).toMatchObject({
      ...{ text: 'They cut the price & left <again>', happenedOn: '2026-11-23', amount: 4000.5, currency: 'EUR' },
      ...{ signal: 'price_pressure', loggedById: lena, correctsId: null },
    });
    expect(logged?.link).toMatch(/^https:\/\/.*\/archives\//);

    await driver.pressInView(lena, ACTIONS.correctEvidence);
    await driver.view(lena, VIEWS.evidence);
    expect(await driver.submit(lena, { [FIELDS.text]: 'They cut the price by 10 %' })).toMatchObject({ kind: 'view' });

    // For a manager: the log, with what the entry said before.
    await mara.command('evidence north');
    await mara.formWith('They cut the price by 10 %');
    expect(mara.shown()).toContain('left <again>');
    await driver.pressInView(idOf('mara'), ACTIONS.logEvidence);
    await driver.view(idOf('mara'), VIEWS.evidence);
    expect(await mara.submit({ [FIELDS.text]: 'They called at night' })).toEqual({ kind: 'closed' });
    await mara.formWith('They called at night');
    expect(await stores().evidence.list(client?.id ?? '')).toHaveLength(3);
    const posted = world.standIn.messages(TEAM_CHANNEL).filter((one) => one.ephemeral_to === undefined);
    expect(posted.map(({ user }) => user)).toEqual([lena]);

    // A decision, and thirty days later the question whether it was right.
    await aDecision(client?.id ?? '');
    world.advance({ days: 30 });
    await world.app().tick();
    const asked = await driver.waitFor(() =>
      driver.directMessages(idOf('mara')).find(({ text }) => text.includes('30')),
    );
    await driver.press(idOf('mara'), asked, ACTIONS.outcomeNo);
    await mara.form(VIEWS.outcome);
    expect(await mara.submit({ [FIELDS.text]: 'They came back' })).toMatchObject({ kind: 'view' });
    await driver.waitFor(() =>
      driver.directMessages(idOf('mara')).some((one) => mara.read(one).includes(t.outcome.history.no(30))),
    );
    await world.app().tick();
    expect(driver.directMessages(idOf('mara'))).toHaveLength(1);
    expect(world.logs().join('\n')).not.toContain('cut the price');
    world.expectClean();
  });
});

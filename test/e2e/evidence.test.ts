import { afterEach, describe, expect, it } from 'vitest';
import { TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import { ACTIONS, FIELDS, SHORTCUTS, VIEWS } from '../../src/slack/ids.ts';
import { createClientActs } from '../support/e2e/clients.ts';
import { idOf } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

let world: E2eWorld;
afterEach(() => world.close());

const stores = () => world.app().storage.forWorkspace(TEAM_ID);

describe.each(['en', 'ru'] as const)('what is kept of a client (%s)', (language) => {
  it('logs a message as evidence, keeps its words, corrects them and shows the log', async () => {
    world = await startWorld({ language });
    const { driver, t } = world;
    const mara = createClientActs(world);
    await mara.create('Northwind', { [FIELDS.channel]: TEAM_CHANNEL });
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
    expect(world.standIn.messages(TEAM_CHANNEL).filter(({ user }) => user !== lena)).toEqual([]);
    expect(world.logs().join('\n')).not.toContain('cut the price');
    world.expectClean();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { PersonName } from '../../demo/sample-agency.ts';
import { hasAction } from '../../demo/stage.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { createClientActs } from '../support/e2e/clients.ts';
import { complaint, idOf, startReview } from '../support/e2e/review.ts';
import { directMessage, passTime } from '../support/e2e/waiting.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const MARA = idOf('mara');
const PEOPLE = ['mara', 'lena', 'tom', 'omar'] as const;

let world: E2eWorld;
afterEach(() => world.close());

const dm = (name: PersonName, text: string) => directMessage(world, name, text);

/** On to another time of a working day, until nothing is owed any more. */
const tick = (time: { days?: number; minutes?: number }) => passTime(world, time);

async function repairDecided() {
  const review = await startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: 'open' } });
  for (const name of PEOPLE)
    await review.fill(
      name,
      complaint(`They change the scope, says ${name}`, { [FIELDS.signals]: ['scope_creep', 'late_payment'] }),
    );
  await review.rush(PEOPLE, 'positives' as never);
  await review.press('mara', ACTIONS.decide);
  const decided = { [FIELDS.choice]: 'keep_and_repair', [FIELDS.rationale]: 'One more quarter.' };
  expect(await review.send('mara', decided)).toEqual({ kind: 'closed' });
  return review;
}

describe.each(['en', 'ru'] as const)('an action plan (%s)', (language) => {
  it('goes from the decision to items that are done, later and dropped, and to the list of what is overdue', async () => {
    world = await startWorld({ language, people: PEOPLE });
    const { driver, reader, t } = world;
    const review = await repairDecided();
    const post = await review.posted(
      (text) => text.includes(t.planForms.card.noPlan),
      'the decision with its next step',
    );
    // The app may be started anew between the decision and the plan.
    await world.stopApp();
    await world.startApp();
    await driver.press(MARA, post, ACTIONS.makePlan);
    const questions = await driver.view(MARA, VIEWS.planQuestions);
    expect(JSON.stringify(questions.blocks)).toContain('They change the scope');
    await driver.submit(MARA, { [FIELDS.plan('expectations')]: 'yes' });
    const suggested = reader.readView(await driver.view(MARA, VIEWS.planSuggestions));
    expect(suggested).toContain(t.plan.suggestion.deliverables_list.label.slice(0, 40));
    await driver.submit(MARA, {
      [FIELDS.suggestions]: ['deliverables_list', 'payment_plan'],
    });
    await driver.view(MARA, VIEWS.planItems);
    const item = (index: number, owner: PersonName, dueOn: string) => ({
      [FIELDS.planItem('ownerId', index)]: idOf(owner),
      [FIELDS.planItem('dueOn', index)]: dueOn,
    });
    const own = { [FIELDS.planItem('text', 2)]: 'Call their finance', ...item(2, 'tom', '2026-12-01') };
    const wrong = await driver.submit(MARA, {
      ...item(0, 'lena', '2026-11-20'),
      ...item(1, 'lena', '2026-12-04'),
      ...own,
    });
    expect(wrong).toMatchObject({ errors: { [FIELDS.planItem('dueOn', 0)]: t.plan.refused.date_past } });
    const right = { ...item(0, 'lena', '2026-12-04'), ...item(1, 'lena', '2026-12-04'), ...own };
    expect(await driver.submit(MARA, right)).toEqual({ kind: 'closed' });

    const plan = await review.posted((text) => text.includes('Call their finance'), 'the plan');
    await review.posted((text) => text.includes(t.planForms.card.next(3, '2026-12-01')), 'the decision with the plan');
    await tick({ minutes: 1 });
    const toTom = await dm('tom', 'Call their finance');
    const words = t.plan.suggestion.payment_plan.text.slice(0, 30);
    const toLena = await dm('lena', words);

    await driver.press(idOf('lena'), toLena, ACTIONS.itemDone);
    await dm('lena', reader.readMessage(toLena) === '' ? '' : '✅');
    await driver.press(MARA, plan, { actionId: ACTIONS.itemDone, value: itemIdIn(toLena) });
    await driver.press(idOf('tom'), toTom, ACTIONS.itemLater);
    await driver.view(idOf('tom'), VIEWS.itemLater);
    expect(await driver.submit(idOf('tom'), { [FIELDS.dueOn]: '2026-11-30' })).toMatchObject({
      errors: { [FIELDS.dueOn]: t.plan.refused.not_later },
    });
    expect(await driver.submit(idOf('tom'), { [FIELDS.dueOn]: '2026-12-03' })).toEqual({ kind: 'closed' });
    const list = await dm('lena', t.plan.suggestion.deliverables_list.text.slice(0, 30));
    await driver.press(idOf('lena'), list, ACTIONS.itemDrop);
    await driver.view(idOf('lena'), VIEWS.itemDrop);
    expect(await driver.submit(idOf('lena'), { [FIELDS.reason]: 'They signed one' })).toEqual({ kind: 'closed' });
    await review.posted((text) => text.includes('They signed one'), 'the plan with what was dropped');

    expect(reader.readMessage(await createClientActs(world).say('client Northwind'))).toContain('Call their finance');
    // Friday 4 December: what Tom has is late; Monday: Mara hears of it.
    await tick({ days: 10 });
    const late = await dm(
      'tom',
      t.plan.message
        .overdue({ client: 'Northwind', text: 'Call their finance', dueOn: '2026-12-03' })
        .split('\n')
        .at(-1) ?? '',
    );
    expect(hasAction(late, ACTIONS.itemDone)).toBe(true);
    await tick({ days: 3 });
    await dm('mara', 'Call their finance');
    await tick({ minutes: 1 });
    const lists = driver.directMessages(MARA).filter((one) => reader.readMessage(one).includes('Call their finance'));
    expect(lists).toHaveLength(1);
    await driver.press(idOf('tom'), late, ACTIONS.itemDone);
    await review.posted((text) => text.includes(t.plan.summary({ open: 0, done: 2, overdue: 0 })), 'the finished plan');
    world.expectClean();
  });
});

function itemIdIn(message: Parameters<typeof hasAction>[0]): string {
  return /"value":"([\da-f-]{36})"/.exec(JSON.stringify(message.blocks))?.[1] ?? '';
}

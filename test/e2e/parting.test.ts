import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonName, TEAM_ID } from '../../demo/sample-agency.ts';
import { hasAction } from '../../demo/stage.ts';
import type { FormValues } from '../../demo/stand-in/driver.ts';
import { findElement } from '../../demo/stand-in/people.ts';
import { translate } from '../../src/i18n/index.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { createClientActs } from '../support/e2e/clients.ts';
import { decide } from '../support/e2e/decide.ts';
import { idOf, startReview } from '../support/e2e/review.ts';
import { directMessage } from '../support/e2e/waiting.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const MARA = idOf('mara');
const TEAM = ['omar', 'lena', 'tom'] as const;
const CLOSED = { kind: 'closed' };

let world: E2eWorld;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Presses a button in Mara's open form and sends the form that it opens. */
async function fill(actionId: string, callbackId: string, values: FormValues) {
  await world.driver.pressInView(MARA, actionId);
  await world.driver.view(MARA, callbackId);
  return world.driver.submit(MARA, values);
}

/** Waits until Mara's checklist says `text`. */
const checklistSays = (text: string) =>
  world.driver.waitFor(
    () => {
      const view = world.driver.openView(MARA);
      return view?.callback_id === VIEWS.parting && world.reader.readView(view).includes(text) && view;
    },
    { what: `a checklist with “${text}”` },
  );

const dm = (name: PersonName, text: string) => directMessage(world, name, text);

describe('a decision to part', () => {
  it('is carried through: checklist, channel, notice, every step, parted, a last lesson, and back again', async () => {
    const { driver, reader, t, standIn } = world;
    const mara = createClientActs(world);
    await mara.create('Northwind', {
      ...{ [FIELDS.team('sales')]: [idOf('omar')], [FIELDS.team('delivery')]: [idOf('lena'), idOf('tom')] },
      ...{ [FIELDS.noticeDays]: '30', [FIELDS.clientLanguage]: 'ru' },
    });
    const review = await startReview(world, { client: 'Northwind' });
    await review.rush(TEAM);
    // Another review may have parted with them meanwhile: said at once, before anything is typed.
    const clients = world.app().storage.forWorkspace(TEAM_ID).clients;
    const northwind = (await clients.findByNameKey('northwind'))?.id ?? '';
    await clients.setStatus(northwind, 'parted');
    expect(await review.replyTo('mara', () => review.press('mara', ACTIONS.decide))).toContain(
      t.parting.refused.client_parted,
    );
    await clients.setStatus(northwind, 'active');
    await decide(review, { [FIELDS.choice]: 'part', [FIELDS.rationale]: 'We have tried everything.' });
    const decision = await review.posted((text) => text.includes('We have tried everything.'));

    const refusal = await review.replyTo('lena', () => driver.press(idOf('lena'), decision, ACTIONS.openParting));
    expect(refusal).toContain(t.partingForms.refused.not_begun);
    await driver.press(MARA, decision, ACTIONS.openParting);
    const begin = await driver.view(MARA, VIEWS.partingBegin);
    expect(reader.readView(begin)).toContain(t.parting.basis.notice_period);
    expect(await driver.submit(MARA, { [FIELDS.endOn]: '2026-11-01' })).toEqual({
      kind: 'errors',
      errors: { [FIELDS.endOn]: t.parting.refused.date_past },
    });
    expect(await driver.submit(MARA, { [FIELDS.endOn]: '2027-01-15' })).toMatchObject({ kind: 'view' });
    await checklistSays(t.parting.progress(0, 13));
    await review.posted((text) => text.includes(t.parting.endOn('2027-01-15')), 'the checklist');

    expect(await fill(ACTIONS.partingChannel, VIEWS.partingChannel, { [FIELDS.choice]: 'email' })).toEqual(CLOSED);
    await driver.pressInView(MARA, ACTIONS.partingNotice);
    const form = await driver.view(MARA, VIEWS.partingNotice);
    const draft = String(findElement(form.blocks, FIELDS.text)?.element.initial_value);
    expect(draft).toContain('15 января 2027 года');
    expect(await driver.submit(MARA, { [FIELDS.text]: '  ' })).toEqual({
      kind: 'errors',
      errors: { [FIELDS.text]: t.parting.refused.notice_empty },
    });
    const edited = `${draft}\n\nP. S. <!channel> *не жирно*`;
    expect(await driver.submit(MARA, { [FIELDS.text]: edited })).toEqual(CLOSED);
    await checklistSays(t.partingForms.button.show);
    await driver.pressInView(MARA, ACTIONS.showNotice);
    const copy = await dm('mara', 'P. S.');
    const preformatted = { type: 'rich_text_preformatted', elements: [{ type: 'text', text: edited }] };
    expect(copy.blocks).toContainEqual(expect.objectContaining({ elements: [preformatted] }));

    expect(
      await fill(ACTIONS.addPartingStep, VIEWS.partingAdd, {
        [FIELDS.text]: 'Return the keys',
        [FIELDS.dueOn]: '2027-01-14',
      }),
    ).toEqual(CLOSED);
    await checklistSays(t.parting.progress(0, 14));
    await closeEveryStep();
    await review.posted((text) => text.includes('is no longer our client'));
    const client = await world.app().storage.forWorkspace(TEAM_ID).clients.findByNameKey('northwind');
    expect(client).toMatchObject({ status: 'parted' });
    await driver.close(MARA);

    for (const name of TEAM) await dm(name, translate('en').parting.lastLesson('Northwind'));
    const ask = await dm('lena', 'What is the one thing to remember');
    await driver.press(idOf('lena'), ask, ACTIONS.lastLesson);
    await driver.view(idOf('lena'), VIEWS.lastLesson);
    expect(await driver.submit(idOf('lena'), { [FIELDS.learned]: 'Ask for a deposit.' })).toMatchObject({
      kind: 'view',
    });
    const lessons = await world
      .app()
      .storage.forWorkspace(TEAM_ID)
      .clientHistory.listLessons(client?.id ?? '');
    expect(lessons.map(({ text }) => text)).toContain('Ask for a deposit.');

    const page = await mara.say('client Northwind');
    expect([hasAction(page, ACTIONS.reopenClient), hasAction(page, ACTIONS.startForm)]).toEqual([true, false]);
    await mara.command('Northwind');
    await mara.formWith(t.parting.refused.client_parted);
    await driver.close(MARA);
    await mara.press(page, ACTIONS.reopenClient);
    await driver.view(MARA, VIEWS.reopenClient);
    expect(await driver.submit(MARA, { [FIELDS.reason]: 'New people there.' })).toMatchObject({ kind: 'view' });
    const active = await mara.say('client Northwind');
    expect(mara.read(active)).toContain(t.vocabulary.status.active);
    expect(hasAction(active, ACTIONS.startForm)).toBe(true);
    expect(standIn.violations()).toEqual([]);
    world.expectClean();
  });
});

/** Gives the first step to Lena, leaves the second out with a reason, does the rest, and has Lena do the last from her message. */
async function closeEveryStep(): Promise<void> {
  const { driver, t } = world;
  const view = await checklistSays(t.parting.progress(0, 14));
  const values = view.blocks.flatMap(({ accessory }) =>
    accessory?.action_id === ACTIONS.partingStep ? [String(accessory.value)] : [],
  );
  expect(values).toHaveLength(14);
  for (const [at, value] of values.entries()) {
    await driver.pressInView(MARA, { actionId: ACTIONS.partingStep, value });
    await driver.view(MARA, VIEWS.partingStep);
    if (at === 0) {
      expect(await driver.submit(MARA, { [FIELDS.owner]: idOf('ira') })).toEqual({
        kind: 'errors',
        errors: { [FIELDS.owner]: t.plan.refused.not_in_team },
      });
      expect(await driver.submit(MARA, { [FIELDS.owner]: idOf('lena'), [FIELDS.stepState]: 'done' })).toEqual(CLOSED);
    } else if (at === 1) {
      expect(await driver.submit(MARA, { [FIELDS.stepState]: 'not_needed' })).toEqual({
        kind: 'errors',
        errors: { [FIELDS.reason]: t.parting.refused.reason_missing },
      });
      expect(await driver.submit(MARA, { [FIELDS.reason]: 'There is none.' })).toEqual(CLOSED);
    } else if (at === 13) {
      expect(await driver.submit(MARA, { [FIELDS.owner]: idOf('lena') })).toEqual(CLOSED);
      await world.app().tick();
      const told = await dm('lena', 'Return the keys');
      expect(hasAction(told, ACTIONS.openParting)).toBe(true);
      await driver.press(idOf('lena'), told, ACTIONS.partingStepDone);
      await dm('lena', `✅ *Return the keys* · ${t.parting.state.done}`);
    } else expect(await driver.submit(MARA, { [FIELDS.stepState]: 'done' })).toEqual(CLOSED);
    if (at < 13) await checklistSays(t.parting.progress(at + 1, 14));
  }
}

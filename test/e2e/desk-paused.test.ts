import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEAM_CHANNEL } from '../../demo/sample-agency.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { idOf, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const MARA = idOf('mara');

let world: E2eWorld;
beforeAll(async () => {
  world = await startWorld({});
});
afterAll(() => world.close());

async function showsInDesk(text: string): Promise<string> {
  const { driver, reader } = world;
  const read = () => {
    const view = driver.openView(MARA);
    return view ? reader.readView(view) : '';
  };
  return driver.waitFor(() => (read().includes(text) ? read() : undefined), { what: `a desk that says “${text}”` });
}

it('says to whoever has the desk open that a paused review stands still, and offers then only what can be done', async () => {
  const { driver, standIn, t } = world;
  const review = await startReview(world, { client: 'Trey Research' });
  const card = structuredClone(await review.card());
  await review.press('mara', ACTIONS.facilitate, card);
  const desk = structuredClone(await driver.view(MARA, VIEWS.desk));
  expect(JSON.stringify(desk)).toContain(ACTIONS.remindNow);
  await driver.pressInView(MARA, ACTIONS.changeTimes);
  await driver.view(MARA, VIEWS.times);

  standIn.setChannel(TEAM_CHANNEL, { is_ext_shared: true });
  world.advance({ minutes: 11 });
  await world.app().tick();
  const ends = Math.floor(world.now().getTime() / 1000) + 3 * 86_400;
  expect(await driver.submit(MARA, { [FIELDS.stepEndsAt]: ends })).toEqual({
    kind: 'errors',
    errors: { [FIELDS.stepEndsAt]: t.desk.errors.review_paused },
  });
  await driver.close(MARA);

  await review.press('mara', ACTIONS.facilitate, card);
  const page = await showsInDesk('paused because of its channel');
  for (const button of [t.desk.button.remind, t.desk.button.times]) expect(page).not.toContain(button);
  expect(page).toContain(t.pauses.button);
  world.expectClean();
});

it('answers a press on a button that the desk had before the pause', async () => {
  const { driver, standIn } = world;
  const opened = standIn.world.views.stack(MARA).at(-1);
  const value = JSON.stringify(opened?.view.blocks).match(/\{\\"reviewId\\":\\"[0-9a-f-]+\\"\}/)?.[0] ?? '';
  const remind = { type: 'button', action_id: ACTIONS.remindNow, value: value.replaceAll('\\', '') };
  const text = { type: 'plain_text', text: 'Remind them' };
  opened?.view.blocks.push({ type: 'actions', block_id: 'old', elements: [{ ...remind, text }] } as never);
  await driver.pressInView(MARA, ACTIONS.remindNow);
  await showsInDesk('Nothing was changed');
  world.expectClean();
});

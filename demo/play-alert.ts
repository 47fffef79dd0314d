import { ACTIONS, VIEWS } from '../src/slack/ids.ts';
import type { PulseScene } from './play-pulse.ts';
import { PEOPLE, TEAM_CHANNEL } from './sample-agency.ts';
import { hasAction } from './stage.ts';

/** The manager reads the alert of the client that fell, and starts a review from it: its card appears in the channel. */
export async function playAlert({ driver, stage, reader, teller, say }: PulseScene): Promise<void> {
  const { mara } = PEOPLE;
  const firstName = reader.nameOf(mara.id).split(' ')[0] ?? '';
  stage.act(say.alert);
  const alert = await driver.waitFor(
    () =>
      driver
        .directMessages(mara.id)
        .findLast((one) => hasAction(one, ACTIONS.startFromPulse) && one.text.includes('Northwind')),
    { what: 'the alert about Northwind' },
  );
  teller.show(say.aloneDirect(firstName), reader.readMessage(alert));
  await stage.press('mara', ACTIONS.startFromPulse, { on: alert });
  await driver.waitFor(
    () => JSON.stringify(driver.openView(mara.id)?.blocks ?? []).includes(ACTIONS.startFromPulseIn),
    {
      what: 'the question for a channel',
    },
  );
  teller.note(say.choosesChannel(firstName, `#${reader.channelOf(TEAM_CHANNEL)}`));
  await driver.pressInView(mara.id, { actionId: ACTIONS.startFromPulseIn, value: TEAM_CHANNEL });
  await driver.view(mara.id, VIEWS.start);
  await stage.send('mara', {}, { isTold: true });
  await stage.card((card) => hasAction(card, ACTIONS.nextPhase));
  stage.act(say.done);
}

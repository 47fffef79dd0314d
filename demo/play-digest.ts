import { isoWeekNumber } from '../src/domain/pulse-week.ts';
import { FIELDS, VIEWS } from '../src/slack/ids.ts';
import type { PulseScene } from './play-pulse.ts';
import { MANAGERS_CHANNEL, PEOPLE, TEAM_CHANNEL } from './sample-agency.ts';

/** A manager says where the digest is read, and the one of the week that has just closed comes, with its chart. */
export async function playDigest(
  { demo, driver, stage, reader, teller, t, say }: PulseScene,
  week: number,
): Promise<void> {
  const { mara } = PEOPLE;
  const channel = `#${reader.channelOf(MANAGERS_CHANNEL)}`;
  stage.act(say.digest);
  await driver.command(mara.id, TEAM_CHANNEL, '/client-review settings');
  await driver.view(mara.id, VIEWS.settings);
  const saved = await driver.submit(mara.id, { [FIELDS.digestChannel]: MANAGERS_CHANNEL });
  if (saved.kind !== 'closed') throw new Error(`the settings were not taken: ${JSON.stringify(saved)}`);
  teller.note(say.savesSettings(firstName(reader.nameOf(mara.id)), channel));
  await demo.app.tick();
  const heading = t.digest.title(isoWeekNumber(week));
  const digest = await driver.waitFor(
    () => demo.standIn.messages(MANAGERS_CHANNEL).find((one) => reader.readMessage(one).includes(heading)),
    { what: 'the digest' },
  );
  if (!digest.blocks?.some(({ type }) => type === 'image')) throw new Error('the digest came without its chart');
  teller.show(say.inChannel(channel), reader.readMessage(digest));
}

const firstName = (name: string) => name.split(' ')[0] ?? name;

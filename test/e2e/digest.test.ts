import { afterEach, describe, expect, it } from 'vitest';
import { BOT, TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import type { Message } from '../../demo/stand-in/message-book.ts';
import { emptyFields } from '../../src/domain/client-profile.ts';
import { DEFAULT_PULSE_SCHEDULE } from '../../src/domain/pulse-schedule.ts';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { createClientActs } from '../support/e2e/clients.ts';
import { idOf } from '../support/e2e/review.ts';
import { clientIdOf, passTime } from '../support/e2e/waiting.ts';
import { type E2eWorld, startWorld, type WorldOptions } from '../support/e2e/world.ts';

const WEEK = weekOf('2026-11-26');
const MANAGERS = 'G1MANAGERS';
const PARTNERS = 'G2PARTNERS';
const TEAM = ['lena', 'omar', 'tom'] as const;

let world: E2eWorld;
afterEach(() => world.close());

const tick = (minutes: number) => passTime(world, { minutes });

const clientId = (name: string) => clientIdOf(world, name);

const inChannel = () => world.standIn.messages(MANAGERS).filter((message) => !message.ephemeral_to);
const digest = (find: (message: Message) => boolean = () => true) =>
  world.driver.waitFor(() => inChannel().find(find), { what: 'the digest' });

/** An agency of one zone with a channel of managers, and another that is shared with partners. */
async function start(options: WorldOptions = {}) {
  world = await startWorld({
    ...options,
    workspace: (spec) => {
      for (const user of spec.users) user.tz = 'Europe/Berlin';
      const members = [idOf('mara'), idOf('lena'), BOT.botUserId];
      const channel = { topic: '', is_private: true, members };
      spec.channels.push({ ...channel, id: MANAGERS, name: 'managers' });
      spec.channels.push({ ...channel, id: PARTNERS, name: 'partners', is_ext_shared: true, is_shared: true });
      options.workspace?.(spec);
    },
  });
  const mara = createClientActs(world);
  await aClient('Northwind', TEAM, TEAM_CHANNEL);
  await aClient('Contoso', ['tom']);
  const { pulses, workspace } = world.app().storage.forWorkspace(TEAM_ID);
  await workspace.findOrCreate(world.app().deps.defaults);
  await pulses.saveSettings({ isOn: true, schedule: DEFAULT_PULSE_SCHEDULE, since: null });
  await mara.command('settings');
  await mara.form(VIEWS.settings);
  return mara;
}

async function aClient(name: string, team: readonly (typeof TEAM)[number][], channelId: string | null = null) {
  const { clients, accountMembers } = world.app().storage.forWorkspace(TEAM_ID);
  const id = await clients.create({ ...emptyFields(name), channelId, nameKey: name.toLowerCase() });
  const members = team.map((one) => ({ userId: idOf(one), role: 'support' as const, isFromGroup: false }));
  await accountMembers.replace(id ?? '', members);
}

/** Thursday's pulse goes out, these ratings are given, and Friday evening closes it. */
async function playWeek(): Promise<void> {
  await tick(1);
  await tick(2 * 24 * 60 + 5 * 60);
  const rate = async (name: (typeof TEAM)[number], client: string, rating: 1 | 5) => {
    const find = () => world.driver.directMessages(idOf(name)).at(-1);
    const pulse = await world.driver.waitFor(find, { what: `the pulse of ${name}` });
    const value = `${WEEK} ${await clientId(client)} ${rating}`;
    await world.driver.press(idOf(name), pulse, { actionId: `pulse_rate_${rating}`, value });
    const said = `${client}*: ${world.t.pulse.given(rating)}`;
    await world.driver.waitFor(() => [find()].find((one) => one && world.reader.readMessage(one).includes(said)), {
      what: `the rating of ${name}`,
    });
  };
  for (const name of TEAM) await rate(name, 'Northwind', 1);
  await rate('tom', 'Contoso', 5);
  await tick(28 * 60);
}

describe('the weekly digest', () => {
  it('comes with its chart to the channel of the settings, and starts a review', async () => {
    const mara = await start({ language: 'ru' });
    const { driver, reader, t } = world;
    expect(await mara.submit({ [FIELDS.digestChannel]: PARTNERS })).toMatchObject({
      errors: { [FIELDS.digestChannel]: t.digest.settings.refused.external },
    });
    expect(await mara.submit({ [FIELDS.digestChannel]: MANAGERS })).toEqual({ kind: 'closed' });
    await playWeek();
    const posted = await digest();
    const text = reader.readMessage(posted);
    for (const words of [t.digest.title(48), t.digest.answered({ answered: 3, asked: 3 }), 'Northwind', 'Contoso'])
      expect(text).toContain(words);
    const picture = posted.blocks?.find(({ type }) => type === 'image');
    expect(picture?.alt_text).toContain('Northwind: 30');
    const file = await fetch(`${world.standIn.url}${world.standIn.world.files.get(picture?.slack_file?.id ?? '')}`);
    expect(Buffer.from(await file.arrayBuffer()).toString('latin1', 1, 4)).toBe('PNG');
    expect(world.standIn.calls('files.completeUploadExternal').map(({ args }) => args.channel_id)).toEqual([undefined]);

    await driver.press(idOf('mara'), posted, ACTIONS.startForClient);
    const form = await driver.view(idOf('mara'), VIEWS.start);
    expect(form.private_metadata).toContain(TEAM_CHANNEL);
    expect(driver.shownValues(idOf('mara'))).toMatchObject({
      [FIELDS.client]: { [FIELDS.client]: { selected_option: { value: await clientId('Northwind') } } },
    });
    expect((await driver.submit(idOf('mara'), {})).kind).toBe('closed');
    await driver.waitFor(() =>
      world.standIn.messages(TEAM_CHANNEL).find(({ text: said }) => said.includes('Northwind')),
    );
    await tick(24 * 60);
    expect(inChannel()).toHaveLength(1);
    world.expectClean();
  });

  it('says the facts of the chart in words where the file is not taken, and nothing in a channel that became shared', async () => {
    const scopes = ['commands', 'chat:write', 'channels:read', 'groups:read', 'users:read'];
    const mara = await start({ workspace: (spec) => Object.assign(spec, { scopes }) });
    const { driver, reader, standIn, t } = world;
    await mara.submit({ [FIELDS.digestChannel]: MANAGERS });
    standIn.setChannel(MANAGERS, { is_ext_shared: true, is_shared: true });
    await playWeek();
    const why = t.thread.channelRefused.why.external;
    const refusals = () => driver.directMessages(idOf('mara')).filter(({ text }) => text.includes(why));
    const told = await driver.waitFor(() => refusals()[0], { what: 'a word to the manager' });
    expect(reader.readMessage(told)).toContain(t.digest.refused.whatToDo);
    await tick(1);
    expect(inChannel()).toEqual([]);
    expect(refusals()).toHaveLength(1);

    standIn.setChannel(MANAGERS, { is_ext_shared: false, is_shared: false });
    await tick(2);
    const posted = await digest();
    expect(reader.readMessage(posted)).toContain(t.digest.chart.failed);
    expect(reader.readMessage(posted)).toContain('Northwind: 30');
    expect(standIn.calls('files.getUploadURLExternal')).toEqual([]);
    world.expectClean();
  });
});

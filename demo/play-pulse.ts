import type { Language } from '../src/domain/language.ts';
import { isoWeekNumber, weekOf } from '../src/domain/pulse-week.ts';
import { type Messages, translate } from '../src/i18n/index.ts';
import { ACTIONS, FIELDS, PULSE_RATE_ACTIONS, VIEWS } from '../src/slack/ids.ts';
import { encodePulseTarget } from '../src/slack/pulse-target.ts';
import { PULSE_WEEKS, type PulseSaid, pulseSaid, type Said } from './past-pulses.ts';
import { playAlert } from './play-alert.ts';
import { playDigest } from './play-digest.ts';
import { PULSE_PLAY_WORDS, type PulsePlayWords } from './play-pulse-words.ts';
import { SCRIPTS } from './play-script.ts';
import { type Demo, startDemo } from './run-parley.ts';
import { EVERYBODY, PEOPLE, type PersonName, TEAM_ID } from './sample-agency.ts';
import { type ClientIds, SAMPLE_CLIENTS } from './sample-clients.ts';
import { agencyWindow, startPulse } from './seed-pulses.ts';
import { createStage, hasAction, type Stage, type Teller } from './stage.ts';
import { createDriver, type Driver } from './stand-in/driver.ts';
import { createStoryClock, type StoryClock } from './story-clock.ts';
import { createReader } from './terminal.ts';

/** The first week of the story; the clocks go back in its fourth. */
const FIRST_WEEK = weekOf('2026-10-01');
const DAY_MS = 24 * 60 * 60_000;

/** Eight weeks of the agency, told act by act. The acts that follow them take the same. */
export type PulseScene = {
  readonly demo: Demo;
  readonly clock: StoryClock;
  readonly driver: Driver;
  readonly stage: Stage;
  readonly reader: ReturnType<typeof createReader>;
  readonly teller: Teller;
  readonly t: Messages;
  readonly say: PulsePlayWords;
  readonly language: Language;
  readonly clients: ClientIds;
};

/**
 * Lets eight weeks pass between the real app and the stand-in Slack: people answer their
 * pulses with clicks, weeks close, the digest comes, and an alert leads to a review.
 */
export async function playPulse(language: Language, teller: Teller): Promise<void> {
  const clock = createStoryClock(new Date(agencyWindow(FIRST_WEEK).opensAt.getTime() - DAY_MS));
  const demo = await startDemo({ language, clock: clock.now, hasPulses: false });
  try {
    const scene = await createPulseScene({ demo, clock, language, teller });
    teller.note(scene.say.cast);
    await playWeeks(scene);
    const lastWeek = FIRST_WEEK + PULSE_WEEKS - 1;
    await playDigest(scene, lastWeek);
    await playAlert(scene);
    const broken = demo.standIn.violations();
    if (broken.length > 0) throw new Error(`Slack would have refused: ${broken.join('; ')}`);
  } finally {
    await demo.stop();
  }
}

type Ingredients = Pick<PulseScene, 'demo' | 'clock' | 'language' | 'teller'>;

async function createPulseScene({ demo, clock, language, teller }: Ingredients): Promise<PulseScene> {
  const { standIn, app } = demo;
  const driver = createDriver(standIn);
  const say = PULSE_PLAY_WORDS[language];
  const words = { ...SCRIPTS[language].words, direct: say.direct };
  const reader = createReader(standIn.workspace);
  const stage = createStage({ driver, reader, words, teller, messages: standIn.messages });
  const profiles = await app.storage.forWorkspace(TEAM_ID).clients.listProfiles();
  const idOf = (name: string) => profiles.find((client) => client.name === name)?.id ?? '';
  const clients = Object.fromEntries(SAMPLE_CLIENTS.map(({ name }) => [name, idOf(name)])) as ClientIds;
  return { demo, clock, driver, stage, reader, teller, t: translate(language), say, language, clients };
}

/** The first and the last week are told in full, of those between only how they ended. */
export async function playWeeks(scene: PulseScene): Promise<void> {
  const { stage, say, demo, clock } = scene;
  await startPulse(demo.app, clock.now());
  for (let i = 0; i < PULSE_WEEKS; i += 1) {
    const week = FIRST_WEEK + i;
    const isTold = i === 0 || i === PULSE_WEEKS - 1;
    if (isTold) stage.act((i === 0 ? say.firstPulse : say.lastWeek)(dateOf(scene, agencyWindow(week).opensAt)));
    if (i === 1) stage.act(say.weeks);
    await playThursday(scene, { week, said: pulseSaid(scene.language, i), isTold });
    await playFriday(scene, week);
  }
}

type Thursday = { readonly week: number; readonly said: readonly PulseSaid[]; readonly isTold: boolean };

/** The pulse arrives, and those who answer do so. */
async function playThursday(scene: PulseScene, { week, said, isTold }: Thursday): Promise<void> {
  const { clock, demo, driver, stage, teller, say } = scene;
  clock.moveTo(agencyWindow(week).opensAt);
  await demo.app.tick();
  for (const name of EVERYBODY)
    await driver.waitFor(() => pulseOf(scene, name, week), { what: `the pulse of week ${week} for ${name}` });
  if (isTold) await stage.directMessage('lena', ACTIONS.pulseRate1);
  if (isTold) teller.note(say.oneClick);
  for (const one of said) {
    const isLena = isTold && one.name === 'lena';
    for (const about of one.said) await sayOne(scene, { week, name: one.name, about, isTold: isLena });
  }
  for (const { name, said: own } of said)
    await driver.waitFor(() => showsAll(scene, { week, name, said: own }), {
      what: `what ${name} said of week ${week}`,
    });
  const lenas = pulseOf(scene, 'lena', week);
  if (isTold && lenas) teller.show(say.afterwards, scene.reader.readMessage(lenas));
}

/** A click is acknowledged at once and seen in the message when it is kept: the clock does not go on before. */
function showsAll(scene: PulseScene, { week, name, said }: PulseSaid & { readonly week: number }): boolean {
  const shown = JSON.stringify(pulseOf(scene, name, week)?.blocks ?? []);
  return said.every(({ client, rating }) => shown.includes(`${client}*: ${scene.t.pulse.given(rating)}`));
}

type Saying = { readonly week: number; readonly name: PersonName; readonly about: Said; readonly isTold: boolean };

/** One click; who has more to say opens the form. */
async function sayOne(scene: PulseScene, { week, name, about, isTold }: Saying): Promise<void> {
  const { driver, stage, clients } = scene;
  const userId = PEOPLE[name].id;
  const { rating, signals, comment } = about;
  const clientId = clients[about.client];
  const message = pulseOf(scene, name, week);
  if (!message) throw new Error(`${name} has no pulse of week ${week}`);
  if (signals.length === 0 && comment === null) {
    const value = encodePulseTarget({ week, clientId, rating });
    await driver.press(userId, message, { actionId: PULSE_RATE_ACTIONS[rating], value });
    return;
  }
  await driver.press(userId, message, ACTIONS.pulseMore);
  // Who has one client is not asked which.
  const { callback_id: opened } = await driver.view(userId);
  if (opened === VIEWS.pulseClient) await driver.submit(userId, { [FIELDS.client]: clientId });
  await driver.view(userId, VIEWS.pulse);
  const values = {
    ...{ [FIELDS.rating]: String(rating), [FIELDS.signals]: [...signals] },
    ...(comment === null ? {} : { [FIELDS.comment]: comment }),
  };
  if (isTold) return stage.send(name, values, { isTold });
  const result = await driver.submit(userId, values);
  if (result.kind !== 'closed') throw new Error(`${name}'s pulse was not taken: ${JSON.stringify(result)}`);
}

/** The windows close, and the health of each client is written. */
async function playFriday(scene: PulseScene, week: number): Promise<void> {
  const { clock, demo, driver, teller, say } = scene;
  clock.moveTo(agencyWindow(week).closesAt);
  await demo.app.tick();
  for (const name of EVERYBODY)
    await driver.waitFor(() => !pulseOf(scene, name, week), { what: `the end of week ${week} for ${name}` });
  const weeks = await demo.app.storage.forWorkspace(TEAM_ID).health.listSince(week);
  const scores = SAMPLE_CLIENTS.map(({ name }) => {
    const health = weeks.find(({ clientId }) => clientId === scene.clients[name])?.health ?? say.noData;
    return `${name} ${health}`;
  });
  teller.note(`${say.weekOver(isoWeekNumber(week))}: ${scores.join(' · ')}`);
}

/** The message of one person's pulse while it can be answered. */
function pulseOf({ driver }: PulseScene, name: PersonName, week: number) {
  const isOfWeek = (text: string) => text.includes(`"value":"${week} `) || text.includes(`"value":"${week}"`);
  return driver
    .directMessages(PEOPLE[name].id)
    .find((one) => hasAction(one, ACTIONS.pulseMore) && isOfWeek(JSON.stringify(one.blocks)));
}

function dateOf({ language }: PulseScene, at: Date): string {
  return at.toLocaleDateString(language === 'ru' ? 'ru-RU' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'Europe/Berlin',
  });
}

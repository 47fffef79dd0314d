import type { Language } from '../src/domain/language.ts';
import { type Messages, translate } from '../src/i18n/index.ts';
import { ACTIONS, FIELDS, VIEWS } from '../src/slack/ids.ts';
import { type PlayComplaint, SCRIPTS, type Script } from './play-script.ts';
import type { Demo } from './run-parley.ts';
import { EVERYBODY, PEOPLE, TEAM_CHANNEL, TEAM_ID } from './sample-agency.ts';
import { createStage, hasAction, type Stage, type Teller } from './stage.ts';
import { createDriver, type Driver } from './stand-in/driver.ts';
import type { Message } from './stand-in/message-book.ts';
import { terminalTeller } from './teller.ts';
import { createReader } from './terminal.ts';

/** A review on the stage, act by act. */
export type Scene = { readonly driver: Driver; readonly stage: Stage; readonly script: Script; readonly t: Messages };

/** The scene of a demo in a language, told by `teller`. */
export function createScene({ standIn }: Pick<Demo, 'standIn'>, language: Language, teller: Teller): Scene {
  const driver = createDriver(standIn);
  const script = SCRIPTS[language];
  const { words } = script;
  const stage = createStage({
    driver,
    reader: createReader(standIn.workspace),
    words,
    teller,
    messages: standIn.messages,
  });
  return { driver, stage, script, t: translate(language) };
}

/** Plays one review with seven people through Slack, to verdict and decision, and prints what each of them sees. */
export async function playReview(demo: Demo, language: Language): Promise<void> {
  const scene = createScene(demo, language, terminalTeller);
  const { stage, script, t } = scene;
  const { standIn, app } = demo;
  console.log(`\n${script.narration.cast}`);
  await playStart(scene);
  await playComplaints(scene);
  await playReveal(scene);
  await playLateAnswer(scene);
  await playPositives(scene);
  await playLessons(scene);
  await playVotes(scene);
  const seen = await playDecision(scene);
  await playSecondDecision(scene, seen);
  const client = await app.storage.forWorkspace(TEAM_ID).clients.findByNameKey('northwind');
  stage.act(`${script.narration.done}: ${client ? t.vocabulary.status[client.status] : '?'}`);
  const broken = standIn.violations();
  if (broken.length > 0) throw new Error(`Slack would have refused: ${broken.join('; ')}`);
}

async function playStart({ driver, stage, script }: Scene): Promise<void> {
  stage.act(script.narration.start);
  await driver.command(PEOPLE.mara.id, TEAM_CHANNEL, `/client-review ${script.client}`);
  await driver.view(PEOPLE.mara.id, VIEWS.start);
  await stage.send('mara', { [FIELDS.mode]: 'private', [FIELDS.question]: script.question }, { isTold: true });
  await stage.card((card) => hasAction(card, ACTIONS.nextPhase));
  await stage.step('complaints');
  await stage.directMessage('tom', ACTIONS.away);
}

/** Six people say what hurts, one of them that nothing does; one changes her words. */
export async function playComplaints({ driver, stage, script }: Scene): Promise<void> {
  const say = script.narration;
  stage.act(say.answers);
  await stage.press('lena', ACTIONS.answer, { opensForm: true });
  await driver.view(PEOPLE.lena.id, VIEWS.complaint);
  const firstTry = { ...script.complaints.lena, text: script.firstTry } as PlayComplaint;
  await stage.send('lena', complaintValues(firstTry), { isTold: true });
  for (const name of ['mara', 'omar', 'tom', 'priya'] as const) {
    await stage.press(name, ACTIONS.answer, { opensForm: true });
    await driver.view(PEOPLE[name].id, VIEWS.complaint);
    await stage.send(name, complaintValues(script.complaints[name] as PlayComplaint));
  }
  stage.forgetReplies();
  await stage.press('ira', ACTIONS.nothingToSay);
  await stage.ephemeral('ira');

  stage.act(say.edits);
  await stage.press('lena', ACTIONS.answer, { opensForm: true });
  await driver.view(PEOPLE.lena.id, VIEWS.chooseComplaint);
  await stage.send('lena', { [FIELDS.which]: 'edit:0' }, { isTold: true });
  await stage.send('lena', complaintValues(script.complaints.lena as PlayComplaint));
}

/** The facilitator moves on, and the words appear. */
export async function playReveal({ stage, script, t }: Scene): Promise<void> {
  stage.act(script.narration.nextStep);
  await stage.card((card) => !JSON.stringify(card.blocks).includes('□□'));
  await stage.press('mara', ACTIONS.nextPhase);
  await stage.posted((text) => text.includes(t.thread.reveal.noNames));
  await stage.step('positives');
}

export async function playLateAnswer({ driver, stage, script }: Scene): Promise<void> {
  stage.act(script.narration.late);
  await stage.press('jonas', ACTIONS.answer, { on: await stage.prompt('complaints'), opensForm: true });
  await driver.view(PEOPLE.jonas.id, VIEWS.complaint);
  await stage.send('jonas', complaintValues(script.late), { isTold: true });
}

/** Everybody has one chance to name something good. */
export async function playPositives({ stage, script }: Scene): Promise<void> {
  stage.act(script.narration.cannotName);
  for (const name of EVERYBODY) {
    const text = script.positives[name];
    await stage.press(name, text ? ACTIONS.answer : ACTIONS.nothingToSay, { opensForm: Boolean(text) });
    if (text) await stage.send(name, { [FIELDS.text]: text });
  }
  await stage.step('lessons');
}

export async function playLessons({ stage, script }: Scene): Promise<void> {
  stage.act(script.narration.lessons);
  for (const name of EVERYBODY) {
    const lesson = script.lessons[name];
    await stage.press(name, lesson ? ACTIONS.answer : ACTIONS.nothingToSay, { opensForm: lesson !== undefined });
    if (lesson) await stage.send(name, lesson);
  }
  await stage.step('vote');
}

const VOTES = {
  mara: 'keep',
  omar: 'keep',
  lena: 'keep',
  tom: 'part',
  ira: 'keep',
  priya: 'part',
  jonas: 'unsure',
} as const;
const VOTE_BUTTONS = { keep: ACTIONS.voteKeep, part: ACTIONS.votePart, unsure: ACTIONS.voteUnsure } as const;

export async function playVotes({ stage, script, t }: Scene): Promise<void> {
  stage.act(script.narration.votes);
  for (const name of EVERYBODY) {
    const hours = script.hours[name];
    if (hours) {
      await stage.press(name, ACTIONS.voteForm, { opensForm: true });
      await stage.send(name, { [FIELDS.vote]: VOTES[name], [FIELDS.hours]: hours });
    } else {
      await stage.press(name, VOTE_BUTTONS[VOTES[name]]);
    }
  }
  await stage.posted((text) => text.includes(t.summary.footer));
}

/** The manager decides; the card says so. */
export async function playDecision({ driver, stage, script }: Scene): Promise<Message> {
  stage.act(script.narration.decides);
  await stage.card((card) => hasAction(card, ACTIONS.decide) && hasAction(card, ACTIONS.readSummary));
  // As it stands on somebody's screen that has not been refreshed yet.
  const seen = structuredClone(await stage.found((one) => hasAction(one, ACTIONS.decide)));
  await stage.press('mara', ACTIONS.decide, { opensForm: true });
  await driver.view(PEOPLE.mara.id, VIEWS.decision);
  const decision = { [FIELDS.choice]: 'keep_and_repair', [FIELDS.rationale]: script.rationale };
  await stage.send('mara', decision, { isTold: true });
  await stage.posted((text) => text.includes(script.rationale));
  await stage.card((message) => !hasAction(message, ACTIONS.decide));
  return seen;
}

/** A button that is still on somebody's screen. */
async function playSecondDecision({ stage, script }: Scene, seen: Message): Promise<void> {
  stage.act(script.narration.twice);
  stage.forgetReplies();
  await stage.press('mara', ACTIONS.decide, { on: seen });
  await stage.ephemeral('mara');
}

/** The values of the form that asks what hurts. */
export function complaintValues({ text, signals, severity, frequency, concerns }: PlayComplaint) {
  return {
    [FIELDS.text]: text,
    [FIELDS.signals]: signals,
    [FIELDS.severity]: severity,
    [FIELDS.frequency]: frequency,
    ...(concerns ? { [FIELDS.concerns]: concerns } : {}),
  };
}

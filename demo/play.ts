import type { Language } from '../src/domain/language.ts';
import { type Messages, translate } from '../src/i18n/index.ts';
import { ACTIONS, FIELDS, VIEWS } from '../src/slack/ids.ts';
import { type PlayComplaint, SCRIPTS, type Script } from './play-script.ts';
import type { Demo } from './run-parley.ts';
import { EVERYBODY, PEOPLE, TEAM_CHANNEL, TEAM_ID } from './sample-agency.ts';
import { createStage, hasAction, type Stage } from './stage.ts';
import { createDriver, type Driver } from './stand-in/driver.ts';
import { createReader } from './terminal.ts';

type Scene = { readonly driver: Driver; readonly stage: Stage; readonly script: Script; readonly t: Messages };

/** Plays one review with seven people through Slack, to verdict and decision, and prints what each of them sees. */
export async function playReview({ standIn, app }: Demo, language: Language): Promise<void> {
  const driver = createDriver(standIn);
  const script = SCRIPTS[language];
  const stage = createStage(driver, createReader(standIn.workspace), standIn.messages);
  const scene: Scene = { driver, stage, script, t: translate(language) };
  await playStart(scene);
  await playComplaints(scene);
  await playLateAnswer(scene);
  await playPositives(scene);
  await playLessons(scene);
  await playVotes(scene);
  await playDecision(scene);
  const client = await app.storage.forWorkspace(TEAM_ID).clients.findByNameKey('northwind');
  stage.act(`${script.narration.done}: ${client ? scene.t.vocabulary.status[client.status] : '?'}`);
  const broken = standIn.violations();
  if (broken.length > 0) throw new Error(`Slack would have refused: ${broken.join('; ')}`);
}

async function playStart({ driver, stage, script }: Scene): Promise<void> {
  stage.act(script.narration.start);
  await driver.command(PEOPLE.mara.id, TEAM_CHANNEL, `/client-review ${script.client}`);
  const form = await driver.view(PEOPLE.mara.id, VIEWS.start);
  stage.show('mara', form, script.narration.form);
  await stage.send('mara', { [FIELDS.mode]: 'private', [FIELDS.question]: script.question });
  await stage.step('complaints');
  await stage.directMessage('tom');
}

async function playComplaints({ driver, stage, script, t }: Scene): Promise<void> {
  const say = script.narration;
  stage.act(say.answers);
  await stage.press('lena', ACTIONS.answer);
  stage.show('lena', await driver.view(PEOPLE.lena.id, VIEWS.complaint), say.form);
  await stage.send('lena', complaintValues({ ...script.complaints.lena, text: script.firstTry } as PlayComplaint));
  for (const name of ['mara', 'omar', 'tom', 'priya'] as const) {
    await stage.press(name, ACTIONS.answer);
    await stage.send(name, complaintValues(script.complaints[name] as PlayComplaint));
  }
  stage.forgetReplies();
  await stage.press('ira', ACTIONS.nothingToSay);
  await stage.ephemeral('ira');

  stage.act(say.edits);
  await stage.press('lena', ACTIONS.answer);
  stage.show('lena', await driver.view(PEOPLE.lena.id, VIEWS.chooseComplaint), say.form);
  await stage.send('lena', { [FIELDS.which]: 'edit:0' });
  await stage.send('lena', complaintValues(script.complaints.lena as PlayComplaint));

  stage.act(say.nextStep);
  await stage.card((card) => !JSON.stringify(card.blocks).includes('□□□'));
  await stage.press('mara', ACTIONS.nextPhase);
  await stage.posted((text) => text.includes(t.thread.reveal.noNames));
  await stage.step('positives');
}

async function playLateAnswer({ driver, stage, script }: Scene): Promise<void> {
  stage.act(script.narration.late);
  const earlier = await stage.prompt('complaints');
  await driver.press(PEOPLE.jonas.id, earlier, ACTIONS.answer);
  stage.show('jonas', await driver.view(PEOPLE.jonas.id, VIEWS.complaint), script.narration.form);
  await stage.send('jonas', complaintValues(script.late));
}

async function playPositives({ stage, script }: Scene): Promise<void> {
  stage.act(script.narration.cannotName);
  for (const name of EVERYBODY) {
    const text = script.positives[name];
    await stage.press(name, text ? ACTIONS.answer : ACTIONS.nothingToSay);
    if (text) await stage.send(name, { [FIELDS.text]: text });
  }
  await stage.step('lessons');
}

async function playLessons({ stage, script }: Scene): Promise<void> {
  stage.act(script.narration.lessons);
  for (const name of EVERYBODY) {
    const lesson = script.lessons[name];
    await stage.press(name, lesson ? ACTIONS.answer : ACTIONS.nothingToSay);
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

async function playVotes({ stage, script, t }: Scene): Promise<void> {
  stage.act(script.narration.votes);
  for (const name of EVERYBODY) {
    const hours = script.hours[name];
    if (hours) {
      await stage.press(name, ACTIONS.voteForm);
      await stage.send(name, { [FIELDS.vote]: VOTES[name], [FIELDS.hours]: hours });
    } else {
      await stage.press(name, VOTE_BUTTONS[VOTES[name]]);
    }
  }
  await stage.posted((text) => text.includes(t.summary.footer));
}

async function playDecision({ driver, stage, script }: Scene): Promise<void> {
  const say = script.narration;
  const isWaiting = (card: Parameters<typeof hasAction>[0]) =>
    hasAction(card, ACTIONS.decide) && hasAction(card, ACTIONS.readSummary);
  stage.act(say.decides);
  const card = await stage.card(isWaiting);
  await stage.press('mara', ACTIONS.decide);
  stage.show('mara', await driver.view(PEOPLE.mara.id, VIEWS.decision), say.form);
  await stage.send('mara', { [FIELDS.choice]: 'keep_and_repair', [FIELDS.rationale]: script.rationale });
  await stage.posted((text) => text.includes(script.rationale));
  await stage.card((message) => !hasAction(message, ACTIONS.decide));

  stage.act(say.twice);
  stage.forgetReplies();
  await driver.press(PEOPLE.mara.id, card, ACTIONS.decide);
  await stage.ephemeral('mara');
}

function complaintValues({ text, signals, severity, frequency, concerns }: PlayComplaint) {
  return {
    [FIELDS.text]: text,
    [FIELDS.signals]: signals,
    [FIELDS.severity]: severity,
    [FIELDS.frequency]: frequency,
    ...(concerns ? { [FIELDS.concerns]: concerns } : {}),
  };
}

import type { Language } from '../src/domain/language.ts';
import { ACTIONS, FIELDS, SHORTCUTS, VIEWS } from '../src/slack/ids.ts';
import { playLessons } from './play.ts';
import { PART_WORDS, type PartWords } from './play-part-words.ts';
import { EVERYBODY, PEOPLE, TEAM_CHANNEL } from './sample-agency.ts';
import { hasAction, type Teller } from './stage.ts';
import { findElement } from './stand-in/people.ts';
import { playOpenStart, playStory, type Story, showStatus } from './story.ts';

type Part = Story & { readonly its: PartWords };

const MARA = PEOPLE.mara.id;
const LAST_DAY = '2026-12-18';
/** Two who keep the door open; everybody else votes to part. */
const NOT_SURE = ['omar', 'jonas'];

/** Plays a review that ends with “part” and what follows: readiness, decision, evidence, checklist, notice, the last lesson. */
export function playPart(language: Language, teller: Teller): Promise<void> {
  return playStory({ language, teller }, async (story) => {
    const part = { ...story, its: PART_WORDS[language] };
    await playOpenStart(story);
    await playNothingGood(part);
    await playLessons(story);
    await playVotesToPart(part);
    await story.forgetNews();
    await playReadiness(part);
    await playDecisionToPart(part);
    await playEvidence(part);
    await playBeginning(part);
    await playNotice(part);
    await playSteps(part);
    await playLastLesson(part);
    await showStatus(story);
  });
}

async function playNothingGood({ stage, its }: Part): Promise<void> {
  stage.act(its.nothingGood);
  for (const name of EVERYBODY) await stage.press(name, ACTIONS.nothingToSay);
  await stage.step('lessons');
}

async function playVotesToPart({ stage, its, t }: Part): Promise<void> {
  stage.act(its.votes);
  for (const name of EVERYBODY)
    await stage.press(name, NOT_SURE.includes(name) ? ACTIONS.voteUnsure : ACTIONS.votePart);
  await stage.posted((text) => text.includes(t.summary.footer));
  await stage.card((card) => hasAction(card, ACTIONS.decide) && hasAction(card, ACTIONS.readSummary));
}

/** Parting is held until the team has been asked and the share of the revenue is known. */
async function playReadiness(part: Part): Promise<void> {
  const { stage, driver, its, t, screen, pressInForm, seenBy } = part;
  stage.act(its.held);
  await stage.press('mara', ACTIONS.decide, { opensForm: true });
  await driver.view(MARA, VIEWS.decision);
  await stage.send('mara', { [FIELDS.choice]: 'part', [FIELDS.rationale]: its.rationale });
  await screen('mara', t.readiness.refused.readiness_not_asked);
  stage.act(its.asks);
  await pressInForm('mara', ACTIONS.askReadiness);
  await seenBy('priya', (_, one) => hasAction(one, ACTIONS.notReady));
  await driver.close(MARA);
  for (const name of EVERYBODY.filter((one) => one !== 'priya')) {
    const asked = await driver.waitFor(() =>
      driver.directMessages(PEOPLE[name].id).find((one) => hasAction(one, ACTIONS.ready)),
    );
    await stage.press(name, name === 'jonas' ? ACTIONS.worried : ACTIONS.ready, { on: asked });
  }
  const asked = await seenBy('priya', (_, one) => hasAction(one, ACTIONS.readinessComment));
  await stage.press('priya', ACTIONS.readinessComment, { on: asked, opensForm: true });
  await driver.view(PEOPLE.priya.id, VIEWS.readinessComment);
  await stage.send('priya', { [FIELDS.level]: 'worried', [FIELDS.comment]: its.comment }, { isTold: true });
  await seenBy('priya', (text) => text.includes(t.readiness.commentKept));

  stage.act(its.figures);
  await stage.press('mara', ACTIONS.openReadiness, { opensForm: true });
  await screen('mara', its.comment);
  await pressInForm('mara', ACTIONS.readinessFigures);
  await driver.view(MARA, VIEWS.readinessFigures);
  const figure = (name: string, value: string) => ({ [FIELDS.figure(name)]: value });
  const figures = {
    ...{ ...figure('revenueShare', '18'), ...figure('dependentPay', '9000') },
    ...{ ...figure('costsToCut', '2500'), ...figure('replacementIncome', '6000') },
  };
  await stage.send('mara', figures, { isTold: true });
  await driver.view(MARA, VIEWS.readiness);
  await driver.close(MARA);
}

async function playDecisionToPart({ stage, driver, its, seen }: Part): Promise<void> {
  stage.act(its.decides);
  await stage.press('mara', ACTIONS.decide, { opensForm: true });
  await driver.view(MARA, VIEWS.decision);
  await stage.send('mara', { [FIELDS.choice]: 'part', [FIELDS.rationale]: its.rationale }, { isTold: true });
  await seen((text) => text.includes(its.rationale), 'the decision');
}

/** A message becomes a dated entry of the log, through the menu of the message. */
async function playEvidence({ stage, driver, its, t, clientId, tellNews, screen }: Part): Promise<void> {
  stage.act(its.evidence);
  const lena = PEOPLE.lena.id;
  const message = await driver.say(lena, TEAM_CHANNEL, its.message);
  await tellNews();
  await driver.shortcut(lena, message, SHORTCUTS.logEvidence);
  await driver.view(lena, VIEWS.evidence);
  const values = {
    ...{ [FIELDS.client]: await clientId(), [FIELDS.happenedOn]: '2026-11-23' },
    ...{ [FIELDS.signal]: 'scope_creep', [FIELDS.amount]: '4000' },
  };
  await stage.send('lena', values, { isTold: true });
  await screen('lena', t.evidence.saved);
  await driver.close(lena);
}

async function playBeginning({ stage, driver, its, t, screen, seen, pressInForm }: Part): Promise<void> {
  stage.act(its.begins);
  const decision = await stage.found((one) => hasAction(one, ACTIONS.openParting));
  await stage.press('mara', ACTIONS.openParting, { on: decision, opensForm: true });
  await driver.view(MARA, VIEWS.partingBegin);
  await stage.send('mara', { [FIELDS.endOn]: LAST_DAY }, { isTold: true });
  await screen('mara', t.parting.endOn(LAST_DAY));
  await seen((text) => text.includes(t.parting.endOn(LAST_DAY)), 'the checklist');
  stage.act(its.channel);
  await pressInForm('mara', ACTIONS.partingChannel);
  await driver.view(MARA, VIEWS.partingChannel);
  await stage.send('mara', { [FIELDS.choice]: 'email' }, { isTold: true });
}

/** The draft is changed by hand, saved, and shown to be copied. */
async function playNotice({ stage, driver, its, seenBy, pressInForm, formSays, t }: Part): Promise<void> {
  stage.act(its.notice);
  await driver.view(MARA, VIEWS.parting);
  await pressInForm('mara', ACTIONS.partingNotice);
  const form = await driver.view(MARA, VIEWS.partingNotice);
  const draft = String(findElement(form.blocks, FIELDS.text)?.element.initial_value ?? '');
  await stage.send('mara', { [FIELDS.text]: `${draft}\n\n${its.postscript}` }, { isTold: true });
  await formSays('mara', t.partingForms.button.show);
  await pressInForm('mara', ACTIONS.showNotice);
  await seenBy('mara', (text) => text.includes(its.postscript));
}

/** Every step is closed: one is not needed, with a reason, all others are done. */
async function playSteps({ stage, driver, its, goTo, formSays, pressInForm, t, seen }: Part): Promise<void> {
  stage.act(its.steps);
  await goTo('2026-12-16T09:00:00Z');
  const checklist = await driver.view(MARA, VIEWS.parting);
  const steps = checklist.blocks.flatMap(({ accessory, text }) =>
    accessory?.action_id === ACTIONS.partingStep ? [{ value: String(accessory.value), line: text?.text ?? '' }] : [],
  );
  const alternative = t.parting.step.offer_alternative.guide;
  for (const [at, { value, line }] of steps.entries()) {
    const [step = ''] = line.replace(/^\P{L}+/u, '').split(' · ');
    await pressInForm('mara', { actionId: ACTIONS.partingStep, value }, step);
    const form = await driver.view(MARA, VIEWS.partingStep);
    const isNotNeeded = JSON.stringify(form.blocks).includes(alternative);
    const done = { [FIELDS.stepState]: 'done', ...(at === 0 ? { [FIELDS.note]: its.note } : {}) };
    const notNeeded = { [FIELDS.stepState]: 'not_needed', [FIELDS.reason]: its.notNeeded };
    await stage.send('mara', isNotNeeded ? notNeeded : done, { isTold: at === 0 });
    if (at < steps.length - 1) await formSays('mara', t.parting.progress(at + 1, steps.length));
  }
  stage.act(its.parted);
  await seen((text) => text.includes(t.parting.finished('Northwind')), 'the finished checklist');
}

async function playLastLesson({ stage, driver, its, t, screen, seenBy }: Part): Promise<void> {
  await driver.close(MARA);
  const asked = await seenBy('lena', (_, one) => hasAction(one, ACTIONS.lastLesson));
  await stage.press('lena', ACTIONS.lastLesson, { on: asked, opensForm: true });
  await driver.view(PEOPLE.lena.id, VIEWS.lastLesson);
  await stage.send('lena', { [FIELDS.learned]: its.lesson }, { isTold: true });
  await screen('lena', t.partingForms.lesson.done);
}

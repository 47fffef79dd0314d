import type { Language } from '../src/domain/language.ts';
import { ACTIONS, FIELDS, VIEWS } from '../src/slack/ids.ts';
import { playDecision, playLessons, playPositives, playVotes } from './play.ts';
import { REPAIR_WORDS, type RepairWords } from './play-repair-words.ts';
import { PEOPLE, type PersonName } from './sample-agency.ts';
import { hasAction, type Teller } from './stage.ts';
import { playOpenStart, playStory, type Story, showStatus } from './story.ts';

type Repair = Story & { readonly its: RepairWords };

/** Plays a review that ends with “keep and repair” and what follows: plan, meeting, second decision, items, whether it was right. */
export function playRepair(language: Language, teller: Teller): Promise<void> {
  return playStory({ language, teller }, async (story) => {
    const repair = { ...story, its: REPAIR_WORDS[language] };
    await playOpenStart(story);
    await playPositives(story);
    await playLessons(story);
    await playVotes(story);
    await playDecision(story);
    await story.forgetNews();
    await playPlan(repair);
    await playMeeting(repair);
    await playItems(repair);
    await playOutcome(repair);
    await showStatus(story);
  });
}

/** Questions, ticks, and items with owner and date; each owner hears of theirs. */
async function playPlan({ stage, driver, its, seen, t, goTo, seenBy }: Repair): Promise<void> {
  stage.act(its.makesPlan);
  const decision = await stage.found((one) => hasAction(one, ACTIONS.makePlan));
  await stage.press('mara', ACTIONS.makePlan, { on: decision, opensForm: true });
  await driver.view(PEOPLE.mara.id, VIEWS.planQuestions);
  const answers = { [FIELDS.plan('change')]: 'terms', [FIELDS.plan('expectations')]: 'yes' };
  await stage.send('mara', answers, { isTold: true });
  await driver.view(PEOPLE.mara.id, VIEWS.planSuggestions);
  await stage.send('mara', { [FIELDS.suggestions]: ['deliverables_list', 'payment_plan'] }, { isTold: true });
  await driver.view(PEOPLE.mara.id, VIEWS.planItems);
  const items = {
    ...item(0, 'lena', '2026-12-02'),
    ...item(1, 'priya', '2026-12-04'),
    ...{ [FIELDS.planItem('text', 2)]: its.ownItem, ...item(2, 'tom', '2026-12-01') },
  };
  await stage.send('mara', items, { isTold: true });
  await seen((text) => text.includes(its.ownItem), 'the plan');
  stage.act(its.given);
  await goTo('2026-11-23T11:00:00Z');
  await seenBy('tom', (text, one) => text.includes(its.ownItem) && hasAction(one, ACTIONS.itemDone));
  await seenBy('lena', (text) => text.includes(t.plan.suggestion.deliverables_list.text));
}

function item(index: number, owner: PersonName, dueOn: string) {
  return {
    [FIELDS.planItem('ownerId', index)]: PEOPLE[owner].id,
    [FIELDS.planItem('dueOn', index)]: dueOn,
  };
}

/** The talk with the client, and the decision made again after it. */
async function playMeeting({ stage, driver, its, t, goTo, seen, seenBy }: Repair): Promise<void> {
  stage.act(its.plansMeeting);
  const decision = await stage.found((one) => hasAction(one, ACTIONS.planMeeting));
  await stage.press('mara', ACTIONS.planMeeting, { on: decision, opensForm: true });
  await driver.view(PEOPLE.mara.id, VIEWS.meeting);
  const plan = {
    [FIELDS.startsAt]: Date.parse('2026-11-25T13:00:00Z') / 1000,
    [FIELDS.place]: its.place,
    [FIELDS.attendees]: [PEOPLE.mara.id, PEOPLE.lena.id],
  };
  await stage.send('mara', plan, { isTold: true });
  const sheet = await seenBy('mara', (_, one) => hasAction(one, ACTIONS.recordMeeting));
  stage.act(its.dayBefore);
  const [reminder = ''] = t.meeting
    .reminder({ client: 'Northwind', startsAt: new Date(0), place: '' })
    .split('. ')
    .slice(1);
  await goTo('2026-11-24T09:00:00Z');
  await seenBy('lena', (text) => text.includes(reminder));

  stage.act(its.records);
  await goTo('2026-11-25T15:00:00Z');
  await stage.press('mara', ACTIONS.recordMeeting, { on: sheet, opensForm: true });
  await driver.view(PEOPLE.mara.id, VIEWS.meetingRecord);
  const record = {
    ...{ [FIELDS.theirView]: its.theirView, [FIELDS.ourView]: its.ourView, [FIELDS.agreed]: its.agreed },
    ...{ [FIELDS.heardUs]: 'yes', [FIELDS.willing]: 'partly' },
  };
  await stage.send('mara', record, { isTold: true });
  await seen((text) => text.includes(t.meeting.again.title(2)), 'the second verdict');

  stage.act(its.decidesAgain);
  await stage.press('mara', ACTIONS.decide, { opensForm: true });
  await driver.view(PEOPLE.mara.id, VIEWS.decision);
  await stage.send('mara', { [FIELDS.choice]: 'keep_and_repair', [FIELDS.rationale]: its.rationale });
  await seen((text) => text.includes(its.rationale), 'the second decision');
}

/** Reminders come as dates draw near; one item is done, one gets a later date, one is late. */
async function playItems({ stage, driver, its, t, goTo, seen, seenBy }: Repair): Promise<void> {
  const { payment_plan: payment, deliverables_list: list } = t.plan.suggestion;
  const openItem = (name: PersonName, words: string) =>
    seenBy(name, (text, one) => text.includes(words) && hasAction(one, ACTIONS.itemDone));
  const done = async (name: PersonName, words: string) => {
    await stage.press(name, ACTIONS.itemDone, { on: await openItem(name, words) });
    await seen((text) => text.includes('✅') && text.includes(words), `the plan with what ${name} did`);
  };
  const close = (words: string) => words.split('\n').at(-1) ?? '';
  const late = close(t.plan.message.overdue({ client: 'Northwind', text: '', dueOn: '2026-12-04' }));

  stage.act(its.dueSoon);
  await goTo('2026-11-30T09:00:00Z');
  const toTom = await openItem('tom', its.ownItem);
  await stage.press('tom', ACTIONS.itemLater, { on: toTom, opensForm: true });
  await driver.view(PEOPLE.tom.id, VIEWS.itemLater);
  await stage.send('tom', { [FIELDS.dueOn]: '2026-12-04' }, { isTold: true });
  await seenBy('tom', (text) => text.includes(its.ownItem));
  await done('lena', list.text);

  stage.act(its.overdue);
  await goTo('2026-12-02T09:00:00Z');
  await done('tom', its.ownItem);
  stage.act(its.overdueList);
  await goTo('2026-12-07T09:00:00Z');
  await seenBy('priya', (text) => text.includes(late));
  await seenBy('mara', (text) => text.includes(t.plan.message.overdueList(1)));
  stage.act(its.allDone);
  await done('priya', payment.text);
  await seen((text) => text.includes(t.plan.summary({ open: 0, done: 3, overdue: 0 })), 'the finished plan');
}

/** Thirty days later the manager says whether the decision was right. */
async function playOutcome({ stage, driver, its, t, goTo, seenBy }: Repair): Promise<void> {
  stage.act(its.outcome);
  await goTo('2026-12-28T09:00:00Z');
  const asked = await seenBy('mara', (text, one) => text.includes('Northwind') && hasAction(one, ACTIONS.outcomeYes));
  await stage.press('mara', ACTIONS.outcomeYes, { on: asked, opensForm: true });
  await driver.view(PEOPLE.mara.id, VIEWS.outcome);
  await stage.send('mara', { [FIELDS.text]: its.why }, { isTold: true });
  await seenBy('mara', (text) => text.includes(t.outcome.history.yes(30)));
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonName, TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import type { FormValues } from '../../demo/stand-in/driver.ts';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { createClientActs } from '../support/e2e/clients.ts';
import { complaint, idOf, type Review, startReview } from '../support/e2e/review.ts';
import { createTyping, type Typing } from '../support/e2e/typing.ts';
import { clientIdOf, directMessage, passTime } from '../support/e2e/waiting.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';
import {
  besideTheTables,
  everyRow,
  filesSent,
  mark,
  marksIn,
  operationsPages,
  peopleIn,
  watchSent,
} from '../support/fault/privacy-search.ts';

/** Mara runs the review and acts in her name; of the others nobody may be found beside their words. */
const SPEAKERS = ['omar', 'lena', 'tom', 'ira', 'priya', 'jonas'] as const;
const MARA = idOf('mara');
const PARTS = {
  mara: 'account',
  omar: 'sales',
  jonas: 'sales',
  lena: 'delivery',
  tom: 'delivery',
  ira: 'support',
  priya: 'finance',
};
const CLOSED = { kind: 'closed' };

let world: E2eWorld;
let typing: Typing;
let review: Review;
let sent: ReturnType<typeof watchSent>;
beforeAll(async () => {
  world = await startWorld({ hasOps: true });
  typing = await createTyping(world);
  sent = watchSent(world);
  await createClientActs(world).create('Northwind', {
    ...team(),
    ...{ [FIELDS.clientLanguage]: 'en', [FIELDS.noticeDays]: '30', [FIELDS.pulse]: 'off' },
  });
  review = await startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: 'private' } });
}, 60_000);
afterAll(async () => {
  sent.stop();
  typing.close();
  await world.close();
});

const team = (): FormValues =>
  Object.fromEntries(
    ['sales', 'account', 'delivery', 'support', 'finance'].map((role) => [
      FIELDS.team(role),
      Object.entries(PARTS).flatMap(([name, part]) => (part === role ? [idOf(name as PersonName)] : [])),
    ]),
  );

/** Opens a form from a page of this person that is open, and sends it. */
async function fromPage(name: PersonName, action: string, [view, values]: [string, FormValues]) {
  await world.driver.pressInView(idOf(name), action);
  await world.driver.view(idOf(name), view);
  return world.driver.submit(idOf(name), values);
}

/** Somebody's complaint, in their form: another text, or taken back. */
async function changeComplaint(name: PersonName, which: string, values?: FormValues): Promise<void> {
  await review.press(name, ACTIONS.answer, await review.prompt('complaints'));
  await world.driver.view(idOf(name), VIEWS.chooseComplaint);
  const chosen = await world.driver.submit(idOf(name), { [FIELDS.which]: which });
  if (values) expect(await world.driver.submit(idOf(name), values)).toEqual(CLOSED);
  else expect(chosen).toEqual(CLOSED);
}

/** Everybody opens their Home, Mara looks at every page of the client, and asks for its export and its chart. */
async function lookEverywhere(): Promise<void> {
  const { driver, standIn } = world;
  const mara = createClientActs(world);
  for (const name of ['mara', ...SPEAKERS] as const) await driver.openHome(idOf(name));
  for (const words of ['status', 'list', 'client Northwind', 'pulse']) await mara.say(words);
  await mara.command('evidence Northwind');
  await mara.formWith('The invoice of May');
  await driver.close(MARA);
  const before = standIn.world.files.size;
  await mara.say('export Northwind');
  await driver.waitFor(() => standIn.world.files.size >= before + 3, { what: 'the files of the export' });
  await world.app().tick();
}

/** No row, log line, page of operations or sample of the server holds any of these words. */
async function expectNowhere(words: readonly string[]): Promise<void> {
  const rows = (await everyRow(world.db)).map(({ table, text }) => `${table}: ${text}`);
  const places = [...rows, ...(await besideTheTables(world.db)), ...world.logs(), await operationsPages(world)];
  expect(places.filter((text) => words.some((word) => text.includes(word)))).toEqual([]);
}

/** Whoever reads a row with words finds nobody named in it, nor in what the same transaction wrote, unless everybody is. */
async function expectRowsToNameNobody(): Promise<void> {
  const rows = await everyRow(world.db);
  for (const { table, text, transaction } of rows.filter((row) => marksIn(row.text).length > 0)) {
    // Of a message, each block is looked at as it was sent.
    if (table !== 'public."Post"')
      expect(
        peopleIn(text).filter((name) => name !== 'mara'),
        `${table}: ${text}`,
      ).toEqual([]);
    const beside = rows.filter((row) => row.transaction === transaction && row.text !== text);
    const named = new Set(beside.flatMap((row) => peopleIn(row.text)).filter((name) => name !== 'mara'));
    expect([0, SPEAKERS.length], `beside ${table}: ${[...named]}`).toContain(named.size);
  }
}

/** What went to Slack with words in it, forms of their author apart. */
const saidToOthers = () =>
  sent
    .parts()
    .filter(({ text, seenBy }) => marksIn(text).some((one) => seenBy === 'several' || !one.includes(`${seenBy}qz`)));

const shownTo = (name: PersonName) => {
  const { driver, standIn, reader } = world;
  const messages = [...driver.ephemerals(idOf(name)), ...driver.directMessages(idOf(name))].map(reader.readMessage);
  const home = standIn.world.views.home(idOf(name));
  return [...messages, home ? reader.readView(home) : ''].join('\n');
};

describe('a private review, on all that people use', () => {
  it('takes nothing of a typed reply, and shows its author alone what they typed', async () => {
    const { driver } = world;
    let typed = { channel: '', ts: '' };
    await review.replyTo('ira', async () => {
      typed = await typing.say('ira', review, `They shout: ${mark('ira', 'typed')}`);
    });
    const notice = driver.ephemerals(idOf('ira'), TEAM_CHANNEL).at(-1);
    await review.press('ira', ACTIONS.answerInForm, notice);
    await driver.view(idOf('ira'), VIEWS.complaint);
    expect(JSON.stringify(driver.shownValues(idOf('ira')))).toContain(mark('ira', 'typed'));
    await driver.close(idOf('ira'));
    // She was told of this message. Events come one after another: Tom is told after these were looked at.
    typing.edit('ira', typed, `They whisper: ${mark('ira', 'edited')}`);
    typing.remove('ira', typed);
    await review.replyTo('tom', () => typing.say('tom', review, mark('tom', 'typed')));
    await expectNowhere([mark('ira', 'typed'), mark('ira', 'edited'), mark('tom', 'typed')]);
    expect(saidToOthers()).toEqual([]);
  });

  it('shows nothing of forms, walks, changes, reminders and evidence to others while it is open', async () => {
    const { driver } = world;
    await review.fill('omar', complaint(mark('omar', 'hurts')));
    await review.press('tom', ACTIONS.answerAll);
    await review.send('tom', complaint(mark('tom', 'hurts')));
    await review.send('tom', { [FIELDS.text]: mark('tom', 'good') });
    await review.send('tom', { [FIELDS.learned]: mark('tom', 'lesson') });
    await review.send('tom', { [FIELDS.vote]: 'keep', [FIELDS.hours]: '3' });
    await driver.close(idOf('tom'));
    await review.fill('lena', complaint(mark('lena', 'first')));
    await changeComplaint('lena', 'withdraw_all');
    await review.fill('lena', complaint(mark('lena', 'second')));
    await changeComplaint('lena', 'edit:0', { [FIELDS.text]: mark('lena', 'hurts') });
    await review.fill('ira', complaint(mark('ira', 'hurts')));

    await review.press('mara', ACTIONS.facilitate);
    await driver.view(MARA, VIEWS.desk);
    await driver.pressInView(MARA, ACTIONS.remindNow);
    const reminder = await directMessage(world, 'jonas', 'Your answer is missing');
    await driver.press(idOf('jonas'), reminder, ACTIONS.snoozeTwoHours);
    await directMessage(world, 'jonas', 'I will remind you again');
    await passTime(world, { minutes: 125 });
    await directMessage(world, 'jonas', world.t.desk.snooze.again);
    await driver.close(MARA);
    await driver.command(idOf('omar'), TEAM_CHANNEL, '/client-review evidence Northwind');
    await driver.view(idOf('omar'), VIEWS.evidence);
    await driver.submit(idOf('omar'), {
      [FIELDS.text]: 'The invoice of May came in July',
      [FIELDS.happenedOn]: '2026-11-20',
    });
    await driver.close(idOf('omar'));
    await lookEverywhere();

    await expectNowhere([mark('lena', 'first'), mark('lena', 'second')]);
    const rows = (await everyRow(world.db)).filter(({ text }) => marksIn(text).length > 0);
    expect(new Set(rows.map(({ table }) => table))).toEqual(new Set(['public."Answer"']));
    await expectRowsToNameNobody();
    expect(saidToOthers()).toEqual([]);
    expect((await filesSent(world)).filter(({ text }) => marksIn(text).length > 0)).toEqual([]);
  });

  it('tells nobody but the facilitator who has answered', async () => {
    const answered = ['omar', 'tom', 'lena', 'ira'] as const;
    const posts = sent.parts().filter(({ seenBy, method }) => seenBy === 'several' && method.startsWith('chat.'));
    expect(posts.flatMap(({ text }) => peopleIn(text)).filter((name) => name !== 'mara')).toEqual([]);
    for (const name of SPEAKERS) {
      const others = answered.filter((one) => one !== name);
      expect(
        peopleIn(shownTo(name)).filter((one) => others.includes(one as 'omar')),
        `shown to ${name}`,
      ).toEqual([]);
    }
    const pages = await operationsPages(world);
    expect(pages).toContain('parley_');
    expect([peopleIn(pages), marksIn(pages)]).toEqual([[], []]);
  });

  it('says the words without names when the step ends, also after changes, a hidden one and late ones', async () => {
    const { driver } = world;
    await review.nextStep();
    await review.step('positives');
    await review.posted((text) => text.includes(mark('lena', 'hurts')), 'the words of the step');
    await changeComplaint('lena', 'edit:0', { [FIELDS.text]: mark('lena', 'anew') });
    await changeComplaint('ira', 'withdraw_all');
    await review.fill('priya', complaint(mark('priya', 'late')), await review.prompt('complaints'));
    await review.press('mara', ACTIONS.facilitate);
    await driver.view(MARA, VIEWS.desk);
    await driver.pressInView(MARA, ACTIONS.hideAnswer);
    const form = JSON.stringify(await driver.view(MARA, VIEWS.hide));
    const options = form.match(/\{"text":\{[^}]*\},"value":"[^"]+"[^\]]*?\}/g) ?? [];
    const chosen = options.find((option) => option.includes(mark('tom', 'hurts')))?.match(/"value":"([^"]+)"/)?.[1];
    const hidden = { [FIELDS.words]: chosen ?? '', [FIELDS.reason]: 'It is about a colleague.' };
    expect(await driver.submit(MARA, hidden)).toEqual(CLOSED);
    await driver.close(MARA);
    for (const name of ['omar', 'lena', 'ira'] as const) await review.fill(name, { [FIELDS.text]: mark(name, 'good') });
    await review.nextStep();
    await review.step('lessons');
    await review.fill('omar', { [FIELDS.learned]: mark('omar', 'lesson') });
    await world.app().tick();
    await lookEverywhere();
    await expectRowsToNameNobody();
    await expectNowhere([mark('ira', 'hurts')]);
    for (const { text } of saidToOthers()) expect(peopleIn(text), text).toEqual([]);
  });

  it('forgets what was not to be said, and ties nothing to anybody once it has closed', async () => {
    await review.nextStep();
    await review.step('vote');
    for (const name of ['omar', 'lena', 'ira', 'jonas', 'mara', 'priya'] as const) await review.vote(name, 'keep');
    await review.closed();
    await world.app().tick();
    await lookEverywhere();
    const kept = [mark('omar', 'hurts'), mark('lena', 'anew'), mark('tom', 'good'), mark('ira', 'good')];
    const rows = (await everyRow(world.db)).map(({ text }) => text).join('\n');
    for (const word of kept) expect(rows).toContain(word);
    await expectNowhere(['late', 'lesson'].flatMap((what) => SPEAKERS.map((name) => mark(name, what))));
    await expectRowsToNameNobody();
  });

  it('ties nothing to anybody in plan, meeting, parting, export and chart', async () => {
    await repairAndPart();
    await lookEverywhere();
    await world.app().tick();
    await expectRowsToNameNobody();
    for (const { text, method } of saidToOthers())
      expect(
        peopleIn(text).filter((name) => name !== 'mara'),
        `${method}: ${text}`,
      ).toEqual([]);
    const files = await filesSent(world);
    for (const end of ['.md', '.json', '.csv', '.png']) expect(files.map(({ name }) => name).join()).toContain(end);
    const withWords = files.filter(({ text }) => marksIn(text).length > 0);
    expect(withWords.length).toBeGreaterThan(0);
    for (const { name, text } of withWords)
      for (const paragraph of text.split(/\n\n|\{/).filter((part) => marksIn(part).length > 0))
        expect(peopleIn(paragraph), `${name}: ${paragraph}`).toEqual([]);
    await expectNowhere([mark('ira', 'hurts'), mark('priya', 'late'), mark('lena', 'hurts')]);
    expect(world.logs().filter((line) => marksIn(line).length > 0)).toEqual([]);
    const server = await besideTheTables(world.db);
    expect(server.filter((text) => marksIn(text).length > 0)).toEqual([]);
    const pages = await operationsPages(world);
    expect([peopleIn(pages), marksIn(pages)]).toEqual([[], []]);
    world.expectClean();
  });
});

/** Decides to repair, makes a plan, talks with the client, decides to part, begins it and writes the notice. */
async function repairAndPart(): Promise<void> {
  const { driver, t } = world;
  const send = async (view: string, values: FormValues) => {
    await driver.view(MARA, view);
    return driver.submit(MARA, values);
  };
  await review.press('mara', ACTIONS.decide);
  const repair = { [FIELDS.choice]: 'keep_and_repair', [FIELDS.rationale]: 'One more quarter.' };
  expect(await send(VIEWS.decision, repair)).toEqual(CLOSED);
  const decided = await review.posted((text) => text.includes(t.planForms.card.noPlan), 'the decision');
  await driver.press(MARA, decided, ACTIONS.makePlan);
  expect(JSON.stringify((await driver.view(MARA, VIEWS.planQuestions)).blocks)).toContain(mark('omar', 'hurts'));
  await driver.submit(MARA, {});
  await send(VIEWS.planSuggestions, { [FIELDS.suggestions]: ['deliverables_list'] });
  const item = { [FIELDS.planItem('ownerId', 0)]: MARA, [FIELDS.planItem('dueOn', 0)]: '2026-12-04' };
  expect(await send(VIEWS.planItems, item)).toEqual(CLOSED);
  await driver.press(MARA, decided, ACTIONS.planMeeting);
  const startsAt = Date.parse('2026-11-26T13:00:00Z') / 1000;
  expect(await send(VIEWS.meeting, { [FIELDS.startsAt]: startsAt, [FIELDS.attendees]: [MARA] })).toEqual(CLOSED);
  const sheet = await directMessage(world, 'mara', t.meeting.sheet.numbers);
  await passTime(world, { days: 3 });
  await driver.press(MARA, sheet, ACTIONS.recordMeeting);
  const said = { [FIELDS.theirView]: 'We pay for it.', [FIELDS.heardUs]: 'partly', [FIELDS.willing]: 'no' };
  expect(await send(VIEWS.meetingRecord, { ...said, [FIELDS.agreed]: 'Nothing.' })).toEqual(CLOSED);
  await review.card((text) => text.includes(t.card.buttons.decide), 'a card to decide again');
  await review.press('mara', ACTIONS.decide);
  const part = { [FIELDS.choice]: 'part', [FIELDS.rationale]: 'They told us so.' };
  expect(await send(VIEWS.decision, part)).toMatchObject({ kind: 'view' });
  expect(await driver.submit(MARA, { [FIELDS.skipReadiness]: 'We asked in person.' })).toEqual(CLOSED);
  const parting = await review.posted((text) => text.includes('They told us so.'));
  await driver.press(MARA, parting, ACTIONS.openParting);
  expect(await send(VIEWS.partingBegin, { [FIELDS.endOn]: '2027-01-15' })).toMatchObject({ kind: 'view' });
  await driver.view(MARA, VIEWS.parting);
  await fromPage('mara', ACTIONS.partingChannel, [VIEWS.partingChannel, { [FIELDS.choice]: 'email' }]);
  await driver.waitFor(() => driver.openView(MARA)?.callback_id === VIEWS.parting, { what: 'the checklist again' });
  expect(await fromPage('mara', ACTIONS.partingNotice, [VIEWS.partingNotice, {}])).toEqual(CLOSED);
  await driver.close(MARA);
  const { health } = world.app().storage.forWorkspace(TEAM_ID);
  const week = weekOf('2026-11-24');
  for (const ago of [2, 1])
    await health.addWeek({
      ...{ clientId: await clientIdOf(world, 'Northwind'), week: week - ago, asked: 3, respondents: 3, health: 34 },
      ...{ band: 'critical', meanRating: 2, trend: 34, signals: [], hardStops: [], comments: 0, closedAt: world.now() },
    });
  await driver.openHome(MARA);
  await driver.pressInView(MARA, ACTIONS.openClient);
  await driver.view(MARA, VIEWS.clientPage);
  const hasChart = () => [...world.standIn.world.files.values()].some((address) => address.endsWith('.png'));
  await driver.waitFor(hasChart, { what: 'the chart' });
  await driver.close(MARA);
}

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import type { Block, View } from '../../demo/stand-in/block-shapes.ts';
import { type Messages, translate } from '../../src/i18n/index.ts';
import { ACTIONS, FIELDS, SHORTCUTS, VIEWS } from '../../src/slack/ids.ts';
import { type AgencyWorld, startAgencyWorld } from '../support/e2e/agency-world.ts';
import {
  BAD_ROWS,
  type BadRow,
  type FormName,
  item,
  itemField,
  LATER,
  meeting,
  STRANGERS,
  share,
} from '../support/e2e/bad-rows.ts';
import { idOf } from '../support/e2e/review.ts';
import { dumpTables } from '../support/table-dump.ts';

/** Who manages, and whose Slack speaks which language. */
const MANAGERS = { en: idOf('mara'), ru: idOf('ira') } as const;
type Language = keyof typeof MANAGERS;
const LANGUAGES = Object.keys(MANAGERS) as Language[];

let world: AgencyWorld;
/** What the buttons of the forms name. */
let ids: Readonly<Record<'contoso' | 'fabrikam' | 'litware' | 'proseware' | 'item' | 'step' | 'meeting', string>>;

beforeAll(async () => {
  world = await startAgencyWorld({
    workspace: (spec) => {
      spec.users.push(...Object.values(STRANGERS));
      for (const user of spec.users)
        if (user.id === MANAGERS.ru) Object.assign(user, { locale: 'ru-RU', is_admin: true });
    },
  });
  const stores = world.app().storage.forWorkspace(TEAM_ID);
  const all = await stores.clients.list();
  const clientOf = (name: string) => all.find((client) => client.name === name)?.id ?? '';
  const reviewOf = async (name: string) => (await stores.reviews.findLatestClosed(clientOf(name)))?.id ?? '';
  const [contoso, fabrikam] = [await reviewOf('Contoso'), await reviewOf('Fabrikam')];
  const [item] = (await stores.plans.listOfReview(contoso)).filter(({ state }) => state === 'open');
  const [step] = (await stores.partings.listSteps(fabrikam)).filter(({ state }) => state === 'open');
  const [meeting] = await stores.meetings.listOf(contoso);
  ids = {
    ...{ contoso, fabrikam, litware: await reviewOf('Litware'), proseware: await reviewOf('Proseware') },
    ...{ item: item?.id ?? '', step: step?.id ?? '', meeting: meeting?.id ?? '' },
  };
});
afterAll(() => world.close());
afterEach(async () => {
  for (const manager of Object.values(MANAGERS)) await world.driver.close(manager);
  world.expectClean();
});

/** Every row there is, as one line each. */
async function stored(): Promise<string[]> {
  const tables = Object.entries(await dumpTables(world.db));
  return tables.flatMap(([name, rows]) => rows.map((row) => `${name} ${JSON.stringify(row)}`));
}

type Button = readonly [actionId: string, value: string];

/** Presses a button that stands in some message of the team's channel. */
async function press(manager: string, [actionId, value]: Button): Promise<void> {
  const button = { type: 'button', action_id: actionId, text: { type: 'plain_text', text: 'x' }, value };
  const blocks = [{ type: 'actions', block_id: 'some', elements: [button] }] as Block[];
  await world.driver.press(manager, { channel: TEAM_CHANNEL, ts: '1.1', blocks }, { actionId, value });
}

/** The form that a button opens, once its look-ups are done: a field of it, without the limits that Slack checks itself. */
async function openForm(manager: string, button: Button, field: string): Promise<void> {
  await press(manager, button);
  const hasField = (view: View) => view.blocks.some((block) => block.block_id === field);
  const view = await world.driver.waitFor(() => [world.driver.openView(manager)].find((one) => one && hasField(one)), {
    what: `a form with ${field} after ${button[0]}`,
  });
  for (const { element } of view.blocks) if (element) element.max_length = 20_000;
}

const target = (reviewId: string, more: object = {}) => JSON.stringify({ reviewId, ...more });
const forms = {
  addItem: () => [ACTIONS.addPlanItem, target(ids.contoso)],
  later: () => [ACTIONS.itemLater, ids.item],
  drop: () => [ACTIONS.itemDrop, ids.item],
  edit: () => [ACTIONS.itemEdit, ids.item],
  meeting: () => [ACTIONS.planMeeting, target(ids.proseware)],
  move: () => [ACTIONS.moveMeeting, ids.meeting],
  figures: () => [ACTIONS.readinessFigures, target(ids.proseware)],
  step: () => [ACTIONS.partingStep, target(ids.fabrikam, { stepId: ids.step })],
  addStep: () => [ACTIONS.addPartingStep, target(ids.fabrikam)],
  end: () => [ACTIONS.movePartingEnd, target(ids.fabrikam)],
  notice: () => [ACTIONS.partingNotice, target(ids.fabrikam)],
  evidence: () => [ACTIONS.logEvidence, world.clients.Contoso],
  decide: () => [ACTIONS.decide, target(ids.proseware)],
  ask: () => [ACTIONS.askReadiness, target(ids.proseware)],
  plan: () => [ACTIONS.makePlan, target(ids.contoso)],
  begin: () => [ACTIONS.openParting, target(ids.fabrikam)],
} as const satisfies Record<FormName, () => Button>;

const rows = BAD_ROWS.flatMap((row) => LANGUAGES.map((language) => ({ ...row, language })));

describe('a form with something wrong in it', () => {
  it.each(rows)('$form says $what at its field, keeps the rest and writes nothing ($language)', async (row) => {
    await openForm(MANAGERS[row.language], forms[row.form](), row.at);
    await expectRefused(row);
  });
});

/** Sends the open form: the sentence stands at its field, what was typed stays, and nothing is written or said elsewhere. */
async function expectRefused({
  language,
  values,
  at,
  says,
}: Pick<BadRow, 'values' | 'at' | 'says'> & { readonly language: Language }): Promise<void> {
  const { driver, standIn } = world;
  const manager = MANAGERS[language];
  const before = await stored();
  const calls = standIn.calls().length;
  const typed = driver.shownValues(manager, values);
  const text = says(translate(language));
  expect(text).not.toBe('');
  expect(await driver.submit(manager, values)).toEqual({ kind: 'errors', errors: { [at]: text } });
  expect(driver.shownValues(manager)).toEqual(typed);
  const since = standIn.calls().slice(calls);
  expect(since.filter(({ method }) => /^(views|chat)\./.test(method))).toEqual([]);
  expect(await stored()).toEqual(before);
}

describe('a client that we have parted with meanwhile', () => {
  const setStatus = (status: string) =>
    world.db.query('UPDATE "Client" SET status = $1 WHERE name = ANY($2)', [
      status,
      ['Contoso', 'Fabrikam', 'Proseware'],
    ]);
  const saved = new Map<string, string>();
  beforeAll(async () => {
    const { rows } = await world.db.query<{ name: string; status: string }>('SELECT name, status FROM "Client"');
    for (const { name, status } of rows) saved.set(name, status);
    // A playbook that waits to be begun again.
    await world.db.query('UPDATE "Parting" SET "stoppedAt" = now(), "runningClientId" = NULL WHERE "reviewId" = $1', [
      ids.fabrikam,
    ]);
  });
  afterEach(async () => {
    for (const [name, status] of saved)
      await world.db.query('UPDATE "Client" SET status = $1 WHERE name = $2', [status, name]);
  });

  const decision = { [FIELDS.choice]: 'keep_as_is', [FIELDS.rationale]: 'We like them.' };
  const parted = (t: Messages) => t.parting.refused.client_parted;
  const notRepairing = (t: Messages) => t.planForms.replies.not_repairing;
  const talk = meeting('2026-12-01T09:00:00Z', idOf('lena'));
  const whenOpen = [
    { form: 'decide', values: decision, at: FIELDS.choice, says: parted },
    { form: 'addItem', values: item(idOf('lena'), LATER), at: itemField('text'), says: notRepairing },
    { form: 'meeting', values: talk, at: FIELDS.startsAt, says: (t: Messages) => t.meeting.refused.client_parted },
    { form: 'move', values: talk, at: FIELDS.startsAt, says: (t: Messages) => t.meeting.refused.client_parted },
    {
      form: 'figures',
      values: { [share]: '30' },
      at: share,
      says: (t: Messages) => t.readiness.refused.parting_decided,
    },
    { form: 'begin', values: { [FIELDS.endOn]: LATER }, at: FIELDS.endOn, says: parted },
    { form: 'step', values: { [FIELDS.note]: 'Half done' }, at: FIELDS.stepState, says: parted },
    { form: 'notice', values: { [FIELDS.text]: 'Dear all' }, at: FIELDS.text, says: parted },
  ] as const;

  it.each(whenOpen.flatMap((row) => LANGUAGES.map((language) => ({ ...row, language }))))(
    'is said in the form of $form, which stays as it is ($language)',
    async (row) => {
      const { form, at } = row;
      await openForm(MANAGERS[row.language], forms[form](), at);
      await setStatus('parted');
      await expectRefused(row);
    },
  );

  it.each(LANGUAGES)('is said before a form opens (%s)', async (language) => {
    const { driver, reader } = world;
    const t = translate(language);
    const manager = MANAGERS[language];
    await setStatus('parted');
    for (const [form, says] of [
      ['decide', parted(t)],
      ['ask', t.readiness.refused.parting_decided],
    ] as const) {
      const seen = driver.ephemerals(manager).length;
      await press(manager, forms[form]());
      const reply = await driver.waitFor(() => driver.ephemerals(manager)[seen], { what: `a reply to ${form}` });
      expect(reader.readMessage(reply)).toContain(says);
    }
    for (const [form, says] of [
      ['meeting', t.meeting.refused.client_parted],
      ['plan', notRepairing(t)],
    ] as const) {
      await press(manager, forms[form]());
      const isSaid = (view: View | undefined) => view && reader.readView(view).includes(says);
      await driver.waitFor(() => isSaid(driver.openView(manager)), { what: `${form} says why not` });
      await driver.close(manager);
    }
  });
});

describe('days typed after the command', () => {
  it.each(LANGUAGES)('are named where the calendar has no such day, and no form opens (%s)', async (language) => {
    const { driver, reader } = world;
    const manager = MANAGERS[language];
    for (const typed of ['31.02.2027', '2027-02-31 – 2027-03-02', 'from 2027-03-05 to 2027-03-02']) {
      const before = await stored();
      const seen = driver.ephemerals(manager).length;
      await driver.command(manager, TEAM_CHANNEL, `/client-review away ${typed}`);
      const reply = await driver.waitFor(() => driver.ephemerals(manager)[seen], { what: 'a reply' });
      expect(reader.readMessage(reply)).toContain(typed);
      expect(driver.openView(manager)).toBeUndefined();
      expect(await stored()).toEqual(before);
    }
  });

  it('stand in the form of days off', async () => {
    const { driver } = world;
    await driver.command(MANAGERS.en, TEAM_CHANNEL, '/client-review away 24.12.2026 – 02.01.2027');
    await driver.view(MANAGERS.en, VIEWS.daysOff);
    const shown = JSON.stringify(driver.shownValues(MANAGERS.en));
    expect(shown).toMatch(/2026-12-24.*2027-01-02/);
    expect(await driver.submit(MANAGERS.en, {})).toEqual({ kind: 'closed' });
  });
});

describe('a message of 10,000 characters, logged as evidence', () => {
  it.each(LANGUAGES)('fills the form with as much as it holds, which says so (%s)', async (language) => {
    const { driver } = world;
    const manager = MANAGERS[language];
    const message = await driver.say(manager, TEAM_CHANNEL, 'They did it again. '.repeat(550).slice(0, 10_000));
    await driver.shortcut(manager, message, SHORTCUTS.logEvidence);
    const form = await driver.view(manager, VIEWS.evidence);
    expect(JSON.stringify(form.blocks)).toContain(translate(language).evidence.tooLong);
    expect(JSON.stringify(driver.shownValues(manager))).toContain('They did it again. '.repeat(150));
  });
});

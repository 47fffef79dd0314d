import { afterEach, describe, expect, it } from 'vitest';
import { type PersonName, TEAM_ID } from '../../demo/sample-agency.ts';
import type { ParleyApp } from '../../src/app.ts';
import { DEFAULT_PULSE_SCHEDULE } from '../../src/domain/pulse-schedule.ts';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { createClientActs } from '../support/e2e/clients.ts';
import { decide } from '../support/e2e/decide.ts';
import { complaint, idOf, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';
import { waitUntilDelivered } from '../support/fault/database-rows.ts';

const PEOPLE = ['mara', 'omar', 'lena'] as const;

let world: E2eWorld;
afterEach(() => world.close());

/** Several apps on one database, of which the stand-in gives each envelope to one in turn. */
async function startReplicas(count: number, people: readonly PersonName[]): Promise<ParleyApp[]> {
  world = await startWorld({ people });
  const apps = [world.app()];
  while (apps.length < count) apps.push(await world.startApp());
  return apps;
}

const tickAll = (apps: readonly ParleyApp[]) => Promise.all(apps.map((app) => app.tick()));
const count = async (sql: string) => Number((await world.db.query(`SELECT count(*) FROM ${sql}`)).rows[0].count);

describe('an event that reaches two replicas at once', () => {
  it('has one result: each answer, step, post and decision is there once', async () => {
    const apps = await startReplicas(3, PEOPLE);
    const review = await startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: 'open' } });
    world.standIn.setEnvelopeHook(() => 'duplicate');
    const words = (name: PersonName) => `What ${name} says about their nights.`;
    for (const name of PEOPLE) await review.fill(name, complaint(words(name)));
    for (const name of PEOPLE) await review.posted((text) => text.includes(words(name)));
    await waitUntilDelivered(world.db);
    for (const name of PEOPLE) expect(review.threadText().split(words(name))).toHaveLength(2);
    for (const phase of ['positives', 'lessons'] as const) {
      await review.step(phase);
      for (const name of PEOPLE) await review.nothing(name);
      await tickAll(apps);
    }
    await review.step('vote');
    for (const name of PEOPLE) await review.vote(name, 'keep');
    await review.closed();
    await decide(review, { [FIELDS.choice]: 'keep_and_repair', [FIELDS.rationale]: 'They listen when we say it.' });
    await tickAll(apps);
    await waitUntilDelivered(world.db);

    const said = review.thread().map((message) => world.reader.readMessage(message));
    expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([]);
    expect(await count('"Decision"')).toBe(1);
    expect(await count('"Review"')).toBe(1);
    const { rows } = await world.db.query(
      `SELECT action, count(*)::int AS times FROM "AuditEntry" WHERE action IN ('phase_closed', 'review_closed', 'decision_made') GROUP BY action`,
    );
    for (const { action, times } of rows) expect([action, times]).toEqual([action, action === 'phase_closed' ? 4 : 1]);
    expect(world.logs().filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
  });
});

describe('the ticks of three replicas at once', () => {
  it('remind, ask and move once', async () => {
    const apps = await startReplicas(3, PEOPLE);
    const { driver } = world;
    const messages = (name: PersonName) => driver.directMessages(idOf(name)).length;
    const settled = async () => {
      await tickAll(apps);
      await tickAll(apps);
      await waitUntilDelivered(world.db);
    };
    const mara = createClientActs(world);
    await mara.create('Contoso', { [FIELDS.team('support')]: [idOf('lena'), idOf('omar')] });
    const { pulses } = apps[0]?.storage.forWorkspace(TEAM_ID) ?? {};
    await pulses?.saveSettings({ isOn: true, schedule: DEFAULT_PULSE_SCHEDULE, since: null });
    const review = await startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: 'open' } });
    await settled();
    const { rows } = await world.db.query<{ ends: Date }>('SELECT "phaseEndsAt" AS ends FROM "Review"');
    const leftMinutes = Math.floor(((rows[0]?.ends.getTime() ?? 0) - world.now().getTime()) / 60_000);

    const before = PEOPLE.map(messages);
    world.advance({ minutes: Math.floor(leftMinutes * 0.9) });
    await settled();
    expect(PEOPLE.map(messages)).toEqual(before.map((sent) => sent + 1));

    world.advance({ minutes: Math.ceil(leftMinutes * 0.1) + 1 });
    await settled();
    expect(await count(`"AuditEntry" WHERE action = 'phase_closed'`)).toBe(1);
    await review.step('positives');
    const said = review.thread().map((message) => world.reader.readMessage(message));
    expect(new Set(said).size).toBe(said.length);

    const asksOf = (name: PersonName) =>
      driver
        .directMessages(idOf(name))
        .filter((message) => JSON.stringify(message.blocks).includes(ACTIONS.pulseRate1));
    // Thursday, 15:00 in Berlin: the hour of the weekly pulse.
    world.advance({ minutes: Math.ceil((Date.parse('2026-11-26T14:01:00Z') - world.now().getTime()) / 60_000) });
    await settled();
    expect(asksOf('lena')).toHaveLength(1);
    expect(asksOf('omar')).toHaveLength(1);
  });
});

/**
 * Slack has no way to be told that a socket is about to close: what it sends in that instant is not acknowledged, the person is told so
 * by Slack itself, their form stays open, and they do it again. Once is enough: the next replica has it.
 */
async function untilTaken(act: () => Promise<boolean>): Promise<void> {
  if (!(await act())) expect(await act()).toBe(true);
}

describe('a rolling restart', () => {
  it('loses no interaction of those who go on answering', async () => {
    const apps = await startReplicas(2, ['mara', 'omar', 'lena', 'tom']);
    const review = await startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: 'open' } });
    for (const next of ['positives', 'lessons', 'vote'] as const) {
      await review.nextStep();
      await review.step(next);
    }
    let isOver = false;
    const voteOn = async (name: PersonName) => {
      let hours = 0;
      while (!isOver || hours === 0) {
        hours = (hours % 40) + 1;
        await untilTaken(async () => (await review.press(name, ACTIONS.voteForm)).isAcknowledged);
        const vote = { [FIELDS.vote]: hours % 2 === 0 ? 'keep' : 'part', [FIELDS.hours]: String(hours) };
        await untilTaken(async () => (await review.send(name, vote)).kind === 'closed');
      }
      return hours;
    };
    // Tom says nothing, or the review would close.
    const voters = (['mara', 'omar', 'lena'] as const).map(async (name) => [idOf(name), await voteOn(name)] as const);
    const restarts = (async () => {
      for (let old = apps.shift(); old; old = apps.shift()) {
        await world.startApp();
        await world.stopApp(old);
      }
    })().finally(() => {
      isOver = true;
    });
    const [votes] = await Promise.all([Promise.all(voters), restarts]);
    for (const [userId, hours] of votes) {
      const { rows } = await world.db.query(
        `SELECT (content->>'hoursPerWeek')::int AS hours FROM "Answer" WHERE phase = 'vote' AND "personKey" = $1`,
        [userId],
      );
      expect(rows).toEqual([{ hours }]);
    }
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { complaint, type HttpReview, startReview } from '../support/http/review.ts';
import { type HttpWorld, startHttpWorld } from '../support/http/world.ts';

let world: HttpWorld;
afterEach(() => world.close());

const count = async (table: string) => Number((await world.db.query(`SELECT count(*) FROM "${table}"`)).rows[0].count);

/** Every commit that adds to the table fails, at the last moment there is. */
async function refuseCommitsTo(table: string) {
  await world.db.query(`
    CREATE FUNCTION refuse_commit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$;
    CREATE CONSTRAINT TRIGGER refuse_commit AFTER INSERT ON "${table}" DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION refuse_commit()`);
}
const allowCommitsTo = (table: string) =>
  world.db.query(`DROP TRIGGER refuse_commit ON "${table}"; DROP FUNCTION refuse_commit`);

const rushToTheEnd = async (review: HttpReview) => {
  for (const phase of ['complaints', 'positives', 'lessons'] as const) {
    await review.step(phase);
    for (const name of ['mara', 'omar', 'lena', 'tom'] as const) await review.nothing(name);
  }
  await review.step('vote');
  for (const name of ['mara', 'omar', 'lena', 'tom'] as const) await review.vote(name, 'keep');
};

describe('a form is acknowledged only when its words are committed', () => {
  it.each([
    { what: 'the start of a review', table: 'Review' },
    { what: 'a private answer', table: 'Answer', mode: 'private' },
    { what: 'an open answer', table: 'Answer', mode: 'open' },
    { what: 'a decision', table: 'Decision' },
  ])('$what', async ({ what, table, mode = 'private' }) => {
    world = await startHttpWorld();
    const { people, channel, t } = world;
    let values: Parameters<typeof people.submit>[1] = {};
    if (table === 'Review') await people.command('mara', channel, 'Northwind');
    else {
      const review = await startReview(world, { values: { [FIELDS.mode]: mode } });
      if (table === 'Decision') {
        await rushToTheEnd(review);
        await review.press('mara', ACTIONS.decide);
        values = { [FIELDS.choice]: 'keep_and_repair', [FIELDS.rationale]: 'They will not change.' };
      } else {
        await review.press('mara', ACTIONS.answer);
        values = complaint('They call on Sundays.');
      }
    }
    await refuseCommitsTo(table);
    const refused = await people.submit('mara', values);
    expect(refused.kind, what).toBe('errors');
    expect([t.forms.errors.something_wrong, t.forms.errors.database_gone]).toContain(
      Object.values(refused.kind === 'errors' ? refused.errors : {})[0],
    );
    expect(await count(table)).toBe(0);

    await allowCommitsTo(table);
    expect((await people.submit('mara', values)).kind).toBe('closed');
    expect(await count(table)).toBe(1);
  });
});

describe('a form that is delivered twice', () => {
  it('gives one answer, at once or one after the other', async () => {
    world = await startHttpWorld();
    const { people, sender } = world;
    const review = await startReview(world);
    await review.press('omar', ACTIONS.answer);
    const payload = await people.submissionPayload('omar', complaint('They call on Sundays.'), VIEWS.complaint);
    const twice = await Promise.all([sender.interaction(payload), sender.interaction(payload)]);
    const again = await sender.interaction(payload, { headers: { 'x-slack-retry-num': '1' } });
    expect([...twice, again].map(({ status, text }) => `${status}${text}`)).toEqual(['200', '200', '200']);
    expect(
      (await world.db.query('SELECT jsonb_array_length(content->\'complaints\') AS said FROM "Answer"')).rows,
    ).toEqual([{ said: 1 }]);
    world.expectClean();
  });

  it('starts one review', async () => {
    world = await startHttpWorld();
    const { people, sender, channel } = world;
    await people.command('mara', channel, 'Northwind');
    const payload = await people.submissionPayload('mara', {}, VIEWS.start);
    const replies = await Promise.all([sender.interaction(payload), sender.interaction(payload)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(await count('Review')).toBe(1);
    expect(await count('Client')).toBe(1);
    world.expectClean();
  });
});

describe('a press that is delivered twice', () => {
  it('moves a review one step', async () => {
    world = await startHttpWorld();
    const { people, sender, channel } = world;
    const review = await startReview(world);
    const message = await review.step('complaints');
    const payload = await people.pressPayload('mara', { channel, message }, ACTIONS.nextPhase);
    const replies = await Promise.all([sender.interaction(payload), sender.interaction(payload)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    await review.step('positives');
    await world.gateway.waitFor(() => people.ephemerals('mara')[0], 'a word that it moved already');
    expect(await world.db.query(`SELECT 1 FROM "AuditEntry" WHERE action = 'phase_closed'`)).toMatchObject({
      rowCount: 1,
    });
    world.expectClean();
  });

  it('opens one form and says of the used trigger that it was too slow', async () => {
    world = await startHttpWorld();
    const { people, sender, channel, t } = world;
    const review = await startReview(world);
    const message = await review.step('complaints');
    const payload = await people.pressPayload('omar', { channel, message }, ACTIONS.answer);
    await sender.interaction(payload);
    await people.viewOf('omar', VIEWS.complaint);
    expect(await sender.interaction(payload)).toMatchObject({ status: 200, text: '' });
    const told = await world.gateway.waitFor(() => people.ephemerals('omar')[0], 'a word to Omar');
    expect(told.args.text).toBe(t.refusals.formTooSlow);
    expect(people.openViews('omar')).toHaveLength(1);
  });
});

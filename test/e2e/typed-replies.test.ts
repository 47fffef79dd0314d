import { afterEach, describe, expect, it } from 'vitest';
import { TEAM_CHANNEL } from '../../demo/sample-agency.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { everyMessageSent, everyRow } from '../support/e2e/everything.ts';
import { complaint, idOf, type Review, startReview } from '../support/e2e/review.ts';
import { createTyping, type Typing } from '../support/e2e/typing.ts';
import { type E2eWorld, startWorld, type WorldOptions } from '../support/e2e/world.ts';

const TEAM = ['mara', 'omar', 'lena', 'tom'] as const;

let world: E2eWorld;
let typing: Typing;
afterEach(async () => {
  typing.close();
  await world.close();
});

async function open(mode: 'open' | 'private', options: WorldOptions = {}): Promise<Review> {
  world = await startWorld({ people: TEAM, ...options });
  typing = await createTyping(world);
  return startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: mode } });
}

const answersOf = async (name: (typeof TEAM)[number]) => {
  const { rows } = await world.db.query<{ phase: string; content: object }>(
    'SELECT phase, content FROM "Answer" WHERE "personKey" = $1 ORDER BY phase',
    [idOf(name)],
  );
  return rows.map(({ phase, content }) => `${phase} ${JSON.stringify(content)}`).join('\n');
};
const reactions = () => world.standIn.calls('reactions.add').map(({ args }) => args);
const toldTo = (name: (typeof TEAM)[number]) => world.driver.ephemerals(idOf(name), TEAM_CHANNEL);

describe('a reply in the thread of an open review', () => {
  it('is the answer: receipt, tags, edit and deletion', async () => {
    const review = await open('open');
    const { t, driver, reader } = world;
    expect(reader.readMessage(await review.prompt('complaints'))).toContain(t.replies.prompt.open);

    let reply = { channel: '', ts: '' };
    const told = await review.replyTo('lena', async () => {
      reply = await typing.say('lena', review, 'They pay late &amp; always add one small thing.');
    });
    expect(told).toContain(t.vocabulary.signal.late_payment);
    expect(told).toContain(t.vocabulary.signal.scope_creep);
    expect(reactions()).toMatchObject([{ channel: TEAM_CHANNEL, timestamp: reply.ts, name: 'white_check_mark' }]);
    expect(await answersOf('lena')).toContain('They pay late & always add one small thing.');
    // The message itself stands in the thread: the app repeats nothing.
    expect(everyMessageSent(world).filter((sent) => sent.includes('one small thing'))).toEqual([]);
    await review.card((text) => text.includes(t.card.progress(1, 4)), 'a card that counts Lena');

    const offer = toldTo('lena').at(-1);
    await review.press('lena', ACTIONS.tagReply, offer);
    await driver.view(idOf('lena'), VIEWS.complaint);
    const shown = JSON.stringify(driver.shownValues(idOf('lena')));
    expect(shown).toMatch(/one small thing.*late_payment.*scope_creep/);
    expect(driver.shownValues(idOf('lena'))[FIELDS.severity]?.[FIELDS.severity]).toMatchObject({
      selected_option: null,
    });
    expect(await review.send('lena', { [FIELDS.severity]: '3', [FIELDS.frequency]: 'constantly' })).toEqual({
      kind: 'closed',
    });
    const tagged = await review.posted((text) => text.includes(t.vocabulary.severity[3]));
    expect(reader.readMessage(tagged)).toContain('one small thing');

    typing.edit('lena', reply, 'They pay in spring what was due in autumn.');
    await review.posted((text) => text.includes('due in autumn') && text.includes(t.vocabulary.severity[3]));
    expect(await answersOf('lena')).not.toContain('small thing');

    typing.remove('lena', reply);
    await review.posted((text) => text.includes('took back'));
    expect(await answersOf('lena')).toBe('');
    await review.card((text) => text.includes(t.card.progress(0, 4)), 'a card that counts nobody');
    world.expectClean();
  });

  it('answers one question after the other, and ends the step when everybody has', async () => {
    const review = await open('open');
    for (const name of TEAM) await review.replyTo(name, () => typing.say(name, review, `A thing of ${name}.`));
    await review.step('positives');
    await review.replyTo('tom', () => typing.say('tom', review, 'They thank us.'));
    await review.replyTo('tom', () => typing.say('tom', review, 'And they feed us.'));
    expect(await answersOf('tom')).toContain(String.raw`They thank us.\nAnd they feed us.`);
    await review.nextStep();
    await review.step('lessons');
    await review.replyTo('tom', () => typing.say('tom', review, 'Ask for a deposit.'));
    expect(await answersOf('tom')).toContain('"learned":"Ask for a deposit."');
    await review.nextStep();
    await review.step('vote');
    const vote = await review.replyTo('tom', () => typing.say('tom', review, 'keep'));
    expect(vote).toContain(world.t.replies.refused.vote_by_button);
    for (const name of TEAM) await review.vote(name, 'keep');
    await review.closed();
    expect(review.threadText()).toContain('Ask for a deposit.');
    expect((await everyRow(world)).filter((row) => /TypedReply|ReplyNotice/.test(row))).toEqual([]);
    const late = await review.replyTo('tom', () => typing.say('tom', review, 'One more thing.'));
    expect(late).toContain(world.t.replies.refused.review_closed);
    world.expectClean();
  });

  it('is taken once, however often Slack delivers it', async () => {
    const review = await open('open');
    world.standIn.setEnvelopeHook(({ type }) => (type === 'events_api' ? 'duplicate' : 'deliver'));
    await review.replyTo('omar', () => typing.say('omar', review, 'They call at night.'));
    await review.replyTo('omar', () => typing.say('omar', review, 'They call on Sundays.'));
    const given = await answersOf('omar');
    expect(given.match(/They call/g)).toHaveLength(2);
    expect(toldTo('omar')).toHaveLength(2);
    expect(reactions()).toHaveLength(2);
    world.expectClean();
  });

  it('of somebody who was not invited is not taken, and they are told once', async () => {
    const review = await open('open', { people: [...TEAM, 'ira'] });
    await world.db.query('DELETE FROM "Participant" WHERE "userId" = $1', [idOf('ira')]);
    const told = await review.replyTo('ira', () => typing.say('ira', review, 'I think so too.'));
    expect(told).toContain('you were not invited');
    await typing.say('ira', review, 'Really.');
    await review.replyTo('tom', () => typing.say('tom', review, 'They never thank anyone.'));
    expect(world.driver.ephemerals(idOf('ira'), TEAM_CHANNEL)).toHaveLength(1);
    expect((await everyRow(world)).filter((row) => /I think so|Really/.test(row))).toEqual([]);
    world.expectClean();
  });

  it('follows the form where that was used last', async () => {
    const review = await open('open');
    let reply = { channel: '', ts: '' };
    await review.replyTo('lena', async () => {
      reply = await typing.say('lena', review, 'They pay late.');
    });
    await review.press('lena', ACTIONS.answer);
    await review.send('lena', { [FIELDS.which]: 'edit:0' });
    await review.send('lena', { ...complaint('They pay half a year late.') });
    await review.posted((text) => text.includes('half a year'));
    const told = await review.replyTo('lena', async () => typing.edit('lena', reply, 'They pay when they like.'));
    expect(told).toContain(world.t.replies.refused.changed_in_form);
    expect(await answersOf('lena')).toContain('half a year');
    world.expectClean();
  });
});

describe('a message that is no reply of ours', () => {
  it('leaves no row, no log line and no call behind', async () => {
    const review = await open('open');
    const chat = await typing.say('tom', { channel: TEAM_CHANNEL, ts: '' }, 'Who ordered the umbrella?');
    const calls = world.standIn.calls().length;
    await typing.say('omar', chat, 'I took the umbrella home.');
    await typing.say('omar', chat, 'And the umbrella stand.');
    // Events come one after another: once this one was taken the others have been looked at.
    await review.replyTo('lena', () => typing.say('lena', review, 'They pay late.'));
    expect((await everyRow(world)).filter((row) => row.includes('umbrella'))).toEqual([]);
    expect(world.logs().filter((line) => line.includes('umbrella'))).toEqual([]);
    const made = world.standIn.calls().slice(calls);
    expect(JSON.stringify(made)).not.toMatch(new RegExp(`umbrella|${chat.ts}`));
    world.expectClean();
  });
});

describe('a reply in the thread of a private review', () => {
  it('is not taken; its author is told at once and finds their words in the form', async () => {
    const review = await open('private');
    const { t, driver, reader } = world;
    expect(reader.readMessage(await review.prompt('complaints'))).toContain(t.replies.prompt.private);
    const told = await review.replyTo('lena', () => typing.say('lena', review, 'Their boss ignores us.'));
    expect(told).toContain('this thread is public to the channel');
    expect(reactions()).toEqual([]);
    expect((await everyRow(world)).filter((row) => row.includes('boss'))).toEqual([]);

    const [notice] = toldTo('lena');
    await review.press('lena', ACTIONS.answerInForm, notice);
    await driver.view(idOf('lena'), VIEWS.complaint);
    expect(JSON.stringify(driver.shownValues(idOf('lena')))).toContain('Their boss ignores us.');
    expect((await everyRow(world)).filter((row) => row.includes('boss'))).toEqual([]);
    await driver.close(idOf('lena'));

    // The button of another person's message opens an empty form.
    await review.press('tom', ACTIONS.answerInForm, notice);
    await driver.view(idOf('tom'), VIEWS.complaint);
    expect(JSON.stringify(driver.shownValues(idOf('tom')))).not.toContain('boss');
    await driver.close(idOf('tom'));

    await review.replyTo('lena', () => typing.say('lena', review, 'And one more.'));
    expect(toldTo('lena')).toHaveLength(2);
    expect(world.logs().filter((line) => /boss|one more/.test(line))).toEqual([]);
    world.expectClean();
  });
});

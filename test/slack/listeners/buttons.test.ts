import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { openAnswer, sayNothing, showMyAnswers, voteFor } from '../../../src/slack/listeners/actions/answering.ts';
import { openDecision } from '../../../src/slack/listeners/actions/deciding.ts';
import { extend, moveOn, showWhoAnswered } from '../../../src/slack/listeners/actions/facilitating.ts';
import { encodeTarget } from '../../../src/slack/target.ts';
import { aTeam, FACILITATOR, SAID } from '../../support/usecase-world.ts';
import { openListenerWorld } from './listener-suite.ts';

const en = translate('en');
const ru = translate('ru');

const { world, aReview, answersOf } = await openListenerWorld();

describe('a button', () => {
  it('is acknowledged before anything is done', async () => {
    const { id } = await aReview();
    const seen = await world.press(sayNothing, { value: encodeTarget({ reviewId: id, phase: 'complaints' }) });
    expect(seen).toEqual([{ response: undefined, answersStored: 0, slackCalls: 0 }]);
    expect(await answersOf(id)).toMatchObject([SAID.noComplaint]);
    expect(world.replies()).toEqual([`U01: ${en.commands.done.nothing.complaints}`]);
    expect(world.cards).toEqual([id]);
  });

  it('moves the review on when it was the last answer', async () => {
    const { id } = await aReview();
    const value = encodeTarget({ reviewId: id, phase: 'complaints' });
    for (const { userId } of aTeam(3)) await world.press(sayNothing, { value, userId });
    expect(await world.stateOf(id)).toBe('positives');
    expect(world.cards).toEqual([id, id]);
  });

  it('says so in the person’s language when the database is away, and logs no words', async () => {
    const { id } = await aReview();
    const value = encodeTarget({ reviewId: id, phase: 'complaints' });
    await world.whileDatabaseIsAway(async () => {
      for (const userId of ['U01', 'U02']) await world.press(sayNothing, { value, userId });
    });
    expect(world.replies()).toEqual([`U01: ${en.refusals.databaseGone}`, `U02: ${ru.refusals.databaseGone}`]);
    expect(await answersOf(id)).toEqual([]);
    expect(world.lines.join()).not.toMatch(/U0[12]/);
    await world.press(sayNothing, { value });
    expect(await answersOf(id)).toHaveLength(1);
  });

  it.each(['', 'not json', '{"reviewId":"1"}', '{"reviewId":null}', '"x"'])(
    'with the value %s is an old one',
    async (value) => {
      for (const handle of [openAnswer, sayNothing, voteFor('keep'), showMyAnswers, moveOn, extend, showWhoAnswered])
        await world.press(handle, { value, userId: FACILITATOR });
      expect(world.replies()).toEqual(Array(7).fill(`${FACILITATOR}: ${en.refusals.oldButton}`));
    },
  );
});

describe('a button with the review of somebody else', () => {
  it('answers nothing for a person who was not invited', async () => {
    const { id } = await aReview({ team: aTeam(4).slice(1) });
    await world.advance(id);
    await world.press(sayNothing, { value: encodeTarget({ reviewId: id, phase: 'complaints' }) });
    await world.press(showMyAnswers, { value: encodeTarget({ reviewId: id }) });
    expect(world.replies()).toEqual(Array(2).fill(`U01: ${en.refusals.notInvited(FACILITATOR)}`));
    expect(await answersOf(id)).toEqual([]);
  });

  it('finds nothing in another workspace', async () => {
    const { id } = await aReview({ workspaceId: 'T2' });
    const value = encodeTarget({ reviewId: id, phase: 'complaints' });
    await world.press(sayNothing, { value });
    await world.press(moveOn, { value, userId: FACILITATOR });
    await world.press(openDecision, { value, userId: FACILITATOR });
    expect(world.replies()).toEqual([
      ...[`U01: ${en.refusals.reviewGone}`, `${FACILITATOR}: ${en.refusals.oldButton}`],
      `${FACILITATOR}: ${en.refusals.reviewGone}`,
    ]);
    expect(await world.storage.forWorkspace('T2').reviews.find(id)).toMatchObject({ state: 'complaints' });
    expect(await world.storage.forWorkspace('T2').answers.list(id)).toEqual([]);
  });

  it('moves nothing and names nobody for anyone but the facilitator', async () => {
    const { id } = await aReview();
    await world.press(moveOn, { value: encodeTarget({ reviewId: id, phase: 'complaints' }) });
    await world.press(showWhoAnswered, { value: encodeTarget({ reviewId: id }) });
    expect(world.replies()).toEqual(Array(2).fill(`U01: ${en.refusals.notFacilitator(FACILITATOR)}`));
    expect(await world.stateOf(id)).toBe('complaints');
  });

  it('opens no decision for somebody who is no manager', async () => {
    const { id } = await aReview();
    await world.press(openDecision, { value: encodeTarget({ reviewId: id }) });
    expect(world.replies()).toEqual([`U01: ${en.refusals.notManager([])}`]);
    expect(world.slack.callsOf('views.open')).toEqual([]);
  });
});

describe('next step', () => {
  it('moves one step, and a second press of the same button none', async () => {
    const { id } = await aReview();
    const value = encodeTarget({ reviewId: id, phase: 'complaints' });
    await world.press(moveOn, { value, userId: FACILITATOR });
    await world.press(moveOn, { value, userId: FACILITATOR });
    expect(await world.stateOf(id)).toBe('positives');
    expect(world.replies()).toEqual([`${FACILITATOR}: ${en.refusals.movedAlready}`]);
  });
});

describe('one click', () => {
  it('never takes the place of words', async () => {
    const { id } = await aReview();
    await world.answer(id, 'U01', SAID.complaint('They pay late'));
    await world.press(sayNothing, { value: encodeTarget({ reviewId: id, phase: 'complaints' }) });
    expect(world.replies()).toEqual([`U01: ${en.refusals.alreadyAnswered}`]);
    expect(await answersOf(id)).toMatchObject([SAID.complaint('They pay late')]);
  });

  it('keeps the hours of an earlier vote', async () => {
    const { id } = await aReview();
    for (let step = 0; step < 3; step += 1) await world.advance(id);
    await world.answer(id, 'U01', SAID.vote('keep', 3.5));
    await world.press(voteFor('part'), { value: encodeTarget({ reviewId: id, phase: 'vote' }) });
    expect(await answersOf(id)).toMatchObject([SAID.vote('part', 3.5)]);
  });

  it('tells a person that the review has closed', async () => {
    const { id } = await aReview();
    for (let step = 0; step < 5; step += 1) await world.advance(id);
    await world.press(voteFor('part'), { value: encodeTarget({ reviewId: id, phase: 'vote' }) });
    expect(world.replies()).toEqual([`U01: ${en.refusals.reviewClosed}`]);
  });
});

describe('answer', () => {
  it('opens the form of its question for the person who pressed', async () => {
    const { id } = await aReview();
    await world.press(openAnswer, { value: encodeTarget({ reviewId: id, phase: 'complaints' }) });
    const [call] = world.slack.callsOf('views.open');
    expect(JSON.parse(call?.view ?? '{}')).toMatchObject({
      private_metadata: encodeTarget({ reviewId: id, phase: 'complaints', index: 0 }),
    });
  });

  it('says so when Slack opens no form any more', async () => {
    const { id } = await aReview();
    world.slack.on('views.open', () => ({ ok: false, error: 'expired_trigger_id' }));
    await world.press(openAnswer, { value: encodeTarget({ reviewId: id, phase: 'complaints' }) });
    world.slack.on('views.open', () => ({ ok: true, view: { id: 'V1' } }));
    expect(world.replies()).toEqual([`U01: ${en.refusals.formTooSlow}`]);
  });
});

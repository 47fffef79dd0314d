import type { InputBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { FIELDS, VIEWS } from '../../../src/slack/ids.ts';
import { showMyAnswers } from '../../../src/slack/listeners/actions/answering.ts';
import { answerEverything } from '../../../src/slack/listeners/actions/walking.ts';
import { encodeTarget, parseTarget } from '../../../src/slack/target.ts';
import { aTeam, FACILITATOR, SAID } from '../../support/usecase-world.ts';
import { ANSWER_FORMS, enteredComplaint as complaint, openListenerWorld } from './listener-suite.ts';
import type { Acknowledged, ListenerWorld } from './listener-world.ts';

const en = translate('en');
const { world, aReview, answersOf } = await openListenerWorld();

/** Presses *Answer everything now*; gives the form that opened. */
async function open(reviewId: string, userId = 'U01'): Promise<ModalView> {
  world.slack.calls.length = 0;
  await world.press(answerEverything, { value: encodeTarget({ reviewId }), userId });
  const [call] = world.slack.callsOf('views.open');
  if (!call) throw new Error(`no form opened: ${world.replies().join()}`);
  return JSON.parse(call.view ?? '') as ModalView;
}

function send(view: ModalView, entered: Parameters<ListenerWorld['submit']>[2] & {} = {}) {
  const form = ANSWER_FORMS[view.callback_id as keyof typeof ANSWER_FORMS];
  return world.submit(form, view, entered);
}

const nextOf = ([seen]: readonly Acknowledged[]): ModalView => {
  if (seen?.response?.response_action !== 'update') throw new Error(`no next form: ${JSON.stringify(seen)}`);
  return seen.response.view as ModalView;
};
const nothing = { entered: { [FIELDS.nothing]: ['yes'] } };
const vote = { entered: { [FIELDS.vote]: 'keep', [FIELDS.hours]: '2' } };
describe('answer everything now', () => {
  it('asks one question after another, each answer stored before the next is asked', async () => {
    const { id } = await aReview();
    const first = await open(id);
    const seen = await send(first, { entered: complaint('They pay late') });
    expect(seen).toMatchObject([{ answersStored: 1, response: { view: { callback_id: VIEWS.positive } } }]);
    const third = await send(nextOf(seen), { entered: { [FIELDS.text]: 'They thank us' } });
    expect(third).toMatchObject([{ answersStored: 2, response: { view: { callback_id: VIEWS.lessons } } }]);
    const fourth = await send(nextOf(third), nothing);
    expect(fourth).toMatchObject([{ answersStored: 3, response: { view: { callback_id: VIEWS.vote } } }]);
    const done = nextOf(await send(nextOf(fourth), vote));
    expect(done).toMatchObject({ title: { text: en.walk.done.title } });
    expect(done.submit).toBeUndefined();
    expect(await answersOf(id)).toEqual(
      expect.arrayContaining([SAID.positive('They thank us'), SAID.lesson(null), SAID.vote('keep', 2)]),
    );
  });

  it('says on each button whether another question follows', async () => {
    const { id } = await aReview();
    const submits: (string | undefined)[] = [];
    let view = await open(id);
    for (const entered of [nothing, nothing, nothing, vote]) {
      submits.push(view.submit?.text);
      expect(parseTarget(view.private_metadata)).toMatchObject({ reviewId: id, walk: true });
      view = nextOf(await send(view, entered));
    }
    expect(submits).toEqual([en.walk.next, en.walk.next, en.walk.next, en.forms.button.send]);
  });

  it('names no field of one form as in another, so that Slack carries no text over', async () => {
    const { id } = await aReview();
    const names: string[] = [];
    const first = await open(id);
    const more = { entered: { ...complaint('one'), [FIELDS.more]: ['yes'] } };
    let view = first;
    for (const entered of [more, { entered: complaint('two') }, nothing, nothing, vote]) {
      for (const block of view.blocks.filter((one): one is InputBlock => one.type === 'input'))
        names.push(`${block.block_id} ${(block.element as { action_id: string }).action_id}`);
      view = nextOf(await send(view, entered));
    }
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('stays with the complaints while there is another one', async () => {
    const { id } = await aReview();
    const entered = { ...complaint('one'), [FIELDS.more]: ['yes'] };
    const second = nextOf(await send(await open(id), { entered }));
    expect(second).toMatchObject({ callback_id: VIEWS.complaint, submit: { text: en.walk.next } });
    expect(JSON.stringify(second)).not.toContain(en.walk.nothing);
    expect(nextOf(await send(second, { entered: complaint('two') }))).toMatchObject({ callback_id: VIEWS.positive });
    expect(await answersOf(id)).toMatchObject([{ complaints: [{ text: 'one' }, { text: 'two' }] }]);
  });

  it('goes on where the person left', async () => {
    const { id } = await aReview();
    await send(await open(id), nothing);
    expect(await open(id)).toMatchObject({ callback_id: VIEWS.positive });
    await world.answer(id, 'U01', SAID.positive('They thank us'));
    expect(await open(id)).toMatchObject({ callback_id: VIEWS.lessons });
    expect(await open(id, 'U03')).toMatchObject({ callback_id: VIEWS.complaint });
  });

  it('shows one’s own answers when nothing is left', async () => {
    const { id } = await aReview({ mode: 'open' });
    let view = await open(id);
    for (const entered of [nothing, nothing, nothing, vote]) view = nextOf(await send(view, entered));
    expect(await open(id)).toMatchObject({ callback_id: VIEWS.myAnswers });
    world.slack.calls.length = 0;
    await world.press(showMyAnswers, { value: encodeTarget({ reviewId: id }) });
    const shown = world.slack.callsOf('views.open')[0]?.view ?? '';
    expect(shown).toContain(en.forms.myAnswers.noLesson);
    expect(shown).toContain(en.forms.myAnswers.hours(2));
    expect(shown.match(/"text":"Edit"/g)).toHaveLength(4);
  });

  it('never puts "nothing" in the place of words given meanwhile', async () => {
    const { id } = await aReview();
    const form = await open(id);
    await world.answer(id, 'U01', SAID.complaint('They pay late'));
    expect(nextOf(await send(form, nothing))).toMatchObject({ callback_id: VIEWS.positive });
    expect(await answersOf(id)).toEqual([SAID.complaint('They pay late')]);
  });

  it('keeps the form with its text where the box is ticked beside it', async () => {
    const { id } = await aReview();
    const entered = { ...complaint('They pay late'), ...nothing.entered };
    const seen = await send(await open(id), { entered });
    expect(seen).toMatchObject([
      { answersStored: 0, response: { errors: { [FIELDS.nothing]: en.forms.errors.words_and_nothing } } },
    ]);
  });

  it('keeps what was given when the review closes on the way', async () => {
    const { id } = await aReview();
    const second = nextOf(await send(await open(id), nothing));
    for (let step = 0; step < 5; step += 1) await world.advance(id);
    const seen = await send(second, { entered: { [FIELDS.text]: 'They thank us' } });
    expect(seen).toMatchObject([{ response: { errors: { [FIELDS.text]: en.forms.errors.review_closed } } }]);
    world.reset();
    await world.press(answerEverything, { value: encodeTarget({ reviewId: id }) });
    expect(world.replies()).toEqual([`U01: ${en.refusals.reviewClosed}`]);
  });

  it('is refused politely to somebody who was not invited', async () => {
    const { id } = await aReview({ team: aTeam(4).slice(1) });
    await world.press(answerEverything, { value: encodeTarget({ reviewId: id }) });
    await world.press(answerEverything, { value: 'x' });
    expect(world.replies()).toEqual([`U01: ${en.refusals.notInvited(FACILITATOR)}`, `U01: ${en.refusals.oldButton}`]);
  });

  it('ends the review with the last answer of the last person', async () => {
    const { id } = await aReview();
    for (const { userId } of aTeam(3)) {
      let view = await open(id, userId);
      for (const { entered } of [nothing, nothing, nothing, vote]) view = nextOf(await send(view, { userId, entered }));
      if (userId !== 'U03') expect(await world.stateOf(id)).toBe('complaints');
    }
    expect(await world.stateOf(id)).toBe('closed');
  });
});

describe('who will see an answer', () => {
  it.each([
    ['private', [en.forms.audience.privateWords, en.walk.audience.privateWords, en.walk.audience.privateVote]],
    ['open', [en.forms.audience.open, en.walk.audience.open, en.walk.audience.openVote]],
  ] as const)('is said before a step begins, in a review that is %s', async (mode, [now, ahead, ballot]) => {
    const { id } = await aReview({ mode });
    let view = await open(id);
    for (const [text, step] of [
      [now, 1],
      [ahead, 2],
      [ahead, 3],
      [ballot, 4],
    ] as const) {
      const [where, audience] = view.blocks;
      expect(JSON.stringify(where)).toContain(`step ${step} of 4`);
      expect(audience).toMatchObject({ text: { text } });
      view = nextOf(await send(view, step === 4 ? vote : nothing));
    }
  });

  it('is said of a step that is over', async () => {
    const { id } = await aReview({ mode: 'open' });
    await world.advance(id);
    const late = await open(id);
    expect(late).toMatchObject({ callback_id: VIEWS.complaint });
    expect(JSON.stringify(late)).toContain(en.forms.audience.openLate);
    expect(JSON.stringify(nextOf(await send(late, nothing)))).toContain(en.forms.audience.open);
  });
});

import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { FIELDS, VIEWS } from '../../../src/slack/ids.ts';
import { openAnswer, showMyAnswers } from '../../../src/slack/listeners/actions/answering.ts';
import { encodeTarget } from '../../../src/slack/target.ts';
import { aTeam, SAID } from '../../support/usecase-world.ts';
import { ANSWER_FORMS, openListenerWorld } from './listener-suite.ts';

const en = translate('en');
const { world, aReview, answersOf } = await openListenerWorld();

/** A review in which three people named something good; `isShown` when their words are in the thread. */
async function positives({ isShown = true, mode = 'private' }: { isShown?: boolean; mode?: 'private' | 'open' } = {}) {
  const { id } = await aReview({ mode, team: aTeam(4) });
  await world.advance(id);
  for (const { userId } of aTeam(3)) await world.answer(id, userId, SAID.positive(`words of ${userId}`));
  if (isShown) await world.advance(id);
  return id;
}

async function opened(press: typeof openAnswer, target: Parameters<typeof encodeTarget>[0]): Promise<ModalView> {
  world.slack.calls.length = 0;
  await world.press(press, { value: encodeTarget(target) });
  return JSON.parse(world.slack.callsOf('views.open')[0]?.view ?? '{}') as ModalView;
}

const formOf = (reviewId: string) => opened(openAnswer, { reviewId, phase: 'positives' });
const mineOf = (reviewId: string) => opened(showMyAnswers, { reviewId });

describe('the form of an answer whose words were shown without names', () => {
  it('says what becomes of a change, and that taking part stays', async () => {
    const form = JSON.stringify(await formOf(await positives()));
    expect(form).toContain(en.takenBack.audience);
    expect(form).toContain(en.takenBack.hint);
    expect(form).not.toContain(en.forms.withdraw.hint);
  });

  it.each([
    ['not shown yet', { isShown: false }],
    ['shown under names', { mode: 'open' }],
  ] as const)('says as ever that the answer is removed where words are %s', async (_title, how) => {
    const form = JSON.stringify(await formOf(await positives(how)));
    expect(form).toContain(en.forms.withdraw.hint);
    expect(form).not.toContain(en.takenBack.hint);
  });

  it('shows, once they are taken back, that they are gone and can be given anew', async () => {
    const id = await positives();
    await world.submit(ANSWER_FORMS[VIEWS.positive], await formOf(id), { entered: { [FIELDS.withdraw]: ['yes'] } });
    expect(await answersOf(id)).toHaveLength(3);
    const mine = await mineOf(id);
    expect(JSON.stringify(mine)).toContain(en.takenBack.own);
    expect(JSON.stringify(mine)).not.toContain('words of U01');
    expect(mine.blocks).toContainEqual(
      expect.objectContaining({
        accessory: expect.objectContaining({ value: encodeTarget({ reviewId: id, phase: 'positives' }) }),
      }),
    );
    const form = await formOf(id);
    expect(JSON.stringify(form)).toContain(en.takenBack.own);
    expect(JSON.stringify(form)).not.toContain(en.takenBack.hint);
    await world.submit(ANSWER_FORMS[VIEWS.positive], form, { entered: { [FIELDS.text]: 'other words' } });
    expect(await answersOf(id)).toContainEqual(SAID.positive('other words'));
    expect(JSON.stringify(await mineOf(id))).not.toContain(en.takenBack.own);
  });

  it('says to somebody new that their words are kept back', async () => {
    const id = await positives();
    world.slack.calls.length = 0;
    await world.press(openAnswer, { value: encodeTarget({ reviewId: id, phase: 'positives' }), userId: 'U04' });
    expect(world.slack.callsOf('views.open')[0]?.view).toContain(en.forms.audience.privateLate);
  });
});

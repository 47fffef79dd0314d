import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { renderComplaintForm } from '../../../src/slack/blocks/views/complaint-form.ts';
import { renderDecisionForm } from '../../../src/slack/blocks/views/decision-form.ts';
import { renderPositiveForm } from '../../../src/slack/blocks/views/positive-form.ts';
import { FIELDS, VIEWS } from '../../../src/slack/ids.ts';
import { withActor } from '../../../src/slack/listeners/view-listener.ts';
import { decisionHandler } from '../../../src/slack/listeners/views/decision-view.ts';
import { aTeam, FACILITATOR, SAID } from '../../support/usecase-world.ts';
import { ANSWER_FORMS, enteredComplaint as complaint, openListenerWorld } from './listener-suite.ts';

const en = translate('en');
const ru = translate('ru');
const asked = { clientName: 'Northwind', mode: 'private', isLate: false } as const;
const POSITIVE = ANSWER_FORMS[VIEWS.positive];
const COMPLAINT = ANSWER_FORMS[VIEWS.complaint];
const DECISION = { field: FIELDS.choice, handle: withActor(decisionHandler) };

const { world, aReview, answersOf } = await openListenerWorld();
const errors = (field: string, text: string) => ({ response_action: 'errors', errors: { [field]: text } });

function positiveForm(reviewId: string) {
  return renderPositiveForm({ ...asked, target: { reviewId, phase: 'positives' }, previous: null }, en);
}

function complaintForm(reviewId: string, index: number) {
  const target = { reviewId, phase: 'complaints', index } as const;
  return renderComplaintForm({ ...asked, target, previous: null, number: index + 1, total: index + 1 }, en);
}

describe('the form of an answer', () => {
  it('is acknowledged when the words are stored, and the card follows', async () => {
    const { id } = await aReview();
    await world.advance(id);
    const seen = await world.submit(POSITIVE, positiveForm(id), { entered: { [FIELDS.text]: 'They thank us' } });
    expect(seen).toMatchObject([{ response: undefined, answersStored: 1 }]);
    expect(await answersOf(id)).toMatchObject([SAID.positive('They thank us')]);
    expect(world.cards).toEqual([id]);
  });

  it('stores a text that ends in half a character, without that half', async () => {
    const { id } = await aReview();
    await world.advance(id);
    const entered = { [FIELDS.text]: 'They thank us \u{1F642}\ud83d' };
    await world.submit(POSITIVE, positiveForm(id), { entered });
    expect(await answersOf(id)).toMatchObject([SAID.positive('They thank us \u{1F642}')]);
  });

  it('moves the review on after the last answer was acknowledged', async () => {
    const { id } = await aReview();
    await world.advance(id);
    for (const userId of ['U02', 'U03']) await world.answer(id, userId, SAID.positive(null));
    await world.submit(POSITIVE, positiveForm(id), { entered: { [FIELDS.text]: 'They thank us' } });
    expect(await world.stateOf(id)).toBe('lessons');
    expect(world.cards).toEqual([]);
  });

  it('stays open while the database is away, says so in the person’s language, and is stored when sent again', async () => {
    const { id } = await aReview();
    await world.advance(id);
    const entered = { [FIELDS.text]: 'They thank us' };
    const send = (userId: string) => world.submit(POSITIVE, positiveForm(id), { userId, entered });
    const seen = await world.whileDatabaseIsAway(async () => [...(await send('U01')), ...(await send('U02'))]);
    expect(seen.map(({ response }) => response)).toEqual([
      errors(FIELDS.text, en.forms.errors.database_gone),
      errors(FIELDS.text, ru.forms.errors.database_gone),
    ]);
    expect(world.lines.join()).not.toContain('They thank us');
    expect(await send('U01')).toMatchObject([{ response: undefined, answersStored: 1 }]);
  });

  it('is acknowledged though what follows fails', async () => {
    const { id } = await aReview();
    await world.advance(id);
    const entered = { [FIELDS.text]: 'They thank us' };
    const fail = {
      ...POSITIVE,
      handle: async () => ({ outcome: { kind: 'close' } as const, after: () => Promise.reject(new Error('later')) }),
    };
    expect(await world.submit(fail, positiveForm(id), { entered })).toMatchObject([{ response: undefined }]);
    expect(world.lines.join()).toContain('put off to the next tick');
  });

  it.each([
    ['of a review that has closed', 'review_closed'],
    ['of a review of another workspace', 'review_gone'],
    ['of a review one was not invited to', 'not_invited'],
    ['of a question that was not asked yet', 'not_open_yet'],
    ['of something that is no review', 'review_gone'],
  ] as const)('%s keeps its text and says why', async (_title, error) => {
    const elsewhere = error === 'review_gone' ? { workspaceId: 'T2' } : {};
    const { id } = await aReview({ ...elsewhere, ...(error === 'not_invited' ? { team: aTeam(4).slice(1) } : {}) });
    if (error === 'review_closed') for (let step = 0; step < 5; step += 1) await world.advance(id);
    if (error === 'not_invited') await world.advance(id);
    const form = positiveForm(id);
    const view = _title.includes('no review') ? { ...form, private_metadata: '{"reviewId":"x"}' } : form;
    const seen = await world.submit(POSITIVE, view, { entered: { [FIELDS.text]: 'They thank us' } });
    expect(seen).toMatchObject([{ response: errors(FIELDS.text, en.forms.errors[error]), answersStored: 0 }]);
  });
});

describe('the form of a complaint', () => {
  it('stores the first one before it gives way to the form of the next', async () => {
    const { id } = await aReview();
    const entered = { ...complaint('They pay late'), [FIELDS.more]: ['yes'] };
    const seen = await world.submit(COMPLAINT, complaintForm(id, 0), { entered });
    expect(seen).toMatchObject([{ answersStored: 1, response: { response_action: 'update', view: {} } }]);
    await world.submit(COMPLAINT, complaintForm(id, 1), { entered: complaint('They call at night') });
    const [stored] = await answersOf(id);
    expect(stored).toMatchObject({ complaints: [{ text: 'They pay late' }, { text: 'They call at night' }] });
  });

  it('names every field that is wrong and stores nothing', async () => {
    const { id } = await aReview();
    const seen = await world.submit(COMPLAINT, complaintForm(id, 0), { entered: { [FIELDS.text]: 'They pay late' } });
    const { signals_missing, choice_missing } = en.forms.errors;
    expect(seen).toMatchObject([
      {
        answersStored: 0,
        response: { errors: { signals: signals_missing, severity: choice_missing, frequency: choice_missing } },
      },
    ]);
  });
});

describe('the form of a decision', () => {
  async function closedReview(): Promise<string> {
    const { id } = await aReview();
    while ((await world.advance(id)).ok);
    return id;
  }

  function decisionForm(reviewId: string) {
    const nothing = { verdict: null, recommended: null, hardStops: [], statusQuo: 'active' } as const;
    return renderDecisionForm({ reviewId, clientName: 'Northwind', ...nothing }, en);
  }

  const entered = { [FIELDS.choice]: 'keep_and_repair', [FIELDS.rationale]: 'Enough' };

  it('stores what a manager decided', async () => {
    const id = await closedReview();
    const seen = await world.submit(DECISION, decisionForm(id), { userId: FACILITATOR, entered });
    expect(seen).toMatchObject([{ response: undefined }]);
    expect(await world.stores.records.findDecision(id)).toMatchObject({
      choice: 'keep_and_repair',
      decidedBy: FACILITATOR,
    });
  });

  it('is refused from somebody who is no manager', async () => {
    const id = await closedReview();
    const seen = await world.submit(DECISION, decisionForm(id), { entered });
    expect(seen).toMatchObject([{ response: errors(FIELDS.choice, en.forms.errors.not_manager) }]);
    expect(await world.stores.records.findDecision(id)).toBeNull();
  });

  it('tells the second one who decided first', async () => {
    const id = await closedReview();
    await world.submit(DECISION, decisionForm(id), { userId: FACILITATOR, entered });
    const other = { ...entered, [FIELDS.rationale]: 'On second thought, for another reason.' };
    const [second] = await world.submit(DECISION, decisionForm(id), { userId: FACILITATOR, entered: other });
    const text = en.forms.alreadyDecided({
      name: FACILITATOR,
      choice: en.vocabulary.choice.keep_and_repair,
      date: 'November 2, 2026',
    });
    expect(second).toMatchObject({ response: errors(FIELDS.choice, text) });
  });

  it('is taken once when it comes twice', async () => {
    const id = await closedReview();
    for (const _ of ['once', 'again'])
      expect(await world.submit(DECISION, decisionForm(id), { userId: FACILITATOR, entered })).toMatchObject([
        { response: undefined },
      ]);
  });

  it('is refused for a review that is open', async () => {
    const { id } = await aReview();
    const seen = await world.submit(DECISION, decisionForm(id), { userId: FACILITATOR, entered });
    expect(seen).toMatchObject([{ response: errors(FIELDS.choice, en.forms.errors.review_open) }]);
  });
});

import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { renderDecisionForm } from '../../../src/slack/blocks/views/decision-form.ts';
import { parseDecisionForm } from '../../../src/slack/parse/decision-form.ts';
import { submittedView } from '../../support/submitted-view.ts';
import { REVIEW_ID } from '../blocks/views/sample-forms.ts';

const model = {
  reviewId: REVIEW_ID,
  clientName: 'Northwind',
  verdict: 'Part now',
  recommended: 'part_now',
  hardStops: ['harassment'],
  statusQuo: 'active',
} as const;
const form = renderDecisionForm(model, translate('en'));

describe('parseDecisionForm', () => {
  it('reads a decision with its reason and finding', () => {
    const view = submittedView(form, { choice: 'part', rationale: ' Two facts. ', hard_stop: 'not_confirmed' });
    expect(parseDecisionForm(view)).toEqual({
      ok: true,
      value: { choice: 'part', rationale: 'Two facts.', hardStop: 'not_confirmed', skipReadiness: null },
    });
  });

  it('leaves what was not said to the rules', () => {
    expect(parseDecisionForm(submittedView(form, { choice: 'part_now' }))).toEqual({
      ok: true,
      value: { choice: 'part_now', rationale: null, hardStop: null, skipReadiness: null },
    });
  });

  it('refuses no choice: nothing is chosen beforehand', () => {
    expect(parseDecisionForm(submittedView(form))).toEqual({ ok: false, errors: { choice: 'choice_missing' } });
  });

  it('marks the verdict among the choices and asks about the facts only when reported', () => {
    expect(JSON.stringify(form)).toContain('Part now · the verdict');
    const calm = renderDecisionForm({ ...model, hardStops: [] }, translate('en'));
    expect(calm.blocks.some((block) => block.block_id === 'hard_stop')).toBe(false);
  });
});

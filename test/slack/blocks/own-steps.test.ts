import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { ownStepBlocks } from '../../../src/slack/blocks/home/own-steps.ts';
import { ACTIONS } from '../../../src/slack/ids.ts';
import { parsePartingTarget } from '../../../src/slack/parting-target.ts';
import type { HomeStep } from '../../../src/usecases/read-home.ts';
import { REVIEW_ID } from '../../support/sample-models.ts';

const TODAY = '2026-11-26';
const aStep = (overrides: Partial<HomeStep> = {}): HomeStep => ({
  ...{ id: REVIEW_ID, reviewId: REVIEW_ID, clientName: 'Northwind', stepId: 'read_contract', title: null },
  ...{ dueOn: '2026-12-01', ...overrides },
});
const textOf = (block: unknown) => (block as { text: { text: string } }).text.text;

describe('own steps of partings in a Home', () => {
  it.each(['en', 'ru'] as const)('say client, step and day, and which are overdue, in %s', (language) => {
    const t = translate(language);
    const [heading, due, late] = ownStepBlocks([aStep(), aStep({ dueOn: '2026-11-25' })], TODAY, t).map(textOf);
    expect(heading).toContain('2');
    expect(due).toBe(t.partingHome.line({ ...sample(language), dueOn: '2026-12-01', isOverdue: false }));
    expect(late).toBe(`⚠️ ${t.partingHome.line({ ...sample(language), dueOn: '2026-11-25', isOverdue: true })}`);
  });

  it('open the checklist', () => {
    const [, row] = ownStepBlocks([aStep()], TODAY, translate('en'));
    const { accessory } = row as { accessory: { action_id: string; value: string } };
    expect(accessory.action_id).toBe(ACTIONS.openParting);
    expect(parsePartingTarget(accessory.value)).toEqual({ reviewId: REVIEW_ID });
  });

  it('are five at most, and the rest is counted', () => {
    const many = Array.from({ length: 8 }, () => aStep({ stepId: null, title: 'Tell *everybody* <!here>' }));
    const blocks = ownStepBlocks(many, TODAY, translate('en'));
    expect(blocks).toHaveLength(7);
    expect(textOf(blocks.at(-1))).toBe('… and 3 more');
    expect(textOf(blocks[1])).toContain('&lt;!here&gt;');
    expect(ownStepBlocks([], TODAY, translate('en'))).toEqual([]);
  });
});

function sample(language: 'en' | 'ru') {
  return { client: 'Northwind', name: translate(language).parting.step.read_contract.name };
}

import { describe, expect, it } from 'vitest';
import type { PartingStep } from '../../../src/domain/parting/parting-step.ts';
import { stepIdsOf } from '../../../src/domain/parting/parting-steps.ts';
import {
  continueSteps,
  inPlaybookOrder,
  partingModeOf,
  partingProgress,
} from '../../../src/domain/parting/playbook.ts';

const FACTS = { mode: 'now', today: '2026-11-23', endOn: '2026-12-23', noticeDays: 14, daysOff: [] } as const;

function aStep(overrides: Partial<PartingStep> = {}): PartingStep {
  return {
    ...{
      id: 'one',
      stepId: 'ask_lawyer',
      title: null,
      givenById: null,
      giving: 0,
      ownerId: null,
      dueOn: '2026-12-01',
      isDateOwn: false,
    },
    ...{ state: 'open', note: null, reason: null, version: 1 },
    ...overrides,
  };
}

describe('partingModeOf', () => {
  it.each([
    ['keep_as_is', null],
    ['keep_and_repair', null],
    ['part', 'planned'],
    ['part_now', 'now'],
  ] as const)('of %s is %s', (choice, mode) => {
    expect(partingModeOf(choice)).toBe(mode);
  });
});

describe('inPlaybookOrder', () => {
  it('follows the mode, with foreign and own steps last as they were added', () => {
    const steps = [
      aStep({ id: 'own', stepId: null, title: 'Keys' }),
      aStep({ id: 'foreign', stepId: 'last_talk' }),
      aStep({ id: 'lawyer' }),
      aStep({ id: 'people', stepId: 'protect_people' }),
    ];
    expect(inPlaybookOrder(steps, 'now').map(({ id }) => id)).toEqual(['people', 'lawyer', 'own', 'foreign']);
  });
});

describe('continueSteps', () => {
  it('keeps what is done, dates what is open anew, and adds what the mode has besides', () => {
    const done = aStep({ id: 'done', stepId: 'collect_evidence', state: 'done', note: 'All of it' });
    const { kept, missing } = continueSteps([done, aStep()], FACTS, { isAnew: false });
    expect(kept[0]).toBe(done);
    expect(kept[1]).toMatchObject({ state: 'open', version: 2 });
    const known = ['collect_evidence', 'ask_lawyer'];
    expect(missing.map(({ id }) => id)).toEqual(stepIdsOf('now').filter((id) => !known.includes(id)));
  });

  it('opens every step where the parting begins anew', () => {
    const left = aStep({ state: 'not_needed', reason: 'no contract' });
    const { kept } = continueSteps([left, aStep({ stepId: 'debrief', state: 'done' })], FACTS, { isAnew: true });
    expect(kept.map(({ state, reason }) => [state, reason])).toEqual([
      ['open', null],
      ['open', null],
    ]);
  });
});

describe('partingProgress', () => {
  it('counts closed steps and names the open one that is due first', () => {
    const steps = [
      aStep({ id: 'late', dueOn: '2026-12-05' }),
      aStep({ id: 'soon', dueOn: '2026-12-02' }),
      aStep({ id: 'done', state: 'done', dueOn: '2026-11-30' }),
    ];
    expect(partingProgress(steps)).toMatchObject({ closed: 1, all: 3, next: { id: 'soon' } });
    expect(partingProgress([aStep({ state: 'not_needed' })])).toEqual({ closed: 1, all: 1, next: null });
  });
});

import { describe, expect, it } from 'vitest';
import {
  changeStep,
  checkNewStep,
  isPartingFinished,
  MAX_STEPS,
  type PartingStep,
  redateSteps,
  type StepActor,
  type StepChange,
} from '../../../src/domain/parting/parting-step.ts';

const playbook = { endOn: '2027-01-06', isParted: false };
const manager: StepActor = { userId: 'UMARA', isManager: true, today: '2026-11-23' };
const owner: StepActor = { ...manager, userId: 'ULENA', isManager: false };

function aStep(overrides: Partial<PartingStep> = {}): PartingStep {
  return {
    ...{
      id: 'step-1',
      stepId: 'hand_over',
      title: null,
      givenById: null,
      giving: 0,
      ownerId: 'ULENA',
      dueOn: '2027-01-01',
      isDateOwn: false,
    },
    ...{ state: 'open', note: null, reason: null, version: 1 },
    ...overrides,
  };
}
const edit: StepChange = { kind: 'edit', ownerId: 'UTOM', dueOn: '2026-12-18', note: ' By courier ' };

describe('a step', () => {
  it.each<[string, Partial<PartingStep>, StepChange, StepActor, Partial<PartingStep>]>([
    ['is done by its owner', {}, { kind: 'done', note: 'Sent' }, owner, { state: 'done', note: 'Sent' }],
    ['keeps its note when done without one', { note: 'Box 3' }, { kind: 'done', note: null }, owner, { note: 'Box 3' }],
    [
      'is not needed, with a reason',
      {},
      { kind: 'not_needed', reason: 'Nothing of theirs here' },
      owner,
      { state: 'not_needed', reason: 'Nothing of theirs here' },
    ],
    [
      'is opened again',
      { state: 'not_needed', reason: 'x' },
      { kind: 'reopen' },
      manager,
      { state: 'open', reason: null },
    ],
    [
      'gets owner, day and note',
      {},
      edit,
      manager,
      { ownerId: 'UTOM', dueOn: '2026-12-18', note: 'By courier', isDateOwn: true },
    ],
    [
      'keeps a day that stays',
      { dueOn: '2026-11-20' },
      { ...edit, dueOn: '2026-11-20' },
      manager,
      { dueOn: '2026-11-20', isDateOwn: false },
    ],
  ])('%s', (_, step, change, actor, expected) => {
    const result = changeStep(aStep(step), change, { actor, playbook });
    expect(result).toMatchObject({ ok: true, value: { ...expected, version: 2 } });
  });

  it.each<[string, Partial<PartingStep>, StepChange, StepActor, string]>([
    ['of somebody else is not done', { ownerId: 'UTOM' }, { kind: 'done', note: null }, owner, 'not_yours'],
    ['is not given away by its owner', {}, edit, owner, 'not_yours'],
    [
      'that is done cannot be not needed',
      { state: 'done' },
      { kind: 'not_needed', reason: 'x' },
      manager,
      'already_done',
    ],
    [
      'that is not needed cannot be done',
      { state: 'not_needed' },
      { kind: 'done', note: null },
      manager,
      'already_not_needed',
    ],
    ['that is open cannot be opened', {}, { kind: 'reopen' }, manager, 'still_open'],
    ['is not left out without a reason', {}, { kind: 'not_needed', reason: '' }, manager, 'reason_missing'],
    ['is not due after the end', {}, { ...edit, dueOn: '2027-01-07' }, manager, 'after_end'],
    ['is not due in the past', {}, { ...edit, dueOn: '2026-11-22' }, manager, 'date_past'],
    ['has no endless note', {}, { ...edit, note: 'x'.repeat(1001) }, manager, 'note_too_long'],
  ])('%s', (_, step, change, actor, reason) => {
    expect(changeStep(aStep(step), change, { actor, playbook })).toEqual({ ok: false, reason });
  });

  it('does not change once the client is parted', () => {
    const parted = { ...playbook, isParted: true };
    const change = { kind: 'reopen' } as const;
    const result = changeStep(aStep({ state: 'done' }), change, { actor: manager, playbook: parted });
    expect(result).toEqual({ ok: false, reason: 'client_parted' });
  });
});

describe('a step of our own', () => {
  const facts = { steps: 13, playbook, today: '2026-11-23' };

  it('is taken with its words and its day', () => {
    const checked = checkNewStep({ title: ' Return the keys ', dueOn: '06.01.2027' }, facts);
    expect(checked).toEqual({ ok: true, value: { title: 'Return the keys', dueOn: '2027-01-06' } });
  });

  it.each([
    [{ title: '', dueOn: '2026-12-01' }, {}, 'text_missing'],
    [{ title: 'Keys', dueOn: '2027-01-07' }, {}, 'after_end'],
    [{ title: 'Keys', dueOn: null }, {}, 'date_missing'],
    [{ title: 'Keys', dueOn: '2026-12-01' }, { steps: MAX_STEPS }, 'too_many_steps'],
    [{ title: 'Keys', dueOn: '2026-12-01' }, { playbook: { ...playbook, isParted: true } }, 'client_parted'],
  ])('is refused: %o %o %s', (typed, overrides, reason) => {
    expect(checkNewStep(typed, { ...facts, ...overrides })).toEqual({ ok: false, reason });
  });
});

describe('a new end date', () => {
  it('moves what is open, keeps what is closed or was set by hand, and lets nothing end after it', () => {
    const steps = [
      aStep(),
      aStep({ id: 'done', stepId: 'send_notice', state: 'done', dueOn: '2026-12-07' }),
      aStep({ id: 'own', stepId: null, title: 'Keys', isDateOwn: true, dueOn: '2026-12-10' }),
      aStep({ id: 'own-late', stepId: null, title: 'Car', isDateOwn: true, dueOn: '2027-01-05' }),
    ];
    const facts = { mode: 'planned', today: '2026-11-23', endOn: '2026-12-30', noticeDays: 30, daysOff: [] } as const;
    expect(redateSteps(steps, facts).map(({ dueOn, version }) => [dueOn, version])).toEqual([
      ['2026-12-25', 2],
      ['2026-12-07', 1],
      ['2026-12-10', 1],
      ['2026-12-30', 2],
    ]);
  });
});

describe('a playbook', () => {
  it.each<[string, readonly PartingStep['state'][], boolean]>([
    ['is finished when all is done or not needed', ['done', 'not_needed'], true],
    ['is not finished while a step is open', ['done', 'open'], false],
    ['is not finished without steps', [], false],
  ])('%s', (_, states, expected) => {
    expect(isPartingFinished(states.map((state) => ({ state })))).toBe(expected);
  });
});

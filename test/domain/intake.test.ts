import { describe, expect, it } from 'vitest';
import { checkIntake, EMPTY_INTAKE, INTAKE_QUESTIONS, type Intake, intakeRisks } from '../../src/domain/intake.ts';

const yes = { state: 'yes', note: null } as const;
const settled: Intake = {
  ...{ contract: yes, deliverables: yes, payment_terms: yes, late_terms: yes, contact_windows: yes, rhythm: yes },
  ...{ decision_maker: { state: null, note: 'Their founder' }, client_type: { state: null, note: 'Careful' } },
};

describe('the intake', () => {
  it('has eight questions', () => {
    expect(INTAKE_QUESTIONS).toHaveLength(8);
  });

  it.each<[string, Intake, readonly string[]]>([
    ['none where all is settled', settled, []],
    ['all where nothing was said', EMPTY_INTAKE, INTAKE_QUESTIONS],
    ['what was answered with no', { ...settled, contract: { state: 'no', note: 'Next week' } }, ['contract']],
    ['what was left out', { ...settled, rhythm: { state: null, note: 'Soon' } }, ['rhythm']],
    ['who decides, where a yes says nothing', { ...settled, decision_maker: yes }, ['decision_maker']],
    [
      'how to talk, where the words are blank',
      { ...settled, client_type: { state: 'yes', note: ' ' } },
      ['client_type'],
    ],
  ])('leaves risks: %s', (_, intake, missing) => {
    expect(intakeRisks(intake)).toEqual({ kind: 'filled', missing });
  });

  it('that nobody filled in is one thing to say', () => {
    expect(intakeRisks(null)).toEqual({ kind: 'not_filled' });
  });

  it('is kept with its notes trimmed', () => {
    const checked = checkIntake({
      ...settled,
      contract: { state: 'yes', note: ' signed ' },
      rhythm: { state: 'no', note: ' ' },
    });
    expect(checked).toMatchObject({ ok: true, intake: { contract: { note: 'signed' }, rhythm: { note: null } } });
  });

  it('names every note that is too long', () => {
    const long = { state: 'yes', note: 'x'.repeat(501) } as const;
    expect(checkIntake({ ...settled, contract: long, rhythm: long })).toEqual({
      ...{ ok: false, reason: 'note_too_long', questions: ['contract', 'rhythm'] },
    });
  });
});

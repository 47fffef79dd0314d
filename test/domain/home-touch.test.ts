import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS } from '../../src/domain/audit.ts';
import { touchOf } from '../../src/domain/home-touch.ts';

describe('touchOf', () => {
  it.each([
    [
      'a private answer: those of the review, and nobody in particular',
      { action: 'answer_saved', actorId: null, subject: 'R1' },
      { kind: 'review', reviewId: 'R1' },
    ],
    [
      'a pulse answer: who gave it',
      { action: 'pulse_answered', actorId: 'U1', subject: 'pulse 3' },
      { kind: 'person', userId: 'U1' },
    ],
    [
      'own settings: whose they are',
      { action: 'own_settings_changed', actorId: 'U1', subject: 'U1' },
      { kind: 'person', userId: 'U1' },
    ],
    [
      'a client that changed: everybody',
      { action: 'client_changed', actorId: 'U1', subject: 'C1' },
      { kind: 'everybody' },
    ],
    ['a look at who has answered: nobody', { action: 'who_answered_seen', actorId: 'U1', subject: 'R1' }, null],
  ] as const)('of %s', (_, entry, touch) => {
    expect(touchOf(entry)).toEqual(touch);
  });

  it('knows somebody for every action but those that only leave a trace', () => {
    const nobody = AUDIT_ACTIONS.filter((action) => touchOf({ action, actorId: 'U1', subject: 'x' }) === null);
    expect(nobody.sort()).toEqual([
      'answer_hidden',
      'app_uninstalled',
      'client_exported',
      'evidence_logged',
      'intake_saved',
      'last_lesson_saved',
      'outcome_answered',
      'parting_channel_chosen',
      'parting_end_moved',
      'parting_notice_saved',
      'parting_step_added',
      'parting_step_changed',
      'rehearsal_deleted',
      'rehearsal_started',
      'reminder_snoozed',
      'reminders_asked',
      'who_answered_seen',
    ]);
  });
});

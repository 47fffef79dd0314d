import type { AuditAction, AuditEntry } from './audit.ts';

/** Whose Home something that was done may have changed. */
export type HomeTouch =
  | { readonly kind: 'person'; readonly userId: string }
  /** Those invited to it, its facilitator and the managers. */
  | { readonly kind: 'review'; readonly reviewId: string }
  | { readonly kind: 'everybody' };

const TOUCHED: Readonly<Partial<Record<AuditAction, 'nobody' | 'actor' | 'review'>>> = {
  review_started: 'review',
  answer_saved: 'review',
  answer_withdrawn: 'review',
  phase_closed: 'review',
  review_extended: 'review',
  review_closed: 'review',
  decision_taken: 'review',
  review_paused: 'review',
  review_resumed: 'review',
  review_moved: 'review',
  absence_changed: 'review',
  phase_reopened: 'review',
  times_changed: 'review',
  people_changed: 'review',
  facilitator_changed: 'review',
  review_cancelled: 'review',
  days_off_changed: 'actor',
  own_settings_changed: 'actor',
  pulse_answered: 'actor',
  pulse_declined: 'actor',
  who_answered_seen: 'nobody',
  rehearsal_started: 'nobody',
  rehearsal_deleted: 'nobody',
  reminders_asked: 'nobody',
  reminder_snoozed: 'nobody',
  answer_hidden: 'nobody',
  evidence_logged: 'nobody',
  client_exported: 'nobody',
  intake_saved: 'nobody',
  outcome_answered: 'nobody',
  parting_step_changed: 'nobody',
  parting_step_added: 'nobody',
  parting_end_moved: 'nobody',
  parting_channel_chosen: 'nobody',
  parting_notice_saved: 'nobody',
  last_lesson_saved: 'nobody',
  app_uninstalled: 'nobody',
};

/**
 * Whose Home an entry of the audit log touches; null for nobody. Every action leaves an entry, so nothing that changes a Home is
 * missed. An action that is not named here touches everybody: dearer, never wrong.
 */
export function touchOf({
  action,
  actorId,
  subject,
}: Pick<AuditEntry, 'action' | 'actorId' | 'subject'>): HomeTouch | null {
  switch (TOUCHED[action]) {
    case 'nobody':
      return null;
    case 'review':
      return { kind: 'review', reviewId: subject };
    case 'actor':
      return actorId === null ? { kind: 'everybody' } : { kind: 'person', userId: actorId };
    default:
      return { kind: 'everybody' };
  }
}

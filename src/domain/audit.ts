/** Everything that leaves a trace (product: every action leaves an audit entry). */
export const AUDIT_ACTIONS = [
  'review_started',
  'answer_saved',
  'answer_withdrawn',
  'phase_closed',
  'review_extended',
  'review_closed',
  'decision_taken',
  'settings_changed',
  'who_answered_seen',
  'rehearsal_started',
  'rehearsal_deleted',
  'review_paused',
  'review_resumed',
  'review_moved',
  'days_off_changed',
  'own_settings_changed',
  'absence_changed',
  'reminders_asked',
  'reminder_snoozed',
  'phase_reopened',
  'times_changed',
  'people_changed',
  'answer_hidden',
  'facilitator_changed',
  'review_cancelled',
  'client_created',
  'client_changed',
  'client_archived',
  'client_restored',
  'client_exported',
  'client_team_followed',
  'clients_imported',
  'pulse_answered',
  'pulse_declined',
  'pulse_sent',
  'pulse_settings_changed',
  'health_alert_dismissed',
  'digest_channel_changed',
  'plan_answered',
  'plan_items_added',
  'plan_item_changed',
  'meeting_planned',
  'meeting_changed',
  'meeting_cancelled',
  'meeting_recorded',
  'verdict_renewed',
  'readiness_asked',
  'readiness_answered',
  'readiness_figures_saved',
  'readiness_skipped',
  'evidence_logged',
  'intake_saved',
  'outcome_answered',
  'parting_begun',
  'parting_stopped',
  'parting_step_changed',
  'parting_step_added',
  'parting_end_moved',
  'parting_channel_chosen',
  'parting_notice_saved',
  'client_parted',
  'client_reopened',
  'last_lesson_saved',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who did what, when: never the words of an answer; for a private answer no person and no usable time either. */
export type AuditEntry = {
  /** Slack id; null for the app itself and for private answers. */
  readonly actorId: string | null;
  readonly action: AuditAction;
  /** What it was about, such as a review's id. */
  readonly subject: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>> | null;
  readonly at: Date;
};

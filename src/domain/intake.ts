/** The eight questions about a new client, in their order (method 8). */
export const INTAKE_QUESTIONS = [
  'contract',
  'deliverables',
  'payment_terms',
  'late_terms',
  'contact_windows',
  'rhythm',
  'decision_maker',
  'client_type',
] as const;
export type IntakeQuestion = (typeof INTAKE_QUESTIONS)[number];

/** The questions that a yes alone does not answer: who decides, and how we will talk to them. */
export const INTAKE_IN_WORDS: readonly IntakeQuestion[] = ['decision_maker', 'client_type'];

export const INTAKE_STATES = ['yes', 'no'] as const;
export type IntakeState = (typeof INTAKE_STATES)[number];

export const MAX_INTAKE_NOTE_LENGTH = 500;

/** What was said to one question; `state` is null where it was left out. */
export type IntakeAnswer = { readonly state: IntakeState | null; readonly note: string | null };
export type Intake = Readonly<Record<IntakeQuestion, IntakeAnswer>>;

/** An intake in which nothing was said. */
export const EMPTY_INTAKE: Intake = Object.fromEntries(
  INTAKE_QUESTIONS.map((question) => [question, { state: null, note: null }]),
) as Intake;

/** Where a client stands: never asked, or the risks that the answers leave, in the order of the questions. */
export type IntakeRisks =
  | { readonly kind: 'not_filled' }
  | { readonly kind: 'filled'; readonly missing: readonly IntakeQuestion[] };

/**
 * The risks of a client (method 8): every question that was answered *no*, left out, or needs words and has none. A client without any
 * intake has one thing to say, not eight: nobody asked yet.
 */
export function intakeRisks(intake: Intake | null): IntakeRisks {
  if (intake === null) return { kind: 'not_filled' };
  return { kind: 'filled', missing: INTAKE_QUESTIONS.filter((question) => isMissing(question, intake[question])) };
}

export type IntakePlan =
  | { readonly ok: true; readonly intake: Intake }
  /** The questions whose note is too long. */
  | { readonly ok: false; readonly reason: 'note_too_long'; readonly questions: readonly IntakeQuestion[] };

/** An intake as typed, its notes trimmed; every note of more than 500 characters is named. */
export function checkIntake(typed: Intake): IntakePlan {
  const cleaned = INTAKE_QUESTIONS.map((question) => {
    const { state, note } = typed[question];
    return [question, { state, note: note?.trim() || null }] as const;
  });
  const questions = cleaned
    .filter(([, { note }]) => (note?.length ?? 0) > MAX_INTAKE_NOTE_LENGTH)
    .map(([question]) => question);
  if (questions.length > 0) return { ok: false, reason: 'note_too_long', questions };
  return { ok: true, intake: Object.fromEntries(cleaned) as Intake };
}

function isMissing(question: IntakeQuestion, { state, note }: IntakeAnswer): boolean {
  return INTAKE_IN_WORDS.includes(question) ? note === null || note.trim() === '' : state !== 'yes';
}

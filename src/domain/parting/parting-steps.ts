/** How we part: in an orderly way, or now, after a confirmed hard stop. */
export const PARTING_MODES = ['planned', 'now'] as const;
export type PartingMode = (typeof PARTING_MODES)[number];

export const PARTING_STEP_IDS = [
  'protect_people',
  'stop_contact',
  'collect_evidence',
  'read_contract',
  'ask_lawyer',
  'choose_channel',
  'write_notice',
  'last_talk',
  'send_notice',
  'agree_terms',
  'offer_alternative',
  'hand_over',
  'final_invoice',
  'keep_boundary',
  'debrief',
] as const;
export type PartingStepId = (typeof PARTING_STEP_IDS)[number];

/** A step of the playbook and how many working days before its anchor it is due, where there is time enough. */
export type StepTiming = { readonly id: PartingStepId; readonly before: number };

/**
 * The playbook in its order (method 6), in two stretches: up to the notice, counted back from the day of the notice, and after it,
 * counted back from the end date. *Now* begins with the people, breaks off contact and goes straight to lawyer and notice; evidence
 * is collected as the lawyer asks for it, and nobody is asked for a last talk or an alternative.
 */
export const PLAYBOOKS: Readonly<
  Record<PartingMode, { readonly upToNotice: readonly StepTiming[]; readonly afterNotice: readonly StepTiming[] }>
> = {
  planned: {
    upToNotice: [
      { id: 'collect_evidence', before: 10 },
      { id: 'read_contract', before: 9 },
      { id: 'ask_lawyer', before: 7 },
      { id: 'choose_channel', before: 5 },
      { id: 'write_notice', before: 3 },
      { id: 'last_talk', before: 1 },
      { id: 'send_notice', before: 0 },
    ],
    afterNotice: [
      { id: 'agree_terms', before: 15 },
      { id: 'offer_alternative', before: 12 },
      { id: 'hand_over', before: 3 },
      { id: 'final_invoice', before: 1 },
      { id: 'keep_boundary', before: 0 },
      { id: 'debrief', before: 0 },
    ],
  },
  now: {
    upToNotice: [
      { id: 'protect_people', before: 3 },
      { id: 'stop_contact', before: 3 },
      { id: 'ask_lawyer', before: 2 },
      { id: 'collect_evidence', before: 1 },
      { id: 'write_notice', before: 1 },
      { id: 'send_notice', before: 0 },
    ],
    afterNotice: [
      { id: 'hand_over', before: 3 },
      { id: 'final_invoice', before: 1 },
      { id: 'keep_boundary', before: 0 },
      { id: 'debrief', before: 0 },
    ],
  },
};

/** The steps of a playbook in their order. */
export function stepIdsOf(mode: PartingMode): PartingStepId[] {
  const { upToNotice, afterNotice } = PLAYBOOKS[mode];
  return [...upToNotice, ...afterNotice].map(({ id }) => id);
}

/** Working days that a stretch takes where there is time enough: those of its earliest step. */
export function lengthOf(stretch: readonly StepTiming[]): number {
  return Math.max(0, ...stretch.map(({ before }) => before));
}

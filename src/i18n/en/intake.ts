import { bold, type Mrkdwn, md } from '../../domain/escaping.ts';
import type { IntakeQuestion, IntakeState } from '../../domain/intake.ts';
import { plural } from '../plural.ts';

/** The intake of a client: eight questions before the work starts, and what is missing as risks. */
export const intake = {
  title: 'Before we start',
  intro: 'Eight questions, two minutes. What is missing is shown as a risk until it is settled.',
  open: 'Fill in the intake',
  edit: 'Change the intake',
  offer: 'Intake (2 minutes)',
  later: 'Later',
  clientSaved: (client: string): Mrkdwn => md`${bold(client)} is set up.`,
  /** On the card of the first review; `risks`: from the words below. */
  onCard: (risks: string): Mrkdwn => md`⚠️ Not agreed yet: ${risks}`,
  changedMeanwhile:
    'Somebody else saved this intake meanwhile. Nothing of yours is saved: copy your notes, close this form and open it again.',
  question: {
    contract: 'Is the contract signed?',
    deliverables: 'Is there a written list of what we deliver?',
    payment_terms: 'Are the payment terms agreed?',
    late_terms: 'Is it agreed what happens when they pay late?',
    contact_windows: 'Is it agreed when we can be reached?',
    rhythm: 'Is there a rhythm of calls and reports?',
    decision_maker: 'Who decides on their side?',
    client_type: 'What kind of client are they, and how will we talk to them?',
  } satisfies Record<IntakeQuestion, string>,
  placeholder: {
    contract: 'Signed on 3 March, kept in the shared folder',
    deliverables: 'Annex 1: 12 pages, 2 rounds of changes',
    payment_terms: '14 days, by bank transfer',
    late_terms: 'Interest from day 15, work pauses from day 30',
    contact_windows: 'Weekdays 9 to 18; emergencies by phone, for a fee',
    rhythm: 'A call every Tuesday, a report every month',
    decision_maker: 'The marketing director; the founder for anything above 10,000',
    client_type: 'Careful, likes numbers: short reports, no surprises',
  } satisfies Record<IntakeQuestion, string>,
  state: { yes: 'Yes', no: 'Not yet' } satisfies Record<IntakeState, string>,
  note: 'Details',
  /** What a missing answer means, as a line of a list. */
  risk: {
    contract: 'no signed contract',
    deliverables: 'no written list of what we deliver',
    payment_terms: 'no agreed payment terms',
    late_terms: 'nothing agreed for late payment',
    contact_windows: 'no agreed hours of contact',
    rhythm: 'no rhythm of calls and reports',
    decision_maker: 'not clear who decides on their side',
    client_type: 'no plan for how we talk to them',
  } satisfies Record<IntakeQuestion, string>,
  risks: (count: number): Mrkdwn =>
    md`⚠️ *${plural('en', count, { one: 'thing is', other: 'things are' })} not settled:*`,
  noRisks: md`*Before we start:* everything is settled`,
  notFilled: md`*Before we start:* nobody has filled this in yet`,
  saved: (client: string): Mrkdwn => md`The intake of ${bold(client)} is saved.`,
  noteTooLong: 'Please keep it under 500 characters.',
};

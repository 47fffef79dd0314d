import type { SignalChoice } from '../../domain/signals.ts';

/** What a signal is about, as a client could read it: a matter, never a reproach. Begins a line or follows "about". */
export const topics = {
  non_payment: 'invoices that are not paid',
  late_payment: 'invoices paid after the agreed date',
  low_pay: 'a price that does not cover the work it takes',
  price_pressure: 'repeated requests to lower the agreed price',
  no_contract: 'work that goes on without a signed contract',
  broken_agreements: 'changes to what had already been agreed',
  scope_creep: 'requests beyond the agreed scope',
  unrealistic_expectations: 'deadlines that the agreed effort does not allow',
  constant_dissatisfaction: 'what good work looks like to both of us',
  poor_communication: 'how and how soon we answer each other',
  manipulation: 'the tone of our talks',
  disloyalty: 'how settled our work together is',
  attention_drain: 'more meetings and messages than the agreement covers',
  off_hours: 'requests outside working hours',
  team_harm: 'the strain on the people who work together',
  reputation_risk: 'what is said about our work to others',
  harassment: 'how our people are treated',
  illegal_or_unethical: 'what we can and cannot do by law',
  other: 'other matters',
} satisfies Record<SignalChoice, string>;

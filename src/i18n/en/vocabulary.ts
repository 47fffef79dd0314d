import type { Concerns, Frequency, Phase, Role, Severity, Vote } from '../../domain/answer.ts';
import type { ClientStatus } from '../../domain/client.ts';
import type { Confidence } from '../../domain/confidence.ts';
import type { Choice, HardStopFinding } from '../../domain/decision.ts';
import type { Preset, ReviewMode, ReviewState } from '../../domain/review.ts';
import type { SignalChoice, SignalGroup } from '../../domain/signals.ts';

/** The words of the method, in lower case so that they fit into a sentence; every label is at most 75 characters. */
export const vocabulary = {
  /** What the client does: reads well after "the client" and as an option of a list. */
  signal: {
    non_payment: 'does not pay',
    late_payment: 'pays late',
    low_pay: 'pays too little for the work',
    price_pressure: 'keeps pushing the price down',
    no_contract: 'will not sign a contract',
    broken_agreements: 'breaks agreements or disputes agreed invoices',
    scope_creep: 'asks for more than agreed',
    unrealistic_expectations: 'sets impossible deadlines or expectations',
    constant_dissatisfaction: 'is never satisfied, whatever we do',
    poor_communication: 'is hard to reach, or hostile',
    manipulation: 'pressures, threatens or manipulates',
    disloyalty: 'compares us with others and threatens to leave',
    attention_drain: 'needs more attention than it pays for',
    off_hours: 'ignores our working hours',
    team_harm: 'wears the team out',
    reputation_risk: 'harms our name',
    harassment: 'bullies or harasses our people',
    illegal_or_unethical: 'asks for something illegal or unethical',
    other: 'something else',
  } satisfies Record<SignalChoice, string>,
  signalGroup: {
    money: 'Money',
    agreements: 'Agreements',
    expectations: 'Expectations',
    communication: 'Communication',
    load: 'Workload',
    impact: 'Effect on us',
    hard_stop: 'Hard stop: ends the relationship once confirmed',
  } satisfies Record<SignalGroup, string>,
  severity: { 1: 'annoying', 2: 'harmful', 3: 'unbearable' } satisfies Record<Severity, string>,
  frequency: { once: 'once', sometimes: 'sometimes', constantly: 'constantly' } satisfies Record<Frequency, string>,
  concerns: {
    one_person: 'one person',
    few_people: 'a few people',
    everyone: 'everyone',
  } satisfies Record<Concerns, string>,
  role: {
    sales: 'sales',
    account: 'account',
    delivery: 'delivery',
    support: 'support',
    finance: 'finance',
    other: 'other',
  } satisfies Record<Role, string>,
  vote: { keep: 'keep', part: 'part', unsure: 'unsure' } satisfies Record<Vote, string>,
  choice: {
    keep_as_is: 'keep as is',
    keep_and_repair: 'keep and repair',
    part: 'part',
    part_now: 'part now',
  } satisfies Record<Choice, string>,
  hardStopFinding: {
    confirmed: 'confirmed',
    not_confirmed: 'not confirmed',
  } satisfies Record<HardStopFinding, string>,
  mode: { private: 'private', open: 'open' } satisfies Record<ReviewMode, string>,
  preset: {
    async: 'one working day for each step',
    live: '10 minutes for each step, for a meeting',
  } satisfies Record<Preset, string>,
  status: {
    active: 'active',
    repairing: 'repairing',
    parting: 'parting',
    parted: 'parted',
  } satisfies Record<ClientStatus, string>,
  /** The question of each step, as a heading. */
  step: {
    complaints: 'What hurts?',
    positives: 'What is good?',
    lessons: 'What did we learn?',
    vote: 'Keep or part?',
  } satisfies Record<Phase, string>,
  /** Where a review stands, in a list of reviews. */
  state: {
    complaints: 'step 1 of 4: what hurts',
    positives: 'step 2 of 4: what is good',
    lessons: 'step 3 of 4: what we learned',
    vote: 'step 4 of 4: keep or part',
    short_of_voices: 'waiting for more answers',
    closed: 'waiting for a decision',
    decided: 'decided',
    cancelled: 'cancelled',
  } satisfies Record<ReviewState, string>,
  confidence: { high: 'high', medium: 'medium', low: 'low' } satisfies Record<Confidence['level'], string>,
};

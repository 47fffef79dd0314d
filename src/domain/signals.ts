export type SignalGroup = 'money' | 'agreements' | 'expectations' | 'communication' | 'load' | 'impact' | 'hard_stop';

export type WeightedGroup = Exclude<SignalGroup, 'hard_stop'>;

export type SignalWeight = 1 | 2 | 3 | 4 | 5;

export type WeightedSignal = { readonly hardStop: false; readonly weight: SignalWeight; readonly group: WeightedGroup };

export type HardStopSignal = { readonly hardStop: true; readonly group: 'hard_stop' };

const WEIGHTED_SIGNALS = {
  non_payment: { hardStop: false, weight: 5, group: 'money' },
  late_payment: { hardStop: false, weight: 3, group: 'money' },
  low_pay: { hardStop: false, weight: 3, group: 'money' },
  price_pressure: { hardStop: false, weight: 2, group: 'money' },
  no_contract: { hardStop: false, weight: 4, group: 'agreements' },
  broken_agreements: { hardStop: false, weight: 4, group: 'agreements' },
  scope_creep: { hardStop: false, weight: 3, group: 'agreements' },
  unrealistic_expectations: { hardStop: false, weight: 3, group: 'expectations' },
  constant_dissatisfaction: { hardStop: false, weight: 2, group: 'expectations' },
  poor_communication: { hardStop: false, weight: 2, group: 'communication' },
  manipulation: { hardStop: false, weight: 4, group: 'communication' },
  disloyalty: { hardStop: false, weight: 2, group: 'communication' },
  attention_drain: { hardStop: false, weight: 3, group: 'load' },
  off_hours: { hardStop: false, weight: 3, group: 'load' },
  team_harm: { hardStop: false, weight: 4, group: 'impact' },
  reputation_risk: { hardStop: false, weight: 3, group: 'impact' },
} as const satisfies Record<string, WeightedSignal>;

const HARD_STOP_SIGNALS = {
  harassment: { hardStop: true, group: 'hard_stop' },
  illegal_or_unethical: { hardStop: true, group: 'hard_stop' },
} as const satisfies Record<string, HardStopSignal>;

export type WeightedSignalId = keyof typeof WEIGHTED_SIGNALS;

export type HardStopId = keyof typeof HARD_STOP_SIGNALS;

export type SignalId = WeightedSignalId | HardStopId;

/** What a complaint can carry: a signal of the catalogue, or `other`, which has no weight and enters no figure but counts. */
export type SignalChoice = SignalId | 'other';

/** The catalogue of method 2, in its order. Hard stops have no weight: they never enter the pressure. */
export const SIGNALS: Readonly<Record<WeightedSignalId, WeightedSignal> & Record<HardStopId, HardStopSignal>> = {
  ...WEIGHTED_SIGNALS,
  ...HARD_STOP_SIGNALS,
};

/** Every signal id, in catalogue order. */
export const SIGNAL_IDS = Object.keys(SIGNALS) as readonly SignalId[];

/** The signals that enter the pressure, in catalogue order. */
export const WEIGHTED_SIGNAL_IDS = Object.keys(WEIGHTED_SIGNALS) as readonly WeightedSignalId[];

/** The signals that end a relationship once confirmed, in catalogue order. */
export const HARD_STOP_IDS = Object.keys(HARD_STOP_SIGNALS) as readonly HardStopId[];

const GROUP_ORDER: readonly SignalGroup[] = [
  'money',
  'agreements',
  'expectations',
  'communication',
  'load',
  'impact',
  'hard_stop',
];

/** The groups in the order they are shown, each with its signals in catalogue order. */
export const SIGNAL_GROUPS: readonly { readonly group: SignalGroup; readonly ids: readonly SignalId[] }[] =
  GROUP_ORDER.map((group) => ({ group, ids: SIGNAL_IDS.filter((id) => SIGNALS[id].group === group) }));

/** True for a signal that ends the relationship whatever else is true, once confirmed; false for `other`. */
export function isHardStop(choice: SignalChoice): choice is HardStopId {
  return choice !== 'other' && SIGNALS[choice].hardStop;
}

/** True for a signal with a weight, which enters the pressure; false for hard stops and `other`. */
export function isWeighted(choice: SignalChoice): choice is WeightedSignalId {
  return choice !== 'other' && !SIGNALS[choice].hardStop;
}

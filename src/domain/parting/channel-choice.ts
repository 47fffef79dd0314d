import type { EvidenceEntry } from '../evidence/evidence.ts';
import type { Figures } from '../figures.ts';
import type { WillingToMend } from '../verdict-context.ts';
import type { PartingMode } from './parting-steps.ts';

/** How the notice reaches the client. Whatever the channel, a formal notice in writing follows (method 6). */
export const CHANNELS = ['email', 'call', 'meeting'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Why a channel is suggested. */
export const CHANNEL_REASONS = ['hard_stop', 'hostile', 'money_at_stake', 'delicate', 'well_liked', 'simple'] as const;
export type ChannelReason = (typeof CHANNEL_REASONS)[number];

export type ChannelFacts = {
  readonly mode: PartingMode;
  readonly figures: Pick<Figures, 'signals' | 'hardStops' | 'positives' | 'voices'>;
  readonly evidence: readonly Pick<EvidenceEntry, 'amount'>[];
  /** From the last meeting with the client; null when there was none. */
  readonly willingToMend: WillingToMend | null;
};

/** Signals after which every word should be on paper, and those after which a call only hurts. */
const MONEY: readonly string[] = ['non_payment', 'broken_agreements', 'no_contract'];
const HOSTILE: readonly string[] = ['manipulation', 'poor_communication'];

/**
 * The channel suggested for the notice, with why, from the record (method 6). The first that fits: email after a hard stop, where the
 * tone is hostile, or where money is in dispute, since it documents everything; a meeting where the case is delicate (the client wants
 * to mend, at least partly) or most of the team likes them; else a call. It suggests; people choose.
 */
export function suggestChannel(facts: ChannelFacts): { readonly channel: Channel; readonly because: ChannelReason } {
  const { mode, figures, evidence, willingToMend } = facts;
  const names = (ids: readonly string[]) => figures.signals.some(({ id }) => ids.includes(id));
  if (mode === 'now' || figures.hardStops.length > 0) return { channel: 'email', because: 'hard_stop' };
  if (names(HOSTILE)) return { channel: 'email', because: 'hostile' };
  if (names(MONEY) || evidence.some(({ amount }) => amount !== null && amount > 0))
    return { channel: 'email', because: 'money_at_stake' };
  if (willingToMend === 'yes' || willingToMend === 'partly') return { channel: 'meeting', because: 'delicate' };
  if ((figures.positives.warmth ?? 0) > 0.5) return { channel: 'meeting', because: 'well_liked' };
  return { channel: 'call', because: 'simple' };
}
